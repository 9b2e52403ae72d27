/** Where the house asks for it, every item says who sent it in. Source: bulletin.yaml, `contact.submitter: required`. */
import type { ItemRule } from "../rule.js";

const HOUSE = `bulletin:
  name: 示例科协信息
sections:
  - name: 科技交流
  - name: 基层动态
contact:
  label: 信息报送邮箱
  email: submissions@example.org
  submitter: required
`;

export const contactSubmitterMissing: ItemRule = {
  id: "contact/submitter-missing",
  scope: "item",
  severity: "error",
  fixable: false,
  structural: false,
  summary: {
    zh: "本刊要求时，每篇稿件写明报送人和联系方式（不印出）。",
    en: "If the bulletin requires it, every item names its submitter and how to reach them (never printed).",
  },
  why: {
    zh: "稿件有疑问时，编辑要能找到供稿人核实；只有单位名称，往往要辗转多次。",
    en: "When something in an item is in doubt, the editor must be able to reach its author; with only the unit's name that takes many calls.",
  },
  forUnit: {
    what: {
      zh: "没有写明报送人的姓名和联系方式。",
      en: "The item does not say who submitted it and how to reach them.",
    },
    ask: {
      zh: "请告知报送人的姓名和电话，只用于核实，不会刊登。",
      en: "Please send us a name and a telephone number; they are used only for queries and are never published.",
    },
    isAboutItem: true,
  },
  examples: [
    {
      name: { zh: "没有报送人", en: "Nobody named" },
      files: {
        "bulletin.yaml": HOUSE,
        "items/01.md": `---
title: 示例市科协举办学术交流会
---

3月10日，示例市科协举办学术交流会。
`,
        "items/02.md": `---
title: 示例区科协开展科普进社区活动
submitter: {name: 某某, phone: 010-5555 0123}
---

3月11日，科普志愿者走进社区。
`,
      },
      show: "items/01.md",
      findings: ["items/01.md:2:8"],
    },
    {
      name: { zh: "有姓名，没有联系方式", en: "A name and no way to reach it" },
      files: {
        "bulletin.yaml": HOUSE,
        "items/01.md": `---
title: 示例市科协举办学术交流会
submitter: {name: 某某}
---

3月10日，示例市科协举办学术交流会。
`,
        "items/02.md": `---
title: 示例区科协开展科普进社区活动
submitter: {name: 某某, email: a@example.org}
---

3月11日，科普志愿者走进社区。
`,
      },
      show: "items/01.md",
      findings: ["items/01.md:3:1"],
    },
    {
      name: { zh: "本刊不要求时不检查", en: "Silent where the house does not ask" },
      files: {
        "items/01.md": `---
title: 示例市科协举办学术交流会
---

3月10日，示例市科协举办学术交流会。
`,
      },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check(item, { house }) {
    if (house.contact.submitter !== "required") return;
    const { submitter } = item;
    const lacks =
      submitter?.name === undefined
        ? { zh: "报送人姓名", en: "the submitter's name" }
        : submitter.phone === undefined && submitter.email === undefined
          ? { zh: "报送人的电话或邮箱", en: "the submitter's telephone number or e-mail address" }
          : undefined;
    if (lacks === undefined) return;
    yield {
      span: submitter?.span ?? item.title[0]?.span ?? item.frontMatter,
      message: {
        zh: `这篇稿件没有写${lacks.zh}，本刊要求写明，以便核实。`,
        en: `This item lacks ${lacks.en}, which the bulletin requires so that facts can be checked.`,
      },
      help: {
        zh: "请在文件开头写 submitter: {name: 姓名, phone: 电话}；不会印出来。",
        en: "Write submitter: {name: …, phone: …} in the front matter; it is never printed.",
      },
    };
  },
};
