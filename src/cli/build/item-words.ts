/** What the help of `bulletin build` says of items that go out alone. */
import type { Language } from "../../diagnostics/language.js";

interface ItemWords {
  readonly perItem: string;
  /** goes on where the examples of the command end */
  readonly example: string;
}

export const ITEM_WORDS: Readonly<Record<Language, ItemWords>> = {
  zh: {
    perItem: "不编整期，每篇稿件单独编，存在输出文件夹里名称以“-单篇”结尾的文件夹，文件名是“标题（单位）”",
    example: `
  bulletin build --per-item -e docx     每篇稿件单独编成一份 DOCX，供报送或转发`,
  },
  en: {
    perItem:
      "instead of the issue, build each item alone, named 标题（单位）, into a folder of the output folder whose name ends in -单篇",
    example: `
  bulletin build --per-item -e docx     a DOCX of each item alone, to be sent on`,
  },
};
