/** What the unit was decided from. Made by the intake. */
import type { DocumentedRule } from "../rule.js";
import { SOUND, wordExample } from "../word-example.js";

export const importUnit: DocumentedRule = {
  id: "import/unit",
  scope: "documented",
  madeBy: "intake",
  severity: "info",
  alsoSeverity: "warning",
  fixable: false,
  structural: false,
  summary: { zh: "供稿单位从哪里来，有说明。", en: "What the unit was taken from is said." },
  why: {
    zh: "署名写法很多，也可能是媒体或正文里的一句话；几处写得不一样时，要核对是哪一家。",
    en: "Signatures are written in many ways and may name a medium or belong to the text; where places differ, check which holds.",
  },
  examples: [
    wordExample({
      name: { zh: "单位取自文末署名", en: "The unit is that of the signature" },
      paragraphs: SOUND,
      at: [3],
    }),
    {
      name: {
        zh: "已经是稿件文件，照原样用，不再判断",
        en: "A file that is an item already is taken as it is",
      },
      files: {
        "来稿/稿件.md": `---
title: 示例区科协举办春季科普展
source: 示例区科协
date: 2026-03-12
---

3月12日，示例区科协在滨河社区举办春季科普展，三百余名居民参加。
`,
      },
      show: "来稿/稿件.md",
      findings: [],
    },
  ],
};
