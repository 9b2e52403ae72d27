/**
 * Rows between bars that Markdown does not take for a table: the second line with its dashes is missing
 * or has another number of columns, the bars are full-width, or an empty line parts a row from its
 * table. Source: GFM 0.29, 4.10.
 */
import type { Message, Suggestion, TextEdit } from "../../diagnostics/diagnostic.js";
import type { Span } from "../../model/located.js";
import type { Block, Table } from "../../model/text.js";
import type { Finding, ItemRule } from "../rule.js";
import { textExample } from "../text-example.js";
import {
  columnsOf,
  findRowRuns,
  isPlainCell,
  partFromNext,
  type RowRun,
  type RowsBody,
  type TypedRow,
  tableOf,
} from "../typed-rows.js";

const TABLE = "| 学校 | 人数 |\n| --- | --- |\n| 青山小学 | 320 |";

export const itemMistypedTable: ItemRule = {
  id: "item/mistyped-table",
  scope: "item",
  severity: "error",
  fixable: true,
  hasSuggestions: true,
  restructures: true,
  structural: false,
  summary: {
    zh: "表格用半角竖线，第二行是 | --- | --- |，行与行之间不空行。",
    en: "A table has half-width vertical bars, | --- | --- | as its second line, and no empty line between its rows.",
  },
  why: {
    zh: "少了第二行，或者中间空了一行，就不是表格，印出来的是一串竖线。",
    en: "Without that line, or with an empty line in between, there is no table and the bars are printed.",
  },
  source: "GFM 0.29, 4.10",
  examples: [
    textExample({
      name: { zh: "没有第二行", en: "Without the second line" },
      text: "| 学校 | 人数 |\n| 青山小学 | 320 |",
      at: [1],
      fixed: TABLE,
    }),
    textExample({
      name: { zh: "全角竖线，破折号作分隔", en: "Full-width bars and dashes" },
      text: "｜学校｜人数｜\n｜——｜——｜\n｜青山小学｜320｜",
      at: [1],
      fixed: TABLE,
    }),
    textExample({
      name: { zh: "表格里空了一行", en: "An empty line inside a table" },
      text: `${TABLE}\n\n| 白水中学 | 215 |`,
      at: ["9:1"],
      fixed: `${TABLE}\n| 白水中学 | 215 |`,
    }),
    textExample({
      name: {
        zh: "两行跟在表格后面：接着的行，还是另一张表",
        en: "Two rows after a table: more of it, or another",
      },
      text: `${TABLE}\n\n| 白水中学 | 215 |\n| 红岩中学 | 180 |`,
      at: ["9:1"],
      suggested: `${TABLE}\n| 白水中学 | 215 |\n| 红岩中学 | 180 |`,
    }),
    textExample({
      name: { zh: "各行的格数不一样", en: "Rows of different lengths" },
      text: "| 学校 | 人数 |\n| 青山小学 |",
      at: [1],
    }),
    textExample({
      name: { zh: "表格、绝对值和并列的竖线", en: "A table, an absolute value, bars between words" },
      text: `${TABLE}\n\n误差|x|小于0.1，方案A|B均可。\n\n活动 | 科普进社区`,
    }),
  ],
  *check({ blocks, path }, { sources }) {
    const source = sources.get(path) ?? "";
    for (const run of findRowRuns(blocks, { path, source })) {
      // Bars between words alone are item/pasted-table's, until dashes show that a table was meant.
      const isMeant = run.rows.some(({ isOpen, isDelimiter }) => !isOpen || isDelimiter);
      if (run.separator !== "bar" || !isMeant) continue;
      const before = run.isBehindText || run.isNested ? undefined : blocks[run.block - 1];
      const table = before?.kind === "table" ? before : undefined;
      yield table !== undefined && fits(run, table)
        ? lostRows(run, { table, blocks, source })
        : lostTable(run, { blocks, source });
    }
  },
};

/** Rows of as many cells as the table above them, without a second line of their own. */
const fits = ({ rows, isNested }: RowRun, table: Table): boolean =>
  !isNested &&
  rows.every(({ isOpen }) => !isOpen) &&
  columnsOf(rows) === table.columns.length &&
  !rows.some(({ isDelimiter }) => isDelimiter);

