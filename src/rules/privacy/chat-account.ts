/**
 * Accounts of WeChat and QQ that belong to persons. Public accounts (公众号, 小程序) are meant to be known.
 */
import { DIGIT, LETTER, setOfClasses } from "../../han/copy-class.js";
import type { TextRule } from "../rule.js";
import { textExample } from "../text-example.js";
import { toldByPattern } from "../told-by-pattern.js";

const ACCOUNT =
  /(?:微信号?|(?<![A-Za-z])(?:WeChat|VX|QQ号?|QQ群号?)|Q群)(?:号码?)? ?[：:是为]? ?((?<=(?:QQ|Q群).{0,6})\d{5,11}|(?<!(?:QQ|Q群).{0,6})(?:wxid_[A-Za-z0-9_]{4,20}|[A-Za-z][A-Za-z0-9_-]{5,19}|1[3-9]\d{9}))(?![A-Za-z0-9_@.-])/gi;

export const privacyChatAccount: TextRule = {
  id: "privacy/chat-account",
  scope: "text",
  looksFor: setOfClasses(DIGIT) | setOfClasses(LETTER),
  signs: "微QqWwVv",
  mentions: /微信|QQ|Q群|WeChat|VX/i,
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "印出的文字里不出现微信号、QQ号。",
    en: "The printed text contains no WeChat or QQ accounts.",
  },
  why: {
    zh: "个人的聊天账号属于个人信息，印出去就收不回来。",
    en: "Accounts of persons are personal information, and print cannot be taken back.",
  },
  forUnit: {
    what: { zh: "这里有微信号或QQ号。", en: "There is a WeChat or QQ account here." },
    ask: {
      zh: "请确认可以公开；没有确认的，我们删去。",
      en: "Please confirm that it may be published; otherwise we shall leave it out.",
    },
  },
  source: "《中华人民共和国个人信息保护法》",
  examples: [
    textExample({
      name: { zh: "微信号和QQ号", en: "WeChat and QQ" },
      text: "微信号：fang_yanqiu88，QQ群123456789。",
      at: [5, 22],
    }),
    textExample({
      name: { zh: "公众号、小程序", en: "Public accounts" },
      text: "关注微信公众号“示例科普”，微信小程序SciencePass上线，QQ音乐2024榜单。",
    }),
  ],
  check: (line, { house }) =>
    toldByPattern(line, house, {
      pattern: ACCOUNT,
      message: (value) => ({
        zh: `这里印出了聊天账号“${value}”。`,
        en: `The text gives the account “${value}”.`,
      }),
      help: {
        zh: "请核实可以公开后加进 contact.allow，或删去。",
        en: "Add it to contact.allow once it has been checked, or remove it.",
      },
    }),
};
