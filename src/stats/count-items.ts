/**
 * Counts what a period received and printed. A pure function of the items, the rows of the register and the house's
 * law; what the law leaves open is not guessed: an item without a unit counts for none, a name that no register knows
 * stands apart.
 */
import { type CalendarDate, compareDates } from "../model/calendar-date.js";
import type { Unit } from "../model/house.js";
import { DEFAULT_POINTS, type PointsLaw } from "../model/points-law.js";
import { joinPath } from "../read/workspace.js";
import { owedBy } from "./count-quota.js";
import { type AdoptedItem, type ReceivedItem, WITHHELD } from "./counted-item.js";
import { keptMonths, monthOf, owedMonths } from "./kept-months.js";
import { isThereDuring, type KnownUnits, knownUnits } from "./known-units.js";
import { levelNames } from "./level-names.js";
import { rowMatcher } from "./match-rows.js";
import { emptyTally, rankUnits, type Tally } from "./rank-units.js";
import { add, NOTHING, numberOf, type Share, share } from "./share.js";
import type {
  CountedItem,
  Month,
  MonthCount,
  NoPoints,
  Period,
  Statistics,
  UnitCount,
} from "./statistics.js";

export interface ToCount {
  readonly period: Period;
  /** days of issue of all issues that were read, those of other periods too */
  readonly issueDates: readonly CalendarDate[];
  readonly adopted: readonly AdoptedItem[];
  /** with what stands in issues that are not counted: a row of the register may tell of it; left out where there is nothing more */
  readonly printed?: readonly AdoptedItem[];
  /** undefined where there is no register of what came in */
  readonly received: readonly ReceivedItem[] | undefined;
  readonly units: readonly Unit[];
  /** names of the house's sections, in printing order */
  readonly sections: readonly string[];
  readonly points: PointsLaw | undefined;
  /** why there are none though the house speaks of them */
  readonly noPoints?: NoPoints | undefined;
  /** of several bulletins counted together, how many */
  readonly bulletins?: number;
}

export function countItems(given: ToCount): Statistics {
  const { period, points } = given;
  const isIn = ({ date }: { readonly date: CalendarDate }): boolean => isWithinPeriod(date, period);
  const adopted = given.adopted.filter(isIn);
  const received = given.received?.filter(isIn);
  const issueDates = given.issueDates.filter((date) => isWithinPeriod(date, period));
  const law = points ?? DEFAULT_POINTS;
  const known = knownUnits(given.units);
  const months = keptMonths(period, given);
  const owed = owedMonths(months, given.issueDates);
  const levelsByItem = levelsOf(given, { law, known });
  const items = adopted.map((item) =>
    countedItem(item, { law, known, levelsByItem, isOne: (given.bulletins ?? 1) === 1 }),
  );

  const tallies = new Map<string, Tally>(given.units.map(({ name }) => [name.value, emptyTally()]));
  for (const item of items) countAdopted(item, { tallies, law });
  for (const row of received ?? []) countReceived(row, { tallies, law, known });
  const ranked = (names: readonly string[], isKnown: boolean): readonly UnitCount[] =>
    rankUnits(
      names.map((name) => {
        const unit = isKnown ? given.units.find((one) => one.name.value === name) : undefined;
        const tally = tallies.get(name) ?? emptyTally();
        return { name, tally, ...owedBy(tally.byMonth, { unit, quota: law.quota, months: owed, period }) };
      }),
      { byPoints: points !== undefined, hasRegister: received !== undefined },
    );
  const registered = given.units.map(({ name }) => name.value);
  const strangers = [...tallies.keys()].filter((name) => !registered.includes(name));
  // Of a unit that was dissolved before, or founded later, nothing is expected.
  const present = given.units.filter((unit) => isThereDuring(unit, period)).map(({ name }) => name.value);
  const gone = registered.filter((name) => !present.includes(name) && hasCounts(tallies.get(name)));
  return {
    period,
    issues: issueDates.length,
    adopted: items.length,
    received: received?.length,
    // What comes of it all the same is counted, but it takes nobody's rank.
    units: [...ranked(present, true), ...ranked(gone, true).map((unit) => ({ ...unit, rank: undefined }))],
    others: ranked(strangers, false),
    unsigned: items.filter(({ units }) => units.length === 0).length,
    sections: countSections(items, given.sections),
    months: countMonths(months, { items, received, issueDates }),
    law,
    hasPoints: points !== undefined,
    noPoints: given.noPoints,
    bulletins: given.bulletins ?? 1,
    items,
  };
}

const isWithinPeriod = (date: CalendarDate, { from, to }: Period): boolean =>
  compareDates(from, date) <= 0 && compareDates(date, to) <= 0;

interface Counting {
  readonly law: PointsLaw;
  readonly known: KnownUnits;
  readonly levelsByItem: ReadonlyMap<AdoptedItem, readonly string[]>;
  /** false where paths have to say of which bulletin they are */
  readonly isOne: boolean;
}

/** Of an item that several units sent in, each in a row of its own, any row may say the level. */
function levelsOf(
  given: Pick<ToCount, "adopted" | "printed" | "received">,
  { law, known }: Pick<Counting, "law" | "known">,
): Counting["levelsByItem"] {
  const byItem = new Map<AdoptedItem, readonly string[]>();
  const namesIn = (levels: AdoptedItem["levels"]) =>
    levels.flatMap(({ value }) => levelNames(value, law.levels));
  const give = (item: AdoptedItem, levels: readonly string[]) =>
    byItem.set(item, [...new Set([...(byItem.get(item) ?? []), ...levels])]);
  for (const item of given.adopted) give(item, namesIn(item.levels));
  const match = rowMatcher(given.printed ?? given.adopted, known);
  for (const row of given.received ?? []) {
    if (row.levels.length === 0) continue;
    const found = match(row);
    if (found.kind === "items") for (const item of found.items) give(item, namesIn(row.levels));
  }
  return byItem;
}

/** What is secret is counted, and told no further. */
function countedItem(item: AdoptedItem, { law, known, levelsByItem, isOne }: Counting): CountedItem {
  const { isSecret, folder, section, date, issue, span, bulletinName } = item;
  const units = known.signing(item.signed).map(({ name }) => name);
  const levels = levelsByItem.get(item) ?? [];
  // A file may be called by its title.
  const path = isSecret ? folder : item.path;
  return {
    path: isOne ? path : joinPath(item.bulletin, path),
    title: isSecret ? WITHHELD : item.title,
    bulletinName,
    section,
    date,
    issue,
    span,
    levels,
    units,
    points: numberOf(worthOf({ section, levels, units }, law)),
  };
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
