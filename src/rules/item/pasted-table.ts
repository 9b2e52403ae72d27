/**
 * Columns made of tabs or spaces. A tab is white space to Markdown, and between Han nothing of it is
 * printed: what was pasted from a spreadsheet comes out as one run of words and numbers.
 */
import type { Message } from "../../diagnostics/diagnostic.js";
import { COLUMN_TAB } from "../../han/copy-class.js";
import { isPersonName } from "../../han/unit-names.js";
import type { Span } from "../../model/located.js";
import { type CopyLine, spanInLine } from "../copy-line.js";
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

export const itemPastedTable: ItemRule = {
  id: "item/pasted-table",
  scope: "item",
  severity: "warning",
  fixable: true,
  hasSuggestions: true,
  restructures: true,
  structural: false,
  summary: {
    zh: "分栏的内容写成表格，不用制表符或空格对齐。",
    en: "Columns are written as a table, not aligned with tabs or spaces.",
  },
  why: {
    zh: "从表格软件粘贴来的行以制表符分栏，印出来各栏会连在一起；用空格对齐的，换一种字体就对不齐。",
    en: "Rows pasted from a spreadsheet are separated by tabs, which are not printed; what is aligned with spaces is out of line in another font.",
  },
  source: "GFM 0.29, 4.10",
  examples: [
    textExample({
      name: { zh: "从表格软件粘贴的几行", en: "Rows pasted from a spreadsheet" },
      text: "各校参加情况如下：\n学校\t人数\t作品\n青山小学\t320\t10\n白水中学\t215\t8",
      at: ["6:1"],
      fixed:
        "各校参加情况如下：\n\n| 学校 | 人数 | 作品 |\n| --- | --- | --- |\n| 青山小学 | 320 | 10 |\n| 白水中学 | 215 | 8 |",
    }),
    textExample({
      name: { zh: "栏数不一样，只指出", en: "Rows of different lengths: reported, not fixed" },
      text: "学校\t人数\t作品\n青山小学\t320",
      at: [1],
      fixed: "学校\t人数\t作品\n青山小学\t320",
    }),
    textExample({
      name: { zh: "用空格对齐的几行", en: "Rows aligned by spaces" },
      text: "学校      人数  作品\n青山小学  320   10",
      at: [1],
      suggested: "| 学校 | 人数 | 作品 |\n| --- | --- | --- |\n| 青山小学 | 320 | 10 |",
    }),
    textExample({
      name: { zh: "一行里的制表符", en: "A tab in a single line" },
      text: "时间：3月10日\t地点：示例科技馆",
      at: [9],
    }),
    textExample({
      name: { zh: "编号后面的制表符、拉开的姓名", en: "A tab after a number, names set apart" },
      text: "1、\t总体情况\n2、\t主要做法\n\n主讲人：张　三　　李　四",
    }),
    textExample({
      name: { zh: "末格空着的一行", en: "A row whose last cell is empty" },
      text: "姓名\t职务\n张三\t主席\n李四\t\n王五\t秘书长",
      at: [1],
      fixed: "| 姓名 | 职务 |\n| --- | --- |\n| 张三 | 主席 |\n| 李四 |  |\n| 王五 | 秘书长 |",
    }),
    textExample({
      name: { zh: "第一行是人名，不像表头：只建议", en: "Names of people head no table: suggested" },
      text: "赵六\t钱七\t孙八\n单位\t人数\t备注\n湖滨社区\t300\t第一批",
      at: [1],
      fixed: "赵六\t钱七\t孙八\n单位\t人数\t备注\n湖滨社区\t300\t第一批",
    }),
  ],
  *check(item, { factsOf, sources }) {
    const source = sources.get(item.path) ?? "";
    const told: RowRun[] = [];
    for (const run of findRowRuns(item.blocks, { path: item.path, source })) {
      const finding = findingAbout(run, { blocks: item.blocks, source });
      if (finding === undefined) continue;
      told.push(run);
      yield finding;
    }
    for (const line of factsOf(item).copyLines) {
      const at = line.classes.indexOf(COLUMN_TAB);
      if (at >= 0 && !told.some((run) => isInRun(run, line))) yield loneTab(spanInLine(line, at, at + 1));
    }
  },
};

/** Columns that the editions print; more are refused where tables are read. */
const MOST_COLUMNS = 28;
/** UTF-16 units of a row: longer ones are prose with a tab in it */
const LONGEST_ROW = 200;

