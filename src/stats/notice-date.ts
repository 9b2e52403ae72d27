/**
 * The day under a notice and its letters: the last of the period, or, as long as it is not over, the day of the last issue that was
 * counted. No clock is read: a period is over once something was printed or received in its last month or later.
 */
import { type CalendarDate, compareDates } from "../model/calendar-date.js";
import { monthOf } from "./kept-months.js";
import type { Period } from "./statistics.js";

interface Known {
  /** days of issue of all issues that are counted, those of other periods too */
  readonly issueDates: readonly CalendarDate[];
  /** of issues that are not counted */
  readonly others: readonly CalendarDate[];
  /** of rows of the register */
  readonly received: readonly CalendarDate[];
}

export function noticeDate({ from, to }: Period, { issueDates, others, received }: Known): CalendarDate {
  const last = monthOf(to);
  const printed = [...issueDates, ...others];
  // A row years behind the last issue is a slip of the pen, and ends nothing.
  const lastYear = Math.max(...new Set(printed.map(({ year }) => year)));
  if (
    [...printed, ...received.filter(({ year }) => year <= lastYear + 1)].some((day) => monthOf(day) >= last)
  )
    return to;
  const counted = issueDates.filter((day) => compareDates(from, day) <= 0).sort(compareDates);
  return counted.at(-1) ?? to;
}
