/**
 * Rows of a table as authors type and paste them: cells parted by tabs (from a spreadsheet), by rows
 * of spaces, or by bars without what makes a table of them. Found in the file's own lines, in the
 * paragraphs of a body one after the other.
 */

import type { TextEdit } from "../diagnostics/diagnostic.js";
import { TAB_LABEL } from "../han/copy-class.js";
import { isInsideMarks } from "../model/is-inside-marks.js";
import type { Span } from "../model/located.js";
import type { Block } from "../model/text.js";

export type RowSeparator = "tab" | "spaces" | "bar";

export interface TypedRow {
  /** place of the line in the file, without its end */
  readonly span: Span;
  readonly cells: readonly string[];
  /** `| --- | --- |` or an attempt at it */
  readonly isDelimiter: boolean;
  /** no bar begins and ends the line */
  readonly isOpen: boolean;
}

/** Neighbouring rows; blank lines may stand between them. */
export interface RowRun {
  readonly separator: RowSeparator;
  readonly rows: readonly TypedRow[];
  /** index of the block that holds the first row */
  readonly block: number;
  /** true where a line that is not blank stands right in front of the rows */
  readonly isBehindText: boolean;
  /** true where text of the same block goes on right behind them */
  readonly isBeforeText: boolean;
  /** true where an empty line stands between two rows */
  readonly isParted: boolean;
  /** in a list or a quote, whose marks stand in front of each line */
  readonly isNested: boolean;
}

export interface RunsInput {
  readonly path: string;
  /** the item's file */
  readonly source: string;
}

/** What rows are mended in. */
export interface RowsBody {
  readonly blocks: readonly Block[];
  /** the item's file */
  readonly source: string;
}

/** @returns the runs of rows in the paragraphs of a body (and in code that an indent made) */
export function findRowRuns(blocks: readonly Block[], input: RunsInput): readonly RowRun[] {
  return SEPARATES.test(input.source) ? allRowRuns(blocks, input) : [];
}

/** Something of each separator: most items hold none. */
const SEPARATES = /[|｜\t]|[ \u00a0]{2}|\u3000[ \u3000]/;

function allRowRuns(blocks: readonly Block[], input: RunsInput): readonly RowRun[] {
  const nested = blocks
    .flatMap((block) => nestedIn(block))
    .flatMap((children) => allRowRuns(children, input));
  return [...runsIn(blocks, input), ...nested.map((run) => ({ ...run, isNested: true }))];
}

function nestedIn(block: Block): readonly (readonly Block[])[] {
  if (block.kind === "quote") return [block.children];
  return block.kind === "list" ? block.items.map(({ children }) => children) : [];
}

function runsIn(blocks: readonly Block[], input: RunsInput): readonly RowRun[] {
  const lines = blocks.flatMap((block, index) => linesOf(block, index, input));
  const runs: RowRun[] = [];
  let from = 0;
  while (from < lines.length) {
    const separator = lines[from]?.separator;
    let until = from + 1;
    while (until < lines.length && goesOn(lines[until - 1], lines[until], separator)) until += 1;
    const first = lines[from];
    if (separator !== undefined && first !== undefined) runs.push(runOf(lines, from, until));
    from = until;
  }
  return runs;
}

interface TypedLine extends TypedRow {
  readonly separator: RowSeparator | undefined;
  readonly block: number;
  /** no other line in its block */
  readonly isAlone: boolean;
  /** an empty line in front of it, or nothing */
  readonly isApart: boolean;
  /** words or marks on the line in front of it */
  readonly isBehindLine: boolean;
}

function goesOn(
  before: TypedLine | undefined,
  line: TypedLine | undefined,
  separator: RowSeparator | undefined,
): boolean {
  if (before === undefined || line === undefined || separator === undefined) return false;
  if (line.separator !== separator || line.isOpen !== before.isOpen) return false;
  if (line.block === before.block) return true;
  // Weak evidence holds together within one block alone.
  if (line.block !== before.block + 1 || separator === "spaces" || line.isOpen) return false;
  return !line.isApart || (line.isAlone && before.isAlone);
}

function runOf(lines: readonly TypedLine[], from: number, until: number): RowRun {
  const rows = lines.slice(from, until);
  const [first] = rows;
  const last = rows.at(-1);
  return {
    separator: lines[from]?.separator ?? "bar",
    rows,
    block: first?.block ?? 0,
    isBehindText: first?.isBehindLine === true,
    isBeforeText: lines[until]?.block === last?.block,
    isParted: rows.slice(1).some(({ isApart }) => isApart),
    isNested: false,
  };
}

