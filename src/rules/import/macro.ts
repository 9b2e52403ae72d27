/** Macros in a Word file. Made by the intake. */
import type { DocumentedRule } from "../rule.js";
import { SOUND, wordExample } from "../word-example.js";

export const importMacro: DocumentedRule = {
  id: "import/macro",
  scope: "documented",
  madeBy: "intake",
  severity: "info",
  fixable: false,
  structural: false,
  summary: { zh: "来稿不带宏。", en: "What came in carries no macros." },
  why: {
    zh: "宏不运行，也不读入。写稿用不着宏；带宏的文件，打开原件时要小心。",
    en: "Macros are neither run nor taken over. No item needs any: take care when you open the original.",
  },
  examples: [
    wordExample({
      name: { zh: "带宏的文档", en: "A document with macros" },
      paragraphs: SOUND,
      at: [0],
      path: "来稿/报送.docm",
    }),
    wordExample({ name: { zh: "普通的 Word 稿件", en: "An ordinary Word file" }, paragraphs: SOUND }),
  ],
};
