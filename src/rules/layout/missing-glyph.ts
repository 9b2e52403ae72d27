/** A character that no font at hand can show. Made while composing. */
import type { DocumentedRule } from "../rule.js";

export const layoutMissingGlyph: DocumentedRule = {
  id: "layout/missing-glyph",
  scope: "documented",
  madeBy: "layout",
  severity: "error",
  fixable: false,
  structural: true,
  summary: {
    zh: "每个字都有字形可用。",
    en: "Every character has a glyph in some font at hand.",
  },
  why: {
    zh: "没有字形的字印出来是空框，人名里的生僻字尤其常见。",
    en: "A character without a glyph prints as an empty box; rare characters in names are the usual case.",
  },
  source: "GB 18030-2022",
  examples: [],
};
