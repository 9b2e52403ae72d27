/**
 * Where combining marks stand on their bases: anchors of GPOS, lookup type 4 (mark to base) and 6 (mark to mark).
 * Marks on ligatures are not read: no ligatures of letters are set.
 * @see ISO/IEC 14496-22, 6.3.3 (GPOS, lookup types 4 and 6, mark array, anchor)
 */
import type { GlyphId } from "./face.js";
import type { FontTables } from "./font-tables.js";
import { findCoverage, findLookups } from "./layout-tables.js";

/** @returns from the origin of the base to that of the mark, in font units; undefined where there is no anchor */
export type Anchors = (
  base: GlyphId,
  mark: GlyphId,
) => { readonly dx: number; readonly dy: number } | undefined;

const MARK_TO_BASE = 4;
const MARK_TO_MARK = 6;
const EXTENSION = 9;

export function readAnchors(tables: FontTables): Anchors {
  const table = tables.table("GPOS");
  if (table === undefined) return () => undefined;
  const scripts = ["latn", "DFLT", "hani"];
  const subtables = ["mark", "mkmk"]
    .flatMap((feature) => findLookups(table, { feature, scripts, extensionType: EXTENSION }))
    .flat()
    .filter(({ type }) => type === MARK_TO_BASE || type === MARK_TO_MARK);
  return (base, mark) => {
    for (const { offset } of subtables) {
      const found = findOffset(table, offset, { base, mark });
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

/** Both lookups have one form: coverage of marks, of bases, number of classes, marks, anchors of the bases. */
function findOffset(
  table: DataView,
  subtable: number,
  { base, mark }: { readonly base: GlyphId; readonly mark: GlyphId },
): { readonly dx: number; readonly dy: number } | undefined {
  const markIndex = findCoverage(table, subtable + table.getUint16(subtable + 2), mark);
  if (markIndex === undefined) return undefined;
  const baseIndex = findCoverage(table, subtable + table.getUint16(subtable + 4), base);
  if (baseIndex === undefined) return undefined;
  const classCount = table.getUint16(subtable + 6);
  const marks = subtable + table.getUint16(subtable + 8);
  const bases = subtable + table.getUint16(subtable + 10);
  const markRecord = marks + 2 + markIndex * 4;
  const anchorOffset = table.getUint16(
    bases + 2 + (baseIndex * classCount + table.getUint16(markRecord)) * 2,
  );
  if (anchorOffset === 0) return undefined;
  const own = anchorAt(table, marks + table.getUint16(markRecord + 2));
  const under = anchorAt(table, bases + anchorOffset);
  return { dx: under.x - own.x, dy: under.y - own.y };
}

/** All three formats begin with the same coordinates. */
const anchorAt = (table: DataView, anchor: number) => ({
  x: table.getInt16(anchor + 2),
  y: table.getInt16(anchor + 4),
});
