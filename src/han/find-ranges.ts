/**
 * Ranges between two numbers, two times, two days: 2024-2026年, 10 月 11 日-12 日, 9:00—11:30, 20～30%.
 * Finds the two ends and the mark between them in text as it was typed (spaces may stand anywhere) and
 * says of what kind they are; which mark is right is for the rules. Codes, telephone numbers, scores
 * and negative numbers are no ranges. One pass; every expression is sticky or bounded.
 */

import { hanPattern } from "./han-pattern.js";
import { beginsOtherWord } from "./measure-words.js";
import { namedRange } from "./named-ranges.js";

export type RangeKind = "date" | "time" | "quantity";

export interface Range {
  readonly kind: RangeKind;
  /** the whole, from the first end to the last */
  readonly start: number;
  readonly end: number;
  /** the mark with the spaces around it */
  readonly markStart: number;
  readonly markEnd: number;
  readonly mark: string;
  /** what is joined, as typed */
  readonly left: string;
  readonly right: string;
}

const BEFORE_MARK = hanPattern(String.raw`[\d 年月日号时点分半%％‰℃\p{Script=Han}A-Za-z²³]`);
const MARK = /[ \t]{0,2}(?:——|--|[-－–—―~～〜−])[ \t]{0,2}/g;
/** The longest end of a range that is looked at, in UTF-16 units. */
const REACH = 24;

const YEAR = "\\d{4} ?(?:学?年|赛季)(?:[初底末](?![^，。；、）—～~至到期前的 -]))?";
const MONTH = "(?:1[0-2]|0?[1-9]) ?月(?:[上中下]旬|[初底末])?";
const DAY = "(?:3[01]|[12]\\d|0?[1-9]) ?[日号]";
const HALF_DAY = "(?:凌晨|早上|上午|中午|下午|晚上?|当日|次日)? ?";
const CLOCK = `${HALF_DAY}(?:2[0-4]|[01]?\\d)[:：][0-5]\\d`;
const HOUR = `${HALF_DAY}(?:2[0-4]|1?\\d) ?[时点](?!间|段|长)(?:[0-5]?\\d ?分|半)?`;
const WEEKDAY = "(?:星期|周)[一二三四五六日]";
const NUMBER = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
/** Units of measure, and classifiers that count rather than number. 号 期 届 页 级 分 number or score. */
const UNIT =
  "[余多]?(?:个?百分点|个?小时|[课学]时|分钟|周岁|个月|个?工作日|平方公里|平方米|立方米|公里|千米|厘米|毫米|微米|纳米|公斤|千克|毫克|毫升|公顷|千瓦时?|兆瓦|分贝|摄氏度|万?亿?元|[十百千万亿]+[余多]?[人名个位元次吨户场件台亩册株头只棵份]?|[人名个位次场天周岁倍度米克吨斤升项篇种家户件台套辆艘所间支册份幅枚亩株棵头只张讲处桌盒箱袋瓶层组批支束本轮圈根颗粒杯副匹幢封顿成楼章课%％‰℃]|学期|门课|堂课|节课|mmHg|kPa|MPa|km|kg|cm|mm|mg|mL|ml|dB|GHz|MHz|kW|MW|GB|TB|m²|m³|m(?![A-Za-z])|g(?![A-Za-z]))";

