/**
 * The mailbox at the end is well formed. Source: RFC 5321, 4.1.2, as mail servers take it;
 * RFC 6531 for letters outside ASCII.
 */

import type { Message } from "../../diagnostics/diagnostic.js";
import { type AddressFault, addressFault, halfWidthAddress } from "../../model/email-address.js";
import { placeInValue } from "../../model/place-in-value.js";
import type { IssueRule } from "../rule.js";

const house = (email: string) => `bulletin:
  name: 示例科协信息
sections:
  - name: 科技交流
  - name: 基层动态
contact:
  label: 信息报送邮箱
  email: ${email}
`;

export const contactEmailInvalid: IssueRule = {
  id: "contact/email-invalid",
  scope: "issue",
  severity: "error",
  fixable: true,
  structural: false,
  summary: {
    zh: "报送邮箱的格式正确，没有全角符号和空格。",
    en: "The e-mail address is well formed, without full-width characters or spaces.",
  },
  why: {
    zh: "邮箱错一个字符，各单位的来稿都会被退回。中文输入法打出的＠和。看起来相像，邮件系统却不识别。",
    en: "With one wrong character every contribution bounces. The ＠ and 。 of a Chinese input method look right, but no mail system accepts them.",
  },
  source: "RFC 5321, 4.1.2; RFC 6531",
  examples: [
    {
      name: { zh: "全角的＠和句号", en: "A full-width ＠ and a Chinese full stop" },
      files: { "bulletin.yaml": house("submissions＠example。org") },
      show: "bulletin.yaml",
      findings: ["bulletin.yaml:8:10"],
      fixed: house("submissions@example.org"),
    },
    {
      name: { zh: "没有 @", en: "No @" },
      files: { "bulletin.yaml": house("submissions.example.org") },
      show: "bulletin.yaml",
      findings: ["bulletin.yaml:8:10"],
    },
    {
      name: { zh: "域名写了两个点", en: "Two dots in the domain" },
      files: { "bulletin.yaml": house("submissions@example..org") },
      show: "bulletin.yaml",
      findings: ["bulletin.yaml:8:10"],
    },
    {
      name: { zh: "加号、点和下划线都可以用", en: "Plus, dot and low line are right" },
      files: { "bulletin.yaml": house("news.desk+city_a@mail.example.org") },
      show: "bulletin.yaml",
      findings: [],
    },
    {
      name: { zh: "中文域名可以用", en: "A domain of Han characters is right" },
      files: { "bulletin.yaml": house("信息@示例.中国") },
      show: "bulletin.yaml",
      findings: [],
    },
  ],
  *check(_issue, { house: { contact }, sources }) {
    const { email } = contact;
    if (email === undefined || email.value === "") return;
    const { value, span } = email;
    const halfWidth = halfWidthAddress(value);
    if (halfWidth !== value) {
      const marks = [...new Set([...value].filter((mark) => halfWidthAddress(mark) !== mark))].join(" ");
      const source = sources.get(span.path) ?? "";
      const place = placeInValue(email, { start: 0, end: value.length, source });
      const isMended = addressFault(halfWidth) === undefined;
      yield {
        span,
        message: {
          zh: `邮箱“${value}”里有全角符号（${marks}），邮件系统不识别。`,
          en: `The address “${value}” contains full-width characters (${marks}), which no mail system accepts.`,
        },
        help: { zh: `请改成“${halfWidth}”。`, en: `Write “${halfWidth}”.` },
        ...(place !== undefined && isMended ? { fix: [{ span: place, text: halfWidth }] } : {}),
      };
      return;
    }
    const fault = addressFault(value);
    if (fault === undefined) return;
    yield {
      span,
      message: {
        zh: `邮箱“${value}”格式不对：${FAULTS[fault].zh}。`,
        en: `The address “${value}” is not valid: ${FAULTS[fault].en}.`,
      },
      help: {
        zh: "请写成“名称@域名”，例如 submissions@example.org。",
        en: "Write it as name@domain, such as submissions@example.org.",
      },
    };
  },
};

const FAULTS: Readonly<Record<AddressFault, Message>> = {
  "no-at": { zh: "缺少 @", en: "there is no @" },
  "several-at": { zh: "有不止一个 @", en: "there is more than one @" },
  space: { zh: "中间有空格", en: "it contains a space" },
  "local-part": {
    zh: "@ 前面是空的，或有不能用的字符",
    en: "the part before the @ is empty or contains characters that are not allowed",
  },
  dots: {
    zh: "点号连写，或写在了开头、末尾",
    en: "there are two dots in a row, or a dot at the start or the end",
  },
  domain: { zh: "@ 后面不是完整的域名", en: "the part after the @ is not a complete domain" },
  "top-level": { zh: "域名的最后一节不能全是数字", en: "the domain ends in a number" },
  length: { zh: "太长", en: "it is too long" },
};
