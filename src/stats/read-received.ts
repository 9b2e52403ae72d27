/**
 * Rows of the register of what came in to facts that can be counted. What a row says wrongly is told at its line and
 * column; it is counted as far as it can be meant.
 */
import type { Cell, CellRow } from "../cells/cell.js";
import { withoutGuard } from "../cells/formula-guard.js";
import { readCsvCells } from "../cells/read-csv-cells.js";
import type { Diagnosed, Diagnostic, Message } from "../diagnostics/diagnostic.js";
import { type CalendarDate, isRealDate } from "../model/calendar-date.js";
import { foldedKey, type ReceivedItem } from "./counted-item.js";
import { fewOfEach } from "./few-of-each.js";
import { registerPlaces } from "./register-places.js";

const RULE = "import/register";

/** Rows of a register that people keep; beyond them nothing is counted, and that is told. */
const MOST_ROWS = 100_000;
/** What the columns are called: as `import` writes them, and as people head them. */
const COLUMNS = {
  received: ["received", "收稿日期", "收到日期", "报送日期", "日期"],
  unit: ["unit", "单位", "供稿单位", "报送单位"],
  title: ["title", "标题", "题目"],
  decision: ["decision", "处理", "处理结果", "采用情况"],
  reason: ["reason", "原因", "未采用原因", "理由"],
  issue: ["issue", "期次"],
  item: ["item", "稿件"],
  level: ["level", "采用层级", "层级"],
  secrecy: ["secrecy", "密级"],
} as const;

type Column = keyof typeof COLUMNS;

const columnOf = (heading: string): Column | undefined =>
  (Object.keys(COLUMNS) as Column[]).find((column) =>
    (COLUMNS[column] as readonly string[]).includes(heading.trim().toLowerCase()),
  );

/** Without these no row says anything. */
const NEEDED = ["received", "unit", "title"] as const;

export interface ReceivedReading extends Diagnosed<readonly ReceivedItem[]> {
  /** false where something was not counted */
  readonly isWhole: boolean;
}

interface Bulletin {
  /** its folder, by which rows of several registers are told apart */
  readonly bulletin: string;
  /** the same from the disk's root, with slashes */
  readonly root: string;
}

/** @param path of the register, for findings. @param text as it was decoded, without a byte order mark */
export function readReceived(
  path: string,
  text: string,
  { bulletin, root }: Bulletin = { bulletin: ".", root: "" },
): ReceivedReading {
  const diagnostics: Diagnostic[] = [];
  const tell = (cell: Pick<Cell, "start" | "end">, severity: Diagnostic["severity"], words: Words) => {
    const span = { path, start: cell.start, end: cell.end };
    diagnostics.push({ rule: RULE, severity, span, message: words.message, help: words.help });
  };
  const { rows, faults } = readCsvCells(text, {
    isHeading: (words) => columnOf(words) !== undefined,
    most: MOST_ROWS,
  });
  for (const fault of faults) tell(fault, "error", fault);
  const [head, ...body] = rows;
  const columns = (head?.cells ?? []).map((cell) => columnOf(cell.text));
  const lacking = NEEDED.filter((column) => !columns.includes(column));
  if (lacking.length > 0) {
    tell(head?.cells[0] ?? { start: 0, end: Math.min(1, text.length) }, "error", lacksColumns(lacking));
    return { value: [], diagnostics, isWhole: false };
  }
  const left = body[MOST_ROWS]?.cells[0];
  if (left !== undefined) tell(left, "error", TOO_MANY);
  const value = body
    .slice(0, MOST_ROWS)
    .flatMap((row) => readRow(row, { columns, path, bulletin, root, tell }));
  const isWhole = !diagnostics.some(({ severity }) => severity === "error");
  return { value, diagnostics: fewOfEach(diagnostics), isWhole };
}

interface Words {
  readonly message: Message;
  readonly help: Message;
}

