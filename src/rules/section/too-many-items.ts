/**
 * A section holds at most as many items as the house says. Source: the house's own list
 * (bulletin.yaml, sections, max-items).
 */
import type { IssueRule } from "../rule.js";

export const sectionTooManyItems: IssueRule = {
  id: "section/too-many-items",
  scope: "issue",
  severity: "error",
  fixable: false,
  structural: false,
  summary: {
    zh: "栏目的稿件不多于本刊规定的篇数（max-items）。",
    en: "A section holds no more items than the house asks for (max-items).",
  },
  why: {
    zh: "篇数有上限，各栏目之间才平衡，全刊也不会超出计划的页数。",
    en: "A limit keeps the sections in balance and the issue within its planned pages.",
  },
  examples: [
    {
      name: { zh: "最多一篇，放了两篇", en: "At most one, two given" },
      files: {
        "issue.yaml": `year: 2026
number: 3
date: 2026-03-16
bulletin: {name: 示例科协信息}
sections:
  - name: 基层动态
    items: [items/01.md, items/02.md]
`,
        "bulletin.yaml": `sections:
  - name: 基层动态
    max-items: 1
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
      if (rule?.maxItems === undefined || items.length <= rule.maxItems) continue;
      yield {
        span: name.span,
        message: {
          zh: `“${name.value}”本期有 ${items.length} 篇，多于本刊规定的至多 ${rule.maxItems} 篇。`,
          en: `“${name.value}” holds ${items.length} items; the house asks for at most ${rule.maxItems}.`,
        },
        help: {
          zh: "留下要紧的，其余移到别的栏目或下一期，或在栏目表中改 max-items。",
          en: "Move some to another section or to the next issue, or change max-items in the list of sections.",
        },
        related: [{ span: rule.span, message: { zh: "规定在这里", en: "The house says so here" } }],
      };
    }
  },
};
