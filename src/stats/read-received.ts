/**
 * Rows of the register of what came in to facts that can be counted. What a row says wrongly is told at its line and
 * column; it is counted as far as it can be meant.
 */
import type { Cell, CellRow } from "../cells/cell.js";
import { withoutGuard } from "../cells/formula-guard.js";
import { readCsvCells } from "../cells/read-csv-cells.js";
import type { Diagnosed, Diagnostic } from "../diagnostics/diagnostic.js";
import { type CalendarDate, isoDate, isRealDate } from "../model/calendar-date.js";
import { foldedKey, type ReceivedItem, type UndatedRow } from "./counted-item.js";
import { fewOfEach } from "./few-of-each.js";
import {
  behindNothing,
  CONTRADICTS,
  headedTwice,
  lacksColumns,
  MORE_CELLS,
  NO_DAY,
  NO_TITLE,
  NO_UNIT,
  strangeYear,
  tooMany,
  twiceCounted,
  UNREADABLE,
  unreadableDay,
  type Words,
} from "./received-words.js";
import { registerPlaces } from "./register-places.js";
import { isSecrecyHeading, saysSecret } from "./secret-words.js";

const RULE = "import/register";

/** Rows of a register that people keep; beyond them nothing is counted, and that is told. */
const MOST_ROWS = 100_000;
/** What the columns are called: as `import` writes them, and as people head them; of two that are there the first that is filled in is meant. */
const COLUMNS = {
  received: ["received", "收稿日期", "收到日期", "报送日期", "日期"],
  unit: ["unit", "单位", "供稿单位", "报送单位", "單位"],
  title: ["title", "标题", "题目", "標題", "題目"],
  decision: ["decision", "处理", "处理结果", "采用情况"],
  reason: ["reason", "原因", "未采用原因", "理由"],
  issue: ["issue", "期次"],
  item: ["item", "稿件"],
  level: ["level", "采用层级", "层级"],
} as const;

type Column = keyof typeof COLUMNS;

/** Where each stands; several where people keep one beside that of `import`. */
type Columns = ReadonlyMap<Column, readonly number[]>;

const ALL = Object.keys(COLUMNS) as readonly Column[];
const nameOf = (heading: string): string => heading.normalize("NFKC").trim().toLowerCase();
const isHeading = (heading: string): boolean =>
  ALL.some((column) => (COLUMNS[column] as readonly string[]).includes(nameOf(heading)));

/** @returns where each column stands; a heading that is there twice is told, and the first of them read */
function columnsIn(head: readonly Cell[], tell: Tell): Columns {
  const names = head.map(({ text }) => nameOf(text));
  const places = new Map<Column, readonly number[]>();
  for (const column of ALL) {
    const there = COLUMNS[column].filter((one) => names.includes(one));
    if (there.length > 0)
      places.set(
        column,
        there.map((name) => names.indexOf(name)),
      );
    for (const name of there) {
      const again = head[names.lastIndexOf(name)];
      if (again !== undefined && names.indexOf(name) !== names.lastIndexOf(name))
        tell(again, "error", headedTwice(again.text));
    }
  }
  return places;
}

/** Columns of letters and numbers, where a word about secrets is a part of a name. */
const NAMES = ["received", "unit", "title"] as const;
const OWN_NAMES: ReadonlySet<string> = new Set(["id", "file", "sha256"]);

/** @returns where a row may say that it is secret: in a column for it, and in those that this program does not know */
function secrecyColumns(head: readonly Cell[], columns: Columns): SecrecyColumns {
  const named = head.flatMap(({ text }, index) => (isSecrecyHeading(text) ? [index] : []));
  const names = new Set(NAMES.flatMap((column) => columns.get(column) ?? []));
  const silent = head.flatMap(({ text }, index) =>
    names.has(index) || OWN_NAMES.has(nameOf(text)) ? [index] : [],
  );
  return { named, silent: new Set(silent.filter((index) => !named.includes(index))) };
}

interface SecrecyColumns {
  readonly named: readonly number[];
  /** of names and numbers: a word in them says nothing */
  readonly silent: ReadonlySet<number>;
}

/** Without these no row says anything. */
const NEEDED = ["received", "unit", "title"] as const;

