/** A value of the wrong type, out of range, or a day that does not exist. Source: FORMATS. */
import type { DocumentedRule } from "../rule.js";

export const manifestInvalidValue: DocumentedRule = {
  id: "manifest/invalid-value",
  scope: "documented",
  madeBy: "read",
  severity: "error",
  fixable: false,
  structural: true,
  summary: {
    zh: "每个值的类型和范围都对，日期真实存在。",
    en: "Every value has its type and range, and every date exists.",
  },
  why: {
    zh: "期号、日期印在报头上，错了就是整期的错；2 月 30 日这样的日期，只能回头问编辑。",
    en: "Number and date stand in the masthead, and an error there is an error of the whole issue; only the editor knows what 30 February was meant to be.",
  },
  examples: [
    {
      name: { zh: "日期不存在", en: "A date that does not exist" },
      files: {
        "issue.yaml": `year: 2026
number: 3
date: 2026-02-30
sections:
  - name: 科技交流
    items: [items/01.md]
  - name: 基层动态
    items: [items/02.md]
`,
      },
      show: "issue.yaml",
      findings: ["issue.yaml:3:7"],
    },
    {
      name: { zh: "期号小于 1", en: "A number below 1" },
      files: {
        "issue.yaml": `year: 2026
number: 0
date: 2026-03-16
sections:
  - name: 科技交流
    items: [items/01.md]
  - name: 基层动态
    items: [items/02.md]
`,
      },
      show: "issue.yaml",
      findings: ["issue.yaml:2:9"],
    },
    {
      name: { zh: "加引号的日期", en: "A date in quotes" },
      files: {
        "issue.yaml": `year: 2026
number: 3
date: "2026-03-16"
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