interface RowReading extends Bulletin {
  readonly columns: readonly (Column | undefined)[];
  readonly path: string;
  readonly tell: (cell: Pick<Cell, "start" | "end">, severity: Diagnostic["severity"], words: Words) => void;
}

/** @returns nothing where the day cannot be read: in which period the row counts is then not known */
function readRow(
  { cells }: CellRow,
  { columns, path, bulletin, root, tell }: RowReading,
): readonly ReceivedItem[] {
  const cellOf = (column: Column): Cell | undefined => cells[columns.indexOf(column)];
  const textOf = (column: Column): string => withoutGuard(cellOf(column)?.text ?? "").trim();
  const [first] = cells;
  if (first === undefined) return [];
  const received = cellOf("received") ?? first;
  const date = readDay(textOf("received"));
  if (date === undefined) {
    tell(received, "error", textOf("received") === "" ? NO_DAY : unreadableDay(textOf("received")));
    return [];
  }
  if (textOf("unit") === "") tell(cellOf("unit") ?? first, "warning", NO_UNIT);
  const last = cells.at(-1) ?? first;
  const levelCell = cellOf("level");
  const level = levelCell && { path, start: levelCell.start, end: levelCell.end };
  return [
    {
      bulletin,
      date,
      signed: textOf("unit"),
      title: textOf("title"),
      key: foldedKey(textOf("title")),
      decision: textOf("decision"),
      reason: textOf("reason"),
      secrecy: textOf("secrecy"),
      ...registerPlaces({ issue: textOf("issue"), item: textOf("item") }, root),
      levels: level === undefined || textOf("level") === "" ? [] : [{ value: textOf("level"), span: level }],
      span: { path, start: first.start, end: last.end },
    },
  ];
}

/**
 * A day as `import` writes it, and as spreadsheets save it again: 2026-03-10, 2026/3/10, 2026.3.10, 2026年3月10日, with or
 * without a time behind it. 3/10/2026 may be two days and is not read.
 */
function readDay(text: string): CalendarDate | undefined {
  const [, year, , month, day] =
    /^(\d{4})([-/.年])(\d{1,2})(?:\2|月)(\d{1,2})日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/u.exec(text) ?? [];
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  return year !== undefined && isRealDate(date) ? date : undefined;
}

const lacksColumns = (lacking: readonly Column[]): Words => ({
  message: {
    zh: `登记簿第一行缺少列名：${lacking.map((column) => `${COLUMNS[column][1]}（${column}）`).join("、")}。`,
    en: `The first line of the register lacks the column ${lacking.join(", ")}.`,
  },
  help: {
    zh: "请在第一行补上列名；报送的篇数没有统计。",
    en: "Name the columns in the first line. What was received has not been counted.",
  },
});

const NO_DAY: Words = {
  message: {
    zh: "这一行没有写收稿日期，没有统计。",
    en: "This row has no day of receipt and was not counted.",
  },
  help: { zh: "请补上日期，写成 2026-03-10 的样子。", en: "Add the day, such as 2026-03-10." },
};

const unreadableDay = (text: string): Words => ({
  message: {
    zh: `“${text}”不是能读的日期，这一行没有统计。`,
    en: `“${text}” is no day that can be read, and the row was not counted.`,
  },
  help: { zh: "请写成 2026-03-10 的样子。", en: "Write it as 2026-03-10." },
});

const NO_UNIT: Words = {
  message: {
    zh: "这一行没有写单位，只计入总数。",
    en: "This row names no unit and counts in the total alone.",
  },
  help: { zh: "请补上报送单位。", en: "Add the unit that sent it." },
};

const TOO_MANY: Words = {
  message: {
    zh: `登记簿超过 ${MOST_ROWS} 行，从这里起没有统计。`,
    en: `The register has more than ${MOST_ROWS} rows; from here on nothing was counted.`,
  },
  help: { zh: "请按年份分成几份。", en: "Part it by years." },
};
