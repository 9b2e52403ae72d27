/** A comment that silences nothing, or a structural rule. Made by check/suppressions.ts. */
import type { DocumentedRule } from "../rule.js";

export const suppressionUnused: DocumentedRule = {
  id: "suppression/unused",
  scope: "documented",
  madeBy: "check",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "屏蔽注释都有用处。",
    en: "Every comment that silences a rule is needed.",
  },
  why: {
    zh: "问题改好以后，如果屏蔽它的注释还留着，再有问题就不会报告。",
    en: "If the comment is left behind after the problem is fixed, it hides the next one.",
  },
  examples: [
    {
      name: { zh: "这里没有要屏蔽的问题", en: "Nothing to silence here" },
      files: {
        "items/01.md": `---
title: 示例市科协举办学术交流会
---

<!-- bulletin-disable-next-line privacy/mobile-number -- 已核实 -->
3月10日，交流会举办。
`,
      },
      show: "items/01.md",
      findings: ["items/01.md:5:1"],
    },
    {
      name: { zh: "结构性规则不能屏蔽", en: "A structural rule cannot be silenced" },
      files: {
        "items/01.md": `---
title: 示例市科协举办学术交流会
---

<!-- bulletin-disable image/missing -->

![会场](../images/none.png)
`,
      },
      show: "items/01.md",
      findings: ["items/01.md:5:1"],
    },
    {
      name: { zh: "屏蔽了一个手机号码", en: "A mobile number silenced" },
      files: {
        "items/01.md": `---
title: 示例市科协举办学术交流会
---

<!-- bulletin-disable-next-line privacy/mobile-number -- 公开热线 -->

报名电话13800138000。
`,
      },
      show: "items/01.md",
      findings: [],
    },
    {
      name: { zh: "YAML 里屏蔽一行", en: "One line of YAML silenced" },
      files: {
        "items/01.md": `---
title: 示例市科协举办学术交流会！ # bulletin-disable-line item/title-punctuation -- 单位要求
---

3月10日，交流会举办。
`,
      },
      show: "items/01.md",
      findings: [],
    },
    {
      name: { zh: "从这里到那里", en: "From here to there" },
      files: {
        "items/01.md": `---
title: 示例市科协举办学术交流会
---

<!-- bulletin-disable privacy/mobile-number privacy/landline -- 公开 -->

报名电话13800138000，咨询电话010-5555 0123。

<!-- bulletin-enable privacy/mobile-number -->
`,
      },
      show: "items/01.md",
      findings: [],
    },
  ],
};
