/** YAML that cannot be read as one document. Source: YAML 1.2, core schema; the bounds are ours. */
import type { DocumentedRule } from "../rule.js";

export const manifestSyntax: DocumentedRule = {
  id: "manifest/syntax",
  scope: "documented",
  madeBy: "read",
  severity: "error",
  fixable: false,
  structural: true,
  summary: {
    zh: "清单和办刊规定是写得对的 YAML，编码为 UTF-8。",
    en: "The manifest and the house rules are sound YAML in UTF-8.",
  },
  why: {
    zh: "缩进差一格，后面的内容就全部归错了地方；同一个键写两遍，总有一遍不算数。读不懂的文件不能猜。",
    en: "One space of indent moves all that follows; of a key given twice one is lost. What cannot be read must not be guessed.",
  },
  source: "YAML 1.2.2",
  examples: [
    {
      name: { zh: "同一个键写了两遍", en: "One key twice" },
      files: {
        "issue.yaml": `year: 2026
number: 3
number: 4
date: 2026-03-16
sections:
  - name: 科技交流
    items: [items/01.md]
  - name: 基层动态
    items: [items/02.md]
`,
      },
      show: "issue.yaml",
      findings: ["issue.yaml:3:1"],
    },
    {
      name: { zh: "方括号没有闭合", en: "A bracket left open" },
      files: {
        "issue.yaml": `year: 2026
number: 3
date: 2026-03-16
sections:
  - name: 科技交流
    items: [items/01.md]
  - name: 基层动态
    items: [items/02.md
`,
      },
      show: "issue.yaml",
      findings: ["issue.yaml:8:12"],
    },
    {
      name: { zh: "Windows 换行和行尾注释", en: "Windows line ends and comments" },
      files: {
        "issue.yaml": `year: 2026 # 注\r\nnumber: 3 # 注\r\ndate: 2026-03-16 # 注\r\nsections: # 注\r\n  - name: 科技交流 # 注\r\n    items: [items/01.md] # 注\r\n  - name: 基层动态 # 注\r\n    items: [items/02.md] # 注\r\n`,
      },
      show: "issue.yaml",
      findings: [],
    },
  ],
};
