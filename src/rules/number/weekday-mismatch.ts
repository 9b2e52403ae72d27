/**
 * The day of the week agrees with the date. Which of the two is the slip only the editor knows; the weekday
 * that the date has is suggested. The year is the one typed, else the issue's; where another year
 * is as likely (December told in January, a year named earlier in the paragraph) it may be that one too.
 */
import type { Suggestion } from "../../diagnostics/diagnostic.js";
import { findDates, type WrittenDate } from "../../han/find-dates.js";
import {
  type CalendarDate,
  chineseDate,
  isoDate,
  isRealDate,
  NO_DATE,
  weekdayOf,
} from "../../model/calendar-date.js";
import { type CopyLine, replaceInLine, spanInLine } from "../copy-line.js";
import type { TextContext, TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

const NAMES = "日一二三四五六";
const ENGLISH = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
/** In brackets, or behind the day: 周 alone may begin a name (3月16日周一鸣作报告). */
const WEEKDAY =
  /(?:(?:[上下]午|晚上?|全天)? ?[（(] ?(?:星期|礼拜|周)| ?[，,]? ?(?:星期|礼拜)|周(?=[一二三四五六日天](?:[，。、；）)\n]|[上下]午|晚|$)))([一二三四五六日天])(?! ?(?:至|到|、|和|[-—–~～]{1,2}) ?(?:星期|礼拜|周)?[一二三四五六日天])/y;
const YEAR = /(?<!\d)((?:19|20)\d\d) ?年/g;

export const numberWeekdayMismatch: TextRule = {
  id: "number/weekday-mismatch",
  scope: "text",
  signs: "星礼周",
  mentions: /(?:星期|礼拜|周)[一二三四五六日天]/,
  severity: "error",
  fixable: false,
  hasSuggestions: true,
  structural: false,
  summary: {
    zh: "星期与日期相符。",
    en: "The day of the week agrees with the date.",
  },
  why: {
    zh: "日期和星期不符，参会的人无所适从。写错的可能是星期，也可能是日期，须核对后再改。",
    en: "If the date and the day of the week disagree, nobody knows which to trust. Either may be wrong, so the editor has to check.",
  },
  forUnit: {
    ask: {
      zh: "请核对日期和星期，告知哪一个对。",
      en: "Please check the date and the day of the week, and tell us which is right.",
    },
  },
  examples: [
    textExample({
      name: { zh: "2026年3月16日是星期一", en: "16 March 2026 is a Monday" },
      text: "会议定于3月16日（星期二）召开。",
      at: [13],
      suggested: "会议定于3月16日（星期一）召开。",
    }),
    textExample({
      name: { zh: "日期后写上午、下午", en: "A part of the day after the date" },
      text: "会议定于3月16日下午（星期二）召开。",
      at: [15],
      suggested: "会议定于3月16日下午（星期一）召开。",
    }),
    textExample({
      name: { zh: "写明年份，括号里写周几", en: "With its year, and 周 in brackets" },
      text: "论坛于2025年11月8日（周五）开幕，9日星期天闭幕。",
      at: [16],
      suggested: "论坛于2025年11月8日（周六）开幕，9日星期天闭幕。",
    }),
    textExample({
      name: { zh: "起止两天各有星期", en: "Both ends of a range" },
      text: "展览自3月14日（星期六）至16日（星期日）开放。",
      at: [21],
      suggested: "展览自3月14日（星期六）至16日（星期一）开放。",
    }),
    textExample({
      name: { zh: "年初写上年年底、写明去年", en: "December of last year, and a year written in words" },
      text: "12月28日（星期日），评审会举行。去年3月16日（星期日）已作部署，2027年1月5日（星期二）验收。",
    }),
    textExample({
      name: { zh: "人名、周年、起止合写的星期", en: "Names, anniversaries, a range of weekdays" },
      text: "3月16日周一鸣作报告，3月17日周年庆典举行，3月16日至18日（星期一至星期三）布展。",
    }),
  ],
  *check(line, context) {
    const { text } = line;
    for (const date of findDates(text)) {
      WEEKDAY.lastIndex = date.end;
      const match = WEEKDAY.exec(text);
      const name = match?.[1];
      if (match === null || name === undefined) continue;
      const typed = name === "天" ? 0 : NAMES.indexOf(name);
      const days = possibleDays(date, { text, context });
      if (days.length === 0 || days.some((day) => weekdayOf(day) === typed)) continue;
      const [day] = days;
      if (day === undefined) continue;
      const end = match.index + match[0].length;
      const right = NAMES.charAt(weekdayOf(day));
      const suggestions = [...new Set(days.map((one) => NAMES.charAt(weekdayOf(one))))].flatMap((one) =>
        weekdaySuggestion(line, { start: end - 1, end, text: one }),
      );
      yield {
        span: spanInLine(line, end - 1, end),
        message: {
          zh: `${chineseDate(day)}是星期${right}，这里写作星期${name}。`,
          en: `${isoDate(day)} is a ${ENGLISH[weekdayOf(day)]}, not a ${ENGLISH[typed]}.`,
        },
        help: {
          zh: `请核对日期：日期无误，就改为“${right}”；日期有误，就改日期。`,
          en: `Check the date: if it is right, write 星期${right}; if not, correct the date.`,
        },
        ...(suggestions.length > 0 && { suggestions }),
      };
    }
  },
};

function weekdaySuggestion(
  line: CopyLine,
  replaced: { readonly start: number; readonly end: number; readonly text: string },
): readonly Suggestion[] {
  const edits = replaceInLine(line, replaced);
  const message = {
    zh: `日期无误，星期改为“${replaced.text}”。`,
    en: `The date is right: write 星期${replaced.text}.`,
  };
  return edits === undefined ? [] : [{ message, edits }];
}

/** The day in the years that may be meant, the likeliest first; none where nothing tells the year. */
function possibleDays(
  { year, yearsFromNow, month, day, start }: WrittenDate,
  { text, context }: { readonly text: string; readonly context: TextContext },
): readonly CalendarDate[] {
  const now = context.issue?.date.value ?? context.item.date?.value;
  const of = (years: readonly number[]) =>
    // A year that could not be read is 0.
    [...new Set(years)]
      .map((one) => ({ year: one, month, day }))
      .filter((one) => one.year > 0 && isRealDate(one));
  if (year !== undefined) return of([year]);
  if (now === undefined || now === NO_DATE) return [];
  if (yearsFromNow !== undefined) return of([now.year + yearsFromNow]);
  const named = [...text.slice(0, start).matchAll(YEAR)].at(-1)?.[1];
  return of([
    context.issue?.year.value ?? now.year,
    nearestYear(now, month),
    ...(named === undefined ? [] : [Number(named)]),
  ]);
}

/** Beside January lies December of the year before. */
function nearestYear({ year, month: now }: CalendarDate, month: number): number {
  if (month - now > 6) return year - 1;
  return now - month > 6 ? year + 1 : year;
}