function findingAbout(run: RowRun, body: RowsBody): Finding | undefined {
  const { rows, separator } = run;
  if (rows.length < 2 || run.isNested) return undefined;
  if (separator === "bar") return rows.every(isBetweenWords) ? alignedRows(run, body) : undefined;
  if (separator === "spaces")
    return (columnsOf(rows) ?? 0) + rows.length < 5 ? undefined : alignedRows(run, body);
  const written = rows.map(({ cells }) => cells);
  const table = rectangular(written) ?? rectangular(written.map(withoutEmptyEnd));
  const closedUp = rectangular(written.map((cells) => cells.filter((cell) => cell !== "")));
  const made = table ?? closedUp;
  const message = {
    zh: `这${rows.length}行用制表符分栏，像是从表格里粘贴的，印出来各栏会连在一起。`,
    en: `These ${rows.length} rows are separated by tabs, as if pasted from a table; in print their columns would run together.`,
  };
  if (made === undefined) return { span: spanOf(rows), message, help: raggedHelp(rows) };
  const help = AS_TABLE;
  const parting = partFromNext(run, body);
  const edits = [{ span: wholeOf(rows), text: placed(made, run, body.source) }, ...(parting ?? [])];
  const isSure =
    table !== undefined &&
    parting !== undefined &&
    written.flat().every(isPlainCell) &&
    !isForm(run) &&
    // Names of people head no table: they are a list in columns, or belong to the rows above.
    !(written[0] ?? []).some(isPersonName) &&
    rows.every(({ span }) => span.end - span.start <= LONGEST_ROW);
  return {
    span: spanOf(rows),
    message,
    help,
    ...(isSure && { fix: edits }),
    ...(!isSure && parting !== undefined && { suggestions: [{ message: help, edits }] }),
  };
}

const AS_TABLE: Message = {
  zh: "请写成表格：每行写作“| 甲 | 乙 |”，第二行写“| --- | --- |”。",
  en: "Make it a table: write rows like “| a | b |”, with “| --- | --- |” as the second line.",
};

function raggedHelp(rows: readonly TypedRow[]): Message {
  const counts = [...new Set(rows.map(({ cells }) => cells.length))].sort((a, b) => a - b);
  return {
    zh: `各行的栏数不一样（${counts.join("、")}栏），请补齐后写成表格，每行写作“| 甲 | 乙 |”。`,
    en: `The rows have ${counts.join(", ")} columns; fill in the missing cells and make a table of rows like “| a | b |”.`,
  };
}

function rectangular(rows: readonly (readonly string[])[]): readonly (readonly string[])[] | undefined {
  const [first = []] = rows;
  const isEven = rows.every((cells) => cells.length === first.length);
  return isEven && first.length >= 2 && first.length <= MOST_COLUMNS ? rows : undefined;
}

const withoutEmptyEnd = (cells: readonly string[]): readonly string[] =>
  cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1);

/** 时间：… 地点：… are labels set side by side; rows with an empty line between them may be paragraphs. */
const isForm = ({ rows, isParted }: RowRun): boolean =>
  rows.every(({ cells }) => cells.some((cell) => /^[^：:]{1,8}[：:]/.test(cell))) ||
  (isParted && (columnsOf(rows) ?? 0) < 3);

function alignedRows(run: RowRun, body: RowsBody): Finding | undefined {
  const { rows } = run;
  const columns = columnsOf(rows) ?? 0;
  if (columns < 2 || columns > MOST_COLUMNS || isForm(run)) return undefined;
  const table = placed(
    rows.map(({ cells }) => cells),
    run,
    body.source,
  );
  const parting = partFromNext(run, body);
  return {
    span: spanOf(rows),
    message:
      run.separator === "bar"
        ? {
            zh: `这${rows.length}行用竖线分栏，却不是表格，竖线会原样印出来。`,
            en: `These ${rows.length} rows are divided by bars but are not a table; the bars would be printed.`,
          }
        : {
            zh: `这${rows.length}行像是用空格对齐的表格，印出来对不齐。`,
            en: `These ${rows.length} rows look like a table aligned with spaces, which will not line up in print.`,
          },
    help: AS_TABLE,
    ...(parting !== undefined && {
      suggestions: [{ message: AS_TABLE, edits: [{ span: wholeOf(rows), text: table }, ...parting] }],
    }),
  };
}

/** 学校 | 人数, without bars at its ends and without a line of dashes */
const isBetweenWords = ({ isOpen, isDelimiter }: TypedRow): boolean => isOpen && !isDelimiter;

/** The table, with an empty line in front of it where text stands there. */
function placed(
  table: readonly (readonly string[])[],
  { rows, isBehindText }: RowRun,
  source: string,
): string {
  const lineEnd = /\r\n|\n|\r/.exec(source.slice(rows[0]?.span.end ?? 0))?.[0] ?? "\n";
  return `${isBehindText ? lineEnd : ""}${tableOf(table, lineEnd)}`;
}

/** The first row, which shows what is meant. */
const spanOf = ([first]: readonly TypedRow[]): Span => first?.span ?? { path: "", start: 0, end: 0 };

const wholeOf = (rows: readonly TypedRow[]): Span => ({
  ...spanOf(rows),
  end: rows.at(-1)?.span.end ?? spanOf(rows).end,
});

const isInRun = ({ rows }: RowRun, { span }: CopyLine): boolean =>
  rows.some((row) => row.span.start < span.end && span.start < row.span.end);

const loneTab = (span: Span): Finding => ({
  span,
  message: {
    zh: "这一行里有制表符，印出来两边的文字会连在一起。",
    en: "This line contains a tab; in print the words on either side of it would run together.",
  },
  help: {
    zh: "请改用标点隔开，或分成几行；若是表格的一行，请和其他行一起写成表格。",
    en: "Use a punctuation mark instead, or separate lines; if it is a row of a table, make a table of all its rows.",
  },
});
