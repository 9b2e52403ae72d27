/** A file that was imported before, or is given twice. Made by the command that imports. */
import type { DocumentedRule } from "../rule.js";

export const importDuplicate: DocumentedRule = {
  id: "import/duplicate",
  scope: "documented",
  madeBy: "import",
  severity: "info",
  alsoSeverity: "warning",
  fixable: false,
  structural: false,
  summary: { zh: "同一份来稿只导入一次。", en: "A submission is imported once." },
  why: {
    zh: "同一个文件用邮件和微信各发一次很常见；register.csv 记着导入过的文件，内容相同就不再写一遍。标题相同而文件不同的照样导入，只作提醒。",
    en: "The same file often comes twice, by mail and by chat. register.csv knows what was imported; what is the same to the byte is not written again. A title that was there before is imported all the same, with a warning.",
  },
  examples: [],
};
