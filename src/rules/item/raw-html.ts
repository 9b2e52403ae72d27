/** HTML in an item. Source: FORMATS, item; only one edition of three could show it. */
import type { DocumentedRule } from "../rule.js";

export const itemRawHtml: DocumentedRule = {
  id: "item/raw-html",
  scope: "documented",
  madeBy: "read",
  severity: "error",
  fixable: false,
  structural: true,
  summary: {
    zh: "正文不写 HTML 标签。",
    en: "The body contains no HTML tags.",
  },
  why: {
    zh: "HTML 只在网页版里有效，在 Word 和 PDF 里不是丢失，就是露出标签，各版本就不一致。",
    en: "Tags work in only one edition; in the others text is lost or the tags show.",
  },
  examples: [
    {
      name: { zh: "用标签换行", en: "A tag for a line break" },
      files: {
        "items/01.md": `---
title: 示例市科协举办学术交流会
---

第一行<br>第二行
`,
      },
      show: "items/01.md",
      findings: ["items/01.md:5:4"],
    },
    {
      name: { zh: "注释不印出来，可以写", en: "Comments are not printed and are allowed" },
      files: {
        "items/01.md": `---
title: 示例市科协举办学术交流会
---

<!-- 待核实 -->

3月10日，交流会举办。
`,
      },
      show: "items/01.md",
      findings: [],
    },
    {
      name: { zh: "代码里的标签", en: "Tags in code" },
      files: {
        "items/01.md": `---
title: 示例市科协举办学术交流会
---

在编辑器中输入 \`<br>\` 即可换行。
`,
      },
      show: "items/01.md",
      findings: [],
    },
  ],
};
