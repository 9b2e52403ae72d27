/** A run that does not fit its measure. Made while composing. */
import type { DocumentedRule } from "../rule.js";

export const layoutOverfull: DocumentedRule = {
  id: "layout/overfull",
  scope: "documented",
  madeBy: "layout",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "内容不超出版心。",
    en: "Nothing extends beyond the text block.",
  },
  why: {
    zh: "超出版心的内容会压到页边，装订或打印时被裁掉。",
    en: "What extends beyond it runs into the margin and may be cut off in printing or binding.",
  },
  source: "GB/T 9704-2012, 5.2.1",
  examples: [],
};
