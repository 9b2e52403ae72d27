/**
 * Widths of a table's columns, and the size of type that they hold: what each asks on one line where
 * all fit; else shared out between what a column cannot do without and what it would like (CSS 2.2,
 * 17.5.2.2, automatic layout). Where not even that fits, the type is made smaller by the sizes that
 * printers have (字号), so that numbers and words stay whole and no column runs into the next.
 */
import type { Inline, Table, TableCell } from "../../model/text.js";
import { elementNode } from "../element-node.js";
import { type CellText, plainSpan } from "../paragraph/cell.js";
import { collectInlines } from "../paragraph/collect-cells.js";
import { FORBIDDEN, segmentParagraph } from "../paragraph/segment-paragraph.js";
import { spaceCells } from "../paragraph/space-cells.js";
import type { TypeBook } from "../paragraph/type-book.js";

export interface FitOptions {
  readonly book: TypeBook;
  /** room for the whole table */
  readonly width: number;
  /** beside the text of a cell, on each side, in em of the table's size */
  readonly paddingEm: number;
}

export interface FittedColumns {
  readonly widths: readonly number[];
  /** size of the table's type beside that of its role */
  readonly scale: number;
}

/** A column is at least this wide where there is room, in em: two characters and their padding. */
const LEAST_EM = 2;
/** What stays whole in a column at the price of smaller type, in em; longer words are parted. */
const LONGEST_WHOLE_EM = 8;
/** 五号, 小五, 六号, 小六, 七号 (GB/T 9704 and office practice), in points. */
const SMALLER_SIZES = [10.5, 9, 7.5, 6.5, 5.5];

export function fitColumns(table: Table, options: FitOptions): FittedColumns {
  const { book, width, paddingEm } = options;
  const em = book.style("table").sizePt;
  const padding = paddingEm * em;
  const count = table.columns.length;
  const cellsOf = (column: number) => [table.header, ...table.rows].map((row) => row[column]);
  const wishes = table.columns.map((_, index) => {
    const widest = Math.max(0, ...cellsOf(index).map((cell) => lineWidth(cell, book)));
    return Math.max(LEAST_EM * em, widest) + 2 * padding + 0.01;
  });
  const wished = wishes.reduce((sum, wish) => sum + wish, 0);
  if (wished <= width) return { widths: growTo(wishes, Math.min(width, wished + count * 2 * em)), scale: 1 };
  const wholes = table.columns.map((_, index) => {
    const widest = Math.max(0, ...cellsOf(index).map((cell) => pieceWidth(cell, book)));
    return Math.min(Math.max(LEAST_EM * em, widest), LONGEST_WHOLE_EM * em) + 2 * padding + 0.01;
  });
  const scale = scaleFor(
    wholes.reduce((sum, whole) => sum + whole, 0),
    { width, em, count, paddingEm },
  );
  const scaled = wishes.map((wish) => wish * scale);
  const usual = Math.min((LEAST_EM * 2 * em + 2 * padding) * scale, width / count);
  const floors = wholes.map((whole, index) => Math.min(scaled[index] ?? 0, Math.max(usual, whole * scale)));
  const floor = floors.reduce((sum, value) => sum + value, 0);
  // Words too long for their columns: each has what it has in proportion.
  if (floor > width) return { widths: floors.map((value) => (value * width) / floor), scale };
  // Long columns wish by the root of their length, so that one long remark does not starve the rest.
  const shares = scaled.map((wish, index) => Math.sqrt(Math.max(0, wish - (floors[index] ?? 0))));
  return { widths: shareOut({ wishes: scaled, floors, shares, room: width - floor }), scale };
}

interface Scaling {
  readonly width: number;
  readonly em: number;
  readonly count: number;
  readonly paddingEm: number;
}

/** @returns 1, or the size beside the role's at which what has to stay whole does, or two characters do */
function scaleFor(needed: number, { width, em, count, paddingEm }: Scaling): number {
  if (needed <= width) return 1;
  const sizes = SMALLER_SIZES.filter((size) => size < em);
  const fitting = sizes.find((size) => (needed * size) / em <= width);
  const smallest = Math.min(em, sizes.at(-1) ?? em);
  return (fitting ?? Math.min(smallest, width / (count * (LEAST_EM + 2 * paddingEm)))) / em;
}

interface Sharing {
  readonly wishes: readonly number[];
  readonly floors: readonly number[];
  readonly shares: readonly number[];
  readonly room: number;
}

/** Shares out the room; what a column does not need goes to the others. */
function shareOut({ wishes, floors, shares, room }: Sharing): readonly number[] {
  const widths = [...floors];
  let left = room;
  const open = new Set(wishes.keys());
  while (left > 0.01 && open.size > 0) {
    const total = [...open].reduce((sum, index) => sum + (shares[index] ?? 0), 0);
    if (total <= 0) break;
    const round = left;
    for (const index of [...open]) {
      const want = (wishes[index] ?? 0) - (widths[index] ?? 0);
      const given = Math.min(want, (round * (shares[index] ?? 0)) / total);
      widths[index] = (widths[index] ?? 0) + given;
      left -= given;
      if (want - given < 0.01) open.delete(index);
    }
  }
  return widths;
}

function growTo(wishes: readonly number[], width: number): readonly number[] {
  const wished = wishes.reduce((sum, wish) => sum + wish, 0);
  const extra = (width - wished) / wishes.length;
  return wishes.map((wish) => wish + extra);
}

function lineWidth(cell: TableCell | undefined, book: TypeBook): number {
  if (cell === undefined || cell.children.length === 0) return 0;
  return Math.max(0, ...splitAtBreaks(cell.children).map((line) => widthOf(textOf(line, book))));
}

function widthOf({ cells }: CellText): number {
  const gaps = spaceCells(cells);
  return cells.reduce((sum, { cluster }, index) => sum + cluster.width + (gaps.space[index] ?? 0), 0);
}

/** @returns the widest stretch of a cell that no line's end may part: a number with its unit, a word */
function pieceWidth(cell: TableCell | undefined, book: TypeBook): number {
  if (cell === undefined || cell.children.length === 0) return 0;
  const text = textOf(cell.children, book);
  const gaps = spaceCells(text.cells);
  const penalties = segmentParagraph(text, gaps, Number.POSITIVE_INFINITY);
  let [widest, width] = [0, 0];
  text.cells.forEach(({ cluster }, index) => {
    width += cluster.width;
    // The mark at a line's end takes half its width.
    widest = Math.max(widest, width - cluster.trimRight);
    width = penalties[index] === FORBIDDEN ? width + (gaps.space[index] ?? 0) : 0;
  });
  return widest;
}

function textOf(inlines: readonly Inline[], book: TypeBook): CellText {
  return collectInlines(inlines, plainSpan(book.style("tableHeader"), elementNode("P", undefined)), book);
}

function splitAtBreaks(inlines: readonly Inline[]): readonly (readonly Inline[])[] {
  const lines: Inline[][] = [[]];
  for (const inline of inlines) {
    if (inline.kind === "hard-break") lines.push([]);
    else lines.at(-1)?.push(inline);
  }
  return lines;
}
