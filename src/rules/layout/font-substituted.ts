/** A role of type set in another family than the template asks for first. Made while composing. */
import type { DocumentedRule } from "../rule.js";

export const layoutFontSubstituted: DocumentedRule = {
  id: "layout/font-substituted",
  scope: "documented",
  madeBy: "layout",
  severity: "info",
  fixable: false,
  structural: false,
  summary: {
    zh: "版面用的是版式要求的字体。",
    en: "Text is set in the fonts that the template asks for.",
  },
  why: {
    zh: "字体不同，字形和行数会有出入；对外印发前应知道用的是哪一种。",
    en: "Another font changes letter shapes and line counts; know which one was used before you print.",
  },
  source: "GB/T 9704-2012, 5.2.2",
  examples: [],
};
