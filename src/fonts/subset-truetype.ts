/**
 * A TrueType file with a few glyphs of a large one, for a CIDFontType2 with Identity CIDToGIDMap:
 * glyph i of the file is the i-th glyph asked for. Composites take their components along, behind
 * the glyphs asked for. Tables that PDF does not read (cmap, name, OS/2, post) are left out.
 * @see ISO 32000-1, 9.9 (embedded font programs, table 126: the tables needed)
 */
import type { GlyphId } from "./face.js";
import { bytesOf, type FontTables } from "./font-tables.js";
import type { AdvanceTable } from "./read-font-metrics.js";
import { type GlyphTable, readComponents } from "./read-glyphs.js";
import { writeFont } from "./write-font.js";

export interface SubsetSource {
  readonly tables: FontTables;
  readonly glyphTable: GlyphTable;
  readonly advances: AdvanceTable;
}

const TRUETYPE_VERSION = 0x00010000;
/** Tables that the instructions in glyph records refer to. */
const INSTRUCTION_TABLES = ["cvt ", "fpgm", "prep"];
/** Short offsets count words, so they reach twice as far as 16 bits. */
const SHORT_OFFSET_LIMIT = 0xffff * 2;

/**
 * @param glyphs .notdef first; a glyph given again has a place, width and text of its own again, and
 * points to its first place for the outline
 */
export function subsetTrueType(source: SubsetSource, glyphs: readonly GlyphId[]): Uint8Array {
  const records = closeOverComponents(source.glyphTable, glyphs);
  const { tables } = source;
  const outlines = writeOutlines(records.map(({ bytes }) => bytes));
  const parts = new Map<string, Uint8Array>();
  parts.set("head", patched(tables, "head", { offset: 50, value: outlines.longOffsets ? 1 : 0 }));
  parts.set("hhea", patched(tables, "hhea", { offset: 34, value: records.length }));
  parts.set("maxp", writeMaxima(tables, records.length));
  parts.set(
    "hmtx",
    writeMetrics(
      source.advances,
      records.map(({ glyph }) => glyph),
    ),
  );
  parts.set("loca", outlines.loca);
  parts.set("glyf", outlines.glyf);
  for (const tag of INSTRUCTION_TABLES) {
    const table = tables.table(tag);
    if (table !== undefined) parts.set(tag, bytesOf(table));
  }
  return writeFont(TRUETYPE_VERSION, parts);
}

interface GlyphRecord {
  readonly glyph: GlyphId;
  readonly bytes: Uint8Array;
}

/** Copies the records and points composites to where their components come to stand. */
function closeOverComponents(glyphTable: GlyphTable, glyphs: readonly GlyphId[]): readonly GlyphRecord[] {
  const order = [...glyphs];
  const places = new Map<GlyphId, number>();
  for (const [place, glyph] of order.entries()) if (!places.has(glyph)) places.set(glyph, place);
  const records: GlyphRecord[] = [];
  for (let place = 0; place < order.length; place += 1) {
    const glyph = order[place] ?? 0;
    const record = glyphTable.record(glyph);
    const first = places.get(glyph) ?? place;
    if (first !== place && isSimple(record)) {
      records.push({ glyph, bytes: reference(record, first) });
      continue;
    }
    const bytes = bytesOf(record).slice();
    const copy = new DataView(bytes.buffer);
    for (const component of readComponents(record)) {
      const known = places.get(component.glyph) ?? order.push(component.glyph) - 1;
      places.set(component.glyph, known);
      copy.setUint16(component.indexOffset, known);
    }
    records.push({ glyph, bytes });
  }
  if (records.length > 0xffff) throw new RangeError("a font holds at most 65535 glyphs");
  return records;
}

const isSimple = (record: DataView): boolean => record.byteLength > REFERENCE_BYTES && record.getInt16(0) > 0;

/** Header, then one component: flags, index, two offsets of a byte each. */
const REFERENCE_BYTES = 16;
const OFFSETS_NOT_POINTS = 0x0002;

/** A composite of one component, the glyph at `place`, where it stands. */
function reference(record: DataView, place: number): Uint8Array {
  const bytes = new Uint8Array(REFERENCE_BYTES);
  const view = new DataView(bytes.buffer);
  view.setInt16(0, -1);
  for (const side of [2, 4, 6, 8]) view.setInt16(side, record.getInt16(side));
  view.setUint16(10, OFFSETS_NOT_POINTS);
  view.setUint16(12, place);
  return bytes;
}

/** The whole font's maxima hold for a part of it, and for composites of four of its glyphs, one within another. */
function writeMaxima(tables: FontTables, glyphCount: number): Uint8Array {
  const bytes = patched(tables, "maxp", { offset: 4, value: glyphCount });
  const view = new DataView(bytes.buffer);
  const raise = (offset: number, least: number) =>
    view.setUint16(offset, Math.min(Math.max(view.getUint16(offset), least), 0xffff));
  const most = (simple: number, composite: number) =>
    Math.max(view.getUint16(simple), view.getUint16(composite));
  raise(MAXP.compositePoints, 4 * most(MAXP.points, MAXP.compositePoints));
  raise(MAXP.compositeContours, 4 * most(MAXP.contours, MAXP.compositeContours));
  raise(MAXP.componentElements, 2);
  raise(MAXP.componentDepth, view.getUint16(MAXP.componentDepth) + 3);
  return bytes;
}

/** Offsets in maxp (Open Font Format, 5.2.6). */
const MAXP = {
  points: 6,
  contours: 8,
  compositePoints: 10,
  compositeContours: 12,
  componentElements: 28,
  componentDepth: 30,
} as const;

function writeOutlines(records: readonly Uint8Array[]): {
  readonly glyf: Uint8Array;
  readonly loca: Uint8Array;
  readonly longOffsets: boolean;
} {
  const even = (length: number) => (length + 1) & ~1;
  const size = records.reduce((sum, bytes) => sum + even(bytes.length), 0);
  const longOffsets = size > SHORT_OFFSET_LIMIT;
  const glyf = new Uint8Array(size);
  const loca = new Uint8Array((records.length + 1) * (longOffsets ? 4 : 2));
  const view = new DataView(loca.buffer);
  const setOffset = (index: number, offset: number) => {
    if (longOffsets) view.setUint32(index * 4, offset);
    else view.setUint16(index * 2, offset / 2);
  };
  let offset = 0;
  for (const [index, bytes] of records.entries()) {
    setOffset(index, offset);
    glyf.set(bytes, offset);
    offset += even(bytes.length);
  }
  setOffset(records.length, offset);
  return { glyf, loca, longOffsets };
}

function writeMetrics(advances: AdvanceTable, glyphs: readonly GlyphId[]): Uint8Array {
  const bytes = new Uint8Array(glyphs.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [place, glyph] of glyphs.entries()) {
    view.setUint16(place * 4, advances.advance(glyph));
    view.setInt16(place * 4 + 2, advances.bearing(glyph));
  }
  return bytes;
}

/** A copy of a table with one 16-bit field set. */
function patched(
  tables: FontTables,
  tag: string,
  { offset, value }: { readonly offset: number; readonly value: number },
): Uint8Array {
  const bytes = bytesOf(tables.requiredTable(tag)).slice();
  new DataView(bytes.buffer).setUint16(offset, value);
  return bytes;
}
