/** Tables that became paragraphs, and rows that became tables. Made by the intake. */
import type { DocumentedRule } from "../rule.js";
import {
  paragraphOf,
  run,
  SOUND,
  SOUND_HEADLINE,
  SOUND_SIGNATURE,
  SOUND_TEXT,
  wordExample,
} from "../word-example.js";

export const importTable: DocumentedRule = {
  id: "import/table",
  scope: "documented",
  madeBy: "intake",
  severity: "info",
  fixable: false,
  structural: false,
  summary: { zh: "来稿的表格怎样读入，有说明。", en: "How tables were taken over is said." },
  why: {
    zh: "只有一行或一列、套着表格、只用来排位置的表格改成段落；用制表符分列的行做成表格。",
    en: "Tables of one row or column, with tables inside, or made for their places alone become paragraphs; rows parted by tabs become a table.",
  },
  examples: [
    wordExample({
      name: { zh: "用制表符对齐的几行", en: "Lines aligned by tabs" },
      paragraphs: [
        SOUND_HEADLINE,
        SOUND_TEXT,
        paragraphOf(`${run("展品")}<w:r><w:tab/></w:r>${run("件数")}`, "展品〔制表符〕件数"),
        paragraphOf(`${run("航天模型")}<w:r><w:tab/></w:r>${run("12")}`, "航天模型〔制表符〕12"),
        paragraphOf(`${run("净水器")}<w:r><w:tab/></w:r>${run("28")}`, "净水器〔制表符〕28"),
        SOUND_SIGNATURE,
      ],
      at: [3],
    }),
    wordExample({ name: { zh: "没有表格", en: "No table" }, paragraphs: SOUND }),
  ],
};
