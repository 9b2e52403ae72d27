/**
 * The notice of what was printed (采用情况通报) as an item of Markdown: running text with its figures, tables under it,
 * who issues it and when. It is set by our own editions, as an issue of one item; a notice is Chinese.
 */
import { type CalendarDate, isoDate } from "../model/calendar-date.js";
import { periodWords } from "./period-words.js";
import { printCell } from "./print-statistics.js";
import type { Statistics, UnitCount } from "./statistics.js";
import { rateOf, type StatisticsTable, type TableCell, tabulate } from "./tabulate.js";

export interface NoticeFacts {
  readonly statistics: Statistics;
  readonly soFar: Statistics | undefined;
  /** names of the bulletins that were counted */
  readonly bulletins: readonly string[];
  readonly publisher: string | undefined;
  readonly date: CalendarDate;
}

export interface Notice {
  readonly title: string;
  /** front matter and text */
  readonly markdown: string;
}

/** Units named in the running text; all stand in the table. */
const MOST_NAMED = 5;

export function composeNotice({ statistics, soFar, bulletins, publisher, date }: NoticeFacts): Notice {
  const { name } = periodWords(statistics.period);
  const title = `关于${name.zh}信息采用情况的通报`;
  const front = [
    `title: ${JSON.stringify(title)}`,
    ...(publisher === undefined
      ? []
      : [`signed: {by: ${JSON.stringify(publisher)}, date: ${isoDate(date)}}`]),
  ];
  const parts = [
    { heading: "采用情况", blocks: unitBlocks(statistics, soFar) },
    { heading: "栏目分布", blocks: [tableOf(tabulate(statistics, "section", undefined))] },
    ...(statistics.months.length > 1 ? [{ heading: "逐月情况", blocks: [monthTable(statistics)] }] : []),
    ...absentPart(statistics),
  ];
  const blocks = [
    openingOf(statistics, bulletins),
    ...parts.flatMap(({ heading, blocks: own }, index) => [
      `## ${"一二三四五".charAt(index)}、${heading}`,
      ...own,
    ]),
  ];
  return { title, markdown: `---\n${front.join("\n")}\n---\n\n${blocks.join("\n\n")}\n` };
}

function openingOf({ period, issues, adopted, received }: Statistics, bulletins: readonly string[]): string {
  const { name } = periodWords(period);
  const rate = rateOf(adopted, received);
  const printed = `${name.zh}，${bulletins.map((bulletin) => `《${escaped(bulletin)}》`).join("")}共编发${issues}期，采用信息${adopted}篇`;
  const came = received === undefined ? "" : `；收到报送的信息${received}篇`;
  // What came before the period may be printed in it.
  const share = rate === undefined || rate > 1 ? "" : `，采用率为${percent(rate)}`;
  return `${printed}${came}${share}。现将采用情况通报如下。`;
}

function unitBlocks(statistics: Statistics, soFar: Statistics | undefined): readonly string[] {
  const { units, others, hasPoints } = statistics;
  const printed = [...units, ...others].filter(({ adopted }) => adopted > 0);
  // Who stands in no register has no rank.
  const most = leading(
    units.length > 0 ? printed.filter((unit) => units.includes(unit)) : printed,
    hasPoints,
  );
  const named = most.map(
    ({ name, adopted, points }) => `${escaped(name)}（${adopted}篇${hasPoints ? `，${points}分` : ""}）`,
  );
  return [
    ...(printed.length === 0
      ? ["没有采用各单位的信息。"]
      : named.length === 0
        ? [`共有${printed.length}个单位的信息被采用。`]
        : [
            `共有${printed.length}个单位的信息被采用${named.length === printed.length ? "：" : `，${hasPoints ? "得分" : "采用"}居前的是`}${named.join("、")}。`,
          ]),
    tableOf(tabulate(statistics, "unit", soFar)),
    ...notesOf(statistics).map((note, index, all) => `注${all.length > 1 ? index + 1 : ""}：${note}`),
  ];
}

