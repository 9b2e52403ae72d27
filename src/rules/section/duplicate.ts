/** A section stands once in a manifest. Source: FORMATS, manifest; the contents list each section once. */
import type { Section } from "../../model/issue.js";
import type { IssueRule } from "../rule.js";

export const sectionDuplicate: IssueRule = {
  id: "section/duplicate",
  scope: "issue",
  severity: "error",
  fixable: false,
  structural: false,
  summary: { zh: "同一栏目在一期中只出现一次。", en: "A section appears only once in an issue." },
  why: {
    zh: "栏目重复时，目录会列出两个同名栏目，读者无从分辨；多半是复制清单时忘了合并。",
    en: "A section given twice appears twice in the contents, and readers cannot tell the two apart; most often an entry was copied and not merged.",
  },
  examples: [
    {
      name: { zh: "同一栏目写了两遍", en: "One section twice" },
      files: {
        "issue.yaml": `year: 2026
number: 3
date: 2026-03-16
sections:
  - name: 基层动态
    items: [items/01.md]
  - name: 基层动态
    items: [items/02.md]
`,
      },
      show: "issue.yaml",
      findings: ["issue.yaml:7:11"],
    },
    {
      name: { zh: "一个栏目里放多篇", en: "Several items in one section" },
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
  *check(issue) {
    const seen = new Map<string, Section>();
    for (const section of issue.sections) {
      const name = section.name.value;
      const first = seen.get(name);
      if (first === undefined || name === "") {
        seen.set(name, section);
        continue;
      }
      yield {
        span: section.name.span,
        message: {
          zh: `栏目“${name}”在本期出现了两次，目录里会列出两个同名栏目。`,
          en: `The section “${name}” appears twice in this issue and would be listed twice in the contents.`,
        },
        help: { zh: "请把两处的稿件并到一处。", en: "Merge the items of both into one." },
        related: [{ span: first.name.span, message: { zh: "第一次在这里", en: "First listed here" } }],
      };
    }
  },
};
