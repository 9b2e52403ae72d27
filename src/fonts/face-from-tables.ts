/**
 * A face from the tables that all OpenType fonts share: characters, advances, substitutions,
 * kerning, names and measures. Ink and subsets come from the outlines, TrueType or CFF. Opening
 * reads a few hundred bytes; each larger table is read when it is first needed, so that a face
 * kept for characters that others lack costs next to nothing.
 */
import type { Face, GlyphId, InkBox, OutlineStep } from "./face.js";
import { type FontTables, guardAgainstDamage } from "./font-tables.js";
import { weightByName } from "./named-weight.js";
import { type Anchors, readAnchors } from "./read-anchors.js";
import { type CharacterMap, readCharacterMap } from "./read-cmap.js";
import { readFontMetrics } from "./read-font-metrics.js";
import { type Kerning, readKerning } from "./read-kerning.js";
import { readNames } from "./read-names.js";
import { readSubstitutions, type Substitutions } from "./read-substitutions.js";

/** What differs between TrueType and CFF fonts. */
export interface FaceOutlines {
  readonly kind: "truetype" | "cff";
  ink(glyph: GlyphId): InkBox | undefined;
  /** in font units */
  advance(glyph: GlyphId): number;
  /** @param shift to the right, @param rise upwards, both in em */
  combine(base: GlyphId, over: GlyphId, shift: number, rise: number): GlyphId | undefined;
  /** in font units */
  outline(glyph: GlyphId): readonly OutlineStep[];
  subset(glyphs: readonly GlyphId[]): Uint8Array;
}

/** A doubled mark is two em wide; ligatures of letters are not meant. */
const PAIR_WIDTH_EM = { least: 1.9, most: 2.1 };

/**
 * The full-width signs of money. Fandol's faces draw a dollar for ￥: an amount would be printed in another currency. Of
 * no sound face do both signs end at the same four edges; one that does is taken to lack ￥, and the next sets it.
 */
const YUAN = 0xffe5;
const DOLLAR = 0xff04;

const isSameInk = (one: InkBox | undefined, other: InkBox | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  one.left === other.left &&
  one.right === other.right &&
  one.top === other.top &&
  one.bottom === other.bottom;

export function faceFromTables(tables: FontTables, outlines: FaceOutlines): Face {
  const { file } = tables;
  const metrics = readFontMetrics(tables);
  const { unitsPerEm, glyphCount } = metrics;
  let characters: CharacterMap | undefined;
  const [left, bottom, right, top] = metrics.bounds;
  let substitutions: Substitutions | undefined;
  let kerning: Kerning | undefined;
  let anchors: Anchors | undefined;
  const inks = new Map<GlyphId, InkBox | undefined>();
  const guard = <T>(read: () => T): T => guardAgainstDamage(file, read);
  const advance = (glyph: GlyphId) => outlines.advance(glyph) / unitsPerEm;
  const names = readNames(tables);
  const glyphOf = (codePoint: number): GlyphId => {
    const glyph = guard(() => {
      characters ??= readCharacterMap(tables);
      return characters.glyph(codePoint);
    });
    return glyph < glyphCount ? glyph : 0;
  };
  const inkOf = (glyph: GlyphId): InkBox | undefined => {
    if (inks.has(glyph)) return inks.get(glyph);
    const ink = guard(() => outlines.ink(glyph));
    inks.set(glyph, ink);
    return ink;
  };
  let drawsDollar: boolean | undefined;
  const yuanIsDollar = (): boolean => {
    drawsDollar ??= isSameInk(inkOf(glyphOf(YUAN)), inkOf(glyphOf(DOLLAR)));
    return drawsDollar;
  };
  return {
    name: names.postScriptName,
    version: names.version,
    isShipped: file.isShipped === true,
    unitsPerEm,
    glyphCount,
    ascent: metrics.ascent / unitsPerEm,
    descent: metrics.descent / unitsPerEm,
    capHeight: metrics.capHeight / unitsPerEm,
    underline: {
      position: metrics.underline.position / unitsPerEm,
      thickness: metrics.underline.thickness / unitsPerEm,
    },
    bounds: {
      left: left / unitsPerEm,
      bottom: bottom / unitsPerEm,
      right: right / unitsPerEm,
      top: top / unitsPerEm,
    },
    italicAngle: metrics.italicAngle,
    weight: weightByName(metrics.weight, names),
    isFixedPitch: metrics.isFixedPitch,
    isSerif: metrics.isSerif,
    isSansSerif: metrics.isSansSerif,
    embedding: metrics.embedding,
    isEmbeddable: metrics.embedding !== "restricted" && metrics.embedding !== "bitmaps",
    outlines: outlines.kind,
    glyph: (codePoint) => (codePoint === YUAN && yuanIsDollar() ? 0 : glyphOf(codePoint)),
    advance: (glyph) => guard(() => advance(glyph)),
    ink: inkOf,
    substitute: (glyph, feature) =>
      guard(() => {
        substitutions ??= readSubstitutions(tables);
        const substituted = substitutions.substitute(glyph, feature);
        return substituted < glyphCount ? substituted : glyph;
      }),
    pair: (first, second) =>
      guard(() => {
        substitutions ??= readSubstitutions(tables);
        const found = substitutions.ligature(first, second);
        if (found === undefined || found >= glyphCount) return undefined;
        const width = advance(found);
        return width >= PAIR_WIDTH_EM.least && width <= PAIR_WIDTH_EM.most ? found : undefined;
      }),
    kern: (first, second) =>
      guard(() => {
        kerning ??= readKerning(tables);
        return kerning(first, second) / unitsPerEm;
      }),
    combine: (base, over, shift, rise = 0) => guard(() => outlines.combine(base, over, shift, rise)),
    attach: (base, mark) =>
      guard(() => {
        anchors ??= readAnchors(tables);
        const offset = anchors(base, mark);
        return offset && { dx: offset.dx / unitsPerEm, dy: offset.dy / unitsPerEm };
      }),
    outline: (glyph) =>
      guard(() => outlines.outline(glyph)).map(({ kind, points }) => ({
        kind,
        points: points.map((length) => length / unitsPerEm),
      })),
    subset: (glyphs) => guard(() => outlines.subset(glyphs)),
  };
}
