/** Whether a name is told as one that was: 原国家林业局, 2012年在国家林业局, 国家林业局（现…）. */
import type { CalendarDate } from "../model/calendar-date.js";

/** UTF-16 units around a name that decide */
const REACH = 60;
const BEFORE = /(?:原|时任|曾任|历任|前任|前身是|前身为|旧称|时称|曾用名|曾称|当时的)“?$/;
const BEHIND = /^”?(?:（(?:现|今|后|已)|更名|改名|改称|撤销|组建)/;

export interface NamePlace {
  readonly start: number;
  readonly end: number;
  /** since when the name is not in use any more */
  readonly from: CalendarDate | undefined;
}

export function isToldAsFormer(text: string, { start, end, from }: NamePlace): boolean {
  const before = text.slice(Math.max(0, start - REACH), start);
  if (BEFORE.test(before) || BEHIND.test(text.slice(end, end + REACH))) return true;
  if (from === undefined) return false;
  const sentence = before.slice(before.search(/[^。！？；\n]*$/));
  const years = [...sentence.matchAll(/(?<!\d)((?:19|20)\d{2})年/g)].map(([, year]) => Number(year));
  return years.some((year) => year < from.year);
}
