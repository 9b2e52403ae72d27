/**
 * The package as bytes that depend on its parts alone: a fixed order, one fixed date, and a compressor that
 * is the same in every build of Node (docs/decisions/010-docx-zip-and-xml.md).
 */
import { strToU8, zipSync } from "fflate";
import type { PackageParts } from "./library-parts.js";

export function zipParts(parts: PackageParts): Uint8Array {
  const sorted = [...parts].sort(([a], [b]) => comparePartNames(a, b));
  return zipSync(
    Object.fromEntries(
      sorted.map(([name, content]) => [
        name,
        // Pictures are already compressed.
        typeof content === "string" ? strToU8(content) : ([content, { level: 0 }] as const),
      ]),
    ),
    { mtime: FIRST_DAY },
  );
}

/** Content types come first, as programs expect; the rest is in code point order. */
function comparePartNames(a: string, b: string): number {
  const rank = (name: string) => (name === "[Content_Types].xml" ? 0 : name === "_rels/.rels" ? 1 : 2);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The first day that an archive can hold (APPNOTE 4.4.6), in local time, since archives have no time
 * zones. The date of the issue is in the core properties.
 */
const FIRST_DAY = new Date(1980, 0, 1);
