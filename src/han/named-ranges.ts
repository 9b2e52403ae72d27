/**
 * Ranges whose unit says something only together with what stands around it: hours by 点 (10-11点举行, but 3-5点建议),
 * ordinals (第3-5章, 第五-八课), grades of wind and of schools, centuries, decades and quarters, days up to a feast, long
 * spans of years (工龄10-15年). find-ranges.ts finds the mark between the ends, and what needs no neighbours.
 */
import { beginsOtherWord } from "./measure-words.js";

export interface NamedRange {
  readonly kind: "date" | "time" | "quantity";
  readonly left: string;
  readonly right: string;
}

export interface RangePlace {
  readonly text: string;
  /** what stands in front of the mark, as far as it is looked at */
  readonly before: string;
  readonly markEnd: number;
  /** the range in front, where this one is the next of a list: 9-11点、14-16点 */
  readonly listed: NamedRange | undefined;
}

/** @returns undefined where nothing around it says that it is a range */
export function namedRange(place: RangePlace): NamedRange | undefined {
  for (const { kind, left, right, isMet } of FORMS) {
    right.lastIndex = place.markEnd;
    const great = right.exec(place.text);
    const small = great === null ? null : left.exec(place.before);
    if (small === null || great === null) continue;
    const ends = {
      small,
      great,
      front: place.before.slice(0, small.index),
      behind: behindList(place.text, place.markEnd + great[0].length),
      listed: place.listed?.right ?? "",
    };
    if (beginsOtherWord(place.text, place.markEnd + great[0].length - 1) || !isMet(ends)) continue;
    return { kind: kind(great), left: small[0], right: great[0] };
  }
  return undefined;
}

interface Ends {
  readonly small: RegExpExecArray;
  readonly great: RegExpExecArray;
  readonly front: string;
  readonly behind: string;
  readonly listed: string;
}

interface Form {
  readonly left: RegExp;
  /** sticky */
  readonly right: RegExp;
  readonly kind: (great: RegExpExecArray) => NamedRange["kind"];
  readonly isMet: (ends: Ends) => boolean;
}

const REACH = 24;
/** 3-5年级、7-9年级学生: what stands behind the list tells of each. */
const LISTED_BEHIND = /^(?:[、，和及与]\d{1,2} ?[-–—~～] ?\d{1,2} ?(?:点|级|年级))+/;

const behindList = (text: string, at: number): string =>
  text.slice(at, at + REACH).replace(LISTED_BEHIND, "");

const HAN_FIGURES = "一二三四五六七八九十";
const HAN_NUMBER = `[${HAN_FIGURES}]{1,3}`;
const BARE = /(?<![\d.,:：])\d{1,3}$/;

const isRising = ({ small, great }: Ends): boolean => countOf(small[0]) < countOf(great[0]);

/** @returns the number that a text holds: 第3章, 第十五课; 0 where it holds none */
function countOf(text: string): number {
  const figures = /\d+/.exec(text)?.[0];
  if (figures !== undefined) return Number(figures);
  const [tens, ones] = (/[一二三四五六七八九十]+/.exec(text)?.[0] ?? "").split("十");
  const figure = (digit: string | undefined): number => HAN_FIGURES.indexOf(digit || "〇") + 1;
  return ones === undefined ? figure(tens) : 10 * (figure(tens) || 1) + figure(ones);
}

/** Times of day and days of the week, and words behind which an hour stands. */
const HOUR_FRONT =
  /(?:[上下中]午|早[上晨]?|晚[上间]?|凌晨|夜间|傍晚|每[日天晚]|\d ?[日号]|周[一二三四五六日末]|星期[一二三四五六日]|时[间段]|假日|节日)[为是：:，]? ?$/;
const HOUR_BEHIND = /^(?:钟|之间|时段|举[行办]|召开|开[放始展馆]|集合|上课|授课|直播|播出|值班|准时)/;
const isHour = (ends: Ends): boolean =>
  Number(/\d+$/.exec(ends.great[0].replace(/\D+$/, ""))?.[0]) <= 24 &&
  (HOUR_FRONT.test(ends.front) || HOUR_BEHIND.test(ends.behind) || ends.listed.endsWith("点"));

const WIND_FRONT = /(?:[风浪][^，。；、]{0,3}|(?:震级|烈度)[为约达]?|风向[^。；]{1,6}|级转)$/;
const WIND_BEHIND = /^(?:[左右]{2}|以上)?(?:的)?(?:[大阵强狂]|偏?[东南西北]{1,2})?(?:风|地震)/;
const PUPILS = /^(?:的?(?:全体|部分|中小|小)?(?:学生|同学|师生|教师|老师|家长|少年|孩子|儿童|班))/;
const SCHOOL = /(?:小学|中学|初中|面向|适合|适用于|对象为|组织|邀请)$/;
const LONG_SPAN =
  /(?:[工教军党会]龄|从[业教]|工作|任职|寿命|年限|保质期|周期|工期|使用|历时|长达|需要?|约|近)[为约达了]{0,2}$/;

