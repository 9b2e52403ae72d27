/**
 * Counts what a period received and printed. A pure function of the items, the rows of the register and the house's
 * law; what the law leaves open is not guessed: an item without a unit counts for none, a name that no register knows
 * stands apart.
 */
import { type CalendarDate, compareDates } from "../model/calendar-date.js";
import type { Unit } from "../model/house.js";
import { DEFAULT_POINTS, type PointsLaw } from "../model/points-law.js";
import type { AdoptedItem, ReceivedItem } from "./counted-item.js";
import { isThereDuring, isThereIn, type KnownUnits, knownUnits } from "./known-units.js";
import { add, NOTHING, numberOf, type Share, share } from "./share.js";
import type { CountedItem, Month, MonthCount, Period, Statistics, UnitCount } from "./statistics.js";

export interface ToCount {
  readonly period: Period;
  /** days of issue of all issues that were read */
  readonly issueDates: readonly CalendarDate[];
  readonly adopted: readonly AdoptedItem[];
  /** undefined where there is no register of what came in */
  readonly received: readonly ReceivedItem[] | undefined;
  readonly units: readonly Unit[];
  /** names of the house's sections, in printing order */
  readonly sections: readonly string[];
  readonly points: PointsLaw | undefined;
}

export function countItems(given: ToCount): Statistics {
  const { period, points } = given;
  const isIn = ({ date }: { readonly date: CalendarDate }): boolean => isWithinPeriod(date, period);
  const adopted = given.adopted.filter(isIn);
  const received = given.received?.filter(isIn);
  const issueDates = given.issueDates.filter((date) => isWithinPeriod(date, period));
  const law = points ?? DEFAULT_POINTS;
  const known = knownUnits(given.units);
  const months = monthsOf(period, [...issueDates, ...(received ?? []).map(({ date }) => date)]);
  const levelsByItem = levelsOf(given.received ?? []);
  const items = adopted.map((item) => countedItem(item, { law, known, levelsByItem }));

  const tallies = new Map<string, Tally>(given.units.map(({ name }) => [name.value, emptyTally()]));
  for (const item of items) countAdopted(item, { tallies, law });
  for (const row of received ?? []) countReceived(row, { tallies, law, known });
  const ranked = (names: readonly string[], isKnown: boolean): readonly UnitCount[] =>
    rankUnits(
      names.map((name) => {
        const unit = isKnown ? given.units.find((one) => one.name.value === name) : undefined;
        const tally = tallies.get(name) ?? emptyTally();
        return { name, tally, ...quotaOf(tally, { unit, law, months, period }) };
      }),
      { byPoints: points !== undefined, hasRegister: received !== undefined },
    );
  const registered = given.units.map(({ name }) => name.value);
  const strangers = [...tallies.keys()].filter((name) => !registered.includes(name));
  // Of a unit that was dissolved before, or founded later, nothing is expected.
  const present = given.units
    .filter((unit) => isThereDuring(unit, period) || hasCounts(tallies.get(unit.name.value)))
    .map(({ name }) => name.value);
  return {
    period,
    issues: issueDates.length,
    adopted: items.length,
    received: received?.length,
    units: ranked(present, true),
    others: ranked(strangers, false),
    unsigned: items.filter(({ units }) => units.length === 0).length,
    sections: countSections(items, given.sections),
    months: countMonths(months, { items, received, issueDates }),
    law,
    hasPoints: points !== undefined,
    items,
  };
}

const isWithinPeriod = (date: CalendarDate, { from, to }: Period): boolean =>
  compareDates(from, date) <= 0 && compareDates(date, to) <= 0;

export const monthOf = ({ year, month }: CalendarDate): Month =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;

