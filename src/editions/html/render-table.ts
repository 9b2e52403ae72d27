/**
 * A table in a region that scrolls by itself, so that a wide table never makes the page wider than
 * the screen. The region takes the focus, so that the arrow keys scroll it (WCAG 2.1.1).
 */
import type { Element, ElementContent } from "hast";
import { textWidthEm } from "../../han/text-width.js";
import { plainText } from "../../model/plain-text.js";
import type { ColumnAlignment, Table, TableCell } from "../../model/text.js";
import { blockElement, element } from "./element.js";
import type { HtmlContext } from "./html-context.js";
import { renderInlines } from "./render-inlines.js";

export function renderTable(table: Table, context: HtmlContext): ElementContent {
  context.tables += 1;
  const classes = table.columns.map((alignment, column) => {
    const cells = [table.header, ...table.rows].map((row) => row[column]);
    return classesOf(alignment, cells);
  });
  const header = renderRow(table.header, { classes, context, isHeader: true });
  const rows = table.rows.map((row) => renderRow(row, { classes, context, isHeader: false }));
  const parts: Element[] = [];
  if (table.header.some((cell) => cell.children.length > 0)) parts.push(blockElement("thead", {}, [header]));
  if (rows.length > 0) parts.push(blockElement("tbody", {}, rows));
  return element("section", { className: ["table"], ariaLabel: `表格${context.tables}`, tabIndex: 0 }, [
    blockElement("table", { className: hasRoom(table) ? ["roomy"] : undefined }, parts),
  ]);
}

/** Letters and digits that no line parts. */
const UNPARTED = /[!-~]+/g;
/** Of a sheet's measure, in em of a table's text, and what a cell's padding takes of it. */
const SHEET_EM = 31;
const PADDING_EM = 0.6;
/** Fewer characters a line look like a column of the book of old. */
const LEAST_EM = 2;
const LEAST_LONG_EM = 4.4;

/** @returns whether a sheet holds every column with its numbers whole and two characters a line */
function hasRoom(table: Table): boolean {
  const rows = [table.header, ...table.rows];
  const needs = table.columns.map((_, column) =>
    rows.reduce((most, row) => Math.max(most, leastWidthOf(row[column])), 0),
  );
  return needs.reduce((sum, need) => sum + need + PADDING_EM, 0) <= SHEET_EM;
}

function leastWidthOf(cell: TableCell | undefined): number {
  const text = cell === undefined ? "" : plainText(cell.children);
  const words = text.match(UNPARTED) ?? [];
  const widest = words.reduce((most, word) => Math.max(most, textWidthEm(word)), 0);
  const em = textWidthEm(text);
  return Math.max(widest, em < LONG_EM ? Math.min(em, LEAST_EM) : LEAST_LONG_EM);
}

interface RowPlace {
  /** of each column */
  readonly classes: readonly (string[] | undefined)[];
  readonly context: HtmlContext;
  readonly isHeader: boolean;
}

function renderRow(cells: readonly TableCell[], place: RowPlace): Element {
  const rendered = cells.map((cell, column) => {
    const className = place.classes[column];
    const children = renderInlines(cell.children, place.context);
    // An empty header cell names nothing; a listener should not be told of it.
    if (place.isHeader && cell.children.length > 0)
      return element("th", { scope: "col", className }, children);
    return element("td", { className }, children);
  });
  return blockElement("tr", {}, rendered);
}

/** Classes, for the content security policy allows no style attributes. */
function classesOf(
  alignment: ColumnAlignment,
  cells: readonly (TableCell | undefined)[],
): string[] | undefined {
  const widest = cells.reduce((most, cell) => Math.max(most, widthOf(cell)), 0);
  const classes = [
    ...(alignment === undefined ? [] : [`align-${alignment}`]),
    ...(widest <= SHORT_EM ? ["short"] : []),
    ...(widest > SHORT_EM && widest < LONG_EM ? ["medium"] : []),
    ...(widest >= LONG_EM ? ["long"] : []),
  ];
  return classes.length === 0 ? undefined : classes;
}

/** Cells of so many em are kept on one line, where all of their column are; a wide table scrolls. */
const SHORT_EM = 5;

/** From so many em on a cell is running text, whose column is not squeezed to a few characters by the others. */
const LONG_EM = 12;

const widthOf = (cell: TableCell | undefined): number =>
  cell === undefined ? 0 : textWidthEm(plainText(cell.children));
