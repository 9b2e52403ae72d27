/**
 * What GSUB and GPOS have in common: scripts, languages and features that lead to lookups, sets of
 * glyphs (coverage) and classes of glyphs. What a lookup does is left to its readers.
 * @see ISO/IEC 14496-22, 6.2 (OpenType layout common table formats)
 */
import type { GlyphId } from "./face.js";
import { readTag } from "./font-tables.js";

/** A subtable of a lookup, extension lookups already followed. */
export interface LookupSubtable {
  readonly type: number;
  readonly offset: number;
}

export interface FeatureRequest {
  readonly feature: string;
  /** script tags in order of preference; the first that the font has is used */
  readonly scripts: readonly string[];
  /** language system, `ZHS `; the script's default where it has none */
  readonly language?: string;
  /** lookup type that means "look elsewhere": 7 in GSUB, 9 in GPOS */
  readonly extensionType: number;
}

/** @returns the lookups of a feature in the order of the font's list, each with its subtables */
export function findLookups(
  table: DataView,
  request: FeatureRequest,
): readonly (readonly LookupSubtable[])[] {
  const languageSystem = findLanguageSystem(table, request);
  if (languageSystem === undefined) return [];
  const featureList = table.getUint16(6);
  const lookups = new Set<number>();
  for (let index = 0; index < table.getUint16(languageSystem + 4); index += 1) {
    const record = featureList + 2 + table.getUint16(languageSystem + 6 + index * 2) * 6;
    if (readTag(table, record) !== request.feature) continue;
    const feature = featureList + table.getUint16(record + 4);
    for (let lookup = 0; lookup < table.getUint16(feature + 2); lookup += 1) {
      lookups.add(table.getUint16(feature + 4 + lookup * 2));
    }
  }
  return [...lookups].sort((a, b) => a - b).map((index) => readLookup(table, index, request.extensionType));
}

function findLanguageSystem(table: DataView, request: FeatureRequest): number | undefined {
  const scriptList = table.getUint16(4);
  const scripts = readTagRecords(table, scriptList);
  const offset = request.scripts.map((tag) => scripts.get(tag)).find((found) => found !== undefined);
  if (offset === undefined) return undefined;
  const script = scriptList + offset;
  const languages = readTagRecords(table, script + 2);
  const language = request.language === undefined ? undefined : languages.get(request.language);
  const chosen = language ?? table.getUint16(script);
  return chosen === 0 ? undefined : script + chosen;
}

function readTagRecords(table: DataView, start: number): ReadonlyMap<string, number> {
  const records = new Map<string, number>();
  for (let index = 0; index < table.getUint16(start); index += 1) {
    const record = start + 2 + index * 6;
    records.set(readTag(table, record), table.getUint16(record + 4));
  }
  return records;
}

function readLookup(table: DataView, index: number, extensionType: number): readonly LookupSubtable[] {
  const lookupList = table.getUint16(8);
  const lookup = lookupList + table.getUint16(lookupList + 2 + index * 2);
  const type = table.getUint16(lookup);
  const subtables: LookupSubtable[] = [];
  for (let entry = 0; entry < table.getUint16(lookup + 4); entry += 1) {
    const offset = lookup + table.getUint16(lookup + 6 + entry * 2);
    if (type !== extensionType) subtables.push({ type, offset });
    else subtables.push({ type: table.getUint16(offset + 2), offset: offset + table.getUint32(offset + 4) });
  }
  return subtables;
}

/** @returns the place of a glyph in a coverage table, or undefined where it is not covered */
export function findCoverage(table: DataView, coverage: number, glyph: GlyphId): number | undefined {
  const isList = table.getUint16(coverage) === 1;
  let low = 0;
  let high = table.getUint16(coverage + 2) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const entry = coverage + 4 + middle * (isList ? 2 : 6);
    const start = table.getUint16(entry);
    if (glyph < start) high = middle - 1;
    else if (glyph > (isList ? start : table.getUint16(entry + 2))) low = middle + 1;
    else return isList ? middle : table.getUint16(entry + 4) + glyph - start;
  }
  return undefined;
}

/** @returns all glyphs of a coverage table, in coverage order */
export function listCoverage(table: DataView, coverage: number): readonly GlyphId[] {
  const isList = table.getUint16(coverage) === 1;
  const glyphs: GlyphId[] = [];
  for (let index = 0; index < table.getUint16(coverage + 2); index += 1) {
    const entry = coverage + 4 + index * (isList ? 2 : 6);
    const start = table.getUint16(entry);
    const end = isList ? start : table.getUint16(entry + 2);
    for (let glyph = start; glyph <= end; glyph += 1) glyphs.push(glyph);
    if (glyphs.length > 0x10000) throw new RangeError("coverage table larger than a font");
  }
  return glyphs;
}

/** @returns the class of a glyph; 0 for those that no class lists */
export function findClass(table: DataView, classes: number, glyph: GlyphId): number {
  if (table.getUint16(classes) === 1) {
    const index = glyph - table.getUint16(classes + 2);
    const isListed = index >= 0 && index < table.getUint16(classes + 4);
    return isListed ? table.getUint16(classes + 6 + index * 2) : 0;
  }
  let low = 0;
  let high = table.getUint16(classes + 2) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = classes + 4 + middle * 6;
    if (glyph < table.getUint16(range)) high = middle - 1;
    else if (glyph > table.getUint16(range + 2)) low = middle + 1;
    else return table.getUint16(range + 4);
  }
  return 0;
}
