/**
 * A link has text and a destination. Source: WCAG 2.2, 2.4.4.
 */
import { plainText } from "../../model/plain-text.js";
import type { ItemRule } from "../rule.js";

const item = (line: string) => `---
title: 示例市科协举办学术交流会
---

3月10日，学术交流会举办，现场气氛热烈。

${line}
`;

export const linkEmpty: ItemRule = {
  id: "link/empty",
  scope: "item",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "链接要有文字，也要有网址。",
    en: "A link has text and a destination.",
  },
  why: {
    zh: "没有文字的链接看不见，也点不到；没有网址的链接点了没有反应。多半是没有写完。",
    en: "A link without text cannot be seen, and one without a destination does nothing; most often it was not finished.",
  },
  source: "WCAG 2.2, 2.4.4",
  forUnit: {
    what: { zh: "这里的链接不完整。", en: "This link is not complete." },
    ask: { zh: "请给出网址和要显示的文字。", en: "Please send the address and the text to be shown." },
  },
  examples: [
    {
      name: { zh: "没有文字", en: "No words" },
      files: { "items/01.md": item("[](https://example.org/join) 欢迎报名。") },
      show: "items/01.md",
      findings: ["items/01.md:7:1"],
    },
    {
      name: { zh: "没有去处", en: "No destination" },
      files: { "items/01.md": item("[报名入口]()") },
      show: "items/01.md",
      findings: ["items/01.md:7:1"],
    },
    {
      name: { zh: "两样都有", en: "Both are there" },
      files: { "items/01.md": item("[报名入口](https://example.org/join)") },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check(item, { factsOf }) {
    for (const { links } of factsOf(item).passages) {
      for (const { children, span, url } of links) {
        const hasWords = plainText(children).trim() !== "";
        if (hasWords && url.value.trim() !== "") continue;
        yield {
          span,
          message: hasWords
            ? { zh: "这个链接没有写网址。", en: "This link has no destination." }
            : {
                zh: "这个链接没有文字，读者看不见它。",
                en: "This link has no text, so readers cannot see it.",
              },
          help: hasWords
            ? {
                zh: "请在圆括号里写上网址，或去掉链接。",
                en: "Write the address in the round brackets, or remove the link.",
              }
            : {
                zh: "请在方括号里写上文字，或去掉链接。",
                en: "Write the text in the square brackets, or remove the link.",
              },
        };
      }
    }
  },
};
