/**
 * Tables: columns as wide as their content asks, rows that are not parted, rules between them, and
 * the head that pages repeat under the word 续表.
 */

import { CONTINUED_TABLE } from "../../model/furniture.js";
import { baselineIn, type PageGeometry, pitchFor } from "../../model/page-geometry.js";
import {
  LARGEST_WHOLE_TABLE,
  LEAST_ROWS,
  ROOM_LINES,
  SMALL_TYPE_LEADING,
} from "../../model/printed-measures.js";
import type { ColumnAlignment, Table, TableCell } from "../../model/text.js";
import { type ElementNode, elementNode } from "../element-node.js";
import type { Fault } from "../fault.js";
import { plainSpan } from "../paragraph/cell.js";
import { collectInlines, collectText } from "../paragraph/collect-cells.js";
import { composeParagraph } from "../paragraph/compose-paragraph.js";
import { composeInspected, type InspectedLines } from "../paragraph/inspect-lines.js";
import type { TypeStyle } from "../paragraph/type-style.js";
import type { BlockContext } from "./composing.js";
import { fitColumns } from "./fit-columns.js";
import { notesIn } from "./stack-lines.js";
import { type Part, type Strip, withFaults } from "./strip.js";

/** Room between a cell's rules and its text, in em of the table's size. */
const PADDING_X_EM = 0.5;
const PADDING_Y_EM = 0.25;
/** Outer rules and inner rules, as the imprint's (0.35 and 0.25 mm). */
const OUTER_RULE_PT = 1;
const INNER_RULE_PT = 0.5;
/** A row higher than this share of a page is parted into slices of so many lines. */
const LARGEST_WHOLE_ROW = 0.5;
const LINES_OF_SLICE = 2;

interface Row {
  readonly cells: readonly TableCell[];
  readonly node: ElementNode;
  readonly header: boolean;
}

interface TableSetting {
  readonly context: BlockContext;
  readonly table: Table;
  readonly widths: readonly number[];
  readonly left: number;
  /** type of the rows and of the head: the template's, smaller where the columns ask for it */
  readonly type: TypeStyle;
  readonly headType: TypeStyle;
}

export function composeTable(table: Table, context: BlockContext): readonly Strip[] {
  const { composing, column } = context;
  const node = elementNode("Table", context.parent);
  // ISO 14289-1, 7.2 as veraPDF reads it: a head without a body is none.
  const head: Row = {
    cells: table.header,
    node: elementNode("TR", elementNode(table.rows.length > 0 ? "THead" : "TBody", node)),
    header: true,
  };
  const tbody = elementNode("TBody", node);
  const body = table.rows.map((cells): Row => ({ cells, node: elementNode("TR", tbody), header: false }));
  const { book } = composing;
  const { widths, scale } = fitColumns(table, { book, width: column.width, paddingEm: PADDING_X_EM });
  const total = widths.reduce((sum, width) => sum + width, 0);
  const setting: TableSetting = {
    context,
    table,
    widths,
    left: column.x + (column.width - total) / 2,
    type: book.style("table", book.template.roles.table.sizePt * scale),
    headType: book.style("tableHeader", book.template.roles.tableHeader.sizePt * scale),
  };
  const headStrips = composeRow(head, setting, { isFirst: true, isLast: body.length === 0 });
  // A head that is parted itself would leave no room for the rows.
  const [onlyHead] = headStrips;
  const headStrip =
    headStrips.length === 1 && onlyHead !== undefined ? continuedHead(onlyHead, setting, total) : undefined;
  const strips = [...headStrips];
  body.forEach((row, index) => {
    const rows = composeRow(row, setting, { isFirst: false, isLast: index === body.length - 1 });
    for (const strip of rows) strips.push(headStrip === undefined ? strip : { ...strip, head: headStrip });
  });
  const height = strips.reduce((sum, strip) => sum + strip.height, 0);
  const room = roomAround(height, composing.geometry);
  const isWhole = height <= composing.geometry.height * LARGEST_WHOLE_TABLE;
  const spaced = strips.map((strip, index) => ({
    ...strip,
    startsBlock: index === 0,
    before: index === 0 ? room : 0,
    height: strip.height + (index === strips.length - 1 ? room : 0),
    keep:
      index < strips.length - 1 &&
      (isWhole || index < headStrips.length + LEAST_ROWS - 1 || index > strips.length - 1 - LEAST_ROWS),
  }));
  return withFaults(spaced, smallTypeFaults(setting));
}

/**
 * Room above and below: at least a quarter of a line, and so much that text goes on where the grid has its
 * next line, the same on both sides.
 */
function roomAround(height: number, { pitch, snap }: PageGeometry): number {
  const least = ROOM_LINES * pitch;
  return snap ? (Math.ceil((height + 2 * least) / pitch) * pitch - height) / 2 : least;
}

/** The head as it stands again on a page on which the table goes on, under the word 续表 at the right. */
function continuedHead(head: Strip, { context, type, left }: TableSetting, width: number): Strip {
  const { geometry } = context.composing;
  const pitch = Math.min(pitchFor(geometry, type.sizePt), type.sizePt * SMALL_TYPE_LEADING);
  const word = collectText(CONTINUED_TABLE, plainSpan(type, elementNode("P", undefined)));
  const [line] = composeParagraph(word, { measure: width, indent: 0, align: "right", hang: false });
  const shifted = head.parts.map((part): Part => {
    if (part.kind === "line") return { ...part, baseline: part.baseline + pitch };
    return "y" in part ? { ...part, y: part.y + pitch } : part;
  });
  const lead: readonly Part[] =
    line === undefined ? [] : [{ kind: "line", line, x: left, baseline: baselineIn(pitch, type.sizePt) }];
  return { ...head, height: head.height + pitch, parts: [...lead, ...shifted] };
}

