/**
 * The rows of a picture from top to bottom. Those of an interlaced one are put together from its seven
 * passes, each unpacked by a stream of its own up to where it is wanted: twice the unpacking, since a pass
 * is as long as all before it, and no picture in memory, where the half that comes last is.
 * @see PNG (Third Edition), clause 8
 */
import type { PngPicture } from "../model/picture.js";
import { inflateRows } from "./inflate-rows.js";
import { bitsPerPixel, type Pass, passesOf, pixelBytes, rowBytes } from "./png-geometry.js";
import { filterByPaeth, unfilterRow } from "./row-filters.js";

/**
 * @yields rows with their filter bytes: as they stand in the file, or filtered anew where it is interlaced;
 * each until the next is asked for
 */
export function wholeRows(picture: PngPicture): AsyncGenerator<Uint8Array, void> {
  if (!picture.isInterlaced) return inflateRows(picture.data, passesOf(picture));
  // Filters are of no use to indices and to samples that share a byte (PNG, 12.7).
  const isToFilter = picture.colors !== "palette" && picture.bits >= 8;
  return isToFilter ? filteredRows(picture) : interlacedRows(picture);
}

/** @yields rows as above, their filters undone; each until the next but one is asked for */
export async function* plainRows(picture: PngPicture): AsyncGenerator<Uint8Array, void> {
  if (picture.isInterlaced) return yield* interlacedRows(picture);
  const distance = pixelBytes(picture);
  let above: Uint8Array | undefined;
  for await (const row of inflateRows(picture.data, passesOf(picture))) {
    unfilterRow(row, above, distance);
    yield row;
    above = row;
  }
}

async function* filteredRows(picture: PngPicture): AsyncGenerator<Uint8Array, void> {
  const length = rowBytes(picture, picture.width);
  const options = { pixelBytes: pixelBytes(picture), target: new Uint8Array(length) };
  let above: Uint8Array = new Uint8Array(length);
  for await (const row of interlacedRows(picture)) {
    filterByPaeth(row, above, options);
    yield options.target;
    above = row;
  }
}

async function* interlacedRows(picture: PngPicture): AsyncGenerator<Uint8Array, void> {
  const bits = bitsPerPixel(picture);
  const passes = passesOf(picture).map((pass) => ({ pass, rows: passRows(picture, pass) }));
  const length = rowBytes(picture, picture.width);
  try {
    let [whole, before] = [new Uint8Array(length), new Uint8Array(length)];
    for (let y = 0; y < picture.height; y++) {
      [whole, before] = [before, whole];
      whole.fill(0);
      for (const { pass, rows } of passes) {
        if (y < pass.top || (y - pass.top) % pass.stepY !== 0) continue;
        const { value } = await rows.next();
        if (value !== undefined) spread(value, whole, { ...pass, bits });
      }
      yield whole;
    }
  } finally {
    // Streams that are not read to their end hold what they have unpacked.
    await Promise.all(passes.map(({ rows }) => rows.return()));
  }
}

async function* passRows(picture: PngPicture, pass: Pass): AsyncGenerator<Uint8Array, void> {
  const distance = pixelBytes(picture);
  let above: Uint8Array | undefined;
  for await (const row of inflateRows(picture.data, [pass])) {
    unfilterRow(row, above, distance);
    yield row;
    above = row;
  }
}

interface Spread {
  readonly width: number;
  readonly left: number;
  readonly stepX: number;
  /** bits a pixel: whole bytes, or a power of two of them share one, so that none crosses a byte */
  readonly bits: number;
}

/** Puts the pixels of a pass's row where they stand in the whole one, which is zero there. */
function spread(row: Uint8Array, whole: Uint8Array, { width, left, stepX, bits }: Spread): void {
  if (bits >= 8) {
    const bytes = bits / 8;
    for (let x = 0; x < width; x++) {
      const to = 1 + (left + x * stepX) * bytes;
      for (let byte = 0; byte < bytes; byte++) whole[to + byte] = row[1 + x * bytes + byte] ?? 0;
    }
    return;
  }
  const perByte = 8 / bits;
  const mask = 2 ** bits - 1;
  for (let x = 0; x < width; x++) {
    const sample = ((row[1 + Math.floor(x / perByte)] ?? 0) >> (8 - bits * ((x % perByte) + 1))) & mask;
    const column = left + x * stepX;
    const to = 1 + Math.floor(column / perByte);
    whole[to] = (whole[to] ?? 0) | (sample << (8 - bits * ((column % perByte) + 1)));
  }
}
