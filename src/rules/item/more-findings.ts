/** More findings in one file than can be told one by one. Made by check/bound-findings.ts. */
import type { DocumentedRule } from "../rule.js";

/** A mark of half the width between Han is a finding; so many of them are more than are told. */
const FAULTS = "甲,乙".repeat(400);

export const itemMoreFindings: DocumentedRule = {
  id: "item/more-findings",
  scope: "documented",
  madeBy: "check",
  severity: "error",
  fixable: false,
  structural: true,
  summary: {
    zh: "一个文件最多列出 1000 处问题，其余只报个数。",
    en: "Of one file a thousand findings are listed at most; the others are counted.",
  },
  why: {
    zh: "没有人会看一篇稿件的十万处问题，报告太大，收报告的程序也打不开。先列最重的；这一条的级别，就是没有列出的里面最重的级别。自动改正不受影响，能改的全改。",
    en: "Nobody reads a hundred thousand findings of one item, and no program shows so large a report. The gravest are listed first; this finding is as grave as the gravest that is not. Mending is not bounded: whatever can be mended is.",
  },
  examples: [
    {
      name: { zh: "整篇稿件的标点都是半角", en: "A text all of whose marks are half-width" },
      files: {
        "items/01.md": `---
title: 示例市科协举办学术交流会
---

${FAULTS}

${FAULTS}

${FAULTS}
`,
      },
      show: "items/01.md",
      findings: ["items/01.md:5:1"],
    },
    {
      name: { zh: "一两处半角标点", en: "A half-width mark or two" },
      files: {
        "items/01.md": `---
title: 示例市科协举办学术交流会
---

3月10日,交流会举办,会员参加。
`,
      },
      show: "items/01.md",
      findings: [],
    },
  ],
};
