/**
 * The lead says when: 近日 or 日前 alone is not a date. Source: GB/T 15835-2011 has dates written as
 * such; the genre asks a lead for time, place, who and what.
 */
import { hanPattern } from "../../han/han-pattern.js";
import { chineseDate } from "../../model/calendar-date.js";
import { spanInPassage } from "../../model/passage.js";
import type { ItemRule } from "../rule.js";

const item = (lead: string) => `---\ntitle: 示例市科协举办学术交流会\n---\n\n${lead}\n`;

/** Not 附近日均, 接近日本, 近日点; not 3日前, 十日前, 月底日前; 将于近日 is to come. */
const VAGUE =
  /(?<![附最接邻靠临]|将[于在])近日(?![点本均常夜])|(?<![\d一二三四五六七八九十百数几])日前|(?<!将[于在])近期|前不久|不久前/u;
/** Days told from the day of writing, where the lead begins with them, behind its dateline if it has one: not 今天的青山村 in a later
 * sentence. */
const RELATIVE = hanPattern(
  String.raw`(?<=^(?:[^，。；！？（）]{0,24}(?:讯|消息|报道) ?)?(?:（[^（）]{1,30}）)?[： ]?)(?:[昨今]天|[昨今]日|前天|[上本]周[一二三四五六日末初]?|[上本]月[初底中末]?(?:旬)?|日前)(?=[，上下早中晚一二三四五六日\p{Script=Han}])(?!的|起)`,
);
/** A day, a month, a year, or a word that fixes one beside the date of issue. */
const DATE =
  /\d{1,2}月|\d{4}年|\d{1,2}日|[一二三四五六七八九十]月|[一二三四五六七八九十]日[至起前]|上旬|中旬|下旬|当日|周[一二三四五六日]|星期[一二三四五六日]/u;

/** In each that RELATIVE finds. */
const RELATIVE_WORD = /[昨今][天日]|前天|[上本][周月]|日前/;

export const itemVagueDate: ItemRule = {
  id: "item/vague-date",
  scope: "item",
  severity: "info",
  fixable: false,
  structural: false,
  summary: {
    zh: "导语写明日期，不只写“近日”“日前”。",
    en: "The lead gives a date, not just 近日 or 日前.",
  },
  why: {
    zh: "简报要存档备查，几个月后再看“近日”，已无从知道是哪一天。",
    en: "Bulletins are kept for reference; months later nobody can tell which day 近日 was.",
  },
  source: "GB/T 15835-2011",
  forUnit: {
    what: {
      zh: "开头只说“近日”一类的话，没有写哪一天。",
      en: "It begins with “recently” or the like and gives no date.",
    },
    ask: { zh: "请告知是几月几日。", en: "Please tell us the date." },
  },
  examples: [
    {
      name: { zh: "只写近日", en: "近日 and no date" },
      files: { "items/01.md": item("近日，示例市科协举办学术交流会，百余名青年学者参加。") },
      show: "items/01.md",
      findings: ["items/01.md:5:1"],
    },
    {
      name: { zh: "近日之外写了日期", en: "近日 with a date beside it" },
      files: { "items/01.md": item("近日，示例市科协于3月10日至12日举办学术交流会。") },
      show: "items/01.md",
      findings: [],
    },
    {
      name: { zh: "昨天、上周：离了写稿那天就说不清", en: "Yesterday, last week: from what day?" },
      files: { "items/01.md": item("昨天上午，示例市科协举办学术交流会，百余名青年学者参加。") },
      show: "items/01.md",
      findings: ["items/01.md:5:1"],
    },
    {
      name: { zh: "附近日均、近日点、十日前", en: "附近日均, 近日点 and 十日前 are other words" },
      files: { "items/01.md": item("场馆附近日均客流八千人，讲座介绍近日点，报名于开展十日前截止。") },
      show: "items/01.md",
      findings: [],
    },
    {
      name: { zh: "导语有日期，后文写近日", en: "A date in the lead, 近日 further down" },
      files: { "items/01.md": item("3月10日，示例市科协举办学术交流会。\n\n近日还将举办第二场。") },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check(item, { factsOf }) {
    const lead = factsOf(item).passages.find((passage) => passage.kind === "paragraph");
    const relative = lead !== undefined && RELATIVE_WORD.test(lead.text) ? RELATIVE.exec(lead.text) : null;
    const match = relative ?? (lead === undefined ? null : VAGUE.exec(lead.text));
    if (lead === undefined || match === null || DATE.test(lead.text)) return;
    yield {
      span: spanInPassage(lead, match.index, match.index + match[0].length),
      message: {
        zh: `导语只写“${match[0]}”，没有日期，存档后无从查考。`,
        en: `The lead says only “${match[0]}” and gives no date to look it up by.`,
      },
      help:
        item.date === undefined
          ? { zh: "请写明几月几日。", en: "Give the month and the day." }
          : {
              zh: `稿件日期是${chineseDate(item.date.value)}，可据以写明。`,
              en: `The item is dated ${chineseDate(item.date.value)}; give that date.`,
            },
    };
  },
};
