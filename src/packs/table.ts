/**
 * A word list before anything is made of its words: named cells, each with its place. What text, sheet or YAML gives;
 * read-lines.ts says what the cells mean.
 */
import type { Cell, CellFault, CellRow } from "../cells/cell.js";
import { type Column, columnOf } from "./columns.js";

/** Lines of one list; a larger one is no list that a person keeps. */
export const MOST_LINES = 20_000;

export interface Row {
  /** line of a text, row of a sheet, from 1 */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** of the columns that mean something, the first of each */
  readonly cells: ReadonlyMap<Column, Cell>;
}

export interface Table {
  /** what findings point into: the text itself, or of a sheet a line a row with tabs between its cells */
  readonly text: string;
  /** each heading once, where it stands first */
  readonly headings: readonly Cell[];
  readonly rows: readonly Row[];
  /** what is wrong with the file itself; behind it nothing was read */
  readonly faults: readonly CellFault[];
  /** true where days before 1904 do not count (a sheet made on an old Mac) */
  readonly countsFrom1904?: boolean;
}

/** The first row that is not empty names the columns; empty rows are passed over. */
export function tableOf(
  text: string,
  given: readonly CellRow[],
  rest: Pick<Table, "faults" | "countsFrom1904">,
): Table {
  const [head, ...body] = given.filter(({ cells }) => cells.some((cell) => cell.text !== ""));
  const headings = (head?.cells ?? []).filter((cell) => cell.text !== "");
  const columns = (head?.cells ?? []).map((cell) => columnOf(cell.text));
  const rows = body.slice(0, MOST_LINES).map(({ line, cells }): Row => {
    const start = cells[0]?.start ?? 0;
    return {
      line,
      start,
      end: cells.at(-1)?.end ?? start,
      cells: namedCells(cells.map((cell, index) => [columns[index], cell])),
    };
  });
  const last = body[MOST_LINES]?.cells[0];
  const faults = last === undefined ? rest.faults : [...rest.faults, tooManyLines(last)];
  return { ...rest, text, headings, rows, faults };
}

/** @param given columns, undefined where a heading means nothing, and what stands there */
export function namedCells(
  given: readonly (readonly [Column | undefined, Cell])[],
): ReadonlyMap<Column, Cell> {
  const cells = new Map<Column, Cell>();
  for (const [column, cell] of given) if (column !== undefined && !cells.has(column)) cells.set(column, cell);
  return cells;
}

export const tooManyLines = ({ start, end }: Pick<Cell, "start" | "end">): CellFault => ({
  start,
  end,
  message: {
    zh: `词包超过 ${MOST_LINES} 行，从这里起没有读。`,
    en: `The word list has more than ${MOST_LINES} lines; it was not read from here on.`,
  },
  help: { zh: "请拆成几个词包。", en: "Split it into several lists." },
});
