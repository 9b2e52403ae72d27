/** What the date was decided from. Made by the intake. */
import type { DocumentedRule } from "../rule.js";
import { SOUND, wordExample } from "../word-example.js";

export const importDate: DocumentedRule = {
  id: "import/date",
  scope: "documented",
  madeBy: "intake",
  severity: "info",
  fixable: false,
  structural: false,
  summary: { zh: "日期从哪里来，有说明。", en: "What the date was taken from is said." },
  why: {
    zh: "日期取自导语，年份没有写时按来信、落款或本期。写得不明确就空着。",
    en: "The date is that of the lead; its year, where none is written, that of the mail, the signature or the issue. What is not certain is left empty.",
  },
  examples: [
    wordExample({
      name: { zh: "日期取自导语", en: "The date is that of the lead" },
      paragraphs: SOUND,
      at: [2],
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
