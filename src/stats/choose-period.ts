/** The period that is asked for, as days: a year, a quarter, or from one day to another. */
import { type CalendarDate, compareDates, readIsoDate } from "../model/calendar-date.js";
import type { Period } from "./statistics.js";

export interface AskedPeriod {
  readonly from?: string;
  readonly to?: string;
  readonly year?: string;
  readonly quarter?: string;
}

export type PeriodFault =
  | { readonly kind: "unreadable"; readonly option: keyof AskedPeriod; readonly value: string }
  | { readonly kind: "reversed" }
  | { readonly kind: "twice" };

/**
 * @param printed days of issue, among which the period lies where one or both of its ends are not asked for: whole
 * years of what there is
 */
export function choosePeriod(
  asked: AskedPeriod,
  printed: readonly CalendarDate[],
): Period | PeriodFault | undefined {
  const { from, to, year, quarter } = asked;
  const ways = [from ?? to, year, quarter].filter((way) => way !== undefined);
  if (ways.length > 1) return { kind: "twice" };
  if (year !== undefined) return yearOf(year) ?? { kind: "unreadable", option: "year", value: year };
  if (quarter !== undefined)
    return quarterOf(quarter) ?? { kind: "unreadable", option: "quarter", value: quarter };
  const sorted = [...printed].sort(compareDates);
  const [first, last] = [sorted[0], sorted.at(-1)];
  const begin = from === undefined ? first && { year: first.year, month: 1, day: 1 } : readIsoDate(from);
  const end = to === undefined ? last && { year: last.year, month: 12, day: 31 } : readIsoDate(to);
  if (from !== undefined && begin === undefined) return { kind: "unreadable", option: "from", value: from };
  if (to !== undefined && end === undefined) return { kind: "unreadable", option: "to", value: to };
  if (begin === undefined || end === undefined) return undefined;
  return compareDates(begin, end) > 0 ? { kind: "reversed" } : { from: begin, to: end };
}

function yearOf(text: string): Period | undefined {
  const [, digits] = /^(\d{4})年?$/.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const year = Number(digits);
  return { from: { year, month: 1, day: 1 }, to: { year, month: 12, day: 31 } };
}

/** 2026Q1, 2026-Q1 */
function quarterOf(text: string): Period | undefined {
  const [, digits, number] = /^(\d{4})-?[Qq]([1-4])$/.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const [year, last] = [Number(digits), Number(number) * 3];
  const day = new Date(Date.UTC(year, last, 0)).getUTCDate();
  return { from: { year, month: last - 2, day: 1 }, to: { year, month: last, day } };
}
