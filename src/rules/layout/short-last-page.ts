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
    en: "The last page holds more than just the contact line or the imprint.",
  },
  why: {
    zh: "末页只有一行，浪费纸张；版记应与正文同页。",
    en: "A page for a single line wastes paper; the imprint should share a page with some text.",
  },
  source: "GB/T 9704-2012, 7.4",
  examples: [],
};
