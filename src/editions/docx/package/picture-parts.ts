/**
 * Pictures as parts of the package. The library names a picture by its SHA-1, reckoned in JavaScript
 * at each place where it stands, which takes longer for one photograph than all the rest of an
 * edition. It is given a digest to stand in for each, and the pictures are put into their places when
 * the parts are there.
 */
import { createHash } from "node:crypto";
import type { PackageParts } from "./pack.js";

const MEDIA = "word/media/";
const digests = new WeakMap<Uint8Array, string>();

/** @returns what the library is given instead of a picture: its digest, as text */
export const standIn = (picture: Uint8Array): Uint8Array => Buffer.from(digestOf(picture), "latin1");

/** @returns the parts with the pictures in the places of what stood in for them */
export function withPictures(parts: PackageParts, pictures: Iterable<Uint8Array>): PackageParts {
  const byDigest = new Map([...pictures].map((picture) => [digestOf(picture), picture]));
  const whole = new Map(parts);
  for (const [name, content] of parts) {
    if (typeof content === "string" || !name.startsWith(MEDIA)) continue;
    const picture = byDigest.get(Buffer.from(content).toString("latin1"));
    if (picture === undefined) throw new Error(`${name}: no picture stands for it`);
    whole.set(name, picture);
  }
  return whole;
}

function digestOf(picture: Uint8Array): string {
  const known = digests.get(picture) ?? createHash("sha1").update(picture).digest("hex");
  digests.set(picture, known);
  return known;
}
