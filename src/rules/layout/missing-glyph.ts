/** A character that no font at hand can show. Made while composing. */
import type { DocumentedRule } from "../rule.js";

export const layoutMissingGlyph: DocumentedRule = {
  id: "layout/missing-glyph",
  scope: "documented",
  madeBy: "layout",
  severity: "error",
  fixable: false,
  structural: true,
  summary: {
    zh: "每个字都有字形可用。",
    en: "Every character has a glyph in one of the available fonts.",
  },
  why: {
    zh: "没有字形的字印出来是空框，人名里的生僻字尤其常见。",
    en: "A character without a glyph is printed as an empty box; this is common with rare characters in names.",
  },
  source: "GB 18030-2022",
  examples: [
    {
      name: { zh: "字体里没有的字", en: "A character that the fonts lack" },
      files: {
        "items/01.md": `---
title: 示例市科协把科普活动办进山村
---

3月10日，𠮷水村举办科普活动。
`,
      },
      show: "items/01.md",
      findings: ["items/01.md:5:7"],
    },
    {
      name: { zh: "常用字", en: "Common characters" },
      files: {
        "items/01.md": `---
title: 示例市科协把科普活动办进山村
---

3月10日，吉水村举办科普活动。
`,
      },
      show: "items/01.md",
      findings: [],
    },
  ],
};
