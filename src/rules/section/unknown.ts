/**
 * A manifest may only use the sections that the house rules list. Source: the house's own list
 * (bulletin.yaml, sections); where none is given, every name is right.
 */
import { nearestName } from "../../diagnostics/nearest-name.js";
import { listedNames } from "../../model/listed-names.js";
import type { IssueRule } from "../rule.js";

export const sectionUnknown: IssueRule = {
  id: "section/unknown",
  scope: "issue",
  severity: "error",
  fixable: false,
  structural: false,
  summary: {
    zh: "栏目必须在本刊的栏目表中。",
    en: "Every section must be in the bulletin's list of sections.",
  },
  why: {
    zh: "栏目是刊物的固定骨架，读者按栏目找内容。一字之差的栏目名会在目录里变成一个新栏目，顺序和署名要求也跟着失效。",
    en: "Sections are the fixed framework of a bulletin, by which readers find things. A name that is one character off becomes a new section in the contents, and the rules on order and attribution no longer apply to it.",
  },
  examples: [
    {
      name: { zh: "栏目名写错一个字", en: "A section's name with one character wrong" },
      files: {
        "issue.yaml": `year: 2026
number: 3
date: 2026-03-16
sections:
  - name: 科技交流
    items: [items/01.md]
  - name: 基层动向
    items: [items/02.md]
`,
      },
      show: "issue.yaml",
      findings: ["issue.yaml:7:11"],
    },
    {
      name: { zh: "没有栏目表时，用什么栏目由本期决定", en: "Without a list the manifest decides" },
      files: {
        "bulletin.yaml": `bulletin:
  name: 示例科协信息
contact:
  label: 信息报送邮箱
  email: submissions@example.org
`,
        "issue.yaml": `year: 2026
number: 3
date: 2026-03-16
sections:
  - name: 一线风采
    items: [items/01.md, items/02.md]
`,
      },
      show: "issue.yaml",
      findings: [],
    },
  ],
  *check(issue, { house }) {
    const names = house.sections.map((section) => section.name.value);
    if (names.length === 0) return;
    const known = new Set(names);
    const list = listedNames(names);
    for (const { name } of issue.sections) {
      if (name.value === "" || known.has(name.value)) continue;
      const nearest = nearestName(name.value, names);
      yield {
        span: name.span,
        message: {
          zh: `“${name.value}”不在本刊的栏目表中。`,
          en: `“${name.value}” is not in the bulletin's list of sections.`,
        },
        help:
          nearest === undefined
            ? {
                zh: `可用的栏目：${list.zh}。新设栏目请先加进 bulletin.yaml 的 sections。`,
                en: `The sections are: ${list.en}. To open a new one, add it to sections in bulletin.yaml.`,
              }
            : { zh: `是否想写“${nearest}”？`, en: `Did you mean “${nearest}”?` },
      };
    }
  },
};
