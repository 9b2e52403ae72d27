/** A paragraph whose last line is one character. Made while composing. */
import type { DocumentedRule } from "../rule.js";

export const layoutShortLastLine: DocumentedRule = {
  id: "layout/short-last-line",
  scope: "documented",
  madeBy: "layout",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "段落末行不只剩一个字。",
    en: "No paragraph ends with a single character on its last line.",
  },
  why: {
    zh: "一个字占一行，既费版面，也不美观；增减一两个字即可避免。",
    en: "A single character wastes a line and looks untidy; adding or removing a word or two avoids it.",
  },
  source: "clreq, 孤字",
  examples: [],
};
