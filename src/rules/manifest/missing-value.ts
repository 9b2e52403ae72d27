/** A value without which no issue can be printed. Source: FORMATS. */
import type { DocumentedRule } from "../rule.js";

export const manifestMissingValue: DocumentedRule = {
  id: "manifest/missing-value",
  scope: "documented",
  madeBy: "read",
  severity: "error",
  fixable: false,
  structural: true,
  summary: {
    zh: "刊名、期号、日期、栏目和联系方式必须写明。",
    en: "The name, number, date, sections and contact must be given.",
  },
  why: {
    zh: "缺了它们，报头、目录或刊末就有空白。",
    en: "Without them there is a gap in the masthead, the contents or the last line.",
  },
  examples: [
    {
      name: { zh: "没有日期", en: "No date" },
      files: {
        "issue.yaml": `year: 2026
number: 3
sections:
  - name: 科技交流
    items: [items/01.md]
  - name: 基层动态
    items: [items/02.md]
`,
      },
      show: "issue.yaml",
      findings: ["issue.yaml:1:1"],
    },
    {
      name: { zh: "没有联系方式", en: "No contact" },
      files: {
        "bulletin.yaml": `bulletin:
  name: 示例科协信息
sections:
  - name: 科技交流
  - name: 基层动态
`,
      },
      show: "bulletin.yaml",
      findings: ["issue.yaml:1:1"],
    },
    {
      name: { zh: "总期号可以不写", en: "The overall number may be left out" },
      files: {
        "issue.yaml": `year: 2026
number: 3
date: 2026-03-16
sections:
  - name: 科技交流
    items: [items/01.md]
  - name: 基层动态
    items: [items/02.md]
`,
      },
      show: "issue.yaml",
      findings: [],
    },
  ],
};
