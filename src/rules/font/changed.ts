/** Faces are other files than those that fonts.lock keeps. Made while composing. */
import type { DocumentedRule } from "../rule.js";

export const fontChanged: DocumentedRule = {
  id: "font/changed",
  scope: "documented",
  madeBy: "layout",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "排版用的字体文件，就是 fonts.lock 里记下的那些。",
    en: "Pages are set with the font files that fonts.lock keeps.",
  },
  why: {
    zh: "同名的字体有许多版本，字形、字数、宽窄都可能不同；换了一台电脑，行数和页数就会变。",
    en: "Fonts of one name come in many versions that differ in shapes, coverage and widths; on another computer lines and pages change.",
  },
  source: "GB/T 9704-2012, 5.2.2",
  examples: [],
};