const DATE_END = `(?:${YEAR}(?: ?${MONTH}(?: ?${DAY})?)?|${MONTH}(?: ?${DAY})?|${DAY})`;
const LEFT_DATE = new RegExp(`(?:${DATE_END}|\\d{4}|\\d{1,2})$`);
const RIGHT_DATE = new RegExp(`(?:${DATE_END})(?![内龄前后])`, "y");
const LEFT_TIME = new RegExp(`(?:${CLOCK}|${HOUR}|(?<![\\d.:：])\\d{1,2}|${WEEKDAY})$`);
const RIGHT_TIME = new RegExp(`(?:${CLOCK}|${HOUR}|${WEEKDAY})`, "y");
const LEFT_QUANTITY = new RegExp(`(?:${NUMBER}) ?(?:${UNIT})?$`);
const RIGHT_QUANTITY = new RegExp(`(${NUMBER}) ?(${UNIT})(?![级号期届])`, "y");
/** In each clock, hour and weekday, this early. */
const TIME_WORD = /[:：时点星周]/;
const TIME_REACH = 8;
/** With no other figure behind it and no part of a date, with which no unit begins. */
const FIGURE = /\d[\d,.]* ?(?![\d,. 年月日号])/y;
/** 3-5年内: so long it lasts. 24-26年 may be two years of the century. */
const DURATION = /(\d{1,2}) ?年(?![级代度轻])(?=(内|左右|以[内上下]|之[内久]|时间|期(?!间)|光景|才)?)/y;
const BARE_NUMBER = /(?:^|\D)(\d{1,2})$/;
/** The longest spans of years that are surely no dates. */
const SHORT_LEFT = 9;
const SHORT_RIGHT = 20;
const BRACKETED_YEARS = /^[（(](\d{4})$/;

/** @returns ranges in the order of the text */
export function findRanges(text: string): readonly Range[] {
  const ranges: Range[] = [];
  for (const { 0: mark, index: markStart } of text.matchAll(MARK)) {
    const markEnd = markStart + mark.length;
    if (markStart === 0 || !BEFORE_MARK.test(text.charAt(markStart - 1))) continue;
    const range = rangeAt(text, { markStart, markEnd, last: ranges.at(-1) });
    if (range !== undefined) ranges.push(...headsOfList(text, range), range);
  }
  return ranges;
}

/** 3-5、7-9名: the last of a list has the unit of all, where each goes on behind the one in front. */
function headsOfList(text: string, last: Range): readonly Range[] {
  const heads: Range[] = [];
  for (let next = last; ; ) {
    const match = HEAD.exec(text.slice(Math.max(0, next.start - REACH), next.start));
    if (match === null || !/^[\d:：]+$/.test(next.left)) return heads;
    const [whole, left = "", mark = "", right = ""] = match;
    const start = next.start - whole.length;
    if (figuresOf(left) >= figuresOf(right) || figuresOf(right) > figuresOf(next.left)) return heads;
    if (isPartOfCode(text, start, start + whole.length - 1)) return heads;
    const markStart = start + left.length;
    next = {
      kind: last.kind,
      start,
      end: next.start - 1,
      markStart,
      markEnd: markStart + mark.length,
      mark,
      left,
      right,
    };
    heads.unshift(next);
  }
}

const HEAD = /(?<![\d.,:：A-Za-z\-–—第])(\d{1,4})([-–—~～])(\d{1,4})、$/;
const figuresOf = (end: string): number => Number(/^\d+/.exec(end)?.[0]);

interface MarkPlace {
  readonly markStart: number;
  readonly markEnd: number;
  readonly last: Range | undefined;
}

function rangeAt(text: string, { markStart, markEnd, last }: MarkPlace): Range | undefined {
  const before = text.slice(Math.max(0, markStart - REACH), markStart);
  const date = endsAt(text, { before, markEnd, left: LEFT_DATE, right: RIGHT_DATE });
  const time = TIME_WORD.test(text.slice(markEnd, markEnd + TIME_REACH))
    ? endsAt(text, { before, markEnd, left: LEFT_TIME, right: RIGHT_TIME })
    : undefined;
  FIGURE.lastIndex = markEnd;
  const amounts = FIGURE.test(text)
    ? endsAt(text, { before, markEnd, left: LEFT_QUANTITY, right: RIGHT_QUANTITY })
    : undefined;
  // 3-5人工智能, 编号3-5项目: the unit is part of another word.
  const isWord = amounts !== undefined && beginsOtherWord(text, markEnd + amounts.right.length - 1);
  const quantity = isWord ? undefined : amounts;
  const years = bracketedYears(text, before, markEnd);
  const listed =
    last !== undefined && /^[、，和及与]\d{0,4}$/.test(text.slice(last.end, markStart)) ? last : undefined;
  const named = namedRange({ text, before, markEnd, listed });
  const found: readonly (readonly [RangeKind, Ends | undefined])[] = [
    ["date", date !== undefined && isDateRange(date) && !isOfMonths(text, markEnd, date) ? date : undefined],
    ["time", time !== undefined && isTimeRange(time) ? time : undefined],
    ["quantity", quantity !== undefined && isQuantityRange(quantity) ? quantity : undefined],
    ["date", years],
    ["quantity", duration(text, before, markEnd)],
    [named?.kind ?? "quantity", named],
  ];
  for (const [kind, ends] of found) {
    if (ends === undefined) continue;
    const start = markStart - ends.left.length;
    const end = markEnd + ends.right.length;
    if (isPartOfCode(text, start, end)) continue;
    const mark = text.slice(markStart, markEnd);
    return { kind, start, end, markStart, markEnd, mark, left: ends.left, right: ends.right };
  }
  return undefined;
}

interface Ends {
  readonly left: string;
  readonly right: string;
}

function endsAt(
  text: string,
  at: { readonly before: string; readonly markEnd: number; readonly left: RegExp; readonly right: RegExp },
): Ends | undefined {
  at.right.lastIndex = at.markEnd;
  const right = at.right.exec(text)?.[0];
  const left = right === undefined ? undefined : at.left.exec(at.before)?.[0];
  return left === undefined || right === undefined ? undefined : { left, right };
}

/** A bare number takes the unit of the other end: 2024-2026年, 3-5月, 11-12日; 3-5年 lasts, 24-26年 is unsure. */
function isDateRange({ left, right }: Ends): boolean {
  if (!/^\d+$/.test(left)) return true;
  if (/^\d{4}$/.test(left)) return /^\d{4} ?(?:学?年|赛季)/.test(right) && left <= right.slice(0, 4);
  const value = Number(left);
  if (/^\d+ ?月/.test(right)) return value >= 1 && value <= 12 && !/月.*日/.test(right);
  return /^\d+ ?日/.test(right) && value >= 1 && value <= 31;
}

/** 3-5月饼 is no span of months. */
const isOfMonths = (text: string, markEnd: number, { right }: Ends): boolean =>
  right.endsWith("月") && /^[饼球刊票薪嫂租]/.test(text.slice(markEnd + right.length));

function isTimeRange({ left, right }: Ends): boolean {
  const isWeekday = /[一二三四五六日]$/.test(left);
  if (isWeekday !== /^(?:星期|周)/.test(right)) return false;
  if (/[:：]/.test(left) !== /[:：]/.test(right)) return false;
  // 21:19-21:15 is no time that goes on, but two results; 21:30-次日1:00 goes on.
  if (/^\d+[:：]\d+$/.test(left) && /^\d+[:：]\d+$/.test(right) && minutesOf(left) >= minutesOf(right))
    return false;
  // 3-5点 has its unit at the end alone; 12-5点建议 may be a count.
  return !/^\d+$/.test(left) || (/^\d+ ?时/.test(right) && Number(left) < Number(/^\d+/.exec(right)?.[0]));
}

function minutesOf(clock: string): number {
  const [hours, minutes] = clock.split(/[:：]/);
  return Number(hours) * 60 + Number(minutes);
}

/** 3-5年, without a year's four figures or a leading zero */
function duration(text: string, before: string, markEnd: number): Ends | undefined {
  const left = BARE_NUMBER.exec(before)?.[1];
  DURATION.lastIndex = markEnd;
  const match = left === undefined ? null : DURATION.exec(text);
  if (left === undefined || match === null) return undefined;
  const [right, number = "", lasts] = match;
  if (/^0/.test(left) || /^0/.test(number) || Number(left) >= Number(number)) return undefined;
  const isShort = Number(left) <= SHORT_LEFT && Number(number) <= SHORT_RIGHT;
  return isShort || lasts !== undefined ? { left, right } : undefined;
}

function isQuantityRange({ left, right }: Ends): boolean {
  const small = amountOf(left);
  const great = amountOf(right);
  const leftUnit = left.replace(/^[\d.,]+ ?/, "");
  const rightUnit = right.replace(/^[\d.,]+ ?[余多]?/, "");
  // 1921-2021百年历程
  if (/^\d{4}[百千]/.test(right)) return false;
  return leftUnit === "" ? small < great : rightUnit.startsWith(leftUnit) && small < great;
}

const amountOf = (end: string): number => Number((/^[\d.,]+/.exec(end)?.[0] ?? "").replaceAll(",", ""));

/** （2021-2035） */
function bracketedYears(text: string, before: string, markEnd: number): Ends | undefined {
  const left = BRACKETED_YEARS.exec(before.slice(-5))?.[1];
  const right = text.slice(markEnd, markEnd + 4);
  const isYear = /^(?:1[89]|20)\d\d$/;
  if (left === undefined || !isYear.test(left) || !isYear.test(right) || left > right) return undefined;
  return /^[）)年]/.test(text.slice(markEnd + 4, markEnd + 5)) ? { left, right } : undefined;
}

/** What stands in front of a number that counts nothing: 图2-3, 附件1-2, 编号12-15. */
const NUMBERED = /(?:[编房学座型代货案卷]号|附[件录]|公式|[例习]题|(?:^|[^企意试])图|(?:^|[^代发外手量])表)$/;

/** What touches letters, another hyphen, or a standard's letters (GB/T 15834-2011) is part of a code. */
function isPartOfCode(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  return (
    NUMBERED.test(before) ||
    /\d[:：]$|[A-Za-z0-9.\-－–—/_#第]$|[A-Za-z] $/.test(before) ||
    /^[-－–_/]\d/.test(after) ||
    (/\w$/.test(text.charAt(end - 1)) && /^[0-9A-Za-z]/.test(after))
  );
}
