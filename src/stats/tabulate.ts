/** Statistics as one table of words and numbers, by unit, section or month: what terminal, CSV and XLSX print alike. */
import type { Message } from "../diagnostics/diagnostic.js";
import type { Month, NoPoints, Statistics, UnitCount } from "./statistics.js";

export type Grouping = "unit" | "section" | "month";

export type TableCell = string | number | undefined;

export interface StatisticsTable {
  readonly headings: readonly Heading[];
  readonly rows: readonly (readonly TableCell[])[];
  /** what has to be known to read it, a sentence each */
  readonly notes: readonly Message[];
}

export interface Heading {
  readonly words: Message;
  /** how a number is written: whole or with its decimals, or as a share of one */
  readonly kind: "words" | "number" | "rate";
}

/** @param soFar the same from the first of the year on, where the period begins later */
export function tabulate(
  statistics: Statistics,
  by: Grouping,
  soFar: Statistics | undefined,
): StatisticsTable {
  const notes = notesOf(statistics);
  if (by === "section") return { ...bySection(statistics), notes };
  return by === "month" ? { ...byMonth(statistics), notes } : { ...byUnit(statistics, soFar), notes };
}

interface Column<T> extends Heading {
  readonly of: (entry: T) => TableCell;
}

const words = (zh: string, en: string) => ({ words: { zh, en }, kind: "words" as const });
const number = (zh: string, en: string) => ({ words: { zh, en }, kind: "number" as const });
const rate = (zh: string, en: string) => ({ words: { zh, en }, kind: "rate" as const });

function tableOf<T>(columns: readonly Column<T>[], entries: readonly T[]): Omit<StatisticsTable, "notes"> {
  return {
    headings: columns.map(({ words: heading, kind }) => ({ words: heading, kind })),
    rows: entries.map((entry) => columns.map(({ of }) => of(entry))),
  };
}

interface UnitEntry extends UnitCount {
  readonly isStranger: boolean;
}

function byUnit(
  { units, others, received, hasPoints, law }: Statistics,
  soFar: Statistics | undefined,
): Omit<StatisticsTable, "notes"> {
  const cumulative = new Map(
    [...(soFar?.units ?? []), ...(soFar?.others ?? [])].map(({ name, adopted }) => [name, adopted]),
  );
  const hasRegister = units.length > 0;
  const entries: UnitEntry[] = [
    ...units.map((unit) => ({ ...unit, isStranger: false })),
    ...others.map((unit) => ({ ...unit, isStranger: hasRegister })),
  ];
  const columns: readonly (Column<UnitEntry> | false)[] = [
    { ...number("名次", "Rank"), of: ({ rank, isStranger }) => (isStranger ? undefined : rank) },
    { ...words("单位", "Unit"), of: ({ name, isStranger }) => (isStranger ? `${name}*` : name) },
    received !== undefined && { ...number("报送", "Received"), of: (unit) => unit.received },
    { ...number("采用", "Printed"), of: ({ adopted }) => adopted },
    received !== undefined && {
      ...rate("采用率", "Rate"),
      of: (unit) => unit.rate,
    },
    soFar !== undefined && {
      ...number("本年累计采用", "Printed this year"),
      of: ({ name }) => cumulative.get(name) ?? 0,
    },
    law.quota !== undefined && {
      ...number("欠任务", "Missing"),
      of: ({ missing, isStranger }) => (isStranger ? undefined : missing),
    },
    hasPoints && { ...number("得分", "Points"), of: ({ points }) => points },
  ];
  return tableOf(
    columns.filter((column) => column !== false),
    entries,
  );
}

const bySection = ({ sections, adopted }: Statistics): Omit<StatisticsTable, "notes"> =>
  tableOf(
    [
      { ...words("栏目", "Section"), of: ({ name }) => name },
      { ...number("采用", "Printed"), of: (section) => section.adopted },
      { ...rate("占比", "Share"), of: (section) => rateOf(section.adopted, adopted) },
    ],
    sections,
  );

function byMonth({ months, received }: Statistics): Omit<StatisticsTable, "notes"> {
  const sums = new Map<Month, number>();
  let sum = 0;
  for (const { month, adopted } of months) {
    sum += adopted;
    sums.set(month, sum);
  }
  const columns: readonly (Column<Statistics["months"][number]> | false)[] = [
    { ...words("月份", "Month"), of: ({ month }) => month },
    { ...number("期数", "Issues"), of: ({ issues }) => issues },
    received !== undefined && { ...number("报送", "Received"), of: (month) => month.received },
    { ...number("采用", "Printed"), of: ({ adopted }) => adopted },
    { ...number("累计采用", "Printed so far"), of: ({ month }) => sums.get(month) },
  ];
  return tableOf(
    columns.filter((column) => column !== false),
    months,
  );
}

/** More may be printed in a period than came in it: what came before counts then, too. */
export const rateOf = (adopted: number, received: number | undefined): number | undefined =>
  received === undefined || received === 0 ? undefined : adopted / received;

const NO_POINTS: Readonly<Record<NoPoints, Message>> = {
  unread: {
    zh: "bulletin.yaml 的计分办法（points）有错，没有计分；改好以后再统计一次。",
    en: "The points of bulletin.yaml are not valid, and none were given: mend them and count again.",
  },
  several: {
    zh: "合并统计的各期计分办法（points）不同，没有计分；要计分，请分别统计。",
    en: "The issues that were counted have different points, and none were given: count each bulletin by itself.",
  },
};

function notesOf(statistics: Statistics): readonly Message[] {
  const { units, others, unsigned, law, received, noPoints, bulletins } = statistics;
  const notes: Message[] = [];
  if (bulletins > 1)
    notes.push({
      zh: `合并统计了 ${bulletins} 种简报。`,
      en: `${bulletins} bulletins were counted as one.`,
    });
  if (noPoints !== undefined) notes.push(NO_POINTS[noPoints]);
  if (units.length > 0 && others.length > 0)
    notes.push({
      zh: `带 * 的 ${others.length} 个名称不在单位名录里，请核对是否写法不同，或补进 bulletin.yaml 的 units。`,
      en: `Names with * (${others.length}) are not in the register of units: check how they are written, or add them to units in bulletin.yaml.`,
    });
  if (units.length === 0 && others.length > 0)
    notes.push({
      zh: "bulletin.yaml 没有单位名录（units）：没有报送和采用的单位列不出来，别名也不会合并。",
      en: "bulletin.yaml has no register of units: those with nothing cannot be named, and aliases are not joined.",
    });
  if (unsigned > 0)
    notes.push({
      zh: `另有 ${unsigned} 篇没有署单位，只计入总数。`,
      en: `${unsigned} printed ${unsigned === 1 ? "item names" : "items name"} no unit and ${unsigned === 1 ? "counts" : "count"} in the total alone.`,
    });
  if ([...units, ...others].some(({ rate: own = 0 }) => own > 1))
    notes.push({
      zh: "采用率超过 100% 的，是这段时间登出了以前报送的稿件，或有的稿件没有登记。",
      en: "A rate above 100% means that items were printed that came earlier, or are not in the register.",
    });
  if (law.joint === "split")
    notes.push({
      zh: "联合署名的稿件由各单位平分。",
      en: "An item that several units sign is parted equally among them.",
    });
  if (law.quota?.of === "received" && received === undefined)
    notes.push({
      zh: "没有来稿登记簿（register.csv），任务按零篇报送计算。",
      en: "There is no register.csv, so that nothing counts as received for the quota.",
    });
  return notes;
}
