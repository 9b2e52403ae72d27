/** Workbooks written by hand, as spreadsheet programs write them: shared strings, dates as numbers, a hidden first sheet. */
import { strToU8, type Zippable, zipSync } from "fflate";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export interface SheetParts {
  /** inside of sheetData */
  readonly rows: string;
  /** inside of sst */
  readonly strings?: string;
  readonly isFrom1904?: boolean;
  /** more parts, or others in place of those that every workbook has */
  readonly files?: Readonly<Record<string, string>>;
}

export function workbook({ rows, strings, isFrom1904 = false, files = {} }: SheetParts): Uint8Array {
  const parts: Record<string, string> = {
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><workbookPr date1904="${isFrom1904 ? 1 : 0}"/><sheets><sheet name="底稿" sheetId="1" state="hidden" r:id="rId1"/><sheet name="词表" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="worksheets/sheet2.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": sheet(`<row r="1">${inline("A1", "底稿")}</row>`),
    "xl/worksheets/sheet2.xml": sheet(rows),
    ...(strings !== undefined && { "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${strings}</sst>` }),
    ...files,
  };
  const zippable: Zippable = Object.fromEntries(
    Object.entries(parts).map(([name, text]) => [name, strToU8(text)]),
  );
  return zipSync(zippable, { mtime: new Date("2026-03-16") });
}

const sheet = (rows: string): string =>
  `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;

export const inline = (place: string, words: string): string =>
  `<c r="${place}" t="inlineStr"><is><t>${words}</t></is></c>`;

export const number = (place: string, value: number): string => `<c r="${place}" s="1"><v>${value}</v></c>`;
