/**
 * The phone number and the mailbox of who sent an item can be used. Source: ITU-T E.164 and the
 * numbering plan by libphonenumber; RFC 5321, 4.1.2.
 */
import { addressFault, halfWidthAddress } from "../../model/email-address.js";
import type { ItemRule } from "../rule.js";

const item = (submitter: string) => `---
title: 示例市科协举办学术交流会
submitter: ${submitter}
---

3月10日，示例市科协举办学术交流会。
`;

export const contactSubmitterInvalid: ItemRule = {
  id: "contact/submitter-invalid",
  scope: "item",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "报送人的电话能拨通，邮箱格式正确。",
    en: "The submitter's telephone number can be dialled and the e-mail address is well formed.",
  },
  why: {
    zh: "核实稿件要靠它联系；号码少一位，就联系不上。",
    en: "These are needed to check the facts of an item; with one digit missing, nobody can be reached.",
  },
  source: "ITU-T E.164; RFC 5321, 4.1.2",
  forUnit: {
    what: {
      zh: "报送人的电话或邮箱像是写错了。",
      en: "The submitter's telephone number or e-mail address seems to be mistyped.",
    },
    ask: { zh: "请核对报送人的联系方式。", en: "Please check it." },
    isAboutItem: true,
  },
  examples: [
    {
      name: {
        zh: "电话少一位，邮箱没有域名",
        en: "A phone number one digit short, a mailbox without its domain",
      },
      files: { "items/01.md": item("{name: 某某, phone: 1380013800138001, email: someone@example}") },
      show: "items/01.md",
      findings: ["items/01.md:3:30", "items/01.md:3:55"],
    },
    {
      name: { zh: "座机和分机", en: "A land line with an extension" },
      files: { "items/01.md": item("{name: 某某, phone: 010-5555 0123 转 801, email: a@example.org}") },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check({ submitter }, { isPossiblePhone }) {
    const phone = submitter?.phone;
    if (phone !== undefined && phone.value !== "" && !isPossiblePhone(phone.value)) {
      yield {
        span: phone.span,
        message: {
          zh: `报送人电话“${phone.value}”不像能拨通的号码。`,
          en: `The submitter's telephone number “${phone.value}” does not look like one that can be dialled.`,
        },
        help: {
          zh: "请核对位数；座机请带上区号。",
          en: "Check the number of digits; give a landline its area code.",
        },
      };
    }
    const email = submitter?.email;
    if (email !== undefined && email.value !== "" && addressFault(email.value) !== undefined) {
      const halfWidth = halfWidthAddress(email.value);
      const isMended = halfWidth !== email.value && addressFault(halfWidth) === undefined;
      yield {
        span: email.span,
        message: {
          zh: `报送人邮箱“${email.value}”格式不对。`,
          en: `The submitter's e-mail address “${email.value}” is not well formed.`,
        },
        help: isMended
          ? { zh: `是否想写“${halfWidth}”？`, en: `Did you mean “${halfWidth}”?` }
          : { zh: "请写成“名称@域名”。", en: "Write it as name@domain." },
      };
    }
  },
};
