/** An item that is not UTF-8 text, or too large. Source: FORMATS; RFC 3629. */
import type { DocumentedRule } from "../rule.js";

export const itemEncoding: DocumentedRule = {
  id: "item/encoding",
  scope: "documented",
  madeBy: "read",
  severity: "error",
  fixable: false,
  structural: true,
  summary: {
    zh: "稿件是 UTF-8 编码的文本文件，不超过 512 KiB。",
    en: "An item is a text file in UTF-8 of at most 512 KiB.",
  },
  why: {
    zh: "用别的编码存的稿件，打开是乱码。提示里会说明它像哪一种编码，用 UTF-8 另存即可。",
    en: "Text in another encoding comes out garbled; the finding names the encoding it seems to be in.",
  },
  source: "RFC 3629",
  examples: [
    {
      name: { zh: "稿件里有空字符，不是文本", en: "A file with NUL in it is not text" },
      files: {
        "items/01.md": `---
title: 示例市科协举办学术交流会
---

3月10日，\u0000交流会举办。
`,
      },
      show: "items/01.md",
      findings: ["issue.yaml:6:13"],
    },
    {
      name: { zh: "带 BOM 的 UTF-8", en: "UTF-8 with a byte order mark" },
      files: {
        "items/01.md": `\uFEFF---
title: 示例市科协举办学术交流会
---

3月10日，交流会举办。
`,
      },
      show: "items/01.md",
      findings: [],
    },
  ],
};
