/**
 * Tables (ECMA-376, 17.4): as wide as the text, columns by what stands in them, the header row
 * repeated on every page, no row torn apart.
 */
import { AlignmentType, Table, TableCell, TableLayoutType, TableRow, WidthType } from "docx";
import { plainText } from "../../model/plain-text.js";
import type { ColumnAlignment, TableCell as ModelCell, Table as ModelTable } from "../../model/text.js";
import type { DocumentContext } from "./document-context.js";
import { runsOfInlines } from "./inlines.js";
import { paragraphOf } from "./paragraph.js";

export function tableOf(table: ModelTable, context: DocumentContext): Table {
  const widths = columnWidths(table, context.geometry.textWidth);
  const rowOf = (cells: readonly ModelCell[], isHeader: boolean) =>
    new TableRow({
      tableHeader: isHeader,
      cantSplit: true,
      children: cells.map((cell, column) =>
        cellOf(cell, context, { isHeader, width: widths[column] ?? 0, align: table.columns[column] }),
      ),
    });
  return new Table({
    style: "TableGrid",
    width: { size: context.geometry.textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [rowOf(table.header, true), ...table.rows.map((row) => rowOf(row, false))],
  });
}

interface CellOptions {
  readonly isHeader: boolean;
  readonly width: number;
  readonly align: ColumnAlignment;
}

function cellOf(
  cell: ModelCell,
  context: DocumentContext,
  { isHeader, width, align }: CellOptions,
): TableCell {
  const alignment = align ?? (isHeader ? "center" : undefined);
  const paragraph = paragraphOf(
    isHeader ? "TableHeading" : "TableText",
    runsOfInlines(cell.children, context),
    {
      ...(alignment === undefined ? {} : { alignment: ALIGNMENTS[alignment] }),
    },
  );
  return new TableCell({ width: { size: width, type: WidthType.DXA }, children: [paragraph] });
}

const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

/** @returns widths in twips that add up to `total`, by the longest cell of each column */
function columnWidths(table: ModelTable, total: number): readonly number[] {
  const wishes = table.columns.map((_, column) =>
    Math.max(
      SHORTEST_COLUMN_EM,
      ...[table.header, ...table.rows].map((row) => Math.min(LONGEST_COLUMN_EM, widthEm(row[column]))),
    ),
  );
  const sum = wishes.reduce((whole, wish) => whole + wish, 0);
  const widths = wishes.map((wish) => Math.floor((total * wish) / sum));
  const rest = total - widths.reduce((whole, width) => whole + width, 0);
  return widths.map((width, column) => (column === widths.length - 1 ? width + rest : width));
}

/** A column holds three characters at least, and asks for no more than a line. */
const SHORTEST_COLUMN_EM = 3;
const LONGEST_COLUMN_EM = 28;

function widthEm(cell: ModelCell | undefined): number {
  if (cell === undefined) return 0;
  const lines = plainText(cell.children).split("\n");
  return Math.max(
    ...lines.map((line) => [...line].reduce((em, character) => em + (character < "\u2000" ? 0.5 : 1), 1)),
  );
}
