/** What the headline was decided from. Made by the intake. */
import type { DocumentedRule } from "../rule.js";
import { SOUND, wordExample } from "../word-example.js";

export const importTitle: DocumentedRule = {
  id: "import/title",
  scope: "documented",
  madeBy: "intake",
  severity: "info",
  alsoSeverity: "warning",
  fixable: false,
  structural: false,
  summary: { zh: "标题从哪里来，有说明。", en: "What the headline was taken from is said." },
  why: {
    zh: "标题是从样式、位置和字号判断的；取自邮件主题或文件名时，尤其要核对。",
    en: "The headline is told by style, place and size; taken from the subject of a mail or the name of a file it needs checking.",
  },
  examples: [
    wordExample({
      name: { zh: "标题居中、字大", en: "A headline, centred and large" },
      paragraphs: SOUND,
      at: [1],
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
