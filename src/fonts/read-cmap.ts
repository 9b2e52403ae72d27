/**
 * From code points to glyphs: the cmap table in formats 4 and 12, which all fonts for Chinese
 * have. Variation sequences (format 14) are not read: templates name faces, not variants.
 * @see ISO/IEC 14496-22, 5.2.1 (cmap)
 */
import { UnusableFile } from "../diagnostics/diagnostic.js";
import type { GlyphId } from "./face.js";
import type { FontTables } from "./font-tables.js";

export interface CharacterMap {
  /** @returns 0 where the font has no glyph */
  glyph(codePoint: number): GlyphId;
  /** all code points that have a glyph, in order */
  codePoints(): Iterable<number>;
}

/** Encodings by preference: full Unicode before the basic plane, Microsoft's before Unicode's own. */
const PREFERENCE: readonly (readonly [platform: number, encoding: number])[] = [
  [3, 10],
  [0, 6],
  [0, 4],
  [3, 1],
  [0, 3],
  [0, 2],
  [0, 1],
  [0, 0],
];

export function readCharacterMap(tables: FontTables): CharacterMap {
  const cmap = tables.requiredTable("cmap");
  const count = cmap.getUint16(2);
  const offsets = new Map<string, number>();
  for (let record = 4; record < 4 + count * 8; record += 8) {
    const key = `${cmap.getUint16(record)}/${cmap.getUint16(record + 2)}`;
    if (!offsets.has(key)) offsets.set(key, cmap.getUint32(record + 4));
  }
  for (const [platform, encoding] of PREFERENCE) {
    const offset = offsets.get(`${platform}/${encoding}`);
    if (offset === undefined) continue;
    const format = cmap.getUint16(offset);
    if (format === 12) return readSegmentedCoverage(cmap, offset);
    if (format === 4) return readSegmentMapping(cmap, offset);
  }
  throw noUnicode(tables.file.path);
}

/** Format 12: groups of consecutive code points with consecutive glyphs. */
function readSegmentedCoverage(cmap: DataView, offset: number): CharacterMap {
  const count = cmap.getUint32(offset + 12);
  const groups = offset + 16;
  /** a group that runs out of the table is met as a RangeError here, not on the first lookup */
  if (count > 0) cmap.getUint32(groups + count * 12 - 4);
  return {
    glyph(codePoint) {
      let low = 0;
      let high = count - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const group = groups + middle * 12;
        const start = cmap.getUint32(group);
        if (codePoint < start) high = middle - 1;
        else if (codePoint > cmap.getUint32(group + 4)) low = middle + 1;
        else return cmap.getUint32(group + 8) + codePoint - start;
      }
      return 0;
    },
    *codePoints() {
      for (let group = groups; group < groups + count * 12; group += 12) {
        const end = Math.min(cmap.getUint32(group + 4), 0x10ffff);
        for (let code = cmap.getUint32(group); code <= end; code += 1) yield code;
      }
    },
  };
}

/** Format 4: segments of the basic plane, each with a delta or with a list of glyphs. */
function readSegmentMapping(cmap: DataView, offset: number): CharacterMap {
  const double = cmap.getUint16(offset + 6);
  const ends = offset + 14;
  const starts = ends + double + 2;
  const deltas = starts + double;
  const rangeOffsets = deltas + double;
  if (double > 0) cmap.getUint16(rangeOffsets + double - 2);
  const glyphIn = (segment: number, code: number): GlyphId => {
    const delta = cmap.getUint16(deltas + segment);
    const rangeOffset = cmap.getUint16(rangeOffsets + segment);
    if (rangeOffset === 0) return (code + delta) & 0xffff;
    const start = cmap.getUint16(starts + segment);
    const glyph = cmap.getUint16(rangeOffsets + segment + rangeOffset + (code - start) * 2);
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  };
  return {
    glyph(codePoint) {
      if (codePoint > 0xffff) return 0;
      let low = 0;
      let high = double / 2 - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        if (codePoint > cmap.getUint16(ends + middle * 2)) low = middle + 1;
        else if (codePoint < cmap.getUint16(starts + middle * 2)) high = middle - 1;
        else return glyphIn(middle * 2, codePoint);
      }
      return 0;
    },
    *codePoints() {
      for (let segment = 0; segment < double; segment += 2) {
        const end = Math.min(cmap.getUint16(ends + segment), 0xfffe);
        for (let code = cmap.getUint16(starts + segment); code <= end; code += 1) {
          if (glyphIn(segment, code) !== 0) yield code;
        }
      }
    },
  };
}

function noUnicode(path: string): UnusableFile {
  return new UnusableFile(path, {
    problem: {
      zh: `字体 ${path} 没有 Unicode 字符表，无法查字。`,
      en: `The font ${path} has no Unicode character map.`,
    },
    remedy: {
      zh: "请换用较新的版本（cmap 格式 4 或 12）。",
      en: "Use a newer version of it (cmap format 4 or 12).",
    },
  });
}
