/** Folders of `fonts.folders` that are not there, hold no fonts, or hold files that are none. Made while composing. */
import type { DocumentedRule } from "../rule.js";

export const fontFolder: DocumentedRule = {
  id: "font/folder",
  scope: "documented",
  madeBy: "layout",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "fonts.folders 写的文件夹都在，里面的字体文件都能用。",
    en: "The folders of fonts.folders are there, and the font files in them can be used.",
  },
  why: {
    zh: "文件夹写错了，或字体文件坏了，版面就会不声不响地换成别的字体。",
    en: "With a folder misspelt or a font file damaged, pages would be set in other fonts without a word.",
  },
  examples: [],
};
