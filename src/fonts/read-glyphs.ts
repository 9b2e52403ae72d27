/**
 * Outlines of a TrueType font, each glyph read on demand: its bytes, its ink box (which stands in
 * the header of the record), and the glyphs that a composite is made of. Points and instructions
 * are copied, never looked into.
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
}

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
    components.push({ glyph: record.getUint16(offset + 2), indexOffset: offset + 2 });
    offset += (flags & WORD_ARGUMENTS) !== 0 ? 8 : 6;
    if ((flags & ONE_SCALE) !== 0) offset += 2;
    else if ((flags & TWO_SCALES) !== 0) offset += 4;
    else if ((flags & MATRIX) !== 0) offset += 8;
  }
  return components;
}
