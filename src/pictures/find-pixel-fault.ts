/**
 * Whether the pixels of a PNG are all there: each row unpacked once and let go. A JPEG has nothing to be
 * held against: its markers say whether it is whole (read-jpeg.ts).
 */
import type { PictureFault, PngPicture } from "../model/picture.js";
import { inflateRows, PixelFault } from "./inflate-rows.js";
import { type Pass, passesOf } from "./png-geometry.js";
import { LAST_FILTER, unfilterRow } from "./row-filters.js";

export async function findPixelFault(picture: PngPicture): Promise<PictureFault | undefined> {
  const passes = passesOf(picture);
  const missesColor = findMissingColor(picture);
  const starts = passes.flatMap((pass) => Array.from({ length: pass.height }, (_, row) => ({ pass, row })));
  let above: Uint8Array | undefined;
  let index = 0;
  try {
    for await (const row of inflateRows(picture.data, passes)) {
      if ((row[0] ?? 0) > LAST_FILTER) return "damaged-pixels";
      const start = starts[index++];
      if (missesColor === undefined || start === undefined) continue;
      unfilterRow(row, start.row === 0 ? undefined : above, 1);
      if (missesColor(row, start.pass)) return "palette-index";
      above = row;
    }
  } catch (fault) {
    if (fault instanceof PixelFault) return fault.kind;
    throw fault;
  }
  return undefined;
}

type RowCheck = (row: Uint8Array, pass: Pass) => boolean;

/** @returns undefined where every value of a sample has its colour, or is one */
function findMissingColor({ colors, bits, palette }: PngPicture): RowCheck | undefined {
  const count = palette.length / 3;
  if (colors !== "palette" || count >= 2 ** bits) return undefined;
  const perByte = 8 / bits;
  const mask = 2 ** bits - 1;
  return (row, { width }) => {
    for (let x = 0; x < width; x++) {
      const packed = row[1 + Math.floor(x / perByte)] ?? 0;
      if (((packed >> (8 - bits * ((x % perByte) + 1))) & mask) >= count) return true;
    }
    return false;
  };
}
