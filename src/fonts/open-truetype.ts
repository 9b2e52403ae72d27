/**
 * A face over a font file with TrueType outlines, read by offset: opening it reads the directory
 * and a few small tables, the rest comes when first asked for. CFF outlines, and finding the right
 * font of a collection, are left to open-face.ts.
 */
import { combinedGlyphs } from "./combine-glyphs.js";
import type { Face, FontFile, GlyphId, InkBox } from "./face.js";
import { type FaceOutlines, faceFromTables } from "./face-from-tables.js";
import type { FontTables } from "./font-tables.js";
import { damagedFont, findFontOffsets, guardAgainstDamage, readFontTables } from "./font-tables.js";
import { readAdvances, readFontMetrics } from "./read-font-metrics.js";
import { readGlyphTable } from "./read-glyphs.js";
import { subsetTrueType } from "./subset-truetype.js";
import { traceGlyph } from "./trace-glyph.js";
import type { VariedGlyphs } from "./vary-outlines.js";

/**
 * @param offset where the font starts in the file; the first font of the file where it is not given
 * @throws EnvironmentError where the file is no font, is damaged, or has other outlines
 */
export function openTrueType(file: FontFile, offset?: number): Face {
  return guardAgainstDamage(file, () => {
    const tables = readFontTables(file, offset ?? findFontOffsets(file)[0] ?? 0);
    if (tables.outlines !== "truetype") throw damagedFont(file, "no TrueType outlines");
    return faceFromTables(tables, trueTypeOutlines(tables));
  });
}

/**
 * Ink, outlines and subsets from glyf and loca.
 * @param varied what a variable font has in their place in the weight that is meant
 */
export function trueTypeOutlines(tables: FontTables, varied?: VariedGlyphs): FaceOutlines {
  const metrics = readFontMetrics(tables);
  const { unitsPerEm, glyphCount } = metrics;
  let own = varied?.advances;
  const readOnce = () => {
    own ??= readAdvances(tables, glyphCount);
    return own;
  };
  const { glyphTable, advances, combine } = combinedGlyphs(
    varied?.glyphTable ?? readGlyphTable(tables, metrics),
    readOnce,
    glyphCount,
  );
  return {
    kind: "truetype",
    ink(glyph: GlyphId): InkBox | undefined {
      const bounds = glyphTable.bounds(glyph);
      if (bounds === undefined) return undefined;
      const [left, bottom, right, top] = bounds;
      return {
        left: left / unitsPerEm,
        bottom: bottom / unitsPerEm,
        right: right / unitsPerEm,
        top: top / unitsPerEm,
      };
    },
    advance: (glyph) => advances.advance(glyph),
    combine: (base, over, shift, rise) =>
      combine(base, over, { right: Math.round(shift * unitsPerEm), up: Math.round(rise * unitsPerEm) }),
    outline: (glyph) => traceGlyph({ glyphTable, advances }, glyph),
    subset: (glyphs) => subsetTrueType({ tables, glyphTable, advances }, glyphs),
  };
}
