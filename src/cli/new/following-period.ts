/**
 * The period (收稿期) that follows that of the last issue, where the last one or two say for certain what it is: months
 * and quarters, halves (1日至15日) and thirds (旬) of a month, weeks. All else is left to the editor.
 */
import { addDays, addMonths, compareDates, daysFromTo, weekdayOf } from "../../model/calendar-date.js";
import type { Period } from "../../model/issue.js";

/** A way of parting the year. */
interface Rhythm {
  /** @returns undefined for a period that is none of this rhythm */
  readonly next: (period: Period) => Period | undefined;
  /** whether one period is enough to know it by; else two have to follow each other */
  readonly isPlain: (period: Period) => boolean;
}

/**
 * @param before of the issue before the last, where there is one
 * @returns undefined where more than one period may follow, or none can be told
 */
export function followingPeriod(last: Period, before: Period | undefined): Period | undefined {
  for (const { next, isPlain } of RHYTHMS) {
    const following = next(last);
    if (following === undefined) continue;
    if (before === undefined) {
      if (isPlain(last)) return following;
      continue;
    }
    const afterBefore = next(before);
    if (afterBefore === undefined) continue;
    // A week or a month may have been left out; of other rhythms only what follows is known to be one.
    const isLater = compareDates(before.to, last.from) < 0 && isPlain(last) && isPlain(before);
    if (isLater || isSamePeriod(afterBefore, last)) return following;
  }
  return undefined;
}

export const isSamePeriod = (one: Period, other: Period): boolean =>
  compareDates(one.from, other.from) === 0 && compareDates(one.to, other.to) === 0;

/** So many whole months: 1日 to the last day, or from the 26th to the 25th of the next. */
const months = (count: number): Rhythm => ({
  next({ from, to }) {
    // Not every month has a later day.
    if (from.day > 28) return undefined;
    const next = addMonths(from, count);
    if (compareDates(addDays(to, 1), next) !== 0) return undefined;
    return { from: next, to: addDays(addMonths(next, count), -1) };
  },
  isPlain({ from, to }) {
    if (from.day === 1) return (from.month - 1) % count === 0;
    // 28 days may be four weeks.
    return count === 1 && daysFromTo(from, to) > 28;
  },
});

/** Parts of a month, which begin on these days. */
const parts = (...starts: readonly number[]): Rhythm => ({
  next({ from, to }) {
    const index = starts.indexOf(from.day);
    const begins = (at: number) => {
      const day = starts[at % starts.length] ?? 1;
      return { ...addMonths({ ...from, day: 1 }, Math.floor(at / starts.length)), day };
    };
    if (index < 0 || compareDates(addDays(to, 1), begins(index + 1)) !== 0) return undefined;
    return { from: begins(index + 1), to: addDays(begins(index + 2), -1) };
  },
  isPlain: () => true,
});

/** Whole weeks from whatever day, or those that begin on a Monday and end on a Friday. */
const weeks: Rhythm = {
  next({ from, to }) {
    const days = daysFromTo(from, to);
    const isWorkingWeek = days === 5 && weekdayOf(from) === 1;
    if (days < 1 || (days % 7 !== 0 && !isWorkingWeek)) return undefined;
    const step = isWorkingWeek ? 7 : days;
    return { from: addDays(from, step), to: addDays(to, step) };
  },
  isPlain: ({ from, to }) => daysFromTo(from, to) <= 7 && weekdayOf(from) <= 1,
};

const RHYTHMS: readonly Rhythm[] = [...[1, 2, 3, 6, 12].map(months), parts(1, 16), parts(1, 11, 21), weeks];
