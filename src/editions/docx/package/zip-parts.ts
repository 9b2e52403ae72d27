/**
 * The package as bytes that depend on its parts alone: parts in a fixed order, one fixed date, and a
 * compressor that is the same in every release of Node (docs/decisions/010-docx-zip-and-xml.md).
 */
import { strToU8, zipSync } from "fflate";
import type { PackageParts } from "./library-parts.js";

export function zipParts(parts: PackageParts): Uint8Array {
  const sorted = [...parts].sort(([a], [b]) => comparePartNames(a, b));
  return zipSync(
    Object.fromEntries(
      sorted.map(([name, content]) => [
        name,
        // A picture is compressed already.
        typeof content === "string" ? strToU8(content) : ([content, { level: 0 }] as const),
      ]),
    ),
    { mtime: FIRST_DAY },
  );
}

/** The content types come first, as every program expects; the rest in code point order. */
function comparePartNames(a: string, b: string): number {
  const rank = (name: string) => (name === "[Content_Types].xml" ? 0 : name === "_rels/.rels" ? 1 : 2);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The first day that an archive can name (APPNOTE 4.4.6), as the clock on the wall shows it: an archive
 * knows no time zones. The date is in its properties.
 */
const FIRST_DAY = new Date(1980, 0, 1);
