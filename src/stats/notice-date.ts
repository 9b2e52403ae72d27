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
  /** all else that the archive and its register are known to hold */
  readonly others: readonly CalendarDate[];
}

export function noticeDate({ from, to }: Period, { issueDates, others }: Known): CalendarDate {
  const last = monthOf(to);
  if ([...issueDates, ...others].some((day) => monthOf(day) >= last)) return to;
  const counted = issueDates.filter((day) => compareDates(from, day) <= 0).sort(compareDates);
  return counted.at(-1) ?? to;
}
