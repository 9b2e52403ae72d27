/**
 * A table in a region that scrolls by itself, so that a wide table never makes the page wider than
 * the screen. The region takes the focus, so that the arrow keys scroll it (WCAG 2.1.1).
 */
import type { Element, ElementContent } from "hast";
import type { ColumnAlignment, Table, TableCell } from "../../model/text.js";
import { blockElement, element } from "./element.js";
import type { HtmlContext } from "./html-context.js";
import { renderInlines } from "./render-inlines.js";

export function renderTable(table: Table, context: HtmlContext): ElementContent {
  context.tables += 1;
  const header = renderRow(table.header, { table, context, isHeader: true });
  const rows = table.rows.map((row) => renderRow(row, { table, context, isHeader: false }));
  const parts: Element[] = [];
  if (table.header.some((cell) => cell.children.length > 0)) parts.push(blockElement("thead", {}, [header]));
  if (rows.length > 0) parts.push(blockElement("tbody", {}, rows));
  return element("section", { className: ["table"], ariaLabel: `表格${context.tables}`, tabIndex: 0 }, [
    blockElement("table", {}, parts),
  ]);
}

interface RowPlace {
  readonly table: Table;
  readonly context: HtmlContext;
  readonly isHeader: boolean;
}

function renderRow(cells: readonly TableCell[], place: RowPlace): Element {
  const rendered = cells.map((cell, column) => {
    const className = alignmentClass(place.table.columns[column]);
    const children = renderInlines(cell.children, place.context);
    // An empty header cell names nothing; a listener should not be told of it.
    if (place.isHeader && cell.children.length > 0)
      return element("th", { scope: "col", className }, children);
    return element("td", { className }, children);
  });
  return blockElement("tr", {}, rendered);
}

/** A class, for the content security policy allows no style attributes. */
function alignmentClass(alignment: ColumnAlignment): string[] | undefined {
  return alignment === undefined ? undefined : [`align-${alignment}`];
}
