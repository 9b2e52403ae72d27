/**
 * The measures of a font as a whole, from head, hhea, maxp, OS/2 and post, in font units, and the
 * advances of its glyphs. Old fonts lack OS/2 or keep it short; hhea fills in.
 * @see ISO/IEC 14496-22, 5.1
 */
import type { EmbeddingRight, GlyphId } from "./face.js";
import { damagedFont, type FontTables } from "./font-tables.js";

export interface FontMetrics {
  readonly unitsPerEm: number;
  /** [xMin, yMin, xMax, yMax] of all glyphs */
  readonly bounds: readonly [number, number, number, number];
  readonly longOffsets: boolean;
  readonly glyphCount: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly weight: number;
  readonly italicAngle: number;
  readonly isFixedPitch: boolean;
  readonly isSerif: boolean;
  readonly isSansSerif: boolean;
  readonly embedding: EmbeddingRight;
  readonly underline: { readonly position: number; readonly thickness: number };
}

/** fsType, bits 0 to 3: what may be done; bit 8: no subsets; bit 9: bitmaps only (Open Font Format, OS/2) */
const USAGE_MASK = 0x000f;
const RESTRICTED_LICENCE = 2;
const PREVIEW_AND_PRINT = 4;
const EDITABLE = 8;
const NO_SUBSETS = 0x0100;
const BITMAP_ONLY = 0x0200;

/** Of several bits of usage, which old fonts set, the least restrictive one holds. */
function embeddingOf(fsType: number): EmbeddingRight {
  const usage = fsType & USAGE_MASK;
  if ((fsType & BITMAP_ONLY) !== 0) return "bitmaps";
  if (usage === RESTRICTED_LICENCE) return "restricted";
  if ((fsType & NO_SUBSETS) !== 0) return "whole";
  if ((usage & EDITABLE) !== 0) return "editable";
  return (usage & PREVIEW_AND_PRINT) !== 0 ? "preview" : "installable";
}

/** sFamilyClass, high byte: 1 to 5 and 7 are serif designs (IBM font class) */
const SERIF_CLASSES = [1, 2, 3, 4, 5, 7];

export function readFontMetrics(tables: FontTables): FontMetrics {
  const head = tables.requiredTable("head");
  const hhea = tables.requiredTable("hhea");
  const unitsPerEm = head.getUint16(18);
  if (unitsPerEm < 16 || unitsPerEm > 16384) throw damagedFont(tables.file, `unitsPerEm ${unitsPerEm}`);
  const post = tables.table("post");
  const os2 = tables.table("OS/2");
  const hasTypographic = os2 !== undefined && os2.byteLength >= 72;
  const ascent = hasTypographic ? os2.getInt16(68) : 0;
  const fsType = os2?.getUint16(8) ?? 0;
  return {
    unitsPerEm,
    bounds: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    longOffsets: head.getInt16(50) === 1,
    glyphCount: tables.requiredTable("maxp").getUint16(4),
    ascent: ascent > 0 ? ascent : hhea.getInt16(4),
    descent: hasTypographic && ascent > 0 ? os2.getInt16(70) : hhea.getInt16(6),
    capHeight: capHeightOf(os2) ?? Math.round(unitsPerEm * 0.7),
    weight: os2 === undefined ? 400 : weightOf(os2.getUint16(4)),
    italicAngle: post === undefined ? 0 : post.getInt32(4) / 0x10000,
    isFixedPitch: post !== undefined && post.getUint32(12) !== 0,
    isSerif: os2 !== undefined && isSerif(os2),
    isSansSerif: os2 !== undefined && isSansSerif(os2),
    embedding: embeddingOf(fsType),
    underline: {
      position: post?.getInt16(8) ?? Math.round(-unitsPerEm / 8),
      thickness: post?.getInt16(10) || Math.round(unitsPerEm / 20),
    },
  };
}

/** sCapHeight came with version 2 of the table. */
function capHeightOf(os2: DataView | undefined): number | undefined {
  if (os2 === undefined || os2.getUint16(0) < 2 || os2.byteLength < 90) return undefined;
  const height = os2.getInt16(88);
  return height > 0 ? height : undefined;
}

/** Early fonts count weights 1 to 9. */
export function weightOf(usWeightClass: number): number {
  if (usWeightClass === 0) return 400;
  return usWeightClass < 10 ? usWeightClass * 100 : Math.min(usWeightClass, 1000);
}

/** The IBM class where it is given, else PANOSE: Latin text with serifs is 2 in digit 1, 2 to 10 in digit 2. */
function isSerif(os2: DataView): boolean {
  const familyClass = os2.getInt16(30) >> 8;
  if (familyClass !== 0) return SERIF_CLASSES.includes(familyClass);
  const style = os2.getUint8(33);
  return os2.getUint8(32) === 2 && style >= 2 && style <= 10;
}

/** IBM class 8, or PANOSE of Latin text, 11 to 15 in digit 2. A font may say neither: 仿宋 is none of the two. */
export function isSansSerif(os2: DataView): boolean {
  if (os2.byteLength < 42) return false;
  const familyClass = os2.getInt16(30) >> 8;
  if (familyClass !== 0) return familyClass === 8;
  const style = os2.getUint8(33);
  return os2.getUint8(32) === 2 && style >= 11 && style <= 15;
}

export interface AdvanceTable {
  /** in font units */
  advance(glyph: GlyphId): number;
  /** left side bearing in font units */
  bearing(glyph: GlyphId): number;
}

/** hmtx: full entries first, then bearings alone for glyphs that share the last advance. */
export function readAdvances(tables: FontTables, glyphCount: number): AdvanceTable {
  const fullEntries = tables.requiredTable("hhea").getUint16(34);
  if (fullEntries === 0) throw damagedFont(tables.file, "no advance widths");
  const hmtx = tables.requiredTable("hmtx");
  return {
    advance(glyph) {
      if (glyph >= glyphCount) return 0;
      return hmtx.getUint16(Math.min(glyph, fullEntries - 1) * 4);
    },
    bearing(glyph) {
      if (glyph >= glyphCount) return 0;
      if (glyph < fullEntries) return hmtx.getInt16(glyph * 4 + 2);
      const offset = fullEntries * 4 + (glyph - fullEntries) * 2;
      return offset + 2 <= hmtx.byteLength ? hmtx.getInt16(offset) : 0;
    },
  };
}
