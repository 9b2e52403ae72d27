/**
 * Dates and times that end before they begin: 3月12日至3月10日. Spans over the new year, over a whole year and over
 * midnight are right, so only those are told that can go nowhere else.
 */
import { DIGIT, setOfClasses } from "../../han/copy-class.js";
import { spanInLine } from "../copy-line.js";
import type { TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

const BETWEEN = " ?(?:(?:一直)?(?:持续|延续|延)?[至到]|——|[-—～~–])(?:次日|翌日|第二天)? ?";
const DAY = "(?:(\\d{4}) ?年 ?)?(?:(\\d{1,2}) ?月)(?: ?(\\d{1,2}) ?[日号])?";
const DATES = new RegExp(
  `(?<![\\d年])${DAY}${BETWEEN}(?:(\\d{4}) ?年 ?)?(?:(\\d{1,2}) ?月)(?: ?(\\d{1,2}) ?[日号])?(?![后末])`,
  "g",
);
/** 11月9日至7日: in one month; 到8号楼, 至3日内, 到2日游 are no day that it ends on. */
const IN_ONE_MONTH = new RegExp(
  `(?<!\\d)\\d{1,2} ?月 ?(\\d{1,2}) ?日?${BETWEEN}(\\d{1,2}) ?日(?=$|[，。；、）（]|[在举召开进播期于])`,
  "g",
);
const YEARS = /(?<!\d)(\d{4}) ?年? ?(?:至|到|—|[-～~–]) ?(\d{4}) ?年/g;
const CLOCKS =
  /(?<![\d:：])(上午|下午)? ?(\d{1,2})[:：](\d{2})(?:开始|起)?，? ?(?:至|到|—|[-～~–]) ?(上午|下午|次日|晚|凌晨)? ?(\d{1,2})[:：](\d{2})(?![\d:：])/g;
const NOON = 12;

export const numberReversedRange: TextRule = {
  id: "number/reversed-range",
  scope: "text",
  looksFor: setOfClasses(DIGIT),
  signs: "至到—～~–-",
  mentions: /[至到—～~–-] ?(?:[上下]午|[次翌]日|第二天|晚|凌晨)? ?\d/,
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "起止日期、时间不颠倒。",
    en: "Dates and times do not end before they begin.",
  },
  why: {
    zh: "“3月12日至3月10日”必有一处写错，读者会照着错的去。",
    en: "In 3月12日至3月10日 one of the days is wrong, and readers go by it.",
  },
  examples: [
    textExample({
      name: { zh: "日期颠倒", en: "Days the wrong way round" },
      text: "展览于3月12日至3月10日举行，任期自2025年1月至2024年12月。",
      at: [4, 21],
    }),
    textExample({
      name: { zh: "年份、时间颠倒", en: "Years and times the wrong way round" },
      text: "规划期为2030—2026年，培训从上午9:00至8:30进行。",
      at: [5, 19],
    }),
    textExample({
      name: { zh: "跨年、跨夜的，满一年的", en: "Over the new year, over midnight, a whole year" },
      text: "12月20日至1月5日，2025年9月至2026年1月，6月1日至5月31日，22:00至6:00，3月10日至12日，2024—2026年，上午9:00至下午2:00。",
    }),
  ],
  *check(line) {
    const { text } = line;
    const reversed: { readonly start: number; readonly end: number }[] = [];
    if (text.includes("月"))
      for (const match of text.matchAll(DATES)) if (isReversedDate(match)) reversed.push(extent(match));
    for (const match of text.matchAll(IN_ONE_MONTH))
      if (Number(match[1]) > Number(match[2])) reversed.push(extent(match));
    for (const match of text.matchAll(YEARS))
      if (isYear(match[1]) && isYear(match[2]) && Number(match[1]) > Number(match[2]))
        reversed.push(extent(match));
    if (/[:：]\d/.test(text))
      for (const match of text.matchAll(CLOCKS)) if (isReversedClock(match)) reversed.push(extent(match));
    reversed.sort((one, other) => one.start - other.start);
    for (const { start, end } of reversed) {
      const shown = text.slice(start, end);
      yield {
        span: spanInLine(line, start, end),
        message: {
          zh: `“${shown}”结束在开始之前。`,
          en: `“${shown}” ends before it begins.`,
        },
        help: { zh: "请核对起止时间。", en: "Check when it begins and ends." },
      };
    }
  },
};

const extent = ({ index, 0: whole }: RegExpExecArray) => ({ start: index, end: index + whole.length });

const isYear = (figures = ""): boolean => /^(?:1[5-9]|20|21)\d\d$/.test(figures);

function isReversedDate([, year, month, day, laterYear, laterMonth, laterDay]: RegExpExecArray): boolean {
  if (laterYear !== undefined) {
    if (year === undefined) return false;
    const first = Number(year) * 400 + Number(month) * 32 + Number(day ?? 0);
    const last =
      Number(laterYear) * 400 + Number(laterMonth) * 32 + Number(laterDay ?? (day === undefined ? 0 : 31));
    return first > last;
  }
  // 6月1日至5月31日 is a year, 12月至1月 goes over the new year.
  return (
    month === laterMonth && day !== undefined && laterDay !== undefined && Number(day) > Number(laterDay)
  );
}

function isReversedClock([
  ,
  half = "",
  hour = "",
  minute = "",
  laterHalf = "",
  laterHour = "",
  laterMinute = "",
]: RegExpExecArray): boolean {
  const start = Number(hour) + (half === "下午" && Number(hour) < NOON ? NOON : 0);
  if (laterHalf !== "" && laterHalf !== half) return false;
  const end = Number(laterHour) + (half === "下午" && Number(laterHour) < NOON ? NOON : 0);
  // 11:00至2:00 is the afternoon, 22:00至6:00 the next day.
  const isSameHalf = half !== "" || (start < NOON && end < NOON && end >= 7);
  return isSameHalf && start * 60 + Number(minute) > end * 60 + Number(laterMinute);
}
