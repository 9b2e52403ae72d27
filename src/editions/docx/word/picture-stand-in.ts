/**
 * What the library is given instead of a picture. It names a picture by its SHA-1, reckoned in
 * JavaScript at each place where the picture stands, which takes longer for one photograph than all
 * the rest of an edition. So it gets the digest as if that were the picture, and package/ puts the
 * picture into its place.
 */
import { createHash } from "node:crypto";

const digests = new WeakMap<Uint8Array, string>();

/** @returns the digest of a picture as bytes, the same for the same picture */
export const standIn = (picture: Uint8Array): Uint8Array => Buffer.from(digestOf(picture), "latin1");

/** @returns the name by which a picture and what stands in for it are known, in hexadecimal digits */
export function digestOf(picture: Uint8Array): string {
  const known = digests.get(picture) ?? createHash("sha1").update(picture).digest("hex");
  digests.set(picture, known);
  return known;
}
