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
    en: "A section has no more items than the bulletin allows (max-items).",
  },
  why: {
    zh: "篇数有上限，各栏目之间才平衡，全刊也不会超出计划的页数。",
    en: "A limit keeps the sections in balance and the issue within its planned length.",
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
          en: `“${name.value}” has ${items.length} items; the bulletin allows at most ${rule.maxItems}.`,
        },
        help: {
          zh: "请保留重要的，其余移到别的栏目或下一期，或在栏目表中改 max-items。",
          en: "Keep the important ones and move the others to another section or the next issue, or change max-items in the list of sections.",
        },
        related: [{ span: rule.span, message: { zh: "有关规定", en: "The limit" } }],
      };
    }
  },
};