export interface ReceivedReading extends Diagnosed<readonly ReceivedItem[]> {
  /** false where something was not counted */
  readonly isWhole: boolean;
  /** rows that were not counted */
  readonly undated: readonly UndatedRow[];
}

interface Bulletin {
  /** its folder, by which rows of several registers are told apart */
  readonly bulletin: string;
  /** the same from the disk's root, with slashes */
  readonly root: string;
  /** of its last issue: nothing came long after it, and what says so is a slip of the pen */
  readonly lastYear: number;
}

/** @param path of the register, for findings. @param text as it was decoded, without a byte order mark */
export function readReceived(
  path: string,
  text: string,
  { bulletin, root, lastYear }: Bulletin = { bulletin: ".", root: "", lastYear: Number.POSITIVE_INFINITY },
): ReceivedReading {
  const diagnostics: Diagnostic[] = [];
  const tell: Tell = (cell, severity, words) => {
    const span = { path, start: cell.start, end: cell.end };
    diagnostics.push({ rule: RULE, severity, span, message: words.message, help: words.help });
  };
  const { rows, faults } = readCsvCells(text, { isHeading, most: MOST_ROWS });
  for (const fault of faults)
    tell(fault, "error", { message: fault.message, help: behindNothing(fault.help) });
  const [head, ...body] = rows;
  const columns = columnsIn(head?.cells ?? [], tell);
  const lacking = NEEDED.filter((column) => !columns.has(column));
  if (lacking.length > 0) {
    tell(
      head?.cells[0] ?? { start: 0, end: Math.min(1, text.length) },
      "error",
      lacksColumns(lacking.map((column) => ({ zh: COLUMNS[column][1], en: column }))),
    );
    return { value: [], diagnostics, isWhole: false, undated: [] };
  }
  const left = body[MOST_ROWS]?.cells[0];
  if (left !== undefined) tell(left, "error", tooMany(MOST_ROWS));
  const counted = new Map<string, number>();
  const secrecy = secrecyColumns(head?.cells ?? [], columns);
  const undated: UndatedRow[] = [];
  const reading = {
    undated,
    columns,
    secrecy,
    width: head?.cells.length ?? 0,
    counted,
    path,
    bulletin,
    root,
    lastYear,
    tell,
  };
  const value = body.slice(0, MOST_ROWS).flatMap((row) => readRow(row, reading));
  const isWhole = !diagnostics.some(({ severity }) => severity === "error");
  return { value, diagnostics: fewOfEach(diagnostics), isWhole, undated };
}

type Tell = (cell: Pick<Cell, "start" | "end">, severity: Diagnostic["severity"], words: Words) => void;

interface RowReading extends Bulletin {
  readonly columns: Columns;
  readonly secrecy: SecrecyColumns;
  readonly undated: UndatedRow[];
  /** cells of the first line */
  readonly width: number;
  /** lines of the rows so far, by what makes two of them one */
  readonly counted: Map<string, number>;
  readonly path: string;
  readonly tell: Tell;
}

/** @returns nothing where the day cannot be read: in which period the row counts is then not known */
function readRow(row: CellRow, reading: RowReading): readonly ReceivedItem[] {
  const { cells } = row;
  const { columns, tell } = reading;
  const cellOf = (column: Column): Cell | undefined => {
    const there = (columns.get(column) ?? []).flatMap((at) => cells[at] ?? []);
    return there.find(({ text }) => text !== "") ?? there[0];
  };
  const textOf = (column: Column): string => withoutGuard(cellOf(column)?.text ?? "").trim();
  const [first] = cells;
  if (first === undefined) return [];
  const undated = undatedRow(row, { first, reading, cellOf, textOf });
  const received = cellOf("received") ?? first;
  const date = readDay(textOf("received"));
  if (date === undefined) {
    tell(received, "error", textOf("received") === "" ? NO_DAY : unreadableDay(textOf("received")));
    reading.undated.push(undated);
    return [];
  }
  checkRow(row, { first, reading, date, cellOf, textOf });
  return [{ ...undated, date }];
}

