/** A comment that names a rule that is not there. Made by check/suppressions.ts. */
import type { DocumentedRule } from "../rule.js";

export const suppressionUnknownRule: DocumentedRule = {
  id: "suppression/unknown-rule",
  scope: "documented",
  madeBy: "check",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "屏蔽注释里的规则名都存在。",
    en: "Every rule named in a silencing comment exists.",
  },
  why: {
    zh: "规则名写错，要屏蔽的问题仍会报告。",
    en: "If the name is mistyped, the finding is still reported.",
  },
  examples: [
    {
      name: { zh: "规则名写错", en: "A rule's name mistyped" },
      files: {
        "items/01.md": `---
title: 示例市科协举办学术交流会
---

<!-- bulletin-disable-next-line privacy/mobil-number -->
报名电话13800138000。
`,
      },
      show: "items/01.md",
      findings: ["items/01.md:5:1"],
    },
    {
      name: { zh: "规则名正确", en: "A rule's name as it is" },
      files: {
        "items/01.md": `---
title: 示例市科协举办学术交流会
---

<!-- bulletin-disable-next-line privacy/mobile-number -->
报名电话13800138000。
`,
      },
      show: "items/01.md",
      findings: [],
    },
  ],
};