function lostRows(
  run: RowRun,
  { table, blocks, source }: RowsBody & { readonly table: Extract<Block, { kind: "table" }> },
): Finding {
  const { rows } = run;
  const gap = { ...table.span, start: table.span.end, end: rows[0]?.span.start ?? table.span.end };
  const isOneByOne =
    (rows.length === 1 || run.isParted) && rows.every(({ cells }) => cells.every(isPlainCell));
  const parting = partFromNext(run, { blocks, source });
  const edits = [
    { span: gap, text: lineEndIn(source, gap.start) },
    ...rows.flatMap((row, index) => joinRows(row, rows[index + 1], source)),
    ...(parting ?? []),
  ];
  const help = {
    zh: "请删去表格和这一行之间的空行。",
    en: "Delete the empty line between the table and this row.",
  };
  const another = asTable(run, { blocks, source });
  const suggestions: readonly Suggestion[] = [
    { message: help, edits },
    ...(another === undefined ? [] : [{ message: ADD_LINE, edits: another }]),
  ];
  return {
    span: spanOf(rows),
    message: {
      zh: "这一行和上面的表格之间空了一行，没有识别为表格，竖线会原样印出来。",
      en: "An empty line separates this row from the table above it, so its bars would be printed.",
    },
    help,
    ...(parting !== undefined && (isOneByOne ? { fix: edits } : { suggestions })),
  };
}

function lostTable(run: RowRun, body: RowsBody): Finding {
  const { rows, isNested } = run;
  const edits = isNested ? undefined : asTable(run, body);
  const isPlain = rows.every(({ cells }) => cells.every(isPlainCell));
  return {
    span: spanOf(rows),
    message: {
      zh: "这里用竖线分格，却没有识别为表格，竖线会原样印出来。",
      en: "The cells here are separated by bars but are not recognised as a table; the bars would be printed.",
    },
    help: edits === undefined ? WHOLE_TABLE : ADD_LINE,
    ...(edits && (isPlain ? { fix: edits } : { suggestions: [{ message: ADD_LINE, edits }] })),
  };
}

const ADD_LINE: Message = {
  zh: "竖线请用半角，第二行写“| --- | --- |”，格数和第一行一样。",
  en: "Use half-width bars, and write “| --- | --- |” as the second line, with as many cells as the first.",
};
const WHOLE_TABLE: Message = {
  zh: "表格至少有三行：表头、“| --- | --- |”、内容，各行格数一样；若不是表格，请在竖线前加“\\”。",
  en: "A table has at least three lines: a header, “| --- | --- |” and a row, with the same number of cells; if it is not a table, put a \\ before the bars.",
};

/** @returns the edit that makes a table of the rows; undefined where they are uneven or not enough */
function asTable(run: RowRun, body: RowsBody): readonly TextEdit[] | undefined {
  const { rows, isBehindText } = run;
  const [head, second] = rows;
  const others = rows.slice(second?.isDelimiter === true ? 2 : 1);
  const parting = partFromNext(run, body);
  if (head === undefined || others.length === 0 || parting === undefined) return undefined;
  if ([head, ...others].some(({ isDelimiter }) => isDelimiter)) return undefined;
  if (columnsOf([head, ...others]) === undefined) return undefined;
  const lineEnd = lineEndIn(body.source, head.span.end);
  const table = tableOf(
    [head, ...others].map(({ cells }) => cells),
    lineEnd,
  );
  const text = `${isBehindText ? lineEnd : ""}${table}`;
  return [{ span: { ...head.span, end: rows.at(-1)?.span.end ?? head.span.end }, text }, ...parting];
}

function joinRows(row: TypedRow, next: TypedRow | undefined, source: string): readonly TextEdit[] {
  if (next === undefined) return [];
  return [
    {
      span: { ...row.span, start: row.span.end, end: next.span.start },
      text: lineEndIn(source, row.span.end),
    },
  ];
}

const spanOf = ([first]: readonly TypedRow[]): Span => first?.span ?? { path: "", start: 0, end: 0 };

const lineEndIn = (source: string, from: number): string =>
  /\r\n|\n|\r/.exec(source.slice(from))?.[0] ?? "\n";