function linesOf(block: Block, index: number, { path, source }: RunsInput): readonly TypedLine[] {
  const { start, end } = block.span;
  const isIndentedCode = block.kind === "code-block" && !/^[`~]/.test(source.slice(start, end).trimStart());
  if (block.kind !== "paragraph" && !isIndentedCode) return [];
  // The indent that made code of it lies in front of the block.
  const from = isIndentedCode ? source.lastIndexOf("\n", start - 1) + 1 : start;
  const lines = [...source.slice(from, end).matchAll(/[^\r\n]+/g)].filter(([text]) => text.trim() !== "");
  return lines.map((match, line) => {
    const at = from + match.index;
    const span = { path, start: at, end: at + match[0].length };
    const isApart =
      line === 0 && /(?:^|[\r\n][ \t]*(?:\r\n|[\r\n]))[ \t]*$/.test(source.slice(Math.max(0, at - 40), at));
    // Behind the first line of a quote or a list its marks come again.
    const text = line === 0 ? match[0] : match[0].replace(/^[ \t]*(?:>[ \t]?)+/, "");
    const isBehindLine = lineBefore(source, at).trim() !== "";
    return { span, block: index, isAlone: lines.length === 1, isApart, isBehindLine, ...readLine(text) };
  });
}

function lineBefore(source: string, at: number): string {
  const from = Math.max(0, at - LONGEST_BEFORE);
  let end = at;
  while (end > from && /[ \t]/.test(source.charAt(end - 1))) end -= 1;
  const last = source.charAt(end - 1);
  if (end === from || (last !== "\n" && last !== "\r")) return "";
  end -= last === "\n" && source[end - 2] === "\r" && end - 2 >= from ? 2 : 1;
  const head = source.slice(from, end);
  return head.slice(Math.max(head.lastIndexOf("\n"), head.lastIndexOf("\r")) + 1);
}

/** UTF-16 units of the line in front that are looked at */
const LONGEST_BEFORE = 200;

type LineReading = Pick<TypedLine, "cells" | "separator" | "isDelimiter" | "isOpen">;

function readLine(text: string): LineReading {
  const bars = readBars(text);
  if (bars !== undefined) return bars;
  const plain = { isDelimiter: false, isOpen: false };
  // The tab that Word puts behind 一、 and 1. parts no columns.
  const label = TAB_LABEL.exec(text)?.[0] ?? "";
  const behind = text.slice(label.length);
  const tabbed = withoutOuterSpaces(label === "" ? text : label + behind.replace(/^\t+/, ""));
  // Behind a last cell that is empty the tab ends the line; in front of all it is an indent.
  if (/\S *\t/.test(tabbed)) return { separator: "tab", cells: tabbed.split("\t").map(trimmed), ...plain };
  const spaced = text.trim().split(/(?:[ \u00a0]{2,}|\u3000[ \u3000]+)/);
  if (spaced.length > 1 && !/[，。；：！？]/.test(text))
    return { separator: "spaces", cells: spaced, ...plain };
  return { separator: undefined, cells: [], ...plain };
}

function readBars(text: string): LineReading | undefined {
  const cells = barCells(text);
  const isDelimiter = cells.every((cell) => DELIMITER.test(cell));
  const line = text.trim();
  const isClosed =
    /^[|｜]/.test(line) && "|｜".includes(line.slice(-1)) && !line.endsWith("\\|") && line.length > 2;
  if (isClosed && (cells.length > 1 || isDelimiter))
    return { separator: "bar", cells, isDelimiter, isOpen: false };
  const isOpen = cells.length > 1 && /\S\s+[|｜]\s+\S/.test(text);
  return isOpen ? { separator: "bar", cells, isDelimiter, isOpen } : undefined;
}

const DELIMITER = /^[:：]?(?:-+|[－—–─]+)[:：]?$/;

/** Cells between bars; `\|` is a character of a cell. */
function barCells(text: string): readonly string[] {
  const inner = text
    .trim()
    .replace(/^[|｜]/, "")
    .replace(/[|｜]$/, "");
  return inner.split(/(?<!\\)[|｜]/).map(trimmed);
}

const trimmed = (cell: string): string => cell.trim();

/** Tabs stay. A pattern for the end would look at each space of a long run again and again. */
function withoutOuterSpaces(text: string): string {
  let end = text.length;
  while (end > 0 && text.charAt(end - 1) === " ") end -= 1;
  return text.slice(0, end).replace(/^ +/, "");
}

/** @returns the number of cells that every row has; undefined where they differ */
export function columnsOf(rows: readonly TypedRow[]): number | undefined {
  const [first] = rows;
  return first !== undefined && rows.every(({ cells }) => cells.length === first.cells.length)
    ? first.cells.length
    : undefined;
}

/** @returns a GFM table of the rows, the first its head, lines divided by `lineEnd` */
export function tableOf(rows: readonly (readonly string[])[], lineEnd: string): string {
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...body.map(line)].join(lineEnd);
}

const escaped = (cell: string): string => cell.replace(/(?<!\\)\|/g, "\\|");

/**
 * @returns the edits that part text from the table above it: an empty line, and no indent, which would make
 * code of it; undefined where the line would begin something else there
 */
export function partFromNext(
  { rows, isBeforeText }: RowRun,
  { blocks, source }: RowsBody,
): readonly TextEdit[] | undefined {
  const last = rows.at(-1)?.span;
  // Emphasis that goes on from row to row would be torn.
  if (rows.some(({ span }) => isInsideMarks(blocks, span.start) || isInsideMarks(blocks, span.end)))
    return undefined;
  const [, lineEnd = "", indent = ""] =
    /^[ \t]*(\r\n|\n|\r)([ \t]*)\S/.exec(source.slice(last?.end ?? 0)) ?? [];
  if (last === undefined || lineEnd === "") return [];
  const start = source.indexOf(lineEnd, last.end) + lineEnd.length;
  // A block of its own stays what it is; text would lose its indent, or become one.
  if (!isBeforeText) return [{ span: { ...last, start, end: start }, text: lineEnd }];
  if (MEANS_MORE.test(source.slice(start + indent.length, start + indent.length + 12))) return undefined;
  return [{ span: { ...last, start, end: start + indent.length }, text: lineEnd }];
}

/** What begins a block of another kind behind an empty line, and amid a paragraph does not. */
const MEANS_MORE = /^(?:[[\-+>#=|~`<:_]|\*(?!\*)|\d{1,9}[.)](?:\s|$))/;

/** @returns true for a cell in which no sign may be half of markup that reaches beyond it */
export const isPlainCell = (cell: string): boolean =>
  !/[*_`~[\]<&\\]/.test(cell.replace(/\*\*(?![\s*])[^*]*[^*\s]\*\*|\[[^[\]]*\]\([^()\s]*\)/g, ""));
