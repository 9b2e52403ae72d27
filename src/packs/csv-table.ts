/** A word list as text with separators between its cells. */
import { readCsvCells } from "../cells/read-csv-cells.js";
import { columnOf } from "./columns.js";
import { MOST_LINES, type Table, tableOf } from "./table.js";

export function readCsv(text: string): Table {
  const { rows, faults } = readCsvCells(text, {
    isHeading: (words) => columnOf(words) !== undefined,
    most: MOST_LINES,
  });
  return tableOf(text, rows, { faults });
}
