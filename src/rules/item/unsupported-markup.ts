/** Markup that not every edition can print. Source: FORMATS, item. */
import type { DocumentedRule } from "../rule.js";

export const itemUnsupportedMarkup: DocumentedRule = {
  id: "item/unsupported-markup",
  scope: "documented",
  madeBy: "read",
  severity: "error",
  fixable: false,
  structural: true,
  summary: {
    zh: "正文只用各版本都能印的标记。",
    en: "The body uses only markup that all editions can print.",
  },
  why: {
    zh: "公式、提示框一类的标记，在有的版本里印不出来，读者看到的只是一些符号。",
    en: "Formulas, boxes and the like cannot be printed in every edition; readers would see only symbols.",
  },
  examples: [
    {
      name: { zh: "公式", en: "A formula" },
      files: {
        "items/01.md": `---
title: 示例市科协举办学术交流会
---

增长率 $\\frac{a}{b}$ 为正。
`,
      },
      show: "items/01.md",
      findings: ["items/01.md:5:6"],
    },
    {
      name: { zh: "美元金额", en: "Amounts in dollars" },
      files: {
        "items/01.md": `---
title: 示例市科协举办学术交流会
---

经费从$20万增至$30万。
`,
      },
      show: "items/01.md",
      findings: [],
    },
  ],
};