/** From the first of the period to that of the last day on which something was printed or received. */
function monthsOf({ from, to }: Period, days: readonly CalendarDate[]): readonly CalendarDate[] {
  if (days.length === 0) return [];
  const last = days.reduce((latest, day) => (compareDates(day, latest) > 0 ? day : latest), from);
  const end = compareDates(last, to) < 0 ? last : to;
  const months: CalendarDate[] = [];
  for (let at = from.year * 12 + from.month - 1; at <= end.year * 12 + end.month - 1; at += 1)
    months.push({ year: Math.floor(at / 12), month: (at % 12) + 1, day: 1 });
  return months;
}

/** Of an item that several units sent in, each in a row of its own, any row may say it. */
function levelsOf(received: readonly ReceivedItem[]): ReadonlyMap<string, readonly string[]> {
  const byItem = new Map<string, readonly string[]>();
  for (const { item, levels } of received)
    if (levels.length > 0) byItem.set(item, [...(byItem.get(item) ?? []), ...levels]);
  return byItem;
}

interface Counting {
  readonly law: PointsLaw;
  readonly known: KnownUnits;
  readonly levelsByItem: ReadonlyMap<string, readonly string[]>;
}

function countedItem({ signed, ...item }: AdoptedItem, { law, known, levelsByItem }: Counting): CountedItem {
  const units = known.signing(signed).map(({ name }) => name);
  const levels = [...new Set([...item.levels, ...(levelsByItem.get(item.path) ?? [])])];
  return { ...item, levels, units, points: numberOf(worthOf({ ...item, levels, units }, law)) };
}

/** What an item gives to each of its units. */
function worthOf(
  { section, levels, units }: Pick<CountedItem, "section" | "levels" | "units">,
  law: PointsLaw,
): Share {
  const whole = levels.reduce(
    (sum, level) => sum + (law.levels.get(level) ?? 0),
    law.sections.get(section) ?? law.base,
  );
  return share(whole, partsOf(units.length, law));
}

const partsOf = (units: number, { joint }: PointsLaw): number => (joint === "split" ? Math.max(1, units) : 1);

interface Tally {
  adopted: Share;
  received: Share;
  points: Share;
  readonly bySection: Map<string, Share>;
  readonly byMonth: Map<Month, { adopted: Share; received: Share }>;
}

const emptyTally = (): Tally => ({
  adopted: NOTHING,
  received: NOTHING,
  points: NOTHING,
  bySection: new Map(),
  byMonth: new Map(),
});

const hasCounts = (tally: Tally | undefined): boolean =>
  tally !== undefined && (tally.adopted > 0 || tally.received > 0);

interface Tallying {
  readonly tallies: Map<string, Tally>;
  readonly law: PointsLaw;
}

function tallyOf(name: string, tallies: Map<string, Tally>): Tally {
  const known = tallies.get(name) ?? emptyTally();
  tallies.set(name, known);
  return known;
}

function monthIn({ byMonth }: Tally, month: Month) {
  const known = byMonth.get(month) ?? { adopted: NOTHING, received: NOTHING };
  byMonth.set(month, known);
  return known;
}

function countAdopted(item: CountedItem, { tallies, law }: Tallying): void {
  const one = share(1, partsOf(item.units.length, law));
  const points = worthOf(item, law);
  for (const name of item.units) {
    const tally = tallyOf(name, tallies);
    tally.adopted = add(tally.adopted, one);
    tally.points = add(tally.points, points);
    tally.bySection.set(item.section, add(tally.bySection.get(item.section) ?? NOTHING, one));
    const month = monthIn(tally, monthOf(item.date));
    month.adopted = add(month.adopted, one);
  }
}

function countReceived(
  { signed, date }: ReceivedItem,
  { tallies, law, known }: Tallying & { readonly known: KnownUnits },
): void {
  const units = known.signing(signed);
  const one = share(1, partsOf(units.length, law));
  for (const { name } of units) {
    const tally = tallyOf(name, tallies);
    tally.received = add(tally.received, one);
    const month = monthIn(tally, monthOf(date));
    month.received = add(month.received, one);
  }
}

interface QuotaSurroundings {
  readonly unit: Unit | undefined;
  readonly law: PointsLaw;
  readonly months: readonly CalendarDate[];
  readonly period: Period;
}

