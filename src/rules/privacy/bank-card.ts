/**
 * Printed text carries nobody's bank card number. Source: ISO/IEC 7812-1 (Luhn) and the prefixes of
 * issuers; 16 to 19 digits, not inside a longer number, a code or a web address.
 */
import type { ItemRule } from "../rule.js";

const item = (sentence: string) => `---
title: 示例市科协举办学术交流会
---

${sentence}
`;

export const privacyBankCard: ItemRule = {
  id: "privacy/bank-card",
  scope: "item",
  severity: "error",
  fixable: false,
  structural: false,
  summary: {
    zh: "印出的文字里不出现银行卡号。",
    en: "The printed text contains no bank card numbers.",
  },
  why: {
    zh: "卡号是敏感个人信息，泄露可能造成财产损失。收款账号应另发通知，不印在简报里。",
    en: "A card number is sensitive personal information, and a leak may cause financial loss. Account numbers for payments are sent separately, not printed in a bulletin.",
  },
  source: "ISO/IEC 7812-1；《中华人民共和国个人信息保护法》第二十八条",
  forUnit: {
    what: {
      zh: "这里有银行卡号，属于敏感个人信息，不能刊登。",
      en: "There is a bank card number here, which is sensitive personal information and must not be published.",
    },
    ask: {
      zh: "我们将删去；如需别的写法，请告知。",
      en: "We shall leave it out; please tell us if something else should take its place.",
    },
  },
  examples: [
    {
      name: { zh: "银行卡号", en: "A card number" },
      files: { "items/01.md": item("捐款请汇至卡号6222 0212 3456 7890 128。") },
      show: "items/01.md",
      findings: ["items/01.md:5:8"],
    },
    {
      name: { zh: "写明是银行卡号的，抄错一位也算", en: "Called so, even with a digit mistyped" },
      files: { "items/01.md": item("她的银行卡号是6222020200112233445，请转账。") },
      show: "items/01.md",
      findings: ["items/01.md:5:8"],
    },
    {
      name: { zh: "校验位不对", en: "A wrong check digit" },
      files: { "items/01.md": item("设备编号为6222021234567890120。") },
      show: "items/01.md",
      findings: [],
    },
    {
      name: { zh: "更长编号中的一段", en: "Part of a longer code" },
      files: { "items/01.md": item("流水号为62220212345678901284567。") },
      show: "items/01.md",
      findings: [],
    },
    {
      name: {
        zh: "恰好通过校验的身份号码只按身份号码报告",
        en: "An identity number is not a card, even if its check digits agree",
      },
      files: { "items/01.md": item("档案号为110105194912310021。") },
      show: "items/01.md",
      findings: [],
    },
    {
      name: { zh: "前缀不属于任何发卡机构", en: "A prefix that no issuer has" },
      files: { "items/01.md": item("编号为8888800000000000。") },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check(item, { factsOf }) {
    for (const datum of factsOf(item).personalData) {
      if (datum.kind !== "bank-card") continue;
      yield {
        span: datum.span,
        message: {
          zh: `这里印出了银行卡号“${datum.value.slice(0, 4)}…${datum.value.slice(-4)}”，属于敏感个人信息。`,
          en: `The text gives the bank card number “${datum.value.slice(0, 4)}…${datum.value.slice(-4)}”, which is sensitive personal information.`,
        },
        help: {
          zh: "请删去。",
          en: "Remove it.",
        },
      };
    }
  },
};
