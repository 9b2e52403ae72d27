/**
 * The first sheet of a workbook (.xlsx) as a table. The package is opened by the bounded reader of what units send in
 * (intake/word); nothing of a workbook is ever computed, followed or unpacked that a table does not need. Why no
 * library: docs/decisions/016-word-lists.md.
 */
import type { Cell, CellRow } from "../cells/cell.js";
import { inflateEntry } from "../intake/word/inflate-entry.js";
import { RefusedPackage } from "../intake/word/refused-package.js";
import { readZipDirectory, type ZipEntry } from "../intake/word/zip-directory.js";
import { joinPath } from "../read/workspace.js";
import {
  columnLetters,
  readCells,
  readSharedStrings,
  readTarget,
  readWorkbook,
  type SheetCell,
} from "./sheet-xml.js";
import { MOST_LINES, type Table, tableOf } from "./table.js";

/** Unpacked, all parts that are read. */
const MOST_BYTES = 32 * 1024 * 1024;
/** Rows that are looked at: a list of the most lines, with as many empty ones between them. */
const MOST_ROWS = 2 * MOST_LINES;
const MOST_COLUMNS = 64;
const WORKBOOK = /^(?:.*\/)?workbook\.xml$/i;

/** @throws RefusedPackage */
export function readSheet(bytes: Uint8Array): Table {
  const entries = new Map<string, ZipEntry>();
  for (const entry of readZipDirectory(bytes)) {
    const name = entry.name.toLowerCase();
    if (entries.has(name)) throw new RefusedPackage({ kind: "hostile", what: "two-of-one-name" });
    entries.set(name, entry);
  }
  const budget = { left: MOST_BYTES };
  const partOf = (name: string): Uint8Array | undefined => {
    const entry = entries.get(name.toLowerCase());
    return entry && inflateEntry(bytes, entry, budget);
  };
  const workbookName = [...entries.keys()].find((name) => WORKBOOK.test(name));
  const workbook = workbookName === undefined ? undefined : partOf(workbookName);
  if (workbookName === undefined || workbook === undefined) throw noSheet();
  const folder = workbookName.slice(0, workbookName.lastIndexOf("/") + 1);
  const { sheet, countsFrom1904 } = readWorkbook(workbook);
  const relationships = partOf(`${folder}_rels/workbook.xml.rels`);
  const target =
    sheet === undefined || relationships === undefined ? undefined : readTarget(relationships, sheet);
  const cellsPart = target === undefined ? undefined : partOf(placeOf(target, folder));
  if (cellsPart === undefined) throw noSheet();
  const shared = partOf(`${folder}sharedstrings.xml`);
  const strings = shared === undefined ? [] : readSharedStrings(shared);
  const { text, rows } = laidOut(readCells(cellsPart, { strings, mostRow: MOST_ROWS }));
  return tableOf(text, rows, { faults: [], countsFrom1904 });
}

const noSheet = (): RefusedPackage => new RefusedPackage({ kind: "not-word", format: "zip" });

/** Targets are relative to the workbook's folder, or begin with `/` at the package. */
const placeOf = (target: string, folder: string): string =>
  target.startsWith("/") ? target.slice(1) : joinPath("", folder + target);

/** A line a row, so that the line of a finding is the row; a line end inside of a cell is shown as a space. */
function laidOut(given: readonly SheetCell[]): { readonly text: string; readonly rows: readonly CellRow[] } {
  const byRow = new Map<number, Map<number, string>>();
  for (const { row, column, text } of given) {
    if (row < 1 || column >= MOST_COLUMNS) continue;
    const known = byRow.get(row) ?? new Map<number, string>();
    known.set(column, text.replace(/\s+/g, " ").trim().normalize("NFC"));
    byRow.set(row, known);
  }
  const rows: CellRow[] = [];
  let text = "";
  let line = 1;
  for (const [row, found] of [...byRow].sort(([a], [b]) => a - b)) {
    text += "\n".repeat(row - line);
    line = row;
    const last = Math.max(...found.keys());
    const cells: Cell[] = [];
    for (let column = 0; column <= last; column += 1) {
      const words = found.get(column) ?? "";
      const start = text.length;
      text += words;
      cells.push({ text: words, start, end: text.length, name: `${columnLetters(column)}${row}` });
      if (column < last) text += "\t";
    }
    rows.push({ line: row, cells });
  }
  return { text, rows };
}
