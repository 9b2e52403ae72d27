/**
 * Numbers that stand for one person: student and passport numbers, admission tickets, social security cards.
 */
import { DIGIT, setOfClasses } from "../../han/copy-class.js";
import type { TextRule } from "../rule.js";
import { textExample } from "../text-example.js";
import { toldByPattern } from "../told-by-pattern.js";

const NUMBER =
  /(?:学号|学籍号|学生证号?|考生号|准考证号?|护照号?码?|军官证号?|社保卡?号|医保卡?号|工号|驾驶证号?)(?:码)?[：:为是]? ?([A-Za-z]{0,3}\d{6,20}|[A-Za-z]{1,3}\d{4,5})(?!\d)/g;

export const privacyPersonalNumber: TextRule = {
  id: "privacy/personal-number",
  scope: "text",
  looksFor: setOfClasses(DIGIT),
  signs: "号籍证照保",
  mentions: /[学工]号|学籍|学生证|考生号|准考证|护照|军官证|[社医]保|驾驶证/,
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "印出的文字里不出现学号、护照号、准考证号等。",
    en: "The printed text contains no student, passport or admission numbers.",
  },
  why: {
    zh: "这些号码只对应一个人，属于个人信息。",
    en: "Such a number stands for one person: it is personal information.",
  },
  forUnit: {
    what: { zh: "这里有个人的证件号码。", en: "There is a number of a personal document here." },
    ask: {
      zh: "请确认可以公开；没有确认的，我们删去。",
      en: "Please confirm that it may be published; otherwise we shall leave it out.",
    },
  },
  source: "《中华人民共和国个人信息保护法》",
  examples: [
    textExample({
      name: { zh: "学号、护照号", en: "Student and passport numbers" },
      text: "学号20230145012的同学获奖，护照号E12345678已登记。",
      at: [3, 23],
    }),
    textExample({
      name: { zh: "没有写明号码的", en: "No number given" },
      text: "持护照入场，学号从略，准考证3月10日发放，工号牌已更换。",
    }),
  ],
  check: (line, { house }) =>
    toldByPattern(line, house, {
      pattern: NUMBER,
      message: (value) => ({
        zh: `这里印出了个人号码“${value}”。`,
        en: `The text gives the personal number “${value}”.`,
      }),
      help: { zh: "请删去，或隐去中间几位。", en: "Remove it, or cover its middle." },
    }),
};
