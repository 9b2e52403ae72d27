/** Rows of a word list to what they say. A row that cannot be meant is told and left out; the others hold. */
import type { Cell } from "../cells/cell.js";
import type { Diagnostic, Message } from "../diagnostics/diagnostic.js";
import { addDays, type CalendarDate, compareDates, isRealDate } from "../model/calendar-date.js";
import type { PackLine } from "../model/pack.js";
import { type Column, columnOf, kindOf, nearestColumn } from "./columns.js";
import {
  more,
  NO_WRONG,
  noDay,
  noSwitch,
  nothingToDo,
  nothingToWrite,
  tooLong,
  tooShort,
  twice,
  unknownKind,
  wrongWayRound,
} from "./line-notices.js";
import type { Row, Table } from "./table.js";

export const PACK_RULE = "word/pack-line";

/** UTF-16 units: what words of the dictionary may have at most (han/word-index.ts) */
const LONGEST = 64;
const LONGEST_NOTE = 300;
/** A list in a wrong order of columns is wrong in each line: the first ones show it. */
const MOST_FAULTS = 20;

export interface PackPlace {
  /** as `lint.packs` names it */
  readonly name: string;
  /** of the file that findings point into; undefined for a list of the package */
  readonly path: string | undefined;
}

export interface PackReading {
  readonly lines: readonly PackLine[];
  readonly diagnostics: readonly Diagnostic[];
}

export function readLines(table: Table, { name, path }: PackPlace): PackReading {
  const diagnostics: Diagnostic[] = [];
  let left = 0;
  const tell: Tell = (cell, message, help) => {
    if (diagnostics.length >= MOST_FAULTS) {
      left += 1;
      return;
    }
    const span = { path: path ?? name, start: cell.start, end: cell.end };
    const at =
      cell.name === undefined
        ? message
        : { zh: `${cell.name} 格：${message.zh}`, en: `Cell ${cell.name}: ${message.en}` };
    diagnostics.push({ rule: PACK_RULE, severity: "error", span, message: at, help });
  };
  for (const { message, help, ...place } of table.faults) tell({ text: "", ...place }, message, help);
  const isNamed = checkColumns(table, tell);
  const lines: PackLine[] = [];
  const seen = new Map<string, PackLine[]>();
  if (isNamed) {
    for (const row of table.rows) {
      const line = readLine(row, {
        tell,
        name,
        path,
        countsFrom1904: table.countsFrom1904 === true,
      });
      if (line === undefined) continue;
      const before = seen.get(line.wrong);
      const other = before?.find((one) => one.right !== line.right && overlaps(one, line));
      if (other !== undefined) tell(row.cells.get("wrong") ?? rowCell(row), ...twice(line, other));
      if (before === undefined) seen.set(line.wrong, [line]);
      else before.push(line);
      lines.push(line);
    }
  }
  const last = diagnostics.at(-1);
  if (left > 0 && last !== undefined) diagnostics.push({ ...last, ...more(left) });
  return { lines, diagnostics };
}

type Tell = (cell: Cell, message: Message, help: Message) => void;

/** @returns whether a column says what is wrong; headings mistyped are told */
function checkColumns({ headings, rows, faults, text }: Table, tell: Tell): boolean {
  const columns = new Set(headings.map(({ text: words }) => columnOf(words)));
  for (const heading of headings) {
    if (columnOf(heading.text) === undefined) {
      const nearest = nearestColumn(heading.text);
      // Other columns are the house's own notes.
      if (nearest !== undefined && !columns.has(columnOf(nearest)))
        tell(
          heading,
          { zh: `没有“${heading.text}”这一栏。`, en: `There is no column “${heading.text}”.` },
          { zh: `是否想写“${nearest}”？`, en: `Did you mean “${nearest}”?` },
        );
    }
  }
  if (columns.has("wrong")) return true;
  if (faults.length > 0 && rows.length === 0) return false;
  tell(
    headings[0] ?? { text: "", start: 0, end: Math.min(text.length, 1) },
    headings.length === 0
      ? { zh: "词包是空的。", en: "The word list is empty." }
      : { zh: "词包没有“错误写法”（wrong）这一栏。", en: "The word list has no column “wrong” (错误写法)." },
    {
      zh: "请在第一行写各栏的名称：错误写法、正确写法、类别、说明、依据、起始日期、截止日期。",
      en: "Name the columns in the first line: wrong, right, kind, note, source, valid-from, valid-until.",
    },
  );
  return false;
}

interface LineContext extends PackPlace {
  readonly tell: Tell;
  readonly countsFrom1904: boolean;
}

