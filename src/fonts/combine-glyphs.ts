/**
 * Glyphs that a font does not have, made of two that it has: a ticked box of □ and √, m̄ of m and its mark. As one
 * glyph it has one code in a PDF, so that it is copied as the one character that it stands for. Made glyphs are
 * numbered behind the font's own; a subset writes them as composites.
 * @see ISO/IEC 14496-22, 5.3.3 (glyf: composite glyph description)
 */
import type { GlyphId } from "./face.js";
import type { AdvanceTable } from "./read-font-metrics.js";
import type { GlyphTable } from "./read-glyphs.js";

export interface CombinedGlyphs {
  /** the font's outlines and widths, and those of the glyphs made so far */
  readonly glyphTable: GlyphTable;
  readonly advances: AdvanceTable;
  /**
   * @param shift how far `over` stands from its place
   * @returns a glyph as wide as `base`; undefined where one of the two has no ink
   */
  combine(base: GlyphId, over: GlyphId, shift: Shift): GlyphId | undefined;
}

/** In font units. */
export interface Shift {
  readonly right: number;
  readonly up: number;
}

interface MadeGlyph {
  readonly base: GlyphId;
  readonly record: DataView;
  readonly bounds: readonly [number, number, number, number];
}

const WORD_ARGUMENTS = 0x0001;
const OFFSETS_NOT_POINTS = 0x0002;
const MORE_COMPONENTS = 0x0020;
/** Header of five words, two components of four. */
const RECORD_WORDS = 13;

export function combinedGlyphs(
  own: GlyphTable,
  advances: () => AdvanceTable,
  glyphCount: number,
): CombinedGlyphs {
  const made: MadeGlyph[] = [];
  const ids = new Map<string, GlyphId>();
  const madeAt = (glyph: GlyphId) => (glyph < glyphCount ? undefined : made[glyph - glyphCount]);
  /** What a made glyph stands on, and what that stands on, down to one of the font's own. */
  const ownBase = (glyph: GlyphId): GlyphId => {
    const under = madeAt(glyph);
    return under === undefined ? glyph : ownBase(under.base);
  };
  return {
    glyphTable: {
      record: (glyph) => madeAt(glyph)?.record ?? own.record(glyph),
      bounds: (glyph) => madeAt(glyph)?.bounds ?? own.bounds(glyph),
    },
    advances: {
      advance: (glyph) => advances().advance(ownBase(glyph)),
      // The outline keeps its place only if the bearing moves with its left edge.
      bearing(glyph) {
        const glyphMade = madeAt(glyph);
        if (glyphMade === undefined) return advances().bearing(glyph);
        const base = ownBase(glyph);
        const left = own.bounds(base)?.[0] ?? 0;
        return advances().bearing(base) + glyphMade.bounds[0] - left;
      },
    },
    combine(base, over, { right, up }) {
      const key = `${base} ${over} ${right} ${up}`;
      const known = ids.get(key);
      if (known !== undefined) return known;
      const boundsOf = (glyph: GlyphId) => madeAt(glyph)?.bounds ?? own.bounds(glyph);
      const [under, above] = [boundsOf(base), boundsOf(over)];
      if (under === undefined || above === undefined) return undefined;
      const bounds = [
        Math.min(under[0], above[0] + right),
        Math.min(under[1], above[1] + up),
        Math.max(under[2], above[2] + right),
        Math.max(under[3], above[3] + up),
      ] as const;
      const more = OFFSETS_NOT_POINTS | WORD_ARGUMENTS;
      const words = [-1, ...bounds, more | MORE_COMPONENTS, base, 0, 0, more, over, right, up];
      const record = new DataView(new ArrayBuffer(RECORD_WORDS * 2));
      for (const [index, word] of words.entries()) record.setInt16(index * 2, word);
      const glyph = glyphCount + made.push({ base, record, bounds }) - 1;
      ids.set(key, glyph);
      return glyph;
    },
  };
}
