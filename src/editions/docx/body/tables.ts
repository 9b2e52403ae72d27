/**
 * Tables (ECMA-376, 17.4): column widths follow their content, the header row repeats on every page, no
 * row is split, and a small table stays on one page. Tables have no space around them in OOXML: a paragraph of a style
 * of its own on either side adds it, so that neighbouring blocks need not know about the table and an editor who goes on
 * behind it inherits nothing. What these leave to whole grid lines opens the table's own rows, and moves with it.
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
import { cellMarginTwips, tableRoomTwips, wideTableRoomTwips } from "../styles/block-formats.js";
import { roomTwips } from "../word/word-geometry.js";
import type { DocumentContext } from "./document-context.js";
import { runsOfInlines } from "./inlines.js";
import { paragraphOf } from "./paragraph.js";
import type { TextColumn } from "./place.js";
import { measureTable, type TableMeasure } from "./table-measure.js";

/** @returns the table between the rooms above and below it, which also keep Word from joining it to another */
export function tableChildren(
  table: ModelTable,
  context: DocumentContext,
  column: TextColumn,
): readonly [Paragraph, Table, Paragraph] {
  const { geometry } = context;
  const measure = measureTable(table, context, geometry.textWidth - column.left - column.right);
  const room = roomAround(measure, context);
  const isWide = room >= 2 * wideTableRoomTwips(geometry);
  const lacking = room - 2 * (isWide ? wideTableRoomTwips(geometry) : tableRoomTwips(geometry));
  const opening = Math.max(0, Math.floor(lacking / (table.rows.length + 1) / 2));
  return [
    paragraphOf(isWide ? "BeforeTableWide" : "BeforeTable", []),
    tableOf(table, context, { column, measure, opening }),
    paragraphOf(isWide ? "AfterTableWide" : "AfterTable", []),
  ];
}

/** @returns what whole grid lines leave around a table, in twips */
function roomAround(
  { composedHeight, height }: TableMeasure,
  { geometry, template }: DocumentContext,
): number {
  const { pitch } = geometry;
  const least = composedHeight + 2 * roomTwips(geometry);
  const whole = template.grid.snap ? Math.ceil(least / pitch) * pitch : least;
  return whole - height;
}

interface TableSetting {
  readonly column: TextColumn;
  readonly measure: TableMeasure;
  /** added above and below the text of each row, in twips */
  readonly opening: number;
}

function tableOf(
  table: ModelTable,
  context: DocumentContext,
  { column, measure, opening }: TableSetting,
): Table {
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
    ...(opening > 0 ? { margins: openedMargins(opening, context) } : {}),
    rows: [rowOf(table.header, -1), ...table.rows.map(rowOf)],
  });
}

/** The style's margins above and below the text, and more. */
function openedMargins(opening: number, { template }: DocumentContext) {
  const size = cellMarginTwips(template) + opening;
  return { top: size, bottom: size, marginUnitType: WidthType.DXA };
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
