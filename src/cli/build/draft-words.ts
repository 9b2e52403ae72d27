/** What the help of `bulletin build` says of drafts. */
import type { Language } from "../../diagnostics/language.js";

interface DraftWords {
  readonly draft: string;
  readonly lineNumbers: string;
  /** goes on where the examples of the command end */
  readonly example: string;
}

export const DRAFT_WORDS: Readonly<Record<Language, DraftWords>> = {
  zh: {
    draft: "编成送审稿：文字（不写就是“送审稿”）印在每页页眉，并写进文件名",
    lineNumbers: "在 PDF、DOCX 的页边印行号，只用于送审、征求意见的稿子",
    example: `
  bulletin build --draft 征求意见稿 --line-numbers  编成征求意见稿，页边印行号`,
  },
  en: {
    draft:
      "build a draft: the text (送审稿 where none is given) stands at the head of every page and in the file names",
    lineNumbers: "number the lines in the margin of PDF and DOCX; for drafts alone",
    example: `
  bulletin build --draft 征求意见稿 --line-numbers  build a draft with numbered lines`,
  },
};
