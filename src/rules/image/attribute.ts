/**
 * In the braces behind a picture stands its width and nothing else. Other programs know heights, classes and names
 * there; no edition follows them.
 */
import type { ItemRule } from "../rule.js";

const item = (line: string) => `---
title: 示例市科协举办学术交流会
---

3月10日，学术交流会举办，现场气氛热烈。

${line}
`;

export const imageAttribute: ItemRule = {
  id: "image/attribute",
  scope: "item",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "图片后面的花括号里只写宽度，其他写法不起作用。",
    en: "The braces behind a picture hold its width; nothing else in them has any effect.",
  },
  why: {
    zh: "高度随宽度而定，位置由版式决定。写了不起作用的内容，印出来会和想的不一样。",
    en: "The height follows from the width, and the place from the template. What is written and not followed makes the print differ from what was meant.",
  },
  examples: [
    {
      name: { zh: "高度和样式名", en: "A height and the name of a style" },
      files: { "items/01.md": item("![会场全景](../images/wide.png){width=60% height=5cm .center}") },
      show: "items/01.md",
      findings: ["items/01.md:7:39", "items/01.md:7:50"],
    },
    {
      name: { zh: "只有宽度；正文里的花括号", en: "The width alone; braces in the text" },
      files: {
        "items/01.md": item("![会场全景](../images/wide.png){width=60%}\n\n变量写作{名称}，集合写作{1, 2}。"),
      },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check(issueItem, { factsOf }) {
    for (const { refused } of factsOf(issueItem).figures) {
      for (const { kind, span, written } of refused) {
        if (kind === "width") continue;
        yield {
          span,
          message: {
            zh: `图片后面的“${written}”不起作用。`,
            en: `“${written}” behind the picture has no effect.`,
          },
          help: {
            zh: "请删去；要改大小，写宽度即可，如 {width=60%}。",
            en: "Delete it; to change the size, give a width, such as {width=60%}.",
          },
        };
      }
    }
  },
};
