/**
 * A day of the civil calendar, without clock or time zone, and the two ways in which
 * a bulletin writes it. Days are checked where they are read (read/fields/scalar-fields.ts).
 */
export interface CalendarDate {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  /** 1 to 31 */
  readonly day: number;
}

/** Stands where no date of issue can be read; such an issue has an error and is never rendered. */
export const NO_DATE: CalendarDate = { year: 1, month: 1, day: 1 };

/** @returns `2026年3月16日`, the form of official papers (GB/T 9704-2012, 7.3.5.4) */
export function chineseDate(date: CalendarDate): string {
  return `${date.year}年${date.month}月${date.day}日`;
}

/** @returns `2026-03-16` (ISO 8601) */
export function isoDate(date: CalendarDate): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${String(date.year).padStart(4, "0")}-${two(date.month)}-${two(date.day)}`;
}

/** @returns the day that is written as `2026-03-16`; undefined where it is written otherwise or does not exist */
export function readIsoDate(text: string): CalendarDate | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  return year !== undefined && isRealDate(date) ? date : undefined;
}

/** @returns negative, zero or positive, as `a` lies before, on or after `b` */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  return a.year - b.year || a.month - b.month || a.day - b.day;
}

/** @returns true where the day lies between the two, both counted; an end that is not given is open */
export const isWithin = (
  day: CalendarDate,
  { from, until }: { readonly from?: CalendarDate | undefined; readonly until?: CalendarDate | undefined },
): boolean =>
  (from === undefined || compareDates(from, day) <= 0) &&
  (until === undefined || compareDates(day, until) <= 0);

/** @returns true where the day exists (Gregorian calendar) */
export function isRealDate(date: CalendarDate): boolean {
  if (date.month < 1 || date.month > 12 || date.day < 1) return false;
  // Each month has 28 days.
  return date.day <= 28 || date.day <= new Date(Date.UTC(date.year, date.month, 0)).getUTCDate();
}

/** @returns the day of the week, 0 for Sunday to 6 for Saturday */
export function weekdayOf(date: CalendarDate): number {
  return new Date(Date.UTC(date.year, date.month - 1, date.day)).getUTCDay();
}

/** @param days may be negative */
export function addDays({ year, month, day }: CalendarDate, days: number): CalendarDate {
  const date = new Date(Date.UTC(year, month - 1, day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** @returns the same day of a later month, which must have it */
export function addMonths({ year, month, day }: CalendarDate, months: number): CalendarDate {
  const count = year * 12 + month - 1 + months;
  return { year: Math.floor(count / 12), month: (count % 12) + 1, day };
}

/** @returns the number of days from one to the other, both counted */
export function daysFromTo(from: CalendarDate, to: CalendarDate): number {
  const dayOf = ({ year, month, day }: CalendarDate) => Date.UTC(year, month - 1, day) / 86_400_000;
  return dayOf(to) - dayOf(from) + 1;
}
