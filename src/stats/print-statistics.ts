/** A table of statistics for people at a terminal, and as CSV for a spreadsheet. */
import { stringify } from "csv-stringify/sync";
import { inert } from "../cells/formula-guard.js";
import { displayWidth } from "../diagnostics/display-width.js";
import type { Language } from "../diagnostics/language.js";
import { printable } from "../diagnostics/printable.js";
import type { Headline } from "./headline.js";
import type { Heading, StatisticsTable, TableCell } from "./tabulate.js";

/** Columns two blanks apart, words to the left and numbers to the right; a Han character is two columns wide. */
export function printStatisticsTable(
  { headings, rows, notes }: StatisticsTable,
  { title, summary }: Headline,
  language: Language,
): string {
  const cells = [
    headings.map(({ words }) => words[language]),
    ...rows.map((row) => row.map((cell, index) => shortened(printCell(cell, headings[index])))),
  ];
  const widths = headings.map((_, index) => Math.max(...cells.map((row) => displayWidth(row[index] ?? ""))));
  const lines = cells.map((row) =>
    row
      .map((cell, index) => {
        const room = " ".repeat(Math.max(0, (widths[index] ?? 0) - displayWidth(cell)));
        return headings[index]?.kind === "words" ? cell + room : room + cell;
      })
      .join("  ")
      .trimEnd(),
  );
  return [title[language], summary[language], "", ...lines, "", ...notes.map((note) => note[language])]
    .join("\n")
    .trimEnd()
    .concat("\n");
}

/** Columns of a cell: one long name is not to push all numbers off the screen. The other forms have it whole. */
const MOST_COLUMNS = 60;

function shortened(text: string): string {
  if (displayWidth(text) <= MOST_COLUMNS) return text;
  let short = "";
  for (const character of text) {
    if (displayWidth(short + character) > MOST_COLUMNS - 2) break;
    short += character;
  }
  return `${short}…`;
}

/** As a person reads a number: 3, 2.5, 40%. */
export function printCell(cell: TableCell, heading: Pick<Heading, "kind"> | undefined): string {
  if (cell === undefined) return "—";
  if (typeof cell === "string") return printable(cell);
  return heading?.kind === "rate" ? `${Math.round(cell * 1000) / 10}%` : String(cell);
}

/** UTF-8 with a byte order mark, by which spreadsheets know it; no text is ever run as a formula (OWASP, CSV injection). */
export function printStatisticsCsv({ headings, rows }: StatisticsTable, language: Language): string {
  const body = rows.map((row) =>
    row.map((cell, index) =>
      typeof cell === "string" ? inert(cell) : cell === undefined ? "" : printCell(cell, headings[index]),
    ),
  );
  return stringify([headings.map(({ words }) => words[language]), ...body], {
    bom: true,
    record_delimiter: "\r\n",
  });
}
