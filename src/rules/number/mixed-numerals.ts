/**
 * One date or one number is written in one kind of numerals. Source: GB/T 15835-2011, 5.3: 四千 or 4000, not
 * 4千; 万 and 亿 alone may follow figures. Units that begin with 千 or 百 (3千米, 2千瓦) are units.
 */
import { DIGIT, setOfClasses } from "../../han/copy-class.js";
import { spanInLine } from "../copy-line.js";
import type { TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

const HAN_DAY = "[一二三四五六七八九十]{1,3}";
const HAN_YEAR = "[〇○零一二三四五六七八九]{4}";
/** What each alternative begins with, so that other places of a text try none of them. */
const BEGINNING = "(?=[\\d〇○零一二三四五六七八九十])";
const MIXED = new RegExp(
  `${BEGINNING}(?:${[
    // 2026年三月, but 2026年三月三 is a feast
    `(?<!\\d)\\d{4} ?年 ?${HAN_DAY}月(?![一二三四五六七八九十](?!日|十))`,
    `${HAN_YEAR}年 ?\\d{1,2} ?月`,
    `(?<![一二三四五六七八九十])${HAN_DAY}月 ?\\d{1,2} ?[日号]`,
    `(?<!\\d)\\d{1,2} ?月 ?${HAN_DAY}[日号]`,
    // 4千名, 3百余; not 5·20千人健步走, 2025百强
    "(?<![\\dA-Za-z.·,，\\-–—月年第])[1-9][百千](?=[余多名人个元户场家份项篇次万亿])(?!人大会|个百分)",
    // 10几人: 几 belongs to numerals of Han
    "(?<![\\d.年月第-]|\\d[,，])[1-9]0几(?=[个人名位天次项场篇岁])",
  ].join("|")})`,
  "g",
);
const LUNAR = /[农阴旧]历[^，。；\n]{0,8}$/;

export const numberMixedNumerals: TextRule = {
  id: "number/mixed-numerals",
  scope: "text",
  looksFor: setOfClasses(DIGIT),
  signs: "一二三四五六七八九十〇○零百千几",
  mentions: /\d ?[年月] ?[一二三四五六七八九十]|[〇○零一二三四五六七八九十][年月] ?\d|\d[百千]|0几/,
  severity: "info",
  fixable: false,
  structural: false,
  summary: {
    zh: "一个日期、一个数只用一种数字。",
    en: "A date or a number is written in one kind of numerals.",
  },
  why: {
    zh: "“十月9日”“4千名”把汉字数字和阿拉伯数字混在一个数里；标准只允许“万”“亿”与阿拉伯数字连用。",
    en: "十月9日 and 4千名 mix two kinds of numerals in one number; the standard lets only 万 and 亿 follow figures.",
  },
  source: "GB/T 15835-2011, 5.3",
  examples: [
    textExample({
      name: { zh: "日期里混用", en: "Mixed in a date" },
      text: "十月9日开幕，3月十日闭幕，2026年三月总结。",
      at: [1, 8, 15],
    }),
    textExample({
      name: { zh: "数目里混用", en: "Mixed in a number" },
      text: "活动吸引4千余人参加，发放读本3百份，持续10几天。",
      at: [5, 16, 22],
    }),
    textExample({
      name: { zh: "万、亿，千米、千瓦", en: "万 and 亿, kilometres and kilowatts" },
      text: "展览接待观众3.2万人次，投入1.5亿元，沿线5千米，装机3千瓦，提高2个百分点。",
    }),
    textExample({
      name: { zh: "节日、农历、赛事名称", en: "Feasts, lunar dates, names of events" },
      text: "2026年三月三歌会、农历3月十五庙会、5·20千人健步走、2025百家讲坛等活动如期举行，10月9日闭幕。",
    }),
    textExample({
      name: { zh: "各用各的，不在一个数里", en: "Both kinds, not in one number" },
      text: "三月中旬，10名专家分三批赴12个村开展第五届科技下乡。",
    }),
  ],
  *check(line) {
    for (const match of line.text.matchAll(MIXED)) {
      const start = match.index;
      const end = start + match[0].length;
      if (LUNAR.test(line.text.slice(Math.max(0, start - 12), start))) continue;
      yield {
        span: spanInLine(line, start, end),
        message: {
          zh: `“${match[0]}”里汉字数字和阿拉伯数字混用。`,
          en: `“${match[0]}” mixes Chinese and Arabic numerals.`,
        },
        help: { zh: "请统一用一种数字。", en: "Use one kind of numerals." },
      };
    }
  },
};
