/** An item outside the bulletin's folder, by its path or by a link. Source: FORMATS. */
import type { DocumentedRule } from "../rule.js";

export const itemPathOutside: DocumentedRule = {
  id: "item/path-outside",
  scope: "documented",
  madeBy: "read",
  severity: "error",
  fixable: false,
  structural: true,
  summary: {
    zh: "稿件在本刊文件夹之内。",
    en: "Items are inside the bulletin's folder.",
  },
  why: {
    zh: "用别处的文件，换一台电脑就编不出同一期；也可防止误把不该公开的文件印出来。",
    en: "With files from elsewhere, the issue cannot be built on another computer; it also keeps private files from being printed by accident.",
  },
  examples: [
    {
      name: { zh: "用 .. 走到文件夹之外", en: "A path that leaves the folder" },
      files: {
        "issue.yaml": `year: 2026
number: 3
date: 2026-03-16
sections:
  - name: 科技交流
    items: [items/01.md]
  - name: 基层动态
    items: [../../items/02.md]
`,
      },
      show: "issue.yaml",
      findings: ["issue.yaml:8:13"],
    },
    {
      name: { zh: "绕一圈仍在文件夹之内", en: "A path that goes round and stays inside" },
      files: {
        "issue.yaml": `year: 2026
number: 3
date: 2026-03-16
sections:
  - name: 科技交流
    items: [items/01.md]
  - name: 基层动态
    items: [items/../items/02.md]
`,
      },
      show: "issue.yaml",
      findings: [],
    },
  ],
};
