/**
 * The mailbox at the end is one of the house's own: its domain is on the house's list or lies under
 * one that is (mail.example.org under example.org), as whoever holds a domain holds what is under it.
 */

import { nearestName } from "../../diagnostics/nearest-name.js";
import { addressFault, domainOf, halfWidthAddress, isUnderDomain } from "../../model/email-address.js";
import { listedNames } from "../../model/listed-names.js";
import type { IssueRule } from "../rule.js";

const house = (email: string) => `bulletin:
  name: 示例科协信息
sections:
  - name: 科技交流
  - name: 基层动态
contact:
  label: 信息报送邮箱
  email: ${email}
  domains: [example.org]
`;

export const contactEmailDomain: IssueRule = {
  id: "contact/email-domain",
  scope: "issue",
  severity: "error",
  fixable: false,
  structural: false,
  summary: {
    zh: "报送邮箱属于本刊规定的域名（contact.domains）或其下级域名。",
    en: "The e-mail address belongs to one of the bulletin's allowed domains (contact.domains).",
  },
  why: {
    zh: "公务信息应当报到单位自己的邮箱。域名错一个字母，稿件就可能送到别处。",
    en: "Official contributions go to the organisation's own mailbox; with one wrong letter in the domain they may reach a stranger.",
  },
  examples: [
    {
      name: { zh: "域名错一个字母", en: "One letter wrong in the domain" },
      files: { "bulletin.yaml": house("submissions@exemple.org") },
      show: "bulletin.yaml",
      findings: ["bulletin.yaml:8:10"],
    },
    {
      name: { zh: "名字相近的别家域名", en: "A stranger's domain that ends alike" },
      files: { "bulletin.yaml": house("submissions@notexample.org") },
      show: "bulletin.yaml",
      findings: ["bulletin.yaml:8:10"],
    },
    {
      name: {
        zh: "地址写错时由 contact/email-invalid 说",
        en: "A malformed address is reported by contact/email-invalid",
      },
      files: { "bulletin.yaml": house("submissions@example。org") },
      show: "bulletin.yaml",
      findings: [],
    },
    {
      name: { zh: "下级域名可以用，不分大小写", en: "A domain under it is right, whatever its case" },
      files: { "bulletin.yaml": house("submissions@Mail.Example.ORG") },
      show: "bulletin.yaml",
      findings: [],
    },
  ],
  *check(_issue, { house: { contact } }) {
    const { email, domains } = contact;
    if (email === undefined || domains.length === 0) return;
    const address = halfWidthAddress(email.value);
    // What is no address has no domain to judge; contact/email-invalid speaks of it.
    if (addressFault(address) !== undefined) return;
    const domain = domainOf(address);
    const names = domains.map(({ value }) => value);
    if (names.some((allowed) => isUnderDomain(domain, allowed))) return;
    const list = listedNames(names);
    const nearest = nearestName(domain, names);
    yield {
      span: email.span,
      message: {
        zh: `邮箱“${email.value}”不属于本刊规定的域名（${list.zh}）。`,
        en: `The address “${email.value}” does not belong to an allowed domain (${list.en}).`,
      },
      help:
        nearest === undefined
          ? {
              zh: "请换成单位邮箱，或把这个域名加进 contact.domains。",
              en: "Use the organisation's own address, or add this domain to contact.domains.",
            }
          : { zh: `域名是否想写“${nearest}”？`, en: `Did you mean the domain “${nearest}”?` },
    };
  },
};
