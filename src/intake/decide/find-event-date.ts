/**
 * The day of the event, from the lead alone: the day that the first sentence begins with, or the only one in it. A
 * year that is not typed is that of the mail, of the signature's day, or of the issue; the event lies in front of
 * them. 昨日 and 近日 stay words. Where there is a second reading there is no day.
 */
import { findDates, type WrittenDate } from "../../han/find-dates.js";
import { type CalendarDate, compareDates, isRealDate } from "../../model/calendar-date.js";
import type { DateEvidence } from "../draft/draft-item.js";
import { type SheetPart, wordsOf } from "./sheet.js";

export interface YearSources {
  readonly mail: CalendarDate | undefined;
  /** 2026年3月12日 below the unit */
  readonly signature: CalendarDate | undefined;
  /** on which a web page was published */
  readonly page: CalendarDate | undefined;
  readonly issue: CalendarDate | undefined;
  readonly issueYear: number | undefined;
}

export type FoundDate =
  | { readonly kind: "found"; readonly date: CalendarDate; readonly evidence: DateEvidence }
  | { readonly kind: "open"; readonly why: OpenDate; readonly words: string; readonly place: number }
  /** the lead, which names no day */
  | { readonly kind: "none"; readonly words: string; readonly place: number }
  /** no sentence anywhere */
  | { readonly kind: "no-lead" };

export type YearEvidence = Extract<DateEvidence, { kind: "lead" }>["year"];

export type OpenDate =
  /** 昨日, 近日 */
  | "relative"
  /** several days, or from one to another */
  | "several"
  /** no year is known, or that of the mail lies before the event */
  | "year"
  /** 2月30日 */
  | "impossible";

const RELATIVE =
  /近日|日前|近期|连日来|昨[日天晚]|今[日天晚]|前[日天]|[上本这]周[一二三四五六日末]?|[上本]月|日来|周[一二三四五六日末]/u;
/** Days by which an event may lie in front of what tells the year. */
const LONGEST_WAIT_DAYS = 200;

export function findEventDate(parts: readonly SheetPart[], years: YearSources): FoundDate {
  const lead = parts.find((part) => part.kind === "line" && /[，。；]/.test(wordsOf(part)));
  if (lead?.kind !== "line") return { kind: "no-lead" };
  const { place } = lead;
  const sentence = /^[^。！？]*/u.exec(wordsOf(lead))?.[0] ?? "";
  const dates = [...findDates(sentence)];
  const [first] = dates;
  if (first === undefined) {
    const words = RELATIVE.exec(sentence)?.[0];
    return words === undefined
      ? { kind: "none", words: wordsOf(lead), place }
      : { kind: "open", why: "relative", words, place };
  }
  const shown = sentence.slice(first.start, dates.at(-1)?.end);
  const isRange = dates.some((date, index) => index > 0 && isCarried(sentence, dates[index - 1], date));
  const opens = first.start <= OPENING;
  if (isRange || (dates.length > 1 && !opens)) return { kind: "open", why: "several", words: shown, place };
  const words = sentence.slice(first.start, first.end);
  const dated = withYear(first, years);
  if (dated === undefined) return { kind: "open", why: "year", words, place };
  if (!isRealDate(dated.date)) return { kind: "open", why: "impossible", words, place };
  return { kind: "found", date: dated.date, evidence: { kind: "lead", words, place, year: dated.year } };
}

/** Units in front of the day that opens a lead: 本报讯 3月12日 */
const OPENING = 8;

/** 3月16日至18日, 3月16、17日 */
const isCarried = (text: string, before: WrittenDate | undefined, date: WrittenDate): boolean =>
  before !== undefined &&
  /^(?:[（(][^（()）]*[)）])?\s?(?:——|[-—–~～、至到和])\s?$/u.test(text.slice(before.end, date.start));

function withYear(
  { year, yearsFromNow, month, day }: WrittenDate,
  { mail, signature, page, issue, issueYear }: YearSources,
): { readonly date: CalendarDate; readonly year: YearEvidence } | undefined {
  if (year !== undefined) return { date: { year, month, day }, year: "typed" };
  const [known, from] =
    mail !== undefined
      ? [mail, "mail" as const]
      : signature !== undefined
        ? [signature, "signature" as const]
        : page !== undefined
          ? [page, "page" as const]
          : [issue, "issue" as const];
  if (yearsFromNow !== undefined) {
    const now = known?.year ?? issueYear;
    return now === undefined ? undefined : { date: { year: now + yearsFromNow, month, day }, year: from };
  }
  if (known === undefined)
    return issueYear === undefined ? undefined : { date: { year: issueYear, month, day }, year: "issue" };
  const same = { year: known.year, month, day };
  if (compareDates(same, known) <= 0) return { date: same, year: from };
  // A report of December that comes in January.
  const last = { year: known.year - 1, month, day };
  return daysBetween(last, known) <= LONGEST_WAIT_DAYS ? { date: last, year: from } : undefined;
}

const DAY_MS = 86_400_000;
const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  (Date.UTC(to.year, to.month - 1, to.day) - Date.UTC(from.year, from.month - 1, from.day)) / DAY_MS;

/** @returns the day that a signature or a byline writes out, year and all */
export function writtenDay(words: readonly string[]): CalendarDate | undefined {
  for (const word of words) {
    const match = /(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})/.exec(word);
    if (match === null) continue;
    const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
    if (isRealDate(date)) return date;
  }
  return undefined;
}
