/**
 * Printed text carries no mailbox, unless the house allows it (contact.allow: an address, or all of
 * a domain as `@example.org`). One that asks for contributions is contact/competing-address's.
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

export const privacyEmailInText: ItemRule = {
  id: "privacy/email-in-text",
  scope: "item",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "印出的文字里不出现邮箱，contact.allow 允许的除外。",
    en: "The printed text contains no e-mail addresses, except those in contact.allow.",
  },
  why: {
    zh: "个人邮箱属于个人信息；单位邮箱也应先核对，确认长期有人收信。",
    en: "A person's e-mail address is personal information; a unit's should be checked first, to be sure that somebody reads the mail.",
  },
  forUnit: {
    what: { zh: "这里有邮箱地址。", en: "There is an e-mail address here." },
    ask: {
      zh: "请确认可以公开；没有确认的，我们删去。",
      en: "Please confirm that it may be published; otherwise we shall leave it out.",
    },
  },
  examples: [
    {
      name: { zh: "正文里的邮箱", en: "A mailbox in the text" },
      files: { "items/01.md": item("联系人某某，邮箱someone@example.net。") },
      show: "items/01.md",
      findings: ["items/01.md:5:9"],
    },
    {
      name: { zh: "藏在链接里的邮箱", en: "A mailbox hidden in a link" },
      files: { "items/01.md": item("请[写信](mailto:someone@example.net)联系。") },
      show: "items/01.md",
      findings: ["items/01.md:5:7"],
    },
    {
      name: { zh: "全角的＠", en: "A full-width ＠" },
      files: { "items/01.md": item("联系人某某，邮箱someone＠example.net。") },
      show: "items/01.md",
      findings: ["items/01.md:5:9"],
    },
    {
      name: { zh: "整个域名都允许", en: "A domain that the house allows as a whole" },
      files: { "items/01.md": item("联系人某某，邮箱someone@example.com。"), "bulletin.yaml": HOUSE },
      show: "items/01.md",
      findings: [],
    },
    {
      name: { zh: "本刊自己的邮箱", en: "The house's own mailbox" },
      files: { "items/01.md": item("联系邮箱为submissions@example.org。") },
      show: "items/01.md",
      findings: [],
    },
    {
      name: { zh: "代码里的地址", en: "An address in code" },
      files: { "items/01.md": item("示例为 `someone@example.net`。") },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check(item, { factsOf }) {
    for (const datum of factsOf(item).personalData) {
      if (datum.kind !== "email" || datum.invites) continue;
      yield {
        span: datum.span,
        message: {
          zh: `这里印出了邮箱“${datum.value}”，本刊没有登记它可以公开。`,
          en: `The text gives the e-mail address “${datum.value}”, which is not listed as public.`,
        },
        help: {
          zh: "请删去，或核实后加进 contact.allow。",
          en: "Remove it, or add it to contact.allow once it has been checked.",
        },
      };
    }
  },
};
