/** A passage in a script whose letters cannot be set one by one. Made while composing. */
import type { DocumentedRule } from "../rule.js";

export const layoutUnshapedScript: DocumentedRule = {
  id: "layout/unshaped-script",
  scope: "documented",
  madeBy: "layout",
  severity: "error",
  fixable: false,
  structural: true,
  summary: {
    zh: "没有逐字排会排错的文字。",
    en: "No text is in a script that would be set wrong letter by letter.",
  },
  why: {
    zh: "阿拉伯字母（维吾尔文、哈萨克文）、藏文、蒙古文、泰文等，字母要相连、叠放或从右往左排；PDF 版还排不了，与其印错，不如说明。",
    en: "Letters of Arabic (Uyghur, Kazakh), Tibetan, Mongolian, Thai and others join, stack or run from right to left; the PDF cannot set them yet, and says so rather than print them wrong.",
  },
  source: "UAX 9, UAX 24",
  examples: [
    {
      name: { zh: "一段维吾尔文", en: "A passage in Uyghur" },
      files: {
        "items/01.md": `---
title: 示例市科协举办双语科普活动
---

横幅上写着ئىلىم پەن两个词。
`,
      },
      show: "items/01.md",
      findings: ["items/01.md:5:6"],
    },
    {
      name: { zh: "中文和拉丁字母", en: "Chinese and Latin letters" },
      files: {
        "items/01.md": `---
title: 示例市科协举办双语科普活动
---

横幅上写着“科学”和science两个词。
`,
      },
      show: "items/01.md",
      findings: [],
    },
  ],
};
