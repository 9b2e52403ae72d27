/**
 * Outlines of a TrueType font, each glyph read on demand: its bytes, its ink box (which stands in
 * the header of the record), and the glyphs that a composite is made of. Points are looked into by
 * trace-glyph.ts alone, instructions by nobody.
 * @see ISO/IEC 14496-22, 5.3.3 (glyf) and 5.3.4 (loca)
 */
import type { GlyphId } from "./face.js";
import { damagedFont, type FontTables, readRange } from "./font-tables.js";

export interface GlyphTable {
  /** @returns the record of a glyph; empty for one without ink */
  record(glyph: GlyphId): DataView;
  /** @returns [xMin, yMin, xMax, yMax] in font units, or undefined without ink */
  bounds(glyph: GlyphId): readonly [number, number, number, number] | undefined;
}

/** A glyph that a composite glyph places, and where in the record its index stands. */
export interface Component {
  readonly glyph: GlyphId;
  readonly indexOffset: number;
  /** how far it is moved, in font units; or which of its points lies on which of those placed before it */
  readonly place: ComponentPlace;
  /** xx, xy, yx, yy: where a step to the right leads, then one upwards */
  readonly turn: readonly [number, number, number, number];
}

export type ComponentPlace =
  | { readonly kind: "offset"; readonly right: number; readonly up: number }
  | { readonly kind: "points"; readonly placed: number; readonly own: number };

const HEADER_BYTES = 10;

/** @param options.longOffsets head.indexToLocFormat is 1 */
export function readGlyphTable(
  tables: FontTables,
  { glyphCount, longOffsets }: { readonly glyphCount: number; readonly longOffsets: boolean },
): GlyphTable {
  const glyf = tables.ranges.get("glyf");
  if (glyf === undefined) throw damagedFont(tables.file, "no glyf table");
  let loca: DataView | undefined;
  const offsetOf = (index: number): number => {
    loca ??= tables.requiredTable("loca");
    return longOffsets ? loca.getUint32(index * 4) : loca.getUint16(index * 2) * 2;
  };
  const rangeOf = (glyph: GlyphId) => {
    if (glyph >= glyphCount) return { offset: 0, length: 0 };
    const start = offsetOf(glyph);
    const length = offsetOf(glyph + 1) - start;
    if (length < 0 || start + length > glyf.length) throw damagedFont(tables.file, `glyph ${glyph}`);
    return { offset: glyf.offset + start, length };
  };
  /** A glyph is asked for its ink when text is set and for its outline when the font is embedded: read once. */
  const records = new Map<GlyphId, DataView>();
  const record = (glyph: GlyphId): DataView => {
    const known = records.get(glyph) ?? readRange(tables.file, rangeOf(glyph));
    records.set(glyph, known);
    return known;
  };
  return {
    record,
    bounds(glyph) {
      const header = record(glyph);
      if (header.byteLength < HEADER_BYTES || header.getInt16(0) === 0) return undefined;
      return [header.getInt16(2), header.getInt16(4), header.getInt16(6), header.getInt16(8)];
    },
  };
}

/** Flags of a component (Open Font Format, table of composite glyph flags). */
const WORD_ARGUMENTS = 0x0001;
const OFFSETS_NOT_POINTS = 0x0002;
const ONE_SCALE = 0x0008;
const MORE_COMPONENTS = 0x0020;
const TWO_SCALES = 0x0040;
const MATRIX = 0x0080;

/** @returns the components of a composite glyph; none for a simple one */
export function readComponents(record: DataView): readonly Component[] {
  if (record.byteLength < HEADER_BYTES || record.getInt16(0) >= 0) return [];
  const components: Component[] = [];
  let offset = HEADER_BYTES;
  let flags = MORE_COMPONENTS;
  while ((flags & MORE_COMPONENTS) !== 0) {
    flags = record.getUint16(offset);
    const glyph = record.getUint16(offset + 2);
    const indexOffset = offset + 2;
    const place = readPlace(record, offset + 4, flags);
    offset += (flags & WORD_ARGUMENTS) !== 0 ? 8 : 6;
    components.push({ glyph, indexOffset, place, turn: readTurn(record, offset, flags) });
    if ((flags & ONE_SCALE) !== 0) offset += 2;
    else if ((flags & TWO_SCALES) !== 0) offset += 4;
    else if ((flags & MATRIX) !== 0) offset += 8;
  }
  return components;
}

function readPlace(record: DataView, at: number, flags: number): ComponentPlace {
  const areWords = (flags & WORD_ARGUMENTS) !== 0;
  if ((flags & OFFSETS_NOT_POINTS) === 0) {
    const [placed, own] = areWords
      ? [record.getUint16(at), record.getUint16(at + 2)]
      : [record.getUint8(at), record.getUint8(at + 1)];
    return { kind: "points", placed, own };
  }
  const [right, up] = areWords
    ? [record.getInt16(at), record.getInt16(at + 2)]
    : [record.getInt8(at), record.getInt8(at + 1)];
  return { kind: "offset", right, up };
}

function readTurn(record: DataView, at: number, flags: number): Component["turn"] {
  /** two bits before the point, 14 behind it */
  const number = (index: number): number => record.getInt16(at + index * 2) / 0x4000;
  if ((flags & ONE_SCALE) !== 0) return [number(0), 0, 0, number(0)];
  if ((flags & TWO_SCALES) !== 0) return [number(0), 0, 0, number(1)];
  if ((flags & MATRIX) !== 0) return [number(0), number(1), number(2), number(3)];
  return [1, 0, 0, 1];
}
