/** Words of what came in that are no part of the item. Made by the intake. */
import type { DocumentedRule } from "../rule.js";
import { plain, run, SOUND, SOUND_HEADLINE, SOUND_TEXT, wordExample } from "../word-example.js";

export const importLeftOut: DocumentedRule = {
  id: "import/left-out",
  scope: "documented",
  madeBy: "intake",
  severity: "info",
  fixable: false,
  structural: false,
  summary: { zh: "没有放进稿件的文字，逐一说明。", en: "Words that were not put into the item are named." },
  why: {
    zh: "页眉页脚、“附件1”、报送单位、报送范围、落款日期、来信结尾的“此致敬礼”不是正文。万一是，补回来。",
    en: "Headers, «附件1», the line of the unit, to whom it goes, the date of the signature and the close of the letter are no text of the item. Should they be, put them back.",
  },
  examples: [
    wordExample({
      name: { zh: "落款带日期", en: "A signature with its day" },
      paragraphs: [
        SOUND_HEADLINE,
        SOUND_TEXT,
        {
          xml: `<w:p><w:pPr><w:jc w:val="right"/></w:pPr>${run("示例区科协")}</w:p>`,
          seen: "〔右对齐〕示例区科协",
        },
        {
          xml: `<w:p><w:pPr><w:jc w:val="right"/></w:pPr>${run("2026年3月13日")}</w:p>`,
          seen: "〔右对齐〕2026年3月13日",
        },
      ],
      at: [3],
    }),
    wordExample({
      name: {
        zh: "报送范围、“附件：无”、“此致”“敬礼”",
        en: "To whom it goes, 附件：无, and how a letter closes",
      },
      paragraphs: [
        SOUND_HEADLINE,
        SOUND_TEXT,
        plain("附件：无"),
        plain("此致"),
        plain("敬礼"),
        plain("示例区科协"),
        plain("报送：区委办、区政府办"),
        plain("示例区科协办公室　2026年3月13日印发"),
      ],
      at: [3],
    }),
    wordExample({ name: { zh: "全是正文", en: "Nothing but the text" }, paragraphs: SOUND }),
  ],
};
