/** A line whose gaps had to be stretched past the limit. Made while composing. */
import type { DocumentedRule } from "../rule.js";

export const layoutLooseLine: DocumentedRule = {
  id: "layout/loose-line",
  scope: "documented",
  madeBy: "layout",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "行内空隙不过大。",
    en: "No line has overly wide gaps.",
  },
  why: {
    zh: "长网址、长英文移到下一行时，会把上一行撑得很松，影响阅读。",
    en: "A long address or foreign word that moves to the next line leaves wide gaps in the one before.",
  },
  source: "clreq, line adjustment",
  examples: [
    {
      name: {
        zh: "长网址换到下一行，上一行被拉开",
        en: "A long address goes to the next line and leaves the one before loose",
      },
      files: {
        "items/01.md": `---
title: 示例市科协开通报名网站
---

示例市网址为https://example.org/abcdefghijklmnopqrstuvwxyz0123456789。
`,
      },
      show: "items/01.md",
      findings: ["items/01.md:5:1"],
    },
    {
      name: { zh: "短网址", en: "A short address" },
      files: {
        "items/01.md": `---
title: 示例市科协开通报名网站
---

示例市网址为https://example.org/join。
`,
      },
      show: "items/01.md",
      findings: [],
    },
  ],
};
