/**
 * What a new issue takes over from those before it, as far as it is certain: the next number of its series and year, the
 * total count, the period that follows, who edits it and who gets it. What is not certain is left out, and why is told.
 */
import { addDays, type CalendarDate, compareDates, daysFromTo } from "../../model/calendar-date.js";
import type { Period } from "../../model/issue.js";
import type { CarriedWords, EarlierIssue } from "./earlier-issues.js";
import { followingPeriod, isSamePeriod } from "./following-period.js";

export interface IssueWish {
  readonly date: CalendarDate;
  /** empty for a regular issue */
  readonly series: string;
  /** where the editor gives it */
  readonly number: number | undefined;
  /** what bulletin.yaml says of them, which holds for every issue */
  readonly house: Pick<EarlierIssue, "editorial" | "distribution">;
}

export interface Proposal {
  readonly number: number;
  readonly total: number | undefined;
  readonly period: Period | undefined;
  readonly editorial: CarriedWords;
  readonly distribution: CarriedWords;
  /** the issue that these come from */
  readonly from: EarlierIssue | undefined;
  readonly left: readonly LeftOut[];
}

/** What an editor may have expected, and why it is not there, or is worth a look. */
export type LeftOut =
  | "total-of-series"
  | "total-of-gap"
  | "total-taken"
  | "period-of-gap"
  | "period-irregular"
  | "period-taken"
  | "period-long-over";

export function proposeIssue(earlier: readonly EarlierIssue[], wish: IssueWish): Proposal {
  const { series, date, house } = wish;
  const own = earlier.filter((issue) => issue.series === series).sort(inOrder);
  const latest = Math.max(0, ...own.filter(({ year }) => year === date.year).map(({ number }) => number));
  const number = wish.number ?? latest + 1;
  const before = issueBefore(own, { year: date.year, number });
  const isGap = before === undefined && own.length > 0;
  const total = proposeTotal(earlier, { own, before, wish });
  const period = proposePeriod(own, before);
  const from =
    before ??
    own.at(-1) ??
    earlier
      .filter((issue) => issue.series === "")
      .sort(inOrder)
      .at(-1);
  const left: LeftOut[] = [total, period].filter((one) => typeof one === "string");
  return {
    number,
    total: typeof total === "number" ? total : undefined,
    period: typeof period === "object" ? period : undefined,
    editorial: lacking(from?.editorial, house.editorial),
    distribution: lacking(from?.distribution, house.distribution),
    from,
    left: isGap ? gapsOf(own) : [...left, ...longOver(period, date)],
  };
}

const inOrder = (one: EarlierIssue, other: EarlierIssue): number =>
  one.year - other.year || one.number - other.number;

/** The one before it in its year; of the first, the last of the years before. */
function issueBefore(
  own: readonly EarlierIssue[],
  { year, number }: { readonly year: number; readonly number: number },
): EarlierIssue | undefined {
  if (number > 1) return own.find((issue) => issue.year === year && issue.number === number - 1);
  return own.filter((issue) => issue.year < year).at(-1);
}

function gapsOf(own: readonly EarlierIssue[]): readonly LeftOut[] {
  return [
    ...(own.some(({ total }) => total !== undefined) ? (["total-of-gap"] as const) : []),
    ...(own.some(({ period }) => period !== undefined) ? (["period-of-gap"] as const) : []),
  ];
}

/**
 * Supplements may be counted among the rest, by themselves, or not at all: what was done before is done again, and
 * where that does not show nothing is written.
 */
function proposeTotal(
  earlier: readonly EarlierIssue[],
  {
    own,
    before,
    wish,
  }: {
    readonly own: readonly EarlierIssue[];
    readonly before: EarlierIssue | undefined;
    readonly wish: IssueWish;
  },
): number | LeftOut | undefined {
  const counted = earlier.flatMap((issue) =>
    issue.total === undefined ? [] : [{ ...issue, total: issue.total }],
  );
  if (counted.length === 0) return undefined;
  if (before === undefined) return wish.series !== "" && own.length === 0 ? "total-of-series" : undefined;
  if (before.total === undefined) return undefined;
  const next = before.total + 1;
  const counts = steps(counted);
  if (counts.joined > 0 && counts.apart > 0) return "total-of-series";
  if (counts.joined > 0) {
    const last = Math.max(...counted.map(({ total }) => total));
    const isLatest = counted.every(({ date }) => date === undefined || compareDates(date, wish.date) <= 0);
    return isLatest ? last + 1 : "total-taken";
  }
  return own.some(({ total }) => total === next) ? "total-taken" : next;
}

/** How often an issue's total follows that of the one before it by date, where the two are of different series. */
function steps(counted: readonly (EarlierIssue & { readonly total: number })[]): {
  readonly joined: number;
  readonly apart: number;
} {
  const byDate = counted
    .flatMap((issue) => (issue.date === undefined ? [] : [{ ...issue, date: issue.date }]))
    .sort((one, other) => compareDates(one.date, other.date) || one.total - other.total);
  const pairs = byDate.slice(1).flatMap((issue, index) => {
    const last = byDate[index];
    return last === undefined || last.series === issue.series ? [] : [issue.total - last.total];
  });
  const joined = pairs.filter((step) => step === 1).length;
  return { joined, apart: pairs.length - joined };
}

function proposePeriod(
  own: readonly EarlierIssue[],
  before: EarlierIssue | undefined,
): Period | LeftOut | undefined {
  if (before?.period === undefined) return undefined;
  const beforeThat = issueBefore(own, before);
  const next = followingPeriod(before.period, beforeThat?.period);
  if (next === undefined) return "period-irregular";
  return own.some(({ period }) => period !== undefined && isSamePeriod(period, next)) ? "period-taken" : next;
}

/** By the day of the issue another such period is over, too: one may have been skipped. */
function longOver(period: Period | LeftOut | undefined, date: CalendarDate): readonly LeftOut[] {
  if (typeof period !== "object") return [];
  const another = addDays(period.to, daysFromTo(period.from, period.to) + 1);
  return compareDates(another, date) < 0 ? ["period-long-over"] : [];
}

/** What the house says holds without being written again. */
const lacking = (words: CarriedWords | undefined, house: CarriedWords): CarriedWords =>
  new Map([...(words ?? [])].filter(([key]) => !house.has(key)));
