/**
 * The package as bytes that depend on its parts alone: parts in a fixed order, in an archive with one fixed
 * date (zip-archive.ts).
 */

import { type Keep, keepNothing } from "../../../model/kept-values.js";
import type { PackageParts } from "./library-parts.js";
import { type PackedEntry, packEntry, zipArchive } from "./zip-archive.js";

/** @param keep gives an entry of the same content as it was compressed before */
export function zipParts(
  parts: PackageParts,
  keep: Keep<string, Promise<PackedEntry>> = keepNothing,
): Promise<Uint8Array> {
  const sorted = [...parts].sort(([a], [b]) => comparePartNames(a, b));
  return zipArchive(
    sorted.map(([name, content]) => keep(name, [content], () => packEntry(entryOf(name, content)))),
  );
}

/** Pictures are compressed already. */
const entryOf = (name: string, content: string | Uint8Array) =>
  typeof content === "string"
    ? { name, bytes: Buffer.from(content, "utf8"), compress: true }
    : { name, bytes: content, compress: false };

/** Content types come first, as programs expect; the rest is in code point order. */
function comparePartNames(a: string, b: string): number {
  const rank = (name: string) => (name === "[Content_Types].xml" ? 0 : name === "_rels/.rels" ? 1 : 2);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  return a < b ? -1 : a > b ? 1 : 0;
}
