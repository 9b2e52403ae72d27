/**
 * A number is called rough once: 余 or 多 behind it, or 约 in front; both together say one thing twice or
 * contradict each other (超过100多场). 近10余年 is no case: 近 means lately there; nor are 签约30余家,
 * 节约20余万元, 附近20余家, where the word before the number is another.
 */
import { spanInLine } from "../copy-line.js";
import type { TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

const NUMBER = "(?:\\d{1,9}(?:[.,]\\d{1,4}){0,3}|[一二两三四五六七八九十百千几数]{1,6})";
const CLASSIFIER =
  "(?:人次|人|名|位|余?个|家|场次?|项|篇|部|台|套|件|份|种|类|户|岁|天|元|年|个?月|小时|分钟|吨|平方米|平方公里|公里|千米|米|亩|公斤|千克|倍|%|％|人民币|美元){0,2}";
const FRONT = "(?:大约|大概|约莫|约|将近|接近|近|超过|超|逾|不足|不到|至少|不少于|不低于)";
const ROUGH = /[余多]$/;
/** 左右两侧 is a place; 以上 behind 规模 or 处级 is no part of the number, as no classifier ends there. */
const BEHIND = "(?:左右(?![两手侧岸脚翼邻各为])|上下(?![两各为午])|以上|以下)?";
const PHRASE = new RegExp(
  `(${FRONT})?((?<=约)[有在为])?((?:${NUMBER}[万亿]?(?:[～~—-]|至|到))?${NUMBER}[万亿]?(?:余|多(?!半))?)[万亿]?(${CLASSIFIER})(${BEHIND})`,
  "g",
);

/** 130多余人 */
const BOTH_ROUGH = /(?:\d|[十百千万])(?:多余|余多)(?=[人名个家位场项件份万亩户])/g;

/** The word in front is the end of another: 签约, 附近, 赶超. */
const OTHER_WORD: Readonly<Record<string, RegExp>> = {
  约: /[签预相特邀合条节制公契履违赴失守应爽要集简]$/,
  近: /[附最邻临靠就远新亲贴逼]$/,
  超: /[赶反高]$/,
  逾: /不可$/,
};
/** With 近 in front these are lately, not nearly. */
const TIME = /^(?:年|个?月|天|小时|周)/;

export const numberApproximateTwice: TextRule = {
  id: "number/approximate-twice",
  scope: "text",
  signs: "余多右下上",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "概数只表示一次：“近”“约”“超过”与“余”“多”“左右”“以上”不同用。",
    en: "A number is marked as approximate only once: not 近, 约 or 超过 together with 余, 多, 左右 or 以上.",
  },
  why: {
    zh: "“近20余人”又不到二十又超过二十，自相矛盾；“约30人左右”说了两遍。",
    en: "近20余人 means both fewer and more than twenty; 约30人左右 says “about” twice.",
  },
  examples: [
    textExample({
      name: { zh: "“近”“约”“超过”又加“余”“多”", en: "近, 约 or 超过 with 余 or 多" },
      text: "近20余人参加，超过100多场，近百余名学者，约3.2万余人次。",
      at: [1, 9, 17, 24],
    }),
    textExample({
      name: { zh: "又加“左右”“以上”", en: "With 左右 or 以上 after it" },
      text: "约30人左右到场，至少20家以上参展，200余人左右观看，大约在5天左右完成，大概20至30人左右报名，数十余家参与。",
      at: [1, 10, 20, 30, 40, 53],
    }),
    textExample({
      name: { zh: "“多”“余”连用", en: "多 and 余 together" },
      text: "共有130多余人参加。",
      at: [6],
    }),
    textExample({
      name: { zh: "只说一次", en: "Said once" },
      text: "近20人，20余人，约30人，30人左右，100多场，约20～30人，达200余人，60岁以上，约有一多半。",
    }),
    textExample({
      name: { zh: "签约、节约、附近、最近", en: "签约, 节约, 附近 and 最近 are other words" },
      text: "现场签约30余家，节约20余万元，附近20多家单位参与，最近10余天，预约40多个场次。",
    }),
    textExample({
      name: { zh: "近年来、规模以上、左右两侧", en: "Lately, enterprises above a scale, both sides" },
      text: "近10余年来，超过100家规模以上企业、近百名副高级以上专家参与，展板设在入口约3米左右两侧。",
    }),
  ],
  *check(line) {
    const { text } = line;
    // Of two signs one at least stands behind the number.
    if (!/[余多]|左右|上下|以[上下]/.test(text)) return;
    for (const { 0: shown, index } of text.matchAll(BOTH_ROUGH)) {
      yield {
        span: spanInLine(line, index + 1, index + shown.length),
        message: {
          zh: "“多”和“余”重复，概数只表示一次。",
          en: "The number is marked as approximate twice, by “多” and “余”.",
        },
        help: { zh: "请留下其中一个。", en: "Keep one of them." },
      };
    }
    for (const match of text.matchAll(PHRASE)) {
      const [whole, front = "", verb = "", number = "", classifier = "", behind = ""] = match;
      const start = match.index;
      const signs = [
        isOtherWord(text, start, front) ? "" : front,
        /^[几数][十百千万]+[余多]$/.test(number) ? number.charAt(0) : "",
        ROUGH.exec(number)?.[0] ?? "",
        behind,
      ];
      const words = signs.filter((sign) => sign !== "");
      const isExact = behind === "以下" || (behind === "以上" && words.length === 1);
      if (words.length < 2 || isExact) continue;
      if (front === "近" && behind === "" && TIME.test(classifier)) continue;
      const from = signs[0] === "" ? start + front.length + verb.length : start;
      const end = start + whole.length;
      const shown = text.slice(from, end);
      yield {
        span: spanInLine(line, from, end),
        message: {
          zh: `“${shown}”里，${words.map((word) => `“${word}”`).join("和")}重复或矛盾，概数只表示一次。`,
          en: `“${shown}” is marked as approximate twice, by ${words.map((word) => `“${word}”`).join(" and ")}.`,
        },
        help: { zh: "请留下其中一个。", en: "Keep one of them." },
      };
    }
  },
};

function isOtherWord(text: string, at: number, front: string): boolean {
  return OTHER_WORD[front]?.test(text.slice(Math.max(0, at - 2), at)) ?? false;
}
