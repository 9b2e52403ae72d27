/** A last page that holds the contact line or the imprint alone. Made while composing. */
import type { DocumentedRule } from "../rule.js";

export const layoutShortLastPage: DocumentedRule = {
  id: "layout/short-last-page",
  scope: "documented",
  madeBy: "layout",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "末页不只有联系方式或版记。",
    en: "The last page holds more than the contact line or the imprint.",
  },
  why: {
    zh: "末页孤零零一行，浪费一张纸；版记应与正文同页。",
    en: "A page for one line wastes a sheet; the imprint should stand with some text.",
  },
  source: "GB/T 9704-2012, 7.4",
  examples: [],
};
