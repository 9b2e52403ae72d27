/**
 * The phone number at the end can be dialled: right length for its region (China's where no country
 * code is given), short codes of public services included. Source: ITU-T E.164; the numbering plan
 * by libphonenumber.
 */
import type { IssueRule } from "../rule.js";

const house = (phone: string) => `bulletin:
  name: 示例科协信息
sections:
  - name: 科技交流
  - name: 基层动态
contact:
  label: 信息报送邮箱
  email: submissions@example.org
  phone: ${phone}
`;

export const contactPhoneInvalid: IssueRule = {
  id: "contact/phone-invalid",
  scope: "issue",
  severity: "error",
  fixable: false,
  structural: false,
  summary: {
    zh: "联系电话是能拨通的号码：位数完整，区号齐全。",
    en: "The contact number can be dialled: it is complete and has its area code.",
  },
  why: {
    zh: "电话印出去就无法更改，少一位便打不通。",
    en: "Once printed, a number cannot be corrected; one digit short, and nobody gets through.",
  },
  source: "ITU-T E.164",
  examples: [
    {
      name: { zh: "少了几位", en: "Some digits short" },
      files: { "bulletin.yaml": house("010-5555") },
      show: "bulletin.yaml",
      findings: ["bulletin.yaml:9:10"],
    },
    {
      name: { zh: "位数过多", en: "Too many digits" },
      files: { "bulletin.yaml": house("010-5555 0100 0100") },
      show: "bulletin.yaml",
      findings: ["bulletin.yaml:9:10"],
    },
    {
      name: { zh: "区号后加连字符或空格都可以", en: "Hyphens and spaces are right" },
      files: { "bulletin.yaml": house("010-5555 0100") },
      show: "bulletin.yaml",
      findings: [],
    },
    {
      name: { zh: "服务热线、分机号和国家代码", en: "A hot line, an extension, a country code" },
      files: { "bulletin.yaml": house("+86 10 5555 0100 转 801") },
      show: "bulletin.yaml",
      findings: [],
    },
    {
      name: { zh: "公共服务短号", en: "A short code of a public service" },
      files: { "bulletin.yaml": house('"12345"') },
      show: "bulletin.yaml",
      findings: [],
    },
  ],
  *check(_issue, { house: { contact }, isPossiblePhone }) {
    const { phone } = contact;
    if (phone === undefined || phone.value === "" || isPossiblePhone(phone.value)) return;
    yield {
      span: phone.span,
      message: {
        zh: `“${phone.value}”不像能拨通的电话号码。`,
        en: `“${phone.value}” does not look like a number that can be dialled.`,
      },
      help: {
        zh: "请核对位数；座机请带上区号，例如 010-5555 0100。",
        en: "Check the number of digits; give a landline its area code, as in 010-5555 0100.",
      },
    };
  },
};
