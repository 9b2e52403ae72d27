/** A font whose outlines are torn while all that layout reads of it is whole: it fails when its pages are drawn. */
import { type FontTables, readFontTables } from "../../src/fonts/font-tables.js";
import { openTrueType } from "../../src/fonts/open-truetype.js";
import { readFontMetrics } from "../../src/fonts/read-font-metrics.js";
import { readGlyphTable } from "../../src/fonts/read-glyphs.js";
import { fileOf } from "./font-files.js";
import { plainFont } from "./made-up-fonts.js";

export const TORN_FAMILY = "示例仿宋";

/** number of contours, and the box */
const HEADER_BYTES = 10;

/** In what a glyph is wrong, by name. Each gets the bytes of its record. */
export const TEARS: Readonly<Record<string, (record: Uint8Array) => void>> = {
  "a last point that is not there": (record) => record.fill(0xff, HEADER_BYTES, HEADER_BYTES + 2),
  "more contours than it has bytes": (record) => record.set([0x7f, 0xff]),
  "a glyph that is part of itself": (record) => {
    // A composite of one part, words, offsets, and no more of them: glyph 1.
    record.set([0xff, 0xff]);
    record.set([0x00, 0x03, 0x00, 0x01, 0, 0, 0, 0], HEADER_BYTES);
  },
};

/** @param characters of which the first one is torn */
export function tornFont(characters: string, tear: (record: Uint8Array) => void): Uint8Array {
  const bytes = Uint8Array.from(plainFont(TORN_FAMILY, 400, { characters }));
  const tables: FontTables = readFontTables(fileOf(bytes), 0);
  const glyph = openTrueType(fileOf(bytes)).glyph(characters.codePointAt(0) ?? 0);
  const view = readGlyphTable(tables, readFontMetrics(tables)).record(glyph);
  tear(bytes.subarray(view.byteOffset, view.byteOffset + view.byteLength));
  return bytes;
}
