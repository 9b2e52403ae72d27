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
    zh: "清单和办刊规定的 YAML 格式正确，编码为 UTF-8。",
    en: "The manifest and the house rules are valid YAML in UTF-8.",
  },
  why: {
    zh: "缩进差一格，后面的内容就会归错地方；同一个键写两遍，只有一遍有效。格式有误的文件不能猜着读。",
    en: "One space of indentation changes the meaning of all that follows; if a key is given twice, one value is lost. A file that cannot be read must not be guessed at.",
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
