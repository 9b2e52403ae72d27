/** GFM tables, every row brought to the same number of cells. */
import type { Table as TableNode, TableRow } from "mdast";
import type { ColumnAlignment, Table, TableCell } from "../../model/text.js";
import { type MarkdownContext, spanOfNode } from "./markdown-context.js";
import { readInlines } from "./read-inlines.js";

/** More columns than characters fit into a line; empty cells are filled up to this many. */
const MAX_COLUMNS = 28;

export function readTable(node: TableNode, context: MarkdownContext): Table {
  const [header, ...rows] = node.children;
  const written = Math.max(1, node.align?.length ?? header?.children.length ?? 1);
  const count = Math.min(written, MAX_COLUMNS);
  if (written > MAX_COLUMNS) {
    context.report({
      rule: "item/unsupported-markup",
      span: header === undefined ? spanOfNode(node, context) : spanOfNode(header, context),
      message: {
        zh: `表格有 ${written} 列，最多只能有 ${MAX_COLUMNS} 列。`,
        en: `The table has ${written} columns; at most ${MAX_COLUMNS} are allowed.`,
      },
      help: { zh: "请把表格拆开，或行列互换。", en: "Split the table, or swap its rows and columns." },
    });
  }
  const columns = Array.from(
    { length: count },
    (_, index): ColumnAlignment => node.align?.[index] ?? undefined,
  );
  return {
    kind: "table",
    columns,
    header: header === undefined ? [] : readRow(header, count, context),
    rows: rows.map((row) => readRow(row, count, context)),
    span: spanOfNode(node, context),
  };
}

function readRow(row: TableRow, count: number, context: MarkdownContext): readonly TableCell[] {
  const extra = row.children[count];
  const rowSpan = spanOfNode(row, context);
  if (extra !== undefined && count < MAX_COLUMNS) {
    context.report({
      rule: "item/unsupported-markup",
      span: { ...rowSpan, start: spanOfNode(extra, context).start },
      message: {
        zh: `这一行有 ${row.children.length} 格，表头只有 ${count} 格，多出的内容不会印出。`,
        en: `This row has ${row.children.length} cells but the header only ${count}; the others would not be printed.`,
      },
      help: {
        zh: "请给表头补列，或合并多余的格；格内的“|”请写作“\\|”。",
        en: "Add columns to the header, or merge cells; write | inside a cell as \\|.",
      },
    });
  }
  return Array.from({ length: count }, (_, index) => {
    const cell = row.children[index];
    if (cell === undefined) return { children: [], span: { ...rowSpan, start: rowSpan.end } };
    return {
      children: readInlines(cell.children, { context, figures: undefined }),
      span: spanOfNode(cell, context),
    };
  });
}
