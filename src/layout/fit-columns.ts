/**
 * Widths of a table's columns: what each asks on one line where all fit; else shared out between
 * what a column cannot do without and what it would like (CSS 2.2, 17.5.2.2, automatic layout).
 */
import type { Inline, Table, TableCell } from "../model/text.js";
import { collectInlines, plainSpan } from "./collect-cells.js";
import type { Composing } from "./composing.js";
import { spaceCells } from "./space-cells.js";
import { elementNode } from "./structure-tree.js";

export interface FitOptions {
  readonly composing: Composing;
  /** room for the whole table */
  readonly width: number;
  /** beside the text of a cell, on each side */
  readonly padding: number;
}

/** A column is at least this wide where there is room, in em: two characters and their padding. */
const LEAST_EM = 2;
/** A table of more columns than fit at this width is squeezed, in points. */
const LEAST_PT = 8;

export function fitColumns(table: Table, { composing, width, padding }: FitOptions): readonly number[] {
  const em = composing.book.style("table").sizePt;
  const count = table.columns.length;
  const wishes = table.columns.map((_, index) => {
    const cells = [table.header, ...table.rows].map((row) => row[index]);
    const widest = Math.max(0, ...cells.map((cell) => lineWidth(cell, composing)));
    return Math.max(LEAST_EM * em, widest) + 2 * padding + 0.01;
  });
  const wished = wishes.reduce((sum, wish) => sum + wish, 0);
  if (wished <= width) return growTo(wishes, Math.min(width, wished + count * 2 * em));
  const least = Math.max(LEAST_PT, Math.min(LEAST_EM * 2 * em + 2 * padding, width / count));
  const floors = wishes.map((wish) => Math.min(wish, least));
  const floor = floors.reduce((sum, value) => sum + value, 0);
  if (floor >= width) return wishes.map(() => width / count);
  // Long columns wish by the root of their length, so that one long remark does not starve the rest.
  const shares = wishes.map((wish, index) => Math.sqrt(Math.max(0, wish - (floors[index] ?? 0))));
  return shareOut({ wishes, floors, shares, room: width - floor });
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

function lineWidth(cell: TableCell | undefined, composing: Composing): number {
  if (cell === undefined || cell.children.length === 0) return 0;
  const owner = elementNode("P", undefined);
  const span = plainSpan(composing.book.style("tableHeader"), owner);
  return Math.max(0, ...splitAtBreaks(cell.children).map((line) => widthOf(line)));

  function widthOf(inlines: readonly Inline[]): number {
    const { cells } = collectInlines(inlines, span, composing.book);
    const gaps = spaceCells(cells);
    return cells.reduce((sum, { mold }, index) => sum + mold.width + (gaps.space[index] ?? 0), 0);
  }
}

function splitAtBreaks(inlines: readonly Inline[]): readonly (readonly Inline[])[] {
  const lines: Inline[][] = [[]];
  for (const inline of inlines) {
    if (inline.kind === "hard-break") lines.push([]);
    else lines.at(-1)?.push(inline);
  }
  return lines;
}
