/**
 * The pixels of a PNG as printed files take them: rows from top to bottom, opacity apart from the colours.
 * PDF knows PNG's own compression and row filters, so that rows go over as they are where they can.
 * @see PNG (Third Edition), 9 and 11.3.1.1; ISO 32000-1, 7.4.4.4 (predictors), 11.6.5.3 (soft masks)
 */
import type { PngPicture } from "../model/picture.js";
import { openDeflate } from "./deflate-rows.js";
import { samplesPerPixel } from "./png-geometry.js";
import { plainRows, wholeRows } from "./whole-rows.js";

/** Deflated bytes, in pieces. */
export type Deflated = readonly Uint8Array[];

export interface PrintedPng {
  /** rows of colours or indices, each behind its filter byte */
  readonly colors: Deflated;
  readonly opacity: PrintedOpacity | undefined;
}

export interface PrintedOpacity {
  readonly bits: number;
  /** rows have filter bytes, as those of colours */
  readonly isFiltered: boolean;
  readonly rows: Deflated;
}

/** @throws PixelFault for a picture that find-pixel-fault.ts would not let pass */
export async function printPng(picture: PngPicture): Promise<PrintedPng> {
  if (picture.hasAlpha) return separateAlpha(picture);
  const colors = picture.isInterlaced ? await deflated(wholeRows(picture)) : picture.data;
  const isSeeThrough = picture.colors === "palette" && picture.transparency.length > 0;
  const opacity = isSeeThrough
    ? { bits: 8, isFiltered: false, rows: await deflated(paletteOpacity(picture)) }
    : undefined;
  return { colors, opacity };
}

async function deflated(rows: AsyncIterable<Uint8Array>): Promise<Deflated> {
  const deflate = openDeflate();
  for await (const row of rows) await deflate.write(row);
  return deflate.end();
}

/**
 * Divides colours from alpha without undoing the filters: a filtered byte depends on bytes of its
 * own component alone, so each half stays validly filtered.
 */
async function separateAlpha(picture: PngPicture): Promise<PrintedPng> {
  const sampleBytes = picture.bits / 8;
  const colorBytes = sampleBytes * (samplesPerPixel(picture) - 1);
  const colors = new Uint8Array(1 + picture.width * colorBytes);
  const alpha = new Uint8Array(1 + picture.width * sampleBytes);
  const [toColors, toAlpha] = [openDeflate(), openDeflate()];
  for await (const row of wholeRows(picture)) {
    colors[0] = row[0] ?? 0;
    alpha[0] = row[0] ?? 0;
    divide(row, { colors, colorBytes, alpha, sampleBytes });
    // Both at once: each has its own thread.
    const waits = [toColors.write(colors), toAlpha.write(alpha)];
    if (waits.some((wait) => wait !== undefined)) await Promise.all(waits);
  }
  const [ofColors, ofAlpha] = await Promise.all([toColors.end(), toAlpha.end()]);
  const opacity = { bits: picture.bits, isFiltered: true, rows: ofAlpha };
  return { colors: ofColors, opacity };
}

interface Halves {
  readonly colors: Uint8Array;
  readonly colorBytes: number;
  readonly alpha: Uint8Array;
  readonly sampleBytes: number;
}

function divide(row: Uint8Array, { colors, colorBytes, alpha, sampleBytes }: Halves): void {
  let [toColors, toAlpha] = [1, 1];
  for (let from = 1; from < row.length; ) {
    for (let byte = 0; byte < colorBytes; byte++) colors[toColors++] = row[from++] ?? 0;
    for (let byte = 0; byte < sampleBytes; byte++) alpha[toAlpha++] = row[from++] ?? 0;
  }
}

/** @yields one byte of opacity a pixel, by rows without filter bytes, from the palette's own */
async function* paletteOpacity(picture: PngPicture): AsyncGenerator<Uint8Array, void> {
  const { width, bits, transparency } = picture;
  const ofIndex = Uint8Array.from({ length: 256 }, (_, index) => transparency[index] ?? 255);
  const perByte = 8 / bits;
  const mask = 2 ** bits - 1;
  const opacity = new Uint8Array(width);
  for await (const row of plainRows(picture)) {
    for (let x = 0; x < width; x++) {
      const packed = row[1 + Math.floor(x / perByte)] ?? 0;
      opacity[x] = ofIndex[(packed >> (8 - bits * ((x % perByte) + 1))) & mask] ?? 255;
    }
    yield opacity;
  }
}
