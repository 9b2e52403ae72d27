/**
 * The glyph substitutions that Chinese composition asks for: one glyph for another (fwid, hwid,
 * locl for simplified Chinese), and the ligature of a doubled dash, reached as a shaper reaches
 * it: locl first, then ccmp.
 * @see ISO/IEC 14496-22, 6.3.4 (GSUB), lookup types 1, 4 and 7
 */
import type { GlyphFeature, GlyphId } from "./face.js";
import type { FontTables } from "./font-tables.js";
import { findCoverage, findLookups, type LookupSubtable, listCoverage } from "./layout-tables.js";

export interface Substitutions {
  substitute(glyph: GlyphId, feature: GlyphFeature): GlyphId;
  /** @returns the ligature of exactly these two glyphs, after locl */
  ligature(first: GlyphId, second: GlyphId): GlyphId | undefined;
}

const SINGLE = 1;
const LIGATURE = 4;
const EXTENSION = 7;

/** Ligatures that a shaper forms by default, in the order in which it applies the features. */
const LIGATURE_FEATURES = ["ccmp", "rlig", "liga"];

export function readSubstitutions(tables: FontTables): Substitutions {
  const table = tables.table("GSUB");
  if (table === undefined) return { substitute: (glyph) => glyph, ligature: () => undefined };
  const lookupsOf = (feature: string) =>
    findLookups(table, {
      feature,
      scripts: ["hani", "DFLT", "latn"],
      language: "ZHS ",
      extensionType: EXTENSION,
    });
  const singles = new Map<GlyphFeature, ReadonlyMap<GlyphId, GlyphId>>();
  const substitute = (glyph: GlyphId, feature: GlyphFeature): GlyphId => {
    let map = singles.get(feature);
    if (map === undefined) {
      map = readSingles(table, lookupsOf(feature));
      singles.set(feature, map);
    }
    return map.get(glyph) ?? glyph;
  };
  let ligatures: readonly LookupSubtable[] | undefined;
  return {
    substitute,
    ligature(first, second) {
      ligatures ??= LIGATURE_FEATURES.flatMap((feature) => lookupsOf(feature).flat()).filter(
        (subtable) => subtable.type === LIGATURE,
      );
      const pair = [substitute(first, "locl"), substitute(second, "locl")] as const;
      for (const { offset } of ligatures) {
        const found = findLigature(table, offset, pair);
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
}

/** All lookups of a feature as one map; a later lookup sees what an earlier one made. */
function readSingles(
  table: DataView,
  lookups: readonly (readonly LookupSubtable[])[],
): ReadonlyMap<GlyphId, GlyphId> {
  const result = new Map<GlyphId, GlyphId>();
  for (const subtables of lookups) {
    const lookup = new Map<GlyphId, GlyphId>();
    for (const { type, offset } of subtables) {
      if (type !== SINGLE) continue;
      const format = table.getUint16(offset);
      const glyphs = listCoverage(table, offset + table.getUint16(offset + 2));
      for (const [index, glyph] of glyphs.entries()) {
        if (lookup.has(glyph)) continue;
        if (format === 1) lookup.set(glyph, (glyph + table.getInt16(offset + 4)) & 0xffff);
        else lookup.set(glyph, table.getUint16(offset + 6 + index * 2));
      }
    }
    for (const [glyph, target] of result) result.set(glyph, lookup.get(target) ?? target);
    for (const [glyph, target] of lookup) if (!result.has(glyph)) result.set(glyph, target);
  }
  return result;
}

/** Looks for a ligature of exactly two components in a subtable. */
function findLigature(
  table: DataView,
  offset: number,
  [first, second]: readonly [GlyphId, GlyphId],
): GlyphId | undefined {
  const covered = findCoverage(table, offset + table.getUint16(offset + 2), first);
  if (covered === undefined) return undefined;
  const set = offset + table.getUint16(offset + 6 + covered * 2);
  for (let index = 0; index < table.getUint16(set); index += 1) {
    const ligature = set + table.getUint16(set + 2 + index * 2);
    const isPair = table.getUint16(ligature + 2) === 2 && table.getUint16(ligature + 4) === second;
    if (isPair) return table.getUint16(ligature);
  }
  return undefined;
}
