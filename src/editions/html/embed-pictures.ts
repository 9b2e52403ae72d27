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
  const parts: (Buffer | Base64)[] = [];
  let from = 0;
  for (const { 0: token, 1: index, index: at } of page.matchAll(TOKEN)) {
    const picture = pictures[Number(index)];
    if (picture === undefined) continue;
    parts.push(Buffer.from(page.slice(from, at)), { picture, length: 4 * Math.ceil(picture.length / 3) });
    from = at + token.length;
  }
  parts.push(Buffer.from(page.slice(from)));
  return joined(parts);
}

interface Base64 {
  readonly picture: Uint8Array;
  /** when it is spelt */
  readonly length: number;
}

/** Pictures are spelt where they come to stand: a large one is not held twice. */
function joined(parts: readonly (Buffer | Base64)[]): Uint8Array {
  const whole = Buffer.allocUnsafeSlow(parts.reduce((sum, { length }) => sum + length, 0));
  /** Where a picture shown at many places was spelt first. */
  const spelt = new Map<Uint8Array, number>();
  let at = 0;
  for (const part of parts) {
    if (!("picture" in part)) whole.set(part, at);
    else {
      const first = spelt.get(part.picture);
      if (first === undefined) spell(part.picture, whole, at);
      else whole.copyWithin(at, first, first + part.length);
      spelt.set(part.picture, first ?? at);
    }
    at += part.length;
  }
  return whole;
}

/** Divisible by three, so that no padding stands between pieces. */
const PIECE_BYTES = 3 << 16;

function spell(picture: Uint8Array, target: Buffer, start: number): void {
  const bytes = Buffer.from(picture.buffer, picture.byteOffset, picture.byteLength);
  for (let from = 0, at = start; from < bytes.length; from += PIECE_BYTES) {
    at += target.write(bytes.toString("base64", from, from + PIECE_BYTES), at, "latin1");
  }
}