/** Whole months of the period alone, and whole months of the unit: half a month owes nothing. */
function quotaOf(
  tally: Tally,
  { unit, law: { quota }, months, period }: QuotaSurroundings,
): { readonly missing: number; readonly quotaPoints: Share } {
  if (quota === undefined || unit === undefined) return { missing: 0, quotaPoints: NOTHING };
  let missing = NOTHING;
  const owed = share(quota.perMonth);
  for (const month of months) {
    if (!isWhole(month, period) || !isThereIn(unit, month)) continue;
    const sent = tally.byMonth.get(monthOf(month))?.[quota.of] ?? NOTHING;
    if (sent < owed) missing = add(missing, (owed - sent) as Share);
  }
  return { missing: numberOf(missing), quotaPoints: Math.round(missing * quota.missed) as Share };
}

function isWhole({ year, month }: CalendarDate, { from, to }: Period): boolean {
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return (
    compareDates(from, { year, month, day: 1 }) <= 0 && compareDates({ year, month, day: days }, to) <= 0
  );
}

interface UnitTally {
  readonly name: string;
  readonly tally: Tally;
  readonly missing: number;
  readonly quotaPoints: Share;
}

/** The most first; equal ones in the order given, with one rank. */
function rankUnits(
  units: readonly UnitTally[],
  { byPoints, hasRegister }: { readonly byPoints: boolean; readonly hasRegister: boolean },
): readonly UnitCount[] {
  // What is printed as equal is equal.
  const weigh = ({ tally, quotaPoints }: UnitTally): number =>
    numberOf(byPoints ? add(tally.points, quotaPoints) : tally.adopted);
  const sorted = [...units].sort((a, b) => weigh(b) - weigh(a));
  const numbers = (of: ReadonlyMap<string, Share>) =>
    new Map([...of].map(([name, value]) => [name, numberOf(value)]));
  return sorted.map((unit) => {
    const { name, tally, missing, quotaPoints } = unit;
    return {
      rank: sorted.findIndex((one) => weigh(one) === weigh(unit)) + 1,
      name,
      adopted: numberOf(tally.adopted),
      received: hasRegister ? numberOf(tally.received) : undefined,
      // Of the parts, not of what is printed of them.
      rate: tally.received === 0 ? undefined : tally.adopted / tally.received,
      points: numberOf(add(tally.points, quotaPoints)),
      quotaPoints: numberOf(quotaPoints),
      missing,
      bySection: numbers(tally.bySection),
      byMonth: new Map(
        [...tally.byMonth].map(([month, { adopted, received }]) => [
          month,
          { adopted: numberOf(adopted), received: numberOf(received) },
        ]),
      ),
    };
  });
}

/** Those of the house in its order, with none too; behind them what else was printed. */
function countSections(items: readonly CountedItem[], names: readonly string[]) {
  const all = [...new Set([...names, ...items.map(({ section }) => section)])];
  return all.map((name) => ({ name, adopted: items.filter(({ section }) => section === name).length }));
}

interface Dated {
  readonly items: readonly CountedItem[];
  readonly received: readonly ReceivedItem[] | undefined;
  readonly issueDates: readonly CalendarDate[];
}

function countMonths(
  months: readonly CalendarDate[],
  { items, received, issueDates }: Dated,
): readonly MonthCount[] {
  const tally = (dates: readonly CalendarDate[] | undefined) => {
    const counts = new Map<Month, number>();
    for (const date of dates ?? []) counts.set(monthOf(date), (counts.get(monthOf(date)) ?? 0) + 1);
    return counts;
  };
  const issued = tally(issueDates);
  const printed = tally(items.map(({ date }) => date));
  const came = received && tally(received.map(({ date }) => date));
  return months.map(monthOf).map((month) => ({
    month,
    issues: issued.get(month) ?? 0,
    adopted: printed.get(month) ?? 0,
    received: came && (came.get(month) ?? 0),
  }));
}
