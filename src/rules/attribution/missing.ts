/** Where a section asks for it, every item names the unit that sent it. Source: sections, `attribution: required`. */
import type { IssueRule } from "../rule.js";

export const attributionMissing: IssueRule = {
  id: "attribution/missing",
  scope: "issue",
  severity: "error",
  fixable: false,
  structural: false,
  summary: {
    zh: "要求署名的栏目，每篇稿件都要有供稿单位。",
    en: "In a section that requires it, every item names the unit that sent it.",
  },
  why: {
    zh: "供稿单位印在稿件末尾，既是文责，也是各单位报送数量的依据；漏印一篇，统计和核实都没有着落。",
    en: "The unit printed at the end answers for the item and is counted for what it sent in; where it is missing, nobody can be asked and nothing is counted.",
  },
  forUnit: {
    what: {
      zh: "没有写供稿单位，而这个栏目的稿件要署名。",
      en: "The unit is not named, and items of this section are signed.",
    },
    ask: { zh: "请告知供稿单位的名称。", en: "Please tell us the name of the unit." },
    isAboutItem: true,
  },
  examples: [
    {
      name: { zh: "没有供稿单位", en: "No unit given" },
      files: {
        "bulletin.yaml": `bulletin:
  name: 示例科协信息
sections:
  - name: 科技交流
  - name: 基层动态
    attribution: required
contact:
  label: 信息报送邮箱
  email: submissions@example.org
`,
        "items/02.md": `---
title: 示例区科协开展科普进社区活动
---

3月11日，示例区科协组织科普志愿者走进社区。
`,
      },
      show: "items/02.md",
      findings: ["items/02.md:2:8"],
    },
    {
      name: { zh: "署名写在正文末尾也算", en: "A unit typed at the end of the body counts" },
      files: {
        "bulletin.yaml": `bulletin:
  name: 示例科协信息
sections:
  - name: 科技交流
  - name: 基层动态
    attribution: required
contact:
  label: 信息报送邮箱
  email: submissions@example.org
`,
        "items/02.md": `---
title: 示例区科协开展科普进社区活动
---

3月11日，示例区科协组织科普志愿者走进社区。（示例区科协）
`,
      },
      show: "items/02.md",
      findings: [],
    },
  ],
  *check(issue, { house }) {
    const asking = new Set(
      house.sections
        .filter((section) => section.attribution === "required")
        .map((section) => section.name.value),
    );
    for (const { name, items } of issue.sections) {
      if (!asking.has(name.value)) continue;
      for (const item of items) {
        if (item.attribution !== undefined && item.attribution.value !== "") continue;
        yield {
          span: item.title[0]?.span ?? item.frontMatter,
          message: {
            zh: `“${name.value}”的稿件要署供稿单位，这篇没有。`,
            en: `Items in “${name.value}” must name the unit that sent them; this one does not.`,
          },
          help: {
            zh: "在文件开头加一行 source: 单位名称，印出来就是文末的（单位名称）。",
            en: "Add source: and the unit's name to the front matter; it is printed in brackets at the end.",
          },
        };
      }
    }
  },
};
