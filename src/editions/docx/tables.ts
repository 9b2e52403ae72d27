/**
 * Tables (ECMA-376, 17.4): as wide as the text, columns by what stands in them, the header row
 * repeated on every page, no row torn apart.
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
import { plainText } from "../../model/plain-text.js";
import type { ColumnAlignment, TableCell as ModelCell, Table as ModelTable } from "../../model/text.js";
import type { DocumentContext } from "./document-context.js";
import { runsOfInlines } from "./inlines.js";
import { paragraphOf } from "./paragraph.js";
import { textWidthEm } from "./text-width.js";
import { emTwips } from "./word-geometry.js";

export function tableOf(table: ModelTable, context: DocumentContext): Table {
  const widths = columnWidths(table, context);
  const rowOf = (cells: readonly ModelCell[], isHeader: boolean) =>
    new TableRow({
      ...(isHeader ? { tableHeader: true } : {}),
      cantSplit: true,
      children: cells.map((cell, column) =>
        cellOf(cell, context, { isHeader, width: widths[column] ?? 0, align: table.columns[column] }),
      ),
    });
  return new Table({
    style: "TableGrid",
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    alignment: AlignmentType.CENTER,
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

/** @returns widths in twips: what each column asks on one line, or its share of the text's width */
function columnWidths(table: ModelTable, { template, geometry }: DocumentContext): readonly number[] {
  const em = emTwips(template, "table");
  const wishes = table.columns.map((_, column) => {
    const longest = Math.max(...[table.header, ...table.rows].map((row) => cellWidthEm(row[column])));
    return (Math.max(LEAST_COLUMN_EM, longest) + CELL_ROOM_EM) * em;
  });
  const wished = wishes.reduce((sum, wish) => sum + wish, 0);
  if (wished <= geometry.textWidth) return wishes.map(Math.floor);
  // Long columns wish by the root of their length, so that one long remark does not starve the rest.
  const floor = Math.min((LEAST_COLUMN_EM + 1) * em, geometry.textWidth / table.columns.length);
  const shares = wishes.map((wish) => Math.sqrt(Math.max(1, wish - floor)));
  const shared = shares.reduce((sum, share) => sum + share, 0);
  const room = geometry.textWidth - floor * table.columns.length;
  return shares.map((share) => Math.floor(floor + (room * share) / shared));
}

/** A column holds two characters at least; beside its text it has its margins and half an em to spare each side. */
const LEAST_COLUMN_EM = 2;
const CELL_ROOM_EM = 2;

function cellWidthEm(cell: ModelCell | undefined): number {
  if (cell === undefined) return 0;
  return Math.max(...plainText(cell.children).split("\n").map(textWidthEm));
}
