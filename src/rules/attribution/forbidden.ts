/** Where a section forbids it, no item is signed. Source: sections, `attribution: forbidden`. */
import type { IssueRule } from "../rule.js";

export const attributionForbidden: IssueRule = {
  id: "attribution/forbidden",
  scope: "issue",
  severity: "error",
  fixable: false,
  structural: false,
  summary: {
    zh: "规定不署名的栏目，稿件不署供稿单位。",
    en: "In sections without attributions, no item names the unit that sent it.",
  },
  why: {
    zh: "要闻一类的栏目由编发单位统一编写，署了某一单位，会被理解为该单位的意见。",
    en: "Leading sections are written by the publisher; a unit's name at the end would make an item read as that unit's own opinion.",
  },
  examples: [
    {
      name: { zh: "不署名的栏目里署了名", en: "A unit named where none may be" },
      files: {
        "bulletin.yaml": `bulletin:
  name: 示例科协信息
sections:
  - name: 科技交流
    attribution: forbidden
  - name: 基层动态
contact:
  label: 信息报送邮箱
  email: submissions@example.org
`,
        "items/01.md": `---
title: 示例市科协举办学术交流会
source: 示例市科协学会部
---

3月10日，示例市科协举办学术交流会。
`,
      },
      show: "items/01.md",
      findings: ["items/01.md:3:9"],
    },
    {
      name: { zh: "正文末尾的括号不是单位", en: "Brackets at the end that name no unit" },
      files: {
        "bulletin.yaml": `bulletin:
  name: 示例科协信息
sections:
  - name: 科技交流
    attribution: forbidden
  - name: 基层动态
contact:
  label: 信息报送邮箱
  email: submissions@example.org
`,
        "items/01.md": `---
title: 示例市科协举办学术交流会
---

3月10日，示例市科协举办学术交流会（第二场）。
`,
      },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check(issue, { house }) {
    const forbidding = new Set(
      house.sections
        .filter((section) => section.attribution === "forbidden")
        .map((section) => section.name.value),
    );
    for (const { name, items } of issue.sections) {
      if (!forbidding.has(name.value)) continue;
      for (const { attribution } of items) {
        if (attribution === undefined || attribution.value === "") continue;
        yield {
          span: attribution.span,
          message: {
            zh: `“${name.value}”的稿件不署名，这里署了“${attribution.value}”。`,
            en: `Items in “${name.value}” are not signed, but this one names “${attribution.value}”.`,
          },
          help: {
            zh: "请删去署名，或把稿件移到可以署名的栏目。",
            en: "Remove the name, or move the item to a section whose items are signed.",
          },
        };
      }
    }
  },
};
