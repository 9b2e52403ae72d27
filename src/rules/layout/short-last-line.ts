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
    en: "No paragraph ends in a line of one character.",
  },
  why: {
    zh: "一个字占一行，既费版面又难看，删改一两个字就能收回来。",
    en: "One character on a line wastes it; a word more or less in the paragraph takes it back.",
  },
  source: "clreq, 孤字",
  examples: [],
};
