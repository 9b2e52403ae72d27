/**
 * The register of what came in (register.csv in the bulletin's folder): a row an item, sorted by day, so that two
 * people's rows merge in git. Office programs open it: UTF-8 with a byte order mark, and what stands in our columns is
 * never run as a formula. Columns that an editor adds stay as they are, formulas too. Source: INTAKE, command.
 */
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { inert } from "../cells/formula-guard.js";
import type { Message } from "../diagnostics/diagnostic.js";

export const REGISTER_COLUMNS = [
  "id",
  "received",
  "unit",
  "title",
  "file",
  "sha256",
  "decision",
  "issue",
  "item",
] as const;

export type RegisterColumn = (typeof REGISTER_COLUMNS)[number];

/** By column: ours, and those that the editors added. */
export type RegisterRow = Readonly<Record<RegisterColumn, string>> & Readonly<Record<string, string>>;

export interface Register {
  /** in the order of the file */
  readonly columns: readonly string[];
  readonly rows: readonly RegisterRow[];
  readonly lineEnd: "\n" | "\r\n";
  /** as it was found: spreadsheets write a semicolon where the comma is the decimal mark, and a tab where asked */
  readonly separator: Separator;
}

const SEPARATORS = [",", ";", "\t"] as const;
type Separator = (typeof SEPARATORS)[number];

export const EMPTY_REGISTER: Register = {
  columns: REGISTER_COLUMNS,
  rows: [],
  lineEnd: "\n",
  separator: ",",
};

/** @returns the register, or what is wrong with the file */
export function readRegister(bytes: Uint8Array): Register | { readonly problem: Message } {
  const text = decode(bytes);
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const separator = separatorOf(text);
  let lines: readonly (readonly string[])[];
  try {
    lines = parse(text, {
      bom: true,
      delimiter: separator,
      skip_empty_lines: true,
      relax_column_count_less: true,
    });
  } catch (fault) {
    const line = fault instanceof Error && "lines" in fault ? Number(fault.lines) : 1;
    return {
      problem: { zh: `第 ${line} 行不是完整的 CSV。`, en: `Line ${line} is not well-formed CSV.` },
    };
  }
  const [columns, ...rows] = lines;
  if (columns === undefined) return { ...EMPTY_REGISTER, lineEnd };
  const missing = REGISTER_COLUMNS.filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    return {
      problem: {
        zh: `第 1 行缺少列名：${missing.join("、")}。`,
        en: `Line 1 lacks the column ${missing.join(", ")}.`,
      },
    };
  }
  return { columns, rows: rows.map((cells) => rowOf(columns, cells)), lineEnd, separator };
}

/** The one by which the first line falls into most of our columns. */
function separatorOf(text: string): Separator {
  const [head = ""] = /[^\r\n]*/.exec(text.replace(/^[\ufeff\r\n]+/, "")) ?? [];
  const known = (separator: Separator): number => {
    const names = new Set(head.split(separator).map((name) => name.replace(/^"|"$/g, "")));
    return REGISTER_COLUMNS.filter((column) => names.has(column)).length;
  };
  return SEPARATORS.reduce((best, one) => (known(one) > known(best) ? one : best));
}

/** Spreadsheets of Chinese Windows save CSV in GB18030, and “Unicode text” in UTF-16. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

function rowOf(columns: readonly string[], cells: readonly string[]): RegisterRow {
  const own = {
    id: "",
    received: "",
    unit: "",
    title: "",
    file: "",
    sha256: "",
    decision: "",
    issue: "",
    item: "",
  };
  return { ...own, ...Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""])) };
}

export function printRegister({ columns, rows, lineEnd, separator }: Register): string {
  const sorted = [...rows].sort(
    (a, b) => compare(dayOf(a.received), dayOf(b.received)) || compare(a.id, b.id),
  );
  return stringify(
    sorted.map((row) => columns.map((column) => printCell(row[column] ?? "", column))),
    { header: true, columns: [...columns], bom: true, record_delimiter: lineEnd, delimiter: separator },
  );
}

/** Spreadsheets save days in other forms, 2026/12/9 or 20261209; what is no such day is compared as it is written. */
function dayOf(received: string): string {
  const text = received.normalize("NFKC").trim();
  const [, year, , month = "", day = ""] =
    /^'?(\d{4})([-/.年])(\d{1,2})(?:\2|月)(\d{1,2})(?!\d)/u.exec(text) ??
    /^'?(\d{4})()(\d{2})(\d{2})$/u.exec(text) ??
    [];
  return year === undefined ? received : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

const OURS: ReadonlySet<string> = new Set(REGISTER_COLUMNS);

/** Our columns hold what strangers wrote; what an editor enters in an own column is the editor's to decide. */
const printCell = (text: string, column: string): string => (OURS.has(column) ? inert(text) : text);

/** By code units, the same in every language of the system. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** @returns the rows of a file that came before, byte for byte the same */
export const rowsOfFile = ({ rows }: Register, sha256: string): readonly RegisterRow[] =>
  rows.filter((row) => row.sha256 === sha256);
