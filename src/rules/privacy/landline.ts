/**
 * Printed text carries no land-line number, unless the house allows it (contact.allow). Area codes and
 * lengths: China's numbering plan; a number without an area code counts only behind 电话, 热线, 座机, 传真.
 */
import type { ItemRule } from "../rule.js";

const item = (sentence: string) => `---
title: 示例市科协举办学术交流会
---

${sentence}
`;

const HOUSE = `bulletin:
  name: 示例科协信息
sections:
  - name: 科技交流
  - name: 基层动态
contact:
  label: 信息报送邮箱
  email: submissions@example.org
  allow: ["@example.com", "13900000000", 010-5555 0100]
`;

export const privacyLandline: ItemRule = {
  id: "privacy/landline",
  scope: "item",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "印出的文字里不出现座机号码，contact.allow 允许的除外。",
    en: "The printed text contains no landline numbers, except those in contact.allow.",
  },
  why: {
    zh: "座机多半属于某个办公室，人员调整后就可能打不通；需要公开的热线，应由编辑部核实后统一登记。",
    en: "A landline usually belongs to one office and may stop working when people move. Numbers meant for the public are checked by the editors and listed.",
  },
  forUnit: {
    what: { zh: "这里有电话号码。", en: "There is a telephone number here." },
    ask: {
      zh: "请确认可以公开；没有确认的，我们删去。",
      en: "Please confirm that it may be published; otherwise we shall leave it out.",
    },
  },
  examples: [
    {
      name: { zh: "带区号的座机", en: "A land line with its area code" },
      files: { "items/01.md": item("咨询请拨打 010-5555 0123 。") },
      show: "items/01.md",
      findings: ["items/01.md:5:7"],
    },
    {
      name: { zh: "没有区号，但前面写明是电话", en: "No area code, but called a phone number" },
      files: { "items/01.md": item("咨询电话：5555 0123，欢迎来电。") },
      show: "items/01.md",
      findings: ["items/01.md:5:6"],
    },
    {
      name: { zh: "本刊允许的号码", en: "A number that the house allows" },
      files: { "items/01.md": item("咨询请拨打 010-55550100 。"), "bulletin.yaml": HOUSE },
      show: "items/01.md",
      findings: [],
    },
    {
      name: { zh: "公共服务短号和400热线", en: "Short codes and 400 lines" },
      files: { "items/01.md": item("市民可拨打12345或400-800-1234反映。") },
      show: "items/01.md",
      findings: [],
    },
    {
      name: { zh: "年份区间、标准号和编号", en: "Ranges of years, standards, codes" },
      files: { "items/01.md": item("2024-2026年执行GB/T 15834-2011，项目编号 KX-010-55550123。") },
      show: "items/01.md",
      findings: [],
    },
    {
      name: { zh: "没有说明是电话的八位数", en: "Eight digits that nobody calls a number" },
      files: { "items/01.md": item("累计访问55550123次。") },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check(item, { factsOf }) {
    for (const datum of factsOf(item).personalData) {
      if (datum.kind !== "landline") continue;
      yield {
        span: datum.span,
        message: {
          zh: `这里印出了座机号码“${datum.value}”，本刊没有登记它可以公开。`,
          en: `The text gives the number “${datum.value}”, which is not listed as public.`,
        },
        help: {
          zh: "请核实后加进 contact.allow，或删去。",
          en: "Add it to contact.allow once it has been checked, or remove it.",
        },
      };
    }
  },
};
