/**
 * Tables (ECMA-376, 17.4): column widths follow their content, the header row repeats on every page, no
 * row is split, and a small table stays on one page. Word's tables have no space around them, so a tiny
 * paragraph behind each adds it, and neighbouring blocks need not know about the table.
 */
import {
  AlignmentType,
  type ITableOptions,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { LARGEST_WHOLE_TABLE, LEAST_ROWS } from "../../../model/printed-measures.js";
import type { ColumnAlignment, TableCell as ModelCell, Table as ModelTable } from "../../../model/text.js";
import { LEAST_LINE } from "../styles/block-formats.js";
import { roomTwips } from "../word/word-geometry.js";
import type { DocumentContext } from "./document-context.js";
import { runsOfInlines } from "./inlines.js";
import { paragraphOf } from "./paragraph.js";
import type { TextColumn } from "./place.js";
import { measureTable, type TableMeasure } from "./table-measure.js";

/**
 * @param height of a block off the grid, including the room above and below it, in twips
 * @returns what is missing to the next whole grid line, in twips
 */
export type FillGrid = (height: number) => number;

export interface TableOptions {
  readonly column: TextColumn;
  readonly fillGrid: FillGrid;
}

/** @returns the table and the room behind it */
export function tableChildren(
  table: ModelTable,
  context: DocumentContext,
  { column, fillGrid }: TableOptions,
): readonly [Table, Paragraph] {
  const { geometry } = context;
  const measure = measureTable(table, context, geometry.textWidth - column.left - column.right);
  const { composedHeight, height } = measure;
  const whole = composedHeight + 2 * roomTwips(geometry);
  const under = Math.round(whole + fillGrid(whole) - height - LEAST_LINE - RULES_TOLERANCE);
  return [tableOf(table, context, { column, measure }), paragraphBehindTable(under)];
}

/**
 * Programs differ in how much height rules add to a table. This much is left free, so that none of them
 * pushes the last line of a page over.
 */
const RULES_TOLERANCE = 20;

/** Word merges adjacent tables, and requires a paragraph after the last one. */
export const paragraphBehindTable = (room = 0): Paragraph =>
  paragraphOf("AfterTable", [], room > 0 ? { spacing: { before: room } } : {});

interface TableSetting {
  readonly column: TextColumn;
  readonly measure: TableMeasure;
}

function tableOf(table: ModelTable, context: DocumentContext, { column, measure }: TableSetting): Table {
  const { widths, composedHeight } = measure;
  const { length } = table.rows;
  const isWhole = composedHeight <= context.geometry.textHeight * LARGEST_WHOLE_TABLE;
  const rowOf = (cells: readonly ModelCell[], index: number) => {
    const isHeader = index < 0;
    // The last row keeps the paragraph behind the table with it, which would else start the next page.
    const keepNext = isWhole || index < LEAST_ROWS - 1 || index >= length - LEAST_ROWS;
    return new TableRow({
      ...(isHeader ? { tableHeader: true } : {}),
      cantSplit: true,
      children: cells.map((cell, place) =>
        cellOf(cell, context, { isHeader, keepNext, width: widths[place] ?? 0, align: table.columns[place] }),
      ),
    });
  };
  const width = widths.reduce((sum, one) => sum + one, 0);
  return new Table({
    style: "TableGrid",
    width: { size: width, type: WidthType.DXA },
    ...placeOfTable(width, column, context),
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [rowOf(table.header, -1), ...table.rows.map(rowOf)],
  });
}

/** Centred in its column; Word centres only between the page margins, so elsewhere it is indented. */
export function placeOfTable(
  width: number,
  { left, right }: TextColumn,
  { geometry }: DocumentContext,
): Pick<ITableOptions, "alignment" | "indent"> {
  if (left === 0 && right === 0) return { alignment: AlignmentType.CENTER };
  const free = geometry.textWidth - left - right - width;
  return { indent: { size: left + Math.round(free / 2), type: WidthType.DXA } };
}

interface CellOptions {
  readonly isHeader: boolean;
  /** the row stays on the page of the next one */
  readonly keepNext: boolean;
  readonly width: number;
  readonly align: ColumnAlignment;
}

function cellOf(
  cell: ModelCell,
  context: DocumentContext,
  { isHeader, keepNext, width, align }: CellOptions,
): TableCell {
  const paragraph = paragraphOf(
    isHeader ? "TableHeading" : "TableText",
    runsOfInlines(cell.children, context, isHeader ? "tableHeader" : "table"),
    {
      ...(keepNext === isHeader ? {} : { keepNext }),
      ...(align === undefined ? {} : { alignment: ALIGNMENTS[align] }),
    },
  );
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [paragraph],
  });
}

const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;