const rowCell = ({ start, end }: Row): Cell => ({ text: "", start, end });

function readLine(row: Row, { tell, name, path, countsFrom1904 }: LineContext): PackLine | undefined {
  const cellOf = (column: Column): Cell | undefined => {
    const cell = row.cells.get(column);
    return cell === undefined || cell.text === "" ? undefined : cell;
  };
  const wrong = cellOf("wrong");
  const right = cellOf("right");
  if (wrong === undefined) {
    if ([...row.cells.values()].some(({ text }) => text !== ""))
      tell(rowCell(row), NO_WRONG.message, NO_WRONG.help);
    return undefined;
  }
  let isSound = true;
  const refuse: Tell = (cell, message, help) => {
    isSound = false;
    tell(cell, message, help);
  };
  for (const cell of [wrong, right]) if (cell !== undefined) checkLength(cell, refuse);
  if ([...wrong.text].length < 2) refuse(wrong, ...tooShort(wrong.text));
  const note = cellOf("note");
  if (right === undefined && note === undefined) refuse(wrong, ...nothingToDo(wrong.text));
  const kindCell = cellOf("kind");
  const kind = kindCell === undefined ? "wording" : kindOf(kindCell.text);
  if (kind === undefined && kindCell !== undefined) refuse(kindCell, ...unknownKind(kindCell.text));
  const days = (column: "valid-from" | "valid-until") => {
    const cell = cellOf(column);
    const day = cell && readDay(cell.text, countsFrom1904);
    if (cell !== undefined && day === undefined) refuse(cell, ...noDay(cell.text));
    return day;
  };
  const from = days("valid-from");
  const until = days("valid-until");
  if (from !== undefined && until !== undefined && compareDates(from, until) > 0)
    refuse(cellOf("valid-until") ?? wrong, ...wrongWayRound(from, until));
  const fixCell = cellOf("fix");
  const isFixed = fixCell === undefined ? false : readSwitch(fixCell.text);
  if (isFixed === undefined && fixCell !== undefined) refuse(fixCell, ...noSwitch(fixCell.text));
  if (isFixed === true && right === undefined) refuse(fixCell ?? wrong, ...nothingToWrite(wrong.text));
  if (!isSound || kind === undefined) return undefined;
  return {
    pack: name,
    line: row.line,
    wrong: wrong.text,
    right: right?.text,
    kind,
    note: shortened(note?.text),
    source: shortened(cellOf("source")?.text),
    from,
    until,
    except: (cellOf("except")?.text ?? "")
      .split(/[、；;|]/)
      .map((word) => word.trim())
      .filter((word) => word !== ""),
    // A list of the package never changes anybody's copy by itself.
    isFixed: isFixed === true && path !== undefined,
    span: path === undefined ? undefined : { path, start: row.start, end: row.end },
  };
}

const shortened = (text: string | undefined): string | undefined =>
  text !== undefined && text.length > LONGEST_NOTE ? `${text.slice(0, LONGEST_NOTE)}…` : text;

/** 2023-03-16, 2023/3/16 as spreadsheets save it, 2023年3月16日, or the number of days that a sheet keeps. */
function readDay(text: string, countsFrom1904: boolean): CalendarDate | undefined {
  const match = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?(?:[ T]0?0:00(?::00)?)?$/.exec(
    text,
  );
  if (match !== null) {
    const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
    return isRealDate({ year, month, day }) ? { year, month, day } : undefined;
  }
  if (!/^\d{5}(?:\.0+)?$/.test(text)) return undefined;
  // ISO/IEC 29500-1, 18.17.4.1: day 60 is a day that never was, so that the count begins a day early.
  return countsFrom1904
    ? addDays({ year: 1904, month: 1, day: 1 }, Number(text))
    : addDays({ year: 1899, month: 12, day: 30 }, Number(text));
}

function readSwitch(text: string): boolean | undefined {
  if (/^(?:yes|y|true|是|1|自动)$/i.test(text)) return true;
  return /^(?:no|n|false|否|0)$/i.test(text) ? false : undefined;
}

function overlaps(one: PackLine, other: PackLine): boolean {
  const isBefore = (first: PackLine, second: PackLine) =>
    first.until !== undefined && second.from !== undefined && compareDates(first.until, second.from) < 0;
  return !isBefore(one, other) && !isBefore(other, one);
}

function checkLength(cell: Cell, refuse: Tell): void {
  if (cell.text.length > LONGEST) refuse(cell, ...tooLong(cell.text.length, LONGEST));
}