const ORDINAL_UNIT = "单元|部分|年级|世纪|学期|季度|阶段|[章课讲期届回集批轮名位场层楼组周天节页题排行]";
const isSpanOfTime = /(?:世纪|学期|季度|阶段|[周天])$/;
const FEAST =
  "(?:元旦|春节|元宵节?|清明节?|五一|端午节?|中秋节?|国庆节?|重阳节?|年[底末]|月[底末]|岁末|(?:次年|翌年) ?\\d{1,2} ?月)";

const quantity = () => "quantity" as const;
const date = () => "date" as const;

const FORMS: readonly Form[] = [
  {
    left: BARE,
    right: /(?:2[0-4]|1?\d) ?点(?![意建要评])/y,
    kind: () => "time",
    isMet: (ends) => isRising(ends) && isHour(ends),
  },
  {
    // 上午10-下午2点
    left: /(?<=[上中]午 ?)(?:1[0-2]|[1-9])$/,
    right: /(?:下午|晚上?) ?(?:1[0-2]|[1-9]) ?[点时](?![意建要评])/y,
    kind: () => "time",
    isMet: () => true,
  },
  {
    left: new RegExp(`(?:${HAN_NUMBER}|两)点(?:半|整|[一三]刻)?$`),
    right: new RegExp(`(?:[上下]午|晚上?|次日)?(?:${HAN_NUMBER}|两)点(?:半|整|[一三]刻)?(?![意建要评])`, "y"),
    kind: () => "time",
    isMet: ({ front }) => !/[第这那]$/.test(front),
  },
  {
    left: new RegExp(`第 ?(?:\\d{1,3}|${HAN_NUMBER}) ?(?:${ORDINAL_UNIT})?$`),
    right: new RegExp(`第? ?(?:\\d{1,3}|${HAN_NUMBER}) ?(${ORDINAL_UNIT})(?![号次])`, "y"),
    kind: (great) => (isSpanOfTime.test(great[0]) ? "date" : "quantity"),
    isMet: (ends) => {
      const unit = /[^第\d\s一二三四五六七八九十]+$/.exec(ends.small[0])?.[0];
      const isOneKind = /\d/.test(ends.small[0]) === /\d/.test(ends.great[0]);
      return isOneKind && isRising(ends) && (unit === undefined || unit === ends.great[1]);
    },
  },
  {
    left: BARE,
    right: /\d{1,2} ?级(?!别|联|数)/y,
    kind: quantity,
    isMet: (ends) =>
      isRising(ends) &&
      (WIND_FRONT.test(ends.front) || WIND_BEHIND.test(ends.behind) || ends.listed.endsWith("级")),
  },
  {
    left: BARE,
    right: /\d ?年级/y,
    kind: quantity,
    isMet: (ends) =>
      isRising(ends) && (PUPILS.test(ends.behind) || SCHOOL.test(ends.front) || ends.listed.endsWith("年级")),
  },
  {
    left: /(?<![\d.])\d{1,2}(?: ?世纪)?$/,
    right: /(?:2[01]|1?\d) ?世纪/y,
    kind: date,
    isMet: (ends) => isRising(ends) && !ends.front.endsWith("前"),
  },
  {
    left: /(?<![\d.])(?:[1-9]0|(?:1[89]|20)\d0)(?: ?年代)?$/,
    right: /(?:[1-9]0|(?:1[89]|20)\d0) ?年代/y,
    kind: date,
    isMet: (ends) => isRising(ends),
  },
  {
    left: /(?<![\d.])[1-3]$/,
    right: /[2-4] ?季度/y,
    kind: date,
    isMet: (ends) => isRising(ends),
  },
  {
    left: /(?:\d{4} ?年 ?)?(?:\d{1,2} ?月(?: ?\d{1,2} ?[日号]|[上中下]旬|[初底末])?)$|\d{4} ?年(?:[初底末])?$/,
    right: new RegExp(`(?:\\d{4} ?年 ?)?${FEAST}`, "y"),
    kind: date,
    isMet: () => true,
  },
  {
    left: /(?<![\d.])[1-9]\d?$/,
    right: /[1-9]\d? ?年(?![级代度轻])/y,
    kind: quantity,
    isMet: (ends) => isRising(ends) && LONG_SPAN.test(ends.front),
  },
  {
    left: new RegExp(`(?<![${HAN_FIGURES}第零〇百千万周期])(?:${HAN_NUMBER}|两)$`),
    right: new RegExp(
      `${HAN_NUMBER}(?:[名人天个次场家项件篇米岁倍]|小时|分钟|周岁|年(?=[内左以来之的，。]))(?![级转组])`,
      "y",
    ),
    kind: quantity,
    isMet: (ends) => countOf(ends.small[0].replace("两", "二")) < countOf(ends.great[0]),
  },
];
