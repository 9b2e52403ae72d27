/**
 * A section holds at least as many items as the house says. Source: the house's own list
 * (bulletin.yaml, sections, min-items).
 */
import type { IssueRule } from "../rule.js";

export const sectionTooFewItems: IssueRule = {
  id: "section/too-few-items",
  scope: "issue",
  severity: "error",
  fixable: false,
  structural: false,
  summary: {
    zh: "栏目的稿件不少于本刊规定的篇数（min-items）。",
    en: "A section has at least as many items as the bulletin requires (min-items).",
  },
  why: {
    zh: "有的栏目每期都要有内容，例如反映基层的栏目；缺稿应在排版前发现。",
    en: "Some sections must have something in every issue; a missing contribution should be noticed before the issue is composed.",
  },
  examples: [
    {
      name: { zh: "要求两篇，只有一篇", en: "Two asked for, one given" },
      files: {
        "issue.yaml": `year: 2026
number: 3
date: 2026-03-16
bulletin: {name: 示例科协信息}
sections:
  - name: 基层动态
    items: [items/01.md]
`,
        "bulletin.yaml": `sections:
  - name: 基层动态
    min-items: 2
contact:
  label: 信息报送邮箱
  email: submissions@example.org
`,
      },
      show: "issue.yaml",
      findings: ["issue.yaml:6:11"],
    },
    {
      name: { zh: "没有规定篇数", en: "No number is set" },
      files: {
        "issue.yaml": `year: 2026
number: 3
date: 2026-03-16
sections:
  - name: 基层动态
    items: [items/01.md, items/02.md]
`,
      },
      show: "issue.yaml",
      findings: [],
    },
  ],
  *check(issue, { house }) {
    const rules = new Map(house.sections.map((section) => [section.name.value, section]));
    for (const { name, items } of issue.sections) {
      const rule = rules.get(name.value);
      if (rule === undefined || items.length >= rule.minItems) continue;
      yield {
        span: name.span,
        message: {
          zh: `“${name.value}”本期有 ${items.length} 篇，少于本刊规定的至少 ${rule.minItems} 篇。`,
          en: `“${name.value}” has ${items.length === 1 ? "1 item" : `${items.length} items`}; the bulletin requires at least ${rule.minItems}.`,
        },
        help: {
          zh: "请补足稿件，或在栏目表中改 min-items。",
          en: "Add the missing items, or change min-items in the list of sections.",
        },
        related: [{ span: rule.span, message: { zh: "有关规定", en: "The requirement" } }],
      };
    }
  },
};
