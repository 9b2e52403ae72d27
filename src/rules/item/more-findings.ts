/** More findings in one file than can be told one by one. Made by check/bound-findings.ts. */
import type { DocumentedRule } from "../rule.js";

/** A mark of half the width between Han is a finding; so many of them are more than are reported. */
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
    en: "At most a thousand findings are listed for one file; the others are only counted.",
  },
  why: {
    zh: "一篇稿件列出十万处问题，没有人能看完，报告也大得打不开。所以先列最严重的；这一条的级别，就是没有列出的问题里最严重的级别。自动改正不受影响，能改的全部改正。",
    en: "Nobody reads a hundred thousand findings about one item, and no program can show so large a report. The most severe are listed; this finding has the severity of the most severe one left out. Fixing is not limited: everything that can be fixed is.",
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
