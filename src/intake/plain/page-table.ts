/** Rows and cells of a page's table, the cells that a higher one reaches down into put in. */
import type { Element } from "hast";
import type { ManuscriptBlock, ManuscriptCell, ManuscriptRow, ManuscriptTable } from "../manuscript.js";
import { attribute, styleOf } from "./inline-style.js";

/** A cell over more columns than any page is wide is a slip or worse. */
const MAX_SPAN = 100;
/** Cells in one row, those that reach down into it counted. */
const MAX_COLUMNS = 1000;

export function readTable(
  table: Element,
  readCell: (cell: Element) => readonly ManuscriptBlock[],
): ManuscriptTable {
  const rows: ManuscriptRow[] = [];
  /** rows that a cell still reaches down, and its columns, by the column where it begins */
  let open = new Map<number, { rows: number; span: number }>();
  let hasBorder = Number(attribute(table, "border") ?? 0) > 0 || styleOf(table).hasBorder;
  for (const { row, isHead } of rowsOf(table)) {
    const cells: ManuscriptCell[] = [];
    const next = new Map<number, { rows: number; span: number }>();
    let column = 0;
    const continueOpen = () => {
      for (let above = open.get(column); above !== undefined; above = open.get(column)) {
        cells.push({ blocks: [], columnSpan: above.span, rowMerge: "continued" });
        if (above.rows > 1) next.set(column, { rows: above.rows - 1, span: above.span });
        column += above.span;
      }
    };
    const elements = cellsOf(row);
    for (const cell of elements) {
      continueOpen();
      if (column > MAX_COLUMNS) break;
      const columnSpan = spanOf(cell, "colSpan", MAX_SPAN);
      const down = spanOf(cell, "rowSpan", 10_000);
      cells.push({ blocks: readCell(cell), columnSpan, rowMerge: down > 1 ? "start" : "none" });
      if (down > 1) next.set(column, { rows: down - 1, span: columnSpan });
      if (!hasBorder) hasBorder = styleOf(cell).hasBorder;
      column += columnSpan;
    }
    continueOpen();
    open = next;
    if (cells.length === 0) continue;
    rows.push({ isHeader: isHead || elements.every(({ tagName }) => tagName === "th"), cells });
  }
  return { kind: "table", rows, isBorderless: !hasBorder };
}

function spanOf(cell: Element, name: "colSpan" | "rowSpan", most: number): number {
  const span = Number(attribute(cell, name) ?? 1);
  return Number.isInteger(span) && span > 0 ? Math.min(span, most) : 1;
}

function* rowsOf(table: Element): Generator<{ readonly row: Element; readonly isHead: boolean }> {
  for (const part of elementsOf(table)) {
    if (part.tagName === "tr") yield { row: part, isHead: false };
    if (!/^(thead|tbody|tfoot)$/.test(part.tagName)) continue;
    for (const row of elementsOf(part))
      if (row.tagName === "tr") yield { row, isHead: part.tagName === "thead" };
  }
}

const cellsOf = (row: Element): readonly Element[] =>
  elementsOf(row).filter(({ tagName }) => tagName === "td" || tagName === "th");

export const elementsOf = ({ children }: Element): readonly Element[] =>
  children.filter((child): child is Element => child.type === "element");
