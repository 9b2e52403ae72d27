/**
 * Text with separators between its cells (RFC 4180) to rows, each cell with its place: what library readers of CSV do
 * not tell. Commas, semicolons or tabs, whichever parts the first line into most known headings.
 */
import type { Cell, CellFault, CellRow } from "./cell.js";

const SEPARATORS = [",", ";", "\t", "，"] as const;

export interface CsvOptions {
  /** tells whether a heading is one of the columns looked for, by which the separator is known */
  readonly isHeading: (words: string) => boolean;
  /** rows with anything in them, the headings aside; one more is read, so that it is seen that there are more */
  readonly most: number;
}

export interface CsvCells {
  /** empty ones left out */
  readonly rows: readonly CellRow[];
  /** what is wrong with the text itself; behind it nothing was read */
  readonly faults: readonly CellFault[];
}

export function readCsvCells(text: string, { isHeading, most }: CsvOptions): CsvCells {
  const separator = separatorOf(text, isHeading);
  const rows: CellRow[] = [];
  const faults: CellFault[] = [];
  let line = 1;
  for (let at = 0; at < text.length && rows.length <= most + 1; ) {
    const row = readRow(text, at, separator);
    if ("fault" in row) {
      faults.push(row.fault);
      break;
    }
    // Spreadsheets save rows that were once used as commas alone.
    if (row.cells.some((cell) => cell.text !== "")) rows.push({ line, cells: row.cells });
    line += row.lines;
    at = row.end;
  }
  return { rows, faults };
}

function separatorOf(text: string, isHeading: CsvOptions["isHeading"]): string {
  const [head = ""] = /[^\r\n]*/.exec(text.replace(/^[\r\n]+/, "")) ?? [];
  const known = (separator: string): number =>
    head.split(separator).filter((name) => isHeading(name.replace(/^"|"$/g, ""))).length;
  return SEPARATORS.reduce<string>((best, one) => (known(one) > known(best) ? one : best), ",");
}

interface ReadRow {
  readonly cells: readonly Cell[];
  /** lines of the text that it takes: cells in quotation marks may hold line ends */
  readonly lines: number;
  readonly end: number;
}

function readRow(text: string, start: number, separator: string): ReadRow | { readonly fault: CellFault } {
  const cells: Cell[] = [];
  let lines = 1;
  let at = start;
  for (;;) {
    const cell = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at, separator);
    if ("fault" in cell) return cell;
    cells.push(cell.cell);
    lines += text.slice(cell.cell.start, cell.cell.end).split(LINE_END).length - 1;
    at = cell.end;
    if (text[at] === separator) {
      at += 1;
      continue;
    }
    const [ending = ""] = /^(?:\r\n|\r|\n)?/.exec(text.slice(at, at + 2)) ?? [];
    if (ending === "" && at < text.length) return { fault: strayQuote(at) };
    return { cells, lines, end: at + ending.length };
  }
}

const LINE_END = /\r\n|\r|\n/;

interface ReadCell {
  readonly cell: Cell;
  /** behind it and its quotation marks */
  readonly end: number;
}

function readPlain(text: string, start: number, separator: string): ReadCell {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") end += 1;
  return { cell: trimmed(text.slice(start, end), start), end };
}

function readQuoted(text: string, start: number): ReadCell | { readonly fault: CellFault } {
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return { fault: openQuote(start) };
    if (text[quote + 1] === '"') {
      at = quote + 2;
      continue;
    }
    const inside = text.slice(start + 1, quote);
    const { text: words } = trimmed(inside.replaceAll('""', '"'), 0);
    return { cell: { text: words, start: start + 1, end: quote }, end: quote + 1 };
  }
}

function trimmed(written: string, start: number): Cell {
  const text = written.trim();
  const from = start + (text === "" ? 0 : written.indexOf(text));
  return { text: text.normalize("NFC"), start: from, end: from + text.length };
}

const openQuote = (start: number): CellFault => ({
  start,
  end: start + 1,
  message: { zh: "这里的英文双引号没有收尾。", en: "The straight quotation mark here is never closed." },
  help: {
    zh: "请补上另一个引号；引号是文字本身的，写两个。",
    en: "Close it; a quotation mark that belongs to the text is written twice.",
  },
});

const strayQuote = (at: number): CellFault => ({
  start: at,
  end: at + 1,
  message: {
    zh: "英文双引号括起的一格，引号后面还有字。",
    en: "Text follows the closing quotation mark of a cell.",
  },
  help: {
    zh: "请把整格括在引号里；引号是文字本身的，写两个。",
    en: "Put the whole cell in quotation marks; a quotation mark that belongs to the text is written twice.",
  },
});