/** What a unit has to know to reckon its own line again. */
function notesOf({ units, others, law, hasPoints, unsigned }: Statistics): readonly string[] {
  const more = (names: ReadonlyMap<string, number>, word: string) =>
    [...names].map(([name, points]) => `${escaped(name)}${word}${points}分`);
  const { perMonth, missed = 0, of } = law.quota ?? {};
  const parts = [
    `采用一篇记${law.base}分`,
    ...more(law.sections, "每篇记"),
    ...more(law.levels, "另加"),
    ...(missed === 0
      ? []
      : [
          `每月任务${perMonth}篇（按${of === "adopted" ? "采用" : "报送"}计），每少一篇${missed < 0 ? `扣${-missed}` : `记${missed}`}分`,
        ]),
  ];
  return [
    ...(hasPoints ? [`${parts.join("；")}。`] : []),
    ...(law.joint === "split" ? ["几个单位联合署名的，由各单位平分。"] : []),
    ...(unsigned > 0 ? [`另有${unsigned}篇没有署单位，只计入总数。`] : []),
    ...(units.length > 0 && others.length > 0 ? ["带 \\* 的名称不在单位名录里。"] : []),
  ];
}

/** 4月, or 2026年4月 where there are two years. */
function monthTable(statistics: Statistics): string {
  const table = tabulate(statistics, "month", undefined);
  const { from, to } = statistics.period;
  const isOneYear = from.year === to.year;
  const inWords = (month: string) => {
    const [year, number] = month.split("-");
    return `${isOneYear ? "" : `${year}年`}${Number(number)}月`;
  };
  const rows = table.rows.map(([month, ...more]) => [inWords(String(month)), ...more]);
  return tableOf({ ...table, rows });
}

/** The first few, ties whole: no unit is left out that is as good as one named. */
function leading(units: readonly UnitCount[], byPoints: boolean): readonly UnitCount[] {
  const weigh = ({ points, adopted }: UnitCount) => (byPoints ? points : adopted);
  // Nobody leads with points taken off.
  const sorted = units.filter((unit) => weigh(unit) > 0).sort((a, b) => weigh(b) - weigh(a));
  const last = sorted[MOST_NAMED - 1];
  const most = last === undefined ? sorted : sorted.filter((unit) => weigh(unit) >= weigh(last));
  return most.length <= MOST_NAMED * 2 ? most : sorted.slice(0, 0);
}

function absentPart({ units, received, period }: Statistics) {
  const { here } = periodWords(period);
  const without = units.filter(({ adopted }) => adopted === 0);
  if (without.length === 0) return [];
  const silent = without.filter((unit) => received !== undefined && unit.received === 0);
  const sent = without.filter((unit) => !silent.includes(unit));
  const why = received === undefined ? "没有信息被采用" : "报送过信息而没有被采用";
  return [
    {
      heading: "没有采用的单位",
      blocks: [
        ...namedUnits(`${here.zh}${why}的有`, sent),
        ...namedUnits(`${here.zh}没有报送信息的有`, silent),
      ],
    },
  ];
}

function namedUnits(lead: string, units: readonly UnitCount[]): readonly string[] {
  if (units.length === 0) return [];
  const names = units.slice(0, MOST_NAMES).map(({ name }) => escaped(name));
  const rest = units.slice(MOST_NAMES);
  return [
    `${lead}：${names.join("、")}${rest.length > 0 ? "；" : "。"}`,
    ...(rest.length > 0 ? namedUnits("还有", rest) : []),
  ];
}

const percent = (rate: number): string => `${Math.round(rate * 1000) / 10}%`;

/** Fewer rows than a paragraph of Markdown may have lines; a table of more goes on as another. */
const MOST_ROWS = 300;
/** Of names in one paragraph. */
const MOST_NAMES = 100;

function tableOf({ headings, rows }: Pick<StatisticsTable, "headings" | "rows">): string {
  if (rows.length > MOST_ROWS) {
    const [first, more] = [rows.slice(0, MOST_ROWS), rows.slice(MOST_ROWS)];
    return `${tableOf({ headings, rows: first })}\n\n${tableOf({ headings, rows: more })}`;
  }
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(headings.map(({ words }) => words.zh)),
    line(headings.map(({ kind }) => (kind === "words" ? ":---" : "---:"))),
    ...rows.map((row) =>
      line(row.map((cell, index) => escaped(signed(cell, printCell(cell, headings[index]))))),
    ),
  ].join("\n");
}

/** On paper a number below zero has a minus, no hyphen. */
const signed = (cell: TableCell, printed: string): string =>
  typeof cell === "number" ? printed.replace(/^-/u, "−") : printed;

/** Names come from outside: nothing in them is markup (CommonMark, 2.4). */
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>()#+!|~&$^:@-]/g, "\\$&");
