/**
 * The months of a period in which a bulletin was kept: from January of the year of its first issue or row of the register
 * to December of the year of the last, whatever the period holds of it. Something is owed in those up to its last issue, from
 * January of the year of its first: a slip of the pen in a row of the register stretches no quota. So a year is its months, and two
 * years are both: what is owed in a month does not hang on what else is counted.
 */
import { type CalendarDate, compareDates } from "../model/calendar-date.js";
import type { Month, Period } from "./statistics.js";

export const monthOf = ({ year, month }: CalendarDate): Month =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;

interface Kept {
  /** of all issues and rows, those of other periods too */
  readonly issueDates: readonly CalendarDate[];
  readonly received: readonly { readonly date: CalendarDate }[] | undefined;
}

/** @returns the first day of each month, in order */
export function keptMonths(
  { from, to }: Period,
  { issueDates, received = [] }: Kept,
): readonly CalendarDate[] {
  const lastIssue = issueDates.reduce<CalendarDate | undefined>(later, undefined);
  // A row years behind the last issue is a slip of the pen, and keeps no months.
  const days = [...issueDates, ...received.map(({ date }) => date)].filter(
    ({ year }) => lastIssue === undefined || year <= lastIssue.year + 1,
  );
  const last = days.reduce<CalendarDate | undefined>(later, undefined);
  if (last === undefined) return [];
  const firstYear = Math.min(...new Set(days.map(({ year }) => year)));
  const months: CalendarDate[] = [];
  const end = Math.min(last.year * 12 + 11, numberOf(to));
  for (let at = Math.max(firstYear * 12, numberOf(from)); at <= end; at += 1)
    months.push({ year: Math.floor(at / 12), month: (at % 12) + 1, day: 1 });
  return months;
}

/** @returns those of the months in which something is owed */
export function owedMonths(
  months: readonly CalendarDate[],
  issueDates: readonly CalendarDate[],
): readonly CalendarDate[] {
  const last = issueDates.reduce<CalendarDate | undefined>(later, undefined);
  if (last === undefined) return [];
  const firstYear = Math.min(...new Set(issueDates.map(({ year }) => year)));
  return months.filter((month) => month.year >= firstYear && numberOf(month) <= numberOf(last));
}

const later = (latest: CalendarDate | undefined, day: CalendarDate): CalendarDate =>
  latest !== undefined && compareDates(latest, day) >= 0 ? latest : day;

const numberOf = ({ year, month }: CalendarDate): number => year * 12 + month - 1;
