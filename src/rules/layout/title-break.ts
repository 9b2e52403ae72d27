/** A title broken inside a word, or with one or two characters on its last line. Made while composing. */
import type { DocumentedRule } from "../rule.js";

export const layoutTitleBreak: DocumentedRule = {
  id: "layout/title-break",
  scope: "documented",
  madeBy: "layout",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "标题断行不拆词，末行不只剩一两个字。",
    en: "Titles break between words, and their last line has more than two characters.",
  },
  why: {
    zh: "公文标题回行时要词意完整、排列对称；末行只剩一两个字，很不美观。",
    en: "Titles of official documents break where the sense allows, in balanced lines; a last line of one or two characters looks wrong.",
  },
  source: "GB/T 9704-2012, 7.3.1",
  examples: [
    {
      name: { zh: "标题里有一长串不能断开的字母", en: "A title with a long run that cannot be broken" },
      files: {
        "items/01.md": `---
title: 示例市ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz开放
---

3月10日，活动举办。
`,
      },
      show: "items/01.md",
      findings: ["items/01.md:2:8"],
    },
    {
      name: { zh: "标题断成相称的两行", en: "A title that breaks into two balanced lines" },
      files: {
        "items/01.md": `---
title: 示例市科学技术协会举办第二十届青少年创新大赛会
---

3月10日，活动举办。
`,
      },
      show: "items/01.md",
      findings: [],
    },
  ],
};
