/** A title broken inside a word, or with one or two characters on its last line. Made while composing. */
import type { DocumentedRule } from "../rule.js";

export const layoutTitleBreak: DocumentedRule = {
  id: "layout/title-break",
  scope: "documented",
  madeBy: "layout",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "标题断行不拆词，末行不只剩一两个字。",
    en: "Titles break between words, and their last line has more than two characters.",
  },
  why: {
    zh: "公文标题回行时要词意完整、排列对称；只剩一两个字的末行很难看。",
    en: "Titles of official papers break where the sense allows, in balanced lines; a last line of one or two characters looks like an accident.",
  },
  source: "GB/T 9704-2012, 7.3.1",
  examples: [],
};