const paddingX = ({ type }: TableSetting): number => PADDING_X_EM * type.sizePt;

function composeRow(
  row: Row,
  setting: TableSetting,
  { isFirst, isLast }: { readonly isFirst: boolean; readonly isLast: boolean },
): readonly Strip[] {
  const { context, table, widths, left } = setting;
  const { composing } = context;
  const type = row.header ? setting.headType : setting.type;
  const pitch = Math.min(pitchFor(composing.geometry, type.sizePt), type.sizePt * SMALL_TYPE_LEADING);
  const cells = table.columns.map((align, index) => composeCell(row, index, { align, setting }));
  const most = Math.max(1, ...cells.map((cell) => cell.lines.length));
  const paddingY = PADDING_Y_EM * type.sizePt;
  const isParted = most * pitch + 2 * paddingY > composing.geometry.height * LARGEST_WHOLE_ROW;
  const perSlice = isParted ? LINES_OF_SLICE : most;
  const slices = Math.ceil(most / perSlice);
  const strips = Array.from({ length: slices }, (_, slice): Strip => {
    const edges = { starts: slice === 0, ends: slice === slices - 1 };
    const from = slice * perSlice;
    const count = Math.min(perSlice, most - from);
    const above = edges.starts ? paddingY : 0;
    const height = above + count * pitch + (edges.ends ? paddingY : 0);
    const parts: Part[] = [];
    const notes: number[] = [];
    let x = left;
    cells.forEach((cell, index) => {
      parts.push({ kind: "element", node: cell.node });
      const lines = cell.lines.slice(from, from + count);
      const top = above + (isParted ? 0 : ((most - lines.length) * pitch) / 2);
      lines.forEach((line, number) => {
        const baseline = top + number * pitch + baselineIn(pitch, type.sizePt);
        parts.push({ kind: "line", line, x: x + paddingX(setting), baseline });
        notes.push(...notesIn(line));
      });
      x += widths[index] ?? 0;
    });
    parts.push(...rulesOf(setting, { height, ...edges, isFirst, isLast }));
    return { before: 0, height, snap: false, keep: false, unnumbered: true, parts, notes };
  });
  return withFaults(
    strips,
    cells.flatMap(({ faults }) => faults),
  );
}

function composeCell(
  row: Row,
  index: number,
  { align, setting }: { readonly align: ColumnAlignment; readonly setting: TableSetting },
): InspectedLines & { readonly node: ElementNode } {
  const { context, widths } = setting;
  const { composing } = context;
  const { book } = composing;
  const node = elementNode(row.header ? "TH" : "TD", row.node, row.header ? { scope: "Column" } : {});
  const type = row.header ? setting.headType : setting.type;
  const cell = row.cells[index];
  if (cell === undefined || cell.children.length === 0) return { node, lines: [], faults: [] };
  const text = collectInlines(cell.children, plainSpan(type, elementNode("P", node)), book);
  const measure = (widths[index] ?? 0) - 2 * paddingX(setting);
  const shape = {
    measure,
    indent: 0,
    align: align ?? "left",
    hang: false,
  } as const;
  const { lines, faults } = composeInspected(text, shape, cell.span);
  return { node, lines, faults: row.header ? faults.filter(isOfHeads) : faults };
}

/** A unit in brackets on a line of its own, （个）, is how heads of columns are set; no word could be added there. */
const isOfHeads = ({ kind }: Fault): boolean => kind !== "short-last-line";

/** Type under this size is hard to read on paper, in points (小五 is 9). */
const SMALLEST_READABLE_PT = 7;

function smallTypeFaults({ context, table, type }: TableSetting): readonly Fault[] {
  const usual = context.composing.book.style("table").sizePt;
  if (type.sizePt >= Math.min(SMALLEST_READABLE_PT, usual)) return [];
  const { sizePt } = type;
  return [{ kind: "small-table-type", columns: table.columns.length, sizePt, span: table.span }];
}

interface RowEdges {
  readonly height: number;
  /** the slice holds the row's first lines, its last lines */
  readonly starts: boolean;
  readonly ends: boolean;
  /** the row is the table's first, its last */
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function rulesOf({ context, widths, left }: TableSetting, edges: RowEdges): readonly Part[] {
  const { height, starts, ends, isFirst, isLast } = edges;
  const color = context.composing.book.template.colors.text;
  const total = widths.reduce((sum, width) => sum + width, 0);
  const parts: Part[] = [];
  const across = (y: number, thickness: number): void => {
    const place = { x: left, y: y - thickness / 2, width: total, height: thickness };
    parts.push({ kind: "rule", owner: "rule", ...place, color });
  };
  if (starts) across(0, isFirst ? OUTER_RULE_PT : INNER_RULE_PT);
  if (ends) across(height, isLast ? OUTER_RULE_PT : INNER_RULE_PT);
  let x = left;
  for (const [index, width] of [...widths, 0].entries()) {
    const isOuter = index === 0 || index === widths.length;
    const rule = isOuter ? OUTER_RULE_PT : INNER_RULE_PT;
    parts.push({ kind: "rule", owner: "rule", x: x - rule / 2, y: 0, width: rule, height, color });
    x += width;
  }
  return parts;
}
