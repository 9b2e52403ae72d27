/** An item that the manifest lists and the disk does not hold. Source: FORMATS. */
import type { DocumentedRule } from "../rule.js";

export const itemFileMissing: DocumentedRule = {
  id: "item/file-missing",
  scope: "documented",
  madeBy: "read",
  severity: "error",
  fixable: false,
  structural: true,
  summary: {
    zh: "清单列出的稿件文件必须存在。",
    en: "Every item file listed in the manifest must exist.",
  },
  why: {
    zh: "少一篇稿件，目录和页码就都不对。",
    en: "With one item missing, the contents and all page numbers are wrong.",
  },
  examples: [
    {
      name: { zh: "文件名写错", en: "A file name mistyped" },
      files: {
        "issue.yaml": `year: 2026
number: 3
date: 2026-03-16
sections:
  - name: 科技交流
    items: [items/01.md]
  - name: 基层动态
    items: [items/2.md]
`,
      },
      show: "issue.yaml",
      findings: ["issue.yaml:8:13"],
    },
    {
      name: { zh: "路径前的 ./ 没有关系", en: "A path with ./ in front" },
      files: {
        "issue.yaml": `year: 2026
number: 3
date: 2026-03-16
sections:
  - name: 科技交流
    items: [items/01.md]
  - name: 基层动态
    items: [./items/02.md]
`,
      },
      show: "issue.yaml",
      findings: [],
    },
  ],
};
