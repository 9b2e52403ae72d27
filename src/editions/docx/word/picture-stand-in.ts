/**
 * What the docx library is given instead of a picture. The library names each picture by its SHA-1,
 * computed in JavaScript wherever the picture appears; for a single photograph that takes longer than
 * the rest of the edition. So it is handed the digest in place of the bytes, and package/ swaps the
 * picture back in.
 */
import { createHash } from "node:crypto";

const digests = new WeakMap<Uint8Array, string>();

/** @returns the digest of a picture as bytes, the same for the same picture */
export const pictureStandIn = (picture: Uint8Array): Uint8Array => Buffer.from(digestOf(picture), "latin1");

/** @returns the SHA-1 that identifies a picture and its stand-in, in hexadecimal */
export function digestOf(picture: Uint8Array): string {
  const known = digests.get(picture) ?? createHash("sha1").update(picture).digest("hex");
  digests.set(picture, known);
  return known;
}
