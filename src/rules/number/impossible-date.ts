/**
 * Dates and times of day exist. Source: GB/T 7408.1-2023 (ISO 8601-1): months 1 to 12, days as the month has them,
 * hours 0 to 24, minutes 0 to 59. Points and scores (25点建议, 25:21) are no hours.
 */
import { DIGIT, setOfClasses } from "../../han/copy-class.js";
import { findDates } from "../../han/find-dates.js";
import { isRealDate } from "../../model/calendar-date.js";
import { type CopyLine, spanInLine } from "../copy-line.js";
import type { Finding, TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

/** A leap year, so that 29 February passes where no year is given. */
const ANY_YEAR = 2024;
/** A month without a day: only where it can be no number of months (18月龄). */
const MONTH = /(?<![\d.])(\d{1,2}) ?月(?=份|底|初|末|[上中下]旬)|年 ?(\d{1,2}) ?月(?![龄\d ])/g;
/** A month that is none, a day that a month may lack: of all other days nothing has to be read (test/rules/impossible-date.test.ts). */
const OUTSIDE = /(?<!\d)(?:1[3-9]|[2-9]\d|00?) ?月|(?:月|[-—–~～、至到和]) ?(?:29|[3-9]\d|00?)(?!\d)/;
/** 2026-02-30: a code would break the month, too; this breaks the day alone. */
const NUMERIC = /(?<![\w./-])((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?![\w/-]|\.\d)/g;
/** An hour: behind a day or a part of the day, or with its minutes. */
const HOUR = /(?<![\d.:：])(\d{1,2}) ?(?:[时点](?: ?(\d{1,2}) ?分)?|[:：](\d{2}))(?!\d)/g;
const PART_OF_DAY = /(?:[上下中]午|晚上?|凌晨|清晨|早[上晨]|夜间|[日号]) ?$/;
/** A clock behind a day, unless it is a score: 3月16日25:21胜出. */
const DAY_BEFORE_CLOCK = /月 ?\d{1,2} ?[日号] ?$/;
const SCORE_BEHIND = /^[^，。；]{0,6}(?:[胜负赢输]|比|逆转|击败|战|领先|落后|平)/;
const PART_BEFORE_CLOCK = /(?:[上下中]午|晚上|凌晨|清晨|早[上晨]|夜间) ?$/;

export const numberImpossibleDate: TextRule = {
  id: "number/impossible-date",
  scope: "text",
  looksFor: setOfClasses(DIGIT),
  severity: "error",
  fixable: false,
  structural: false,
  summary: {
    zh: "日期和钟点真实存在。",
    en: "Dates and times of day exist.",
  },
  why: {
    zh: "2月30日、25时这样的写法多是误打或抄错，读者无法据以到会，存档后也无从查考。",
    en: "30 February or 25 o'clock is usually a typing slip; nobody can attend at that time, and the record is of no use.",
  },
  source: "GB/T 7408.1-2023",
  forUnit: {
    ask: { zh: "请核实，告知正确的日期或时间。", en: "Please check, and tell us the right date or time." },
  },
  examples: [
    textExample({
      name: { zh: "当月没有这一天", en: "The month has no such day" },
      text: "会议定于2月30日召开，展览4月28日至31日举办。",
      at: [5, 21],
    }),
    textExample({
      name: { zh: "没有这个月份，平年没有2月29日", en: "No such month; 29 February of a common year" },
      text: "项目于2025年13月启动，2026年2月29日验收。",
      at: [4, 15],
    }),
    textExample({
      name: { zh: "没有这个钟点", en: "No such hour" },
      text: "3月16日25时开馆，上午9时75分开讲，晚上26:00闭馆，3月17日9:65开会。",
      at: [6, 14, 24, 37],
    }),
    textExample({
      name: {
        zh: "闰年2月29日，农历二月三十，24时",
        en: "29 February of a leap year, lunar dates, 24 o'clock",
      },
      text: "2024年2月29日立项，农历2月30日休馆，3月31日24时截止，2月29日是四年一遇。",
    }),
    textExample({
      name: { zh: "条数、比分、月龄、编号", en: "Points, scores, months of age, codes" },
      text: "专家提出25点建议，女排以25:21胜出，3月16日25:21取胜，13月龄以上幼儿参加，标准号为GB/T 2026-13-40，版本2026.1.32。",
    }),
    textExample({
      name: { zh: "月数和地铁号线", en: "Numbers of months, lines of the underground" },
      text: "工期为13个月，5月31号线路检修，乘2号线前往。",
    }),
  ],
  *check(line) {
    const { text } = line;
    if (OUTSIDE.test(text)) {
      yield* impossibleDays(line);
      yield* impossibleMonths(line);
    }
    if (/[-/.]/.test(text)) yield* impossibleNumericDays(line);
    if (/[时点:：]/.test(text)) yield* impossibleHours(line);
  },
};

function* impossibleDays(line: CopyLine): Iterable<Finding> {
  for (const { start, end, year, month, day } of findDates(line.text)) {
    if (isRealDate({ year: year ?? ANY_YEAR, month, day })) continue;
    const shown = line.text.slice(start, end).replaceAll(" ", "");
    const isMonth = month < 1 || month > 12;
    yield finding(line, { start, end, shown, unit: isMonth ? "month" : "day" });
  }
}

function* impossibleMonths(line: CopyLine): Iterable<Finding> {
  for (const match of line.text.matchAll(MONTH)) {
    const digits = match[1] ?? match[2] ?? "";
    const month = Number(digits);
    if (month >= 1 && month <= 12) continue;
    const end = match.index + match[0].length;
    // With its year, where one stands in front: 2025年13月.
    const start = match[2] === undefined ? match.index : startOfYear(line.text, match.index);
    if (start < 0) continue;
    yield finding(line, { start, end, shown: line.text.slice(start, end), unit: "month" });
  }
}

/** @returns where the four figures in front of 年 begin; −1 where there are not four (建馆5年13月) */
function startOfYear(text: string, at: number): number {
  const year = /(?<!\d)(?:19|20)\d\d ?$/.exec(text.slice(Math.max(0, at - 6), at));
  return year === null ? -1 : at - year[0].length;
}

function* impossibleNumericDays(line: CopyLine): Iterable<Finding> {
  for (const match of line.text.matchAll(NUMERIC)) {
    const [shown, year, , month, day] = match;
    const date = { year: Number(year), month: Number(month), day: Number(day) };
    const isDate = date.month >= 1 && date.month <= 12 && date.day >= 29 && date.day <= 31;
    if (!isDate || isRealDate(date)) continue;
    yield finding(line, { start: match.index, end: match.index + shown.length, shown, unit: "day" });
  }
}

function* impossibleHours(line: CopyLine): Iterable<Finding> {
  for (const match of line.text.matchAll(HOUR)) {
    const [shown, hourDigits, minuteDigits, clockMinutes] = match;
    const start = match.index;
    const hour = Number(hourDigits);
    const minute = Number(minuteDigits ?? clockMinutes ?? 0);
    const isReal = minute < 60 && (hour < 24 || (hour === 24 && minute === 0));
    const front = line.text.slice(Math.max(0, start - 8), start);
    const isHour =
      clockMinutes !== undefined
        ? PART_BEFORE_CLOCK.test(front) ||
          (DAY_BEFORE_CLOCK.test(front) &&
            !SCORE_BEHIND.test(line.text.slice(start + shown.length, start + 24)))
        : minuteDigits !== undefined || PART_OF_DAY.test(front);
    if (isReal || !isHour) continue;
    yield finding(line, { start, end: start + shown.length, shown, unit: "time" });
  }
}

const REASONS = {
  day: { zh: "这个月没有这一天", en: "the month has no such day" },
  month: { zh: "一年只有十二个月", en: "a year has only twelve months" },
  time: { zh: "没有这个钟点", en: "there is no such time of day" },
} as const;

function finding(
  line: CopyLine,
  { start, end, shown, unit }: { start: number; end: number; shown: string; unit: keyof typeof REASONS },
): Finding {
  return {
    span: spanInLine(line, start, end),
    message: {
      zh: `“${shown}”并不存在：${REASONS[unit].zh}。`,
      en: `“${shown}” does not exist: ${REASONS[unit].en}.`,
    },
    help: { zh: "请对照来稿或通知核实。", en: "Check it against the submission or the notice." },
  };
}
