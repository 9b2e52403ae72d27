/**
 * What Word does not work out for itself: column widths (CSS 2.2, 17.5.2.2, automatic layout, from
 * estimated text widths) and roughly how high a table will be.
 */

import { linesTaken, textWidthEm } from "../../../han/text-width.js";
import { plainText } from "../../../model/plain-text.js";
import type { Template } from "../../../model/template.js";
import type { Table, TableCell } from "../../../model/text.js";
import { emTwips, looseLineTwips } from "../word/word-geometry.js";
import type { DocumentContext } from "./document-context.js";

/** A column is at least two characters wide. */
const LEAST_COLUMN_EM = 2;
/** A cell's margins (TableGrid), in em: half at each side, a quarter above and below. */
const CELL_MARGIN_EM = 1;
const CELL_MARGIN_BLOCK_EM = 0.5;
/** Slack beside a column's longest line, where there is room for it, and beside its longest word. */
const LINE_ROOM_EM = 1;
const WORD_ROOM_EM = 0.25;

export interface TableMeasure {
  /** of the columns, in twips */
  readonly widths: readonly number[];
  /** estimated height of the table in twips, rules included */
  readonly height: number;
  /** the same as the composed pages count it: they draw rules over the edges of the rows */
  readonly composedHeight: number;
}

/** @param measure room for the table between left and right, in twips */
export function measureTable(table: Table, context: DocumentContext, measure: number): TableMeasure {
  const widths = columnWidths(table, context.template, measure);
  const composedHeight = heightOfRows(table, context.template, widths);
  return { widths, composedHeight, height: composedHeight + OUTER_RULES_TWIPS };
}

/** Added by the outer rules: a point each, less the half point that the last row's cells give up. */
const OUTER_RULES_TWIPS = 30;

/** @returns widths in twips: what each column needs for its text on one line, or its share of the measure */
function columnWidths(table: Table, template: Template, width: number): readonly number[] {
  const em = emTwips(template, "table");
  const columns = table.columns.map((_, index) => {
    const lines = [table.header, ...table.rows].flatMap((row) => linesOf(row[index]));
    const longest = Math.max(LEAST_COLUMN_EM, ...lines.map(textWidthEm));
    const word = Math.max(LEAST_COLUMN_EM, ...lines.map(longestWordEm));
    return {
      wish: (longest + CELL_MARGIN_EM + LINE_ROOM_EM) * em,
      floor: (word + CELL_MARGIN_EM + WORD_ROOM_EM) * em,
    };
  });
  const wishes = columns.map(({ wish }) => wish);
  if (sum(wishes) <= width) return wishes.map(Math.floor);
  const even = width / columns.length;
  const wanted = columns.map(({ floor }) => floor);
  // A word too long for its share is broken wherever Word chooses.
  const floors = sum(wanted) <= width ? wanted : wanted.map((floor) => Math.min(floor, even));
  const shared = shareOut(wishes, floors, width);
  return shared.map(Math.floor);
}

/**
 * Columns share the room by the square root of what they still lack, so that one long remark does not
 * starve the rest; what a column does not need goes to the others.
 */
function shareOut(wishes: readonly number[], floors: readonly number[], width: number): readonly number[] {
  const widths = [...floors];
  let open = wishes.map((_, index) => index);
  for (let left = width - sum(floors); left >= 1 && open.length > 0; left = width - sum(widths)) {
    const lackOf = (index: number) => Math.max(0, (wishes[index] ?? 0) - (widths[index] ?? 0));
    const shares = new Map(open.map((index) => [index, Math.sqrt(lackOf(index))]));
    const total = sum([...shares.values()]);
    if (total === 0) break;
    for (const [index, share] of shares) {
      const given = Math.min(lackOf(index), (left * share) / total);
      widths[index] = (widths[index] ?? 0) + given;
    }
    open = open.filter((index) => lackOf(index) >= 1);
  }
  return widths;
}

/** Inner rules add nothing: their half point comes out of the cell margins (TableGrid). */
function heightOfRows(table: Table, template: Template, widths: readonly number[]): number {
  const em = emTwips(template, "table");
  const line = looseLineTwips(template, "table");
  const heights = [table.header, ...table.rows].map((row) => {
    const lines = row.map((cell, index) => {
      const measureEm = Math.max(1, (widths[index] ?? 0) / em - CELL_MARGIN_EM);
      return sum(linesOf(cell).map((text) => linesTaken(text, measureEm)));
    });
    return Math.max(1, ...lines) * line + CELL_MARGIN_BLOCK_EM * em;
  });
  return sum(heights);
}

const linesOf = (cell: TableCell | undefined): readonly string[] =>
  cell === undefined ? [] : plainText(cell.children).split("\n");

/** @returns the width of the longest unbreakable stretch, in em: Latin letters and digits with what joins them */
function longestWordEm(text: string): number {
  return (text.match(/[!-~\u00A1-\u024F]+/gu) ?? []).reduce(
    (most, word) => Math.max(most, textWidthEm(word)),
    0,
  );
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
