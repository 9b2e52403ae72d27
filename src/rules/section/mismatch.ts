/** An item that names its section stands in it. Source: FORMATS, item (`section` must agree with the manifest). */
import { nearestName } from "../../diagnostics/nearest-name.js";
import type { IssueRule } from "../rule.js";

export const sectionMismatch: IssueRule = {
  id: "section/mismatch",
  scope: "issue",
  severity: "error",
  fixable: false,
  structural: false,
  summary: {
    zh: "稿件自己写的栏目与本期清单一致。",
    en: "The section named in an item agrees with the manifest.",
  },
  why: {
    zh: "稿件里的 section 由供稿单位或编辑确定，清单在编排时写成；两处不一致，必有一处错误，只能由编辑判断。",
    en: "One was written by whoever sent the item, the other by whoever planned the issue. If they differ, one is wrong, and only the editor can tell which.",
  },
  examples: [
    {
      name: { zh: "稿件写的是另一个栏目", en: "The item names another section" },
      files: {
        "items/01.md": `---
title: 示例市科协举办学术交流会
section: 基层动态
---

3月10日，示例市科协举办学术交流会。
`,
      },
      show: "items/01.md",
      findings: ["items/01.md:3:10"],
    },
    {
      name: { zh: "两处一致", en: "Both agree" },
      files: {
        "items/01.md": `---
title: 示例市科协举办学术交流会
section: 科技交流
---

3月10日，示例市科协举办学术交流会。
`,
      },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check(issue, { house }) {
    const names = new Set([...house.sections, ...issue.sections].map(({ name }) => name.value));
    for (const section of issue.sections) {
      for (const item of section.items) {
        if (item.section === undefined || item.section.value === section.name.value) continue;
        const wanted = item.section.value;
        const nearest = names.has(wanted) ? undefined : nearestName(wanted, names);
        yield {
          span: item.section.span,
          message: {
            zh: `稿件写明属于“${wanted}”，本期清单却放在“${section.name.value}”。`,
            en: `The item says that it belongs to “${wanted}”, but the manifest lists it under “${section.name.value}”.`,
          },
          help:
            nearest === undefined
              ? { zh: "请改其中一处，使两处一致。", en: "Change one of the two so that they agree." }
              : { zh: `是否想写“${nearest}”？`, en: `Did you mean “${nearest}”?` },
          related: [{ span: item.listed, message: { zh: "清单列在这里", en: "Listed here" } }],
        };
      }
    }
  },
};
