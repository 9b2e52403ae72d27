/**
 * Tables (ECMA-376, 17.4): columns by what stands in them, the header row repeated on every page, no
 * row torn apart, and a small table not parted at all.
 */
import {
  AlignmentType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { ColumnAlignment, TableCell as ModelCell, Table as ModelTable } from "../../model/text.js";
import type { DocumentContext } from "./document-context.js";
import { runsOfInlines } from "./inlines.js";
import { paragraphOf } from "./paragraph.js";
import { columnWidths, tableTwips } from "./table-measure.js";

export function tableOf(table: ModelTable, context: DocumentContext): Table {
  const widths = columnWidths(table, context);
  const { length } = table.rows;
  const isWhole = tableTwips(table, context) <= context.geometry.textHeight * LARGEST_WHOLE_TABLE;
  const rowOf = (cells: readonly ModelCell[], index: number) => {
    const isHeader = index < 0;
    // The last row ends the table, and nothing behind it need stay with it.
    const keepNext =
      index < length - 1 && (isWhole || index < LEAST_ROWS - 1 || index >= length - LEAST_ROWS);
    return new TableRow({
      ...(isHeader ? { tableHeader: true } : {}),
      cantSplit: true,
      children: cells.map((cell, column) =>
        cellOf(cell, context, {
          isHeader,
          keepNext,
          width: widths[column] ?? 0,
          align: table.columns[column],
        }),
      ),
    });
  };
  return new Table({
    style: "TableGrid",
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    alignment: AlignmentType.CENTER,
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [rowOf(table.header, -1), ...table.rows.map(rowOf)],
  });
}

/**
 * As in the PDF edition: a table no higher than this share of a page is not parted; of others, so many
 * rows stay together at either end.
 */
const LARGEST_WHOLE_TABLE = 0.4;
const LEAST_ROWS = 3;

interface CellOptions {
  readonly isHeader: boolean;
  /** the row stays with the one below it */
  readonly keepNext: boolean;
  readonly width: number;
  readonly align: ColumnAlignment;
}

function cellOf(
  cell: ModelCell,
  context: DocumentContext,
  { isHeader, keepNext, width, align }: CellOptions,
): TableCell {
  const alignment = align ?? (isHeader ? "center" : undefined);
  const paragraph = paragraphOf(
    isHeader ? "TableHeading" : "TableText",
    runsOfInlines(cell.children, context),
    {
      ...(keepNext === isHeader ? {} : { keepNext }),
      ...(alignment === undefined ? {} : { alignment: ALIGNMENTS[alignment] }),
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
