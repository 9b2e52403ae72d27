/**
 * Tables as a workbook of SpreadsheetML, a sheet each: the few parts that spreadsheets need (ECMA-376-1, 12.2 and 18).
 * Words stand in the cells themselves (18.18.11, inlineStr) and are never a formula.
 */
import { strToU8, zipSync } from "fflate";
import { isFormula } from "../cells/formula-guard.js";
import { displayWidth } from "../diagnostics/display-width.js";
import type { Language } from "../diagnostics/language.js";
import type { StatisticsTable, TableCell } from "./tabulate.js";

export interface Sheet {
  /** at most 31 characters, none of []:*?/\ (18.2.19) */
  readonly name: string;
  readonly table: Pick<StatisticsTable, "headings" | "rows">;
}

/** The earliest that a zip can say; the same bytes at any time. */
const NO_TIME = new Date(1980, 0, 1);
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** indices into the cell formats of styles.xml */
const STYLES = { plain: 0, heading: 1, rate: 2, words: 3 } as const;

export function writeWorkbook(sheets: readonly Sheet[], language: Language): Uint8Array {
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join("")}</Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map(({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join("")}</sheets><definedNames>${sheets.map(headingsOnEachPage).join("")}</definedNames></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join("")}<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": STYLE_SHEET,
    ...Object.fromEntries(
      sheets.map(({ table }, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(table, language)]),
    ),
  };
  const files = Object.entries(parts).map(([path, xml]) => [path, strToU8(`${DECLARATION}${xml}`)] as const);
  return zipSync(Object.fromEntries(files), { mtime: NO_TIME });
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const STYLE_SHEET = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function sheetXml({ headings, rows }: Sheet["table"], language: Language): string {
  const head = headings.map(({ words }) => words[language]);
  const widths = head.map((heading, index) => {
    const longest = rows.reduce(
      (most, row) => Math.max(most, displayWidth(String(row[index] ?? ""))),
      displayWidth(heading),
    );
    return Math.min(60, longest + 2);
  });
  const columns = widths
    .map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join("");
  const lines = [
    head.map((words, index) => wordsCell(words, placeOf(index, 1), STYLES.heading)),
    ...rows.map((row, line) =>
      row.map((cell, index) => cellXml(cell, placeOf(index, line + 2), headings[index]?.kind === "rate")),
    ),
  ];
  const data = lines.map((cells, line) => `<row r="${line + 1}">${cells.join("")}</row>`).join("");
  const area = `A1:${placeOf(Math.max(0, head.length - 1), rows.length + 1)}`;
  return `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="${area}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns}</cols><sheetData>${data}</sheetData><autoFilter ref="${area}"/>${ON_PAPER}</worksheet>`;
}

/** A4 across, all columns on one page (18.3.1.63); some programs want the margins before it. */
const ON_PAPER =
  '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';

/** 18.2.5 */
const headingsOnEachPage = ({ name }: Sheet, index: number): string =>
  `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${escaped(name.replaceAll("'", "''"))}'!$1:$1</definedName>`;

function cellXml(cell: TableCell, place: string, isRate: boolean): string {
  if (cell === undefined) return "";
  if (typeof cell === "string") return wordsCell(cell, place, isFormula(cell) ? STYLES.words : STYLES.plain);
  return `<c r="${place}" s="${isRate ? STYLES.rate : STYLES.plain}"><v>${cell}</v></c>`;
}

const wordsCell = (words: string, place: string, style: number): string =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(words)}</t></is></c>`;

/** A1, Z9, AA10 (18.18.7) */
function placeOf(column: number, row: number): string {
  let letters = "";
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `${letters}${row}`;
}

/** What XML 1.0 may not contain is left out (2.2). */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
