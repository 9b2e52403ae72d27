/**
 * Pair kerning of Latin text: from GPOS (feature kern), else from the old kern table. Only the
 * first advance of a pair is taken, which is all that kerning of horizontal Latin text uses.
 * @see ISO/IEC 14496-22, 6.3.3 (GPOS, lookup types 2 and 9) and 5.7.6 (kern)
 */
import type { GlyphId } from "./face.js";
import type { FontTables } from "./font-tables.js";
import { findClass, findCoverage, findLookups, type LookupSubtable } from "./layout-tables.js";

/** @returns the change of the first glyph's advance, in font units */
export type Kerning = (left: GlyphId, right: GlyphId) => number;

const PAIR = 2;
const EXTENSION = 9;
/** bit of a value format that says the advance is given (Open Font Format, value records) */
const X_ADVANCE = 0x0004;

export function readKerning(tables: FontTables): Kerning {
  const table = tables.table("GPOS");
  const lookups =
    table === undefined
      ? []
      : findLookups(table, {
          feature: "kern",
          scripts: ["latn", "DFLT", "hani"],
          extensionType: EXTENSION,
        });
  if (table === undefined || lookups.length === 0) return readOldKerning(tables);
  const pairs = lookups.map((subtables) => subtables.filter(({ type }) => type === PAIR));
  const known = new Map<number, number>();
  return (left, right) => {
    const key = left * 0x10000 + right;
    let value = known.get(key);
    if (value === undefined) {
      value = pairs.reduce((sum, subtables) => sum + findPair(table, subtables, [left, right]), 0);
      known.set(key, value);
    }
    return value;
  };
}

/** The first subtable that knows the pair decides. */
function findPair(
  table: DataView,
  subtables: readonly LookupSubtable[],
  [left, right]: readonly [GlyphId, GlyphId],
): number {
  for (const { offset } of subtables) {
    const covered = findCoverage(table, offset + table.getUint16(offset + 2), left);
    if (covered === undefined) continue;
    const valueFormat = table.getUint16(offset + 4);
    const valueBytes = bytesOfValue(valueFormat);
    const pairBytes = valueBytes + bytesOfValue(table.getUint16(offset + 6));
    const value =
      table.getUint16(offset) === 1
        ? findGlyphPair(table, offset + table.getUint16(offset + 10 + covered * 2), right, pairBytes)
        : findClassPair(table, offset, [left, right], pairBytes);
    if (value === undefined) continue;
    return (valueFormat & X_ADVANCE) === 0 ? 0 : table.getInt16(value + advanceOffset(valueFormat));
  }
  return 0;
}

/** Format 1: for each first glyph a sorted list of second glyphs with their values. */
function findGlyphPair(table: DataView, set: number, right: GlyphId, pairBytes: number): number | undefined {
  let low = 0;
  let high = table.getUint16(set) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const record = set + 2 + middle * (pairBytes + 2);
    const second = table.getUint16(record);
    if (right < second) high = middle - 1;
    else if (right > second) low = middle + 1;
    else return record + 2;
  }
  return undefined;
}

/** Format 2: a matrix of the classes of both glyphs. */
function findClassPair(
  table: DataView,
  offset: number,
  [left, right]: readonly [GlyphId, GlyphId],
  pairBytes: number,
): number | undefined {
  const first = findClass(table, offset + table.getUint16(offset + 8), left);
  const second = findClass(table, offset + table.getUint16(offset + 10), right);
  const secondCount = table.getUint16(offset + 14);
  if (first >= table.getUint16(offset + 12) || second >= secondCount) return undefined;
  return offset + 16 + (first * secondCount + second) * pairBytes;
}

/** A value record has two bytes for each bit set in its format. */
function bytesOfValue(valueFormat: number): number {
  let bytes = 0;
  for (let bits = valueFormat & 0xff; bits > 0; bits >>= 1) bytes += (bits & 1) * 2;
  return bytes;
}

/** The advance stands behind the two placements, where these are given. */
const advanceOffset = (valueFormat: number): number => bytesOfValue(valueFormat & (X_ADVANCE - 1));

/** Coverage bits of the old table: 1 horizontal; 2 minimum values, 4 cross-stream are not kerning. */
const OLD_KERN_MASK = 0xff07;
const OLD_KERN_HORIZONTAL = 0x0001;
const OLD_KERN_HEADER_BYTES = 14;

function readOldKerning(tables: FontTables): Kerning {
  const kern = tables.table("kern");
  if (kern === undefined || kern.byteLength < 4 || kern.getUint16(0) !== 0) return () => 0;
  const pairs = new Map<number, number>();
  let offset = 4;
  for (let index = 0; index < kern.getUint16(2); index += 1) {
    const length = kern.getUint16(offset + 2);
    if (length < OLD_KERN_HEADER_BYTES) break;
    if ((kern.getUint16(offset + 4) & OLD_KERN_MASK) === OLD_KERN_HORIZONTAL) {
      for (let pair = 0; pair < kern.getUint16(offset + 6); pair += 1) {
        const record = offset + OLD_KERN_HEADER_BYTES + pair * 6;
        const key = kern.getUint32(record);
        pairs.set(key, (pairs.get(key) ?? 0) + kern.getInt16(record + 4));
      }
    }
    offset += length;
  }
  return (left, right) => pairs.get(left * 0x10000 + right) ?? 0;
}
