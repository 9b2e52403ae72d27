/**
 * Printed text carries nobody's identity number. Source: GB 11643-1999: 18 characters with a region, a
 * real date of birth and a check digit (ISO 7064, MOD 11-2) that agrees; others are other codes, unless they are called so.
 */
import type { ItemRule } from "../rule.js";

const item = (sentence: string) => `---
title: 示例市科协举办学术交流会
---

${sentence}
`;

export const privacyIdNumber: ItemRule = {
  id: "privacy/id-number",
  scope: "item",
  severity: "error",
  fixable: false,
  structural: false,
  summary: {
    zh: "印出的文字里不出现公民身份号码。",
    en: "The printed text contains no identity card numbers.",
  },
  why: {
    zh: "身份号码是敏感个人信息，可能被人冒用，简报里没有必要刊出。",
    en: "An identity number is sensitive personal information that others can misuse; a bulletin has no need to print it.",
  },
  source: "GB 11643-1999；《中华人民共和国个人信息保护法》第二十八条",
  forUnit: {
    what: {
      zh: "这里有身份号码，属于敏感个人信息，不能刊登。",
      en: "There is an identity number here, which is sensitive personal information and must not be published.",
    },
    ask: {
      zh: "我们将删去；如需别的写法，请告知。",
      en: "We shall leave it out; please tell us if something else should take its place.",
    },
  },
  examples: [
    {
      name: { zh: "身份号码", en: "An identity number" },
      files: { "items/01.md": item("获奖者某某，身份证号11010519491231002X。") },
      show: "items/01.md",
      findings: ["items/01.md:5:11"],
    },
    {
      name: { zh: "写明是身份证号的，抄错一位也算", en: "Called so, even with a digit mistyped" },
      files: { "items/01.md": item("获奖者身份证号码：110105194912310021，请核对。") },
      show: "items/01.md",
      findings: ["items/01.md:5:10"],
    },
    {
      name: { zh: "校验位不对的十八位数", en: "Eighteen digits with a wrong check digit" },
      files: { "items/01.md": item("设备编号为110105194912310021。") },
      show: "items/01.md",
      findings: [],
    },
    {
      name: { zh: "生日不存在", en: "A date of birth that does not exist" },
      files: { "items/01.md": item("设备编号为110105194902300021。") },
      show: "items/01.md",
      findings: [],
    },
    {
      name: { zh: "更长编号中的一段", en: "Part of a longer code" },
      files: { "items/01.md": item("流水号为A11010519491231002X7。") },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check(item, { factsOf }) {
    for (const datum of factsOf(item).personalData) {
      if (datum.kind !== "identity-number") continue;
      yield {
        span: datum.span,
        message: {
          zh: `这里印出了身份号码“${datum.value.slice(0, 6)}…${datum.value.slice(-2)}”，属于敏感个人信息。`,
          en: `The text gives the identity number “${datum.value.slice(0, 6)}…${datum.value.slice(-2)}”, which is sensitive personal information.`,
        },
        help: {
          zh: "请删去。",
          en: "Remove it.",
        },
      };
    }
  },
};
