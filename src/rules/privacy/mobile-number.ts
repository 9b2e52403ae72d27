/**
 * Printed text carries nobody's mobile number, unless the house allows it (contact.allow). Source:
 * Personal Information Protection Law of China (2021), article 6: no more than the purpose needs.
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

export const privacyMobileNumber: ItemRule = {
  id: "privacy/mobile-number",
  scope: "item",
  severity: "error",
  fixable: false,
  structural: false,
  summary: {
    zh: "印出的文字里不出现手机号码，contact.allow 允许的除外。",
    en: "The printed text contains no mobile numbers, except those in contact.allow.",
  },
  why: {
    zh: "手机号码属于个人信息。简报会转发、上网、归档，印出去就无法收回；需要联系的，由编辑部代转。",
    en: "A mobile number is personal information. Bulletins are passed on, put online and archived; what has been printed cannot be recalled.",
  },
  source: "《中华人民共和国个人信息保护法》第六条",
  forUnit: {
    what: {
      zh: "这里有手机号码，属于个人信息。",
      en: "There is a mobile number here, which is personal information.",
    },
    ask: {
      zh: "请确认本人同意公开，或提供单位电话；没有确认的，我们删去。",
      en: "Please confirm that its owner agrees to publication, or send an office number; otherwise we shall leave it out.",
    },
  },
  examples: [
    {
      name: { zh: "正文里的手机号码", en: "A mobile number in the text" },
      files: { "items/01.md": item("有意者请联系某某，电话13800138000。") },
      show: "items/01.md",
      findings: ["items/01.md:5:12"],
    },
    {
      name: { zh: "分段书写", en: "Written in groups" },
      files: { "items/01.md": item("有意者请拨打 138-0013-8000 报名。") },
      show: "items/01.md",
      findings: ["items/01.md:5:8"],
    },
    {
      name: {
        zh: "本刊允许的号码，写法不同也认",
        en: "A number that the house allows, however it is spaced",
      },
      files: { "items/01.md": item("有意者请拨打 139-0000-0000 报名。"), "bulletin.yaml": HOUSE },
      show: "items/01.md",
      findings: [],
    },
    {
      name: { zh: "较长编号中的一段、数量和小数", en: "Part of a longer code, an amount, a decimal" },
      files: { "items/01.md": item("订单20261380013800012已完成，总额13800138000元，系数0.13800138000。") },
      show: "items/01.md",
      findings: [],
    },
    {
      name: { zh: "订单、设备、证书的编号", en: "Numbers of orders, devices, certificates" },
      files: { "items/01.md": item("订单号13800138000已完成，设备编号：13900139000，第15000150000号证书。") },
      show: "items/01.md",
      findings: [],
    },
    {
      name: { zh: "代码里的数字", en: "Digits in code" },
      files: { "items/01.md": item("示例配置为 `13800138000`。") },
      show: "items/01.md",
      findings: [],
    },
    {
      name: { zh: "网址里的数字", en: "Digits in a web address" },
      files: { "items/01.md": item("详见 https://example.org/13800138000 。") },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check(item, { factsOf }) {
    for (const datum of factsOf(item).personalData) {
      if (datum.kind !== "mobile") continue;
      yield {
        span: datum.span,
        message: {
          zh: `这里印出了手机号码“${datum.value}”，属于个人信息。`,
          en: `The text gives the mobile number “${datum.value}”, which is personal information.`,
        },
        help: {
          zh: "请删去，或改印单位电话；确需公开的号码，请加进 contact.allow。",
          en: "Remove it, or print the unit's number instead; add a number meant for the public to contact.allow.",
        },
      };
    }
  },
};
