/**
 * A section listed without items is named, since it is left out of the editions. Source: FORMATS,
 * manifest (`keep-empty`).
 */
import type { IssueRule } from "../rule.js";

export const sectionEmpty: IssueRule = {
  id: "section/empty",
  scope: "issue",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: { zh: "列出的栏目应当有稿件。", en: "A listed section should contain items." },
  why: {
    zh: "没有稿件的栏目不会印出来。可能是稿件忘了登记，也可能是本期本来就空着，需要编辑明确。",
    en: "A section without items is not printed. Either its items were forgotten or it is meant to be empty; the editor should say which.",
  },
  examples: [
    {
      name: { zh: "栏目下没有稿件", en: "A section with no items" },
      files: {
        "issue.yaml": `year: 2026
number: 3
date: 2026-03-16
sections:
  - name: 科技交流
    items: []
  - name: 基层动态
    items: [items/01.md, items/02.md]
`,
      },
      show: "issue.yaml",
      findings: ["issue.yaml:5:11"],
    },
    {
      name: { zh: "有意保留的空栏目", en: "Kept empty on purpose" },
      files: {
        "issue.yaml": `year: 2026
number: 3
date: 2026-03-16
sections:
  - name: 科技交流
    items: []
    keep-empty: true
  - name: 基层动态
    items: [items/01.md, items/02.md]
`,
      },
      show: "issue.yaml",
      findings: [],
    },
  ],
  *check(issue) {
    for (const { name, items, keepEmpty } of issue.sections) {
      if (items.length > 0 || keepEmpty) continue;
      yield {
        span: name.span,
        message: {
          zh: `栏目“${name.value}”下没有稿件，各版都不会印出这个栏目。`,
          en: `The section “${name.value}” has no items, so no edition prints it.`,
        },
        help: {
          zh: "请补上稿件，或删去这个栏目；要保留栏目名，请写 keep-empty: true。",
          en: "Add items or delete the section; to keep its heading, write keep-empty: true.",
        },
      };
    }
  },
};