function undatedRow(
  { cells }: CellRow,
  { first, reading, cellOf, textOf }: Omit<RowFacts, "date">,
): UndatedRow {
  const { secrecy, path, bulletin, root } = reading;
  const last = cells.at(-1) ?? first;
  const levelCell = cellOf("level");
  const level = levelCell && { path, start: levelCell.start, end: levelCell.end };
  return {
    bulletin,
    signed: textOf("unit"),
    title: textOf("title"),
    key: foldedKey(textOf("title")),
    decision: textOf("decision"),
    reason: textOf("reason"),
    secrecy: cells.flatMap(({ text }, index) =>
      secrecy.named.includes(index) || (!secrecy.silent.has(index) && saysSecret(text)) ? [text] : [],
    ),
    ...registerPlaces({ issue: textOf("issue"), item: textOf("item") }, root),
    levels: level === undefined || textOf("level") === "" ? [] : [{ value: textOf("level"), span: level }],
    span: { path, start: first.start, end: last.end },
  };
}

interface RowFacts {
  readonly first: Cell;
  readonly reading: RowReading;
  readonly date: CalendarDate;
  readonly cellOf: (column: Column) => Cell | undefined;
  readonly textOf: (column: Column) => string;
}

/** What a row that counts says so that it may not be meant. */
function checkRow({ cells, line }: CellRow, { first, reading, date, cellOf, textOf }: RowFacts): void {
  const { columns, width, counted, lastYear, tell } = reading;
  if (textOf("unit") === "") tell(cellOf("unit") ?? first, "warning", NO_UNIT);
  if (textOf("title") === "") tell(cellOf("title") ?? first, "warning", NO_TITLE);
  for (const column of ["unit", "title"] as const) {
    const cell = cellOf(column);
    if (cell?.text.includes("\ufffd")) tell(cell, "warning", UNREADABLE);
  }
  for (const column of ["received", "unit", "title"] as const) {
    const other = otherwise(column, { cells, columns, cell: cellOf(column) });
    if (other !== undefined) tell(other, "error", CONTRADICTS);
  }
  const beyond = cells.slice(width).find(({ text }) => text !== "");
  if (beyond !== undefined) tell(beyond, "warning", MORE_CELLS);
  if (date.year > lastYear + 1 || date.year < FIRST_YEAR)
    tell(cellOf("received") ?? first, "warning", strangeYear(textOf("received")));
  const key = foldedKey(textOf("title"));
  const same = [date.year, date.month, date.day, foldedKey(textOf("unit")), key].join(" ");
  const before = counted.get(same);
  if (before !== undefined && key !== "") tell(cellOf("title") ?? first, "warning", twiceCounted(before));
  counted.set(same, before ?? line);
}

/** @returns a cell of another column of the same kind that says something else */
function otherwise(
  column: "received" | "unit" | "title",
  {
    cells,
    columns,
    cell,
  }: Pick<CellRow, "cells"> & { readonly columns: Columns; readonly cell: Cell | undefined },
): Cell | undefined {
  const said = (text: string): string => {
    const day = column === "received" ? readDay(text) : undefined;
    return day === undefined ? foldedKey(text) : isoDate(day);
  };
  return (columns.get(column) ?? [])
    .flatMap((at) => cells[at] ?? [])
    .find(({ text }) => text !== "" && said(text) !== said(cell?.text ?? ""));
}

/** Before it nobody kept such a register. */
const FIRST_YEAR = 1949;

/**
 * A day as `import` writes it, and as spreadsheets save it again: 2026-03-10, 2026/3/10, 2026.3.10, 2026年3月10日, 20260310,
 * with or without a time behind it, in China's own zone. 3/10/2026 may be two days and is not read.
 */
function readDay(written: string): CalendarDate | undefined {
  const text = written.normalize("NFKC").replace(/[\u2010-\u2015\u2212]/gu, "-");
  const [, year, , month, day] =
    /^(\d{4})([-/.年])(\d{1,2})(?:\2|月)(\d{1,2})日?(?:[ T]?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\+08:?00)?)?$/u.exec(
      text,
    ) ??
    /^(\d{4})()(\d{2})(\d{2})$/u.exec(text) ??
    [];
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  return year !== undefined && isRealDate(date) ? date : undefined;
}
