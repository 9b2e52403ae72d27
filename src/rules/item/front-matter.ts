/** The head of an item, between two lines of ---. Source: FORMATS, item. */
import type { DocumentedRule } from "../rule.js";

export const itemFrontMatter: DocumentedRule = {
  id: "item/front-matter",
  scope: "documented",
  madeBy: "read",
  severity: "error",
  fixable: true,
  hasSuggestions: true,
  restructures: true,
  structural: true,
  summary: {
    zh: "稿件开头两行 --- 之间的内容格式正确，并写明标题。",
    en: "The front matter of an item is well formed and gives a title.",
  },
  why: {
    zh: "标题、供稿单位都写在这里；格式不对，就不知道标题和供稿单位。",
    en: "It holds the title and the unit; without it, it is unknown what the item is called and who sent it.",
  },
  examples: [
    {
      name: { zh: "没有标题", en: "No title" },
      files: {
        "items/01.md": `---
source: 示例市科协
---

3月10日，交流会举办。
`,
      },
      show: "items/01.md",
      findings: ["items/01.md:2:1"],
    },
    {
      name: { zh: "键少一个字母", en: "A key with one letter missing" },
      files: {
        "items/01.md": `---
title: 学术交流会举办
sorce: 示例市科协
---

3月10日，交流会举办。
`,
      },
      show: "items/01.md",
      findings: ["items/01.md:3:1"],
      fixed: `---
title: 学术交流会举办
sorce: 示例市科协
---

3月10日，交流会举办。
`,
      suggested: `---
title: 学术交流会举办
source: 示例市科协
---

3月10日，交流会举办。
`,
    },
    {
      name: { zh: "键写成大写", en: "A key in capitals" },
      files: {
        "items/01.md": `---
title: 学术交流会举办
Source: 示例市科协
---

3月10日，交流会举办。
`,
      },
      show: "items/01.md",
      findings: ["items/01.md:3:1"],
      fixed: `---
title: 学术交流会举办
source: 示例市科协
---

3月10日，交流会举办。
`,
    },
    {
      name: { zh: "“---”前面有空行", en: "An empty line in front of ---" },
      files: { "items/01.md": "\n---\ntitle: 学术交流会举办\n---\n\n3月10日，交流会举办。\n" },
      show: "items/01.md",
      findings: ["items/01.md:2:1"],
      fixed: "---\ntitle: 学术交流会举办\n---\n\n3月10日，交流会举办。\n",
    },
    {
      name: { zh: "两行标题", en: "A title of two lines" },
      files: {
        "items/01.md": `---
title: |
  示例市科协举办学术交流会
  百余名青年学者参加
---

3月10日，交流会举办。
`,
      },
      show: "items/01.md",
      findings: [],
    },
  ],
};
