/** A call of a note or a link that has no definition. Source: CommonMark, link reference definitions; GFM, footnotes. */
import type { DocumentedRule } from "../rule.js";

export const itemUnresolvedReference: DocumentedRule = {
  id: "item/unresolved-reference",
  scope: "documented",
  madeBy: "read",
  severity: "error",
  fixable: false,
  structural: true,
  summary: {
    zh: "脚注和引用式链接都有对应的内容。",
    en: "Every footnote and every reference link has its definition.",
  },
  why: {
    zh: "只有编号而没有注文，读者在页脚找不到；多半是删段落时把注文一起删了。",
    en: "Readers look in vain for a note whose number has no text; most often it was deleted together with a paragraph.",
  },
  forUnit: {
    what: {
      zh: "这里标了脚注或链接，后面却没有内容。",
      en: "There is a reference to a note or a link here, but the note or link itself is missing.",
    },
    ask: { zh: "请补上注文或网址。", en: "Please send the text of the note or the address of the link." },
  },
  examples: [
    {
      name: { zh: "脚注没有注文", en: "A note without text" },
      files: {
        "items/01.md": `---
title: 示例市科协举办学术交流会
---

参加人数创新高[^1]。
`,
      },
      show: "items/01.md",
      findings: ["items/01.md:5:8"],
    },
    {
      name: { zh: "脚注有注文", en: "A note with its text" },
      files: {
        "items/01.md": `---
title: 示例市科协举办学术交流会
---

参加人数创新高[^1]。

[^1]: 自2020年统计以来。
`,
      },
      show: "items/01.md",
      findings: [],
    },
    {
      name: { zh: "方括号里的普通文字", en: "Words in square brackets" },
      files: {
        "items/01.md": `---
title: 示例市科协举办学术交流会
---

本次活动[第三场]圆满结束。
`,
      },
      show: "items/01.md",
      findings: [],
    },
  ],
};
