/** A file of which only the text could be read. Made by the intake. */
import type { DocumentedRule } from "../rule.js";
import { SOUND, wordExample } from "../word-example.js";

export const importTextOnly: DocumentedRule = {
  id: "import/text-only",
  scope: "documented",
  madeBy: "intake",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "来稿是能连表格和图片一起读的格式。",
    en: "What came in is of a format of which tables and pictures can be read too.",
  },
  why: {
    zh: "旧格式（.doc、.wps）只能取出文字，自动编号、表格和图片都会丢。另存为 .docx 就能全部读出来。",
    en: "Of the old formats (.doc, .wps) the text alone can be taken: automatic numbers, tables and pictures are lost. Saved as .docx all of it can be read.",
  },
  forUnit: {
    what: {
      zh: "您发来的是旧格式的文档，我们只能取出文字。",
      en: "The file is of an old format, and we can take only its text.",
    },
    ask: {
      zh: "请用 Word 或 WPS 打开，另存为 .docx 文档，重新发来。",
      en: "Please open it in Word or WPS, save it as a .docx document and send it again.",
    },
    isAboutItem: true,
  },
  examples: [
    {
      name: { zh: "Word 97 的 .doc", en: "A .doc of Word 97" },
      files: {},
      show: "来稿/旧稿.doc",
      shown: "Word 97—2003 文档（.doc）",
      findings: ["来稿/旧稿.doc:1:1"],
    },
    wordExample({ name: { zh: ".docx 文档", en: "A .docx file" }, paragraphs: SOUND }),
  ],
};
