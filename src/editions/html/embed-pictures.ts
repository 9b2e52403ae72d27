/**
 * Pictures enter the page as base64 when its bytes are written: as text of the tree they would be
 * joined anew at each level of nesting, many times their size. Until then a token stands for each.
 * Written text cannot look like one: its < is escaped.
 */

/** A colon is no sign of base64 (RFC 4648), so that no picture's bytes look like a token. */
const TOKEN = /(?<=<img src="data:image\/(?:png|jpeg);base64,):(\d+):(?=")/g;

/** @param index of the picture among those of the page */
export const pictureToken = (index: number): string => `:${index}:`;

/** @returns the page in UTF-8, each token replaced by its picture; one that stands for none is left */
export function writePage(page: string, pictures: readonly Uint8Array[]): Uint8Array {
  const parts: Uint8Array[] = [];
  /** A picture shown at many places is spelt once. */
  const spelt = new Map<Uint8Array, Uint8Array>();
  let from = 0;
  for (const { 0: token, 1: index, index: at } of page.matchAll(TOKEN)) {
    const picture = pictures[Number(index)];
    if (picture === undefined) continue;
    const base64 = spelt.get(picture) ?? base64Of(picture);
    spelt.set(picture, base64);
    parts.push(Buffer.from(page.slice(from, at)), base64);
    from = at + token.length;
  }
  parts.push(Buffer.from(page.slice(from)));
  return Buffer.concat(parts);
}

const base64Of = (bytes: Uint8Array): Uint8Array =>
  Buffer.from(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64"), "latin1");
