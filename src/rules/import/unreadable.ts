/** A file that came and cannot be read: locked, damaged, too big, hostile, of a format that is not read. Made by the intake. */
import type { DocumentedRule } from "../rule.js";
import { SOUND, wordExample } from "../word-example.js";

export const importUnreadable: DocumentedRule = {
  id: "import/unreadable",
  scope: "documented",
  madeBy: "intake",
  severity: "error",
  fixable: false,
  structural: true,
  summary: {
    zh: "来稿能读出来；读不了的，说明原因和办法。",
    en: "What came in can be read; what cannot is reported, with the reason and a way out.",
  },
  why: {
    zh: "有密码、已损坏、过大或格式不能读的文件，一个字也没有读到；不指出，会以为它已经检查过了。",
    en: "Of a file that is locked, damaged, too big or of a format that cannot be read not a word was read; if nothing were said it would pass for checked.",
  },
  forUnit: {
    what: { zh: "您发来的文件我们打不开。", en: "We cannot open the file that you sent." },
    ask: {
      zh: "请用 Word 或 WPS 打开它，另存为 .docx 文档（设了密码的先去掉），重新发来。",
      en: "Please open it in Word or WPS, save it as a .docx document (without a password, if it has one) and send it again.",
    },
    isAboutItem: true,
  },
  examples: [
    {
      name: { zh: "RTF 文档", en: "A document in RTF" },
      files: {
        "来稿/报送.rtf": `{\\rtf1\\ansi 示例区科协举办春季科普展}
`,
      },
      show: "来稿/报送.rtf",
      findings: ["来稿/报送.rtf:1:1"],
    },
    wordExample({ name: { zh: "普通的 Word 稿件", en: "An ordinary Word file" }, paragraphs: SOUND }),
  ],
};
