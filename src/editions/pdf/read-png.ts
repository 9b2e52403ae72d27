/**
 * A PNG as PDF takes it. PDF knows PNG's own compression and row filters, so the data go over as
 * they are where they can; alpha channels become pictures of their own, and interlaced rows are put
 * in order first (png-rows.ts). Samples are taken as sRGB.
 * @see PNG (Third Edition), clauses 9 and 11; ISO 32000-1, 7.4.4.4 (predictors)
 */
import { inflateSync, constants as zlib } from "node:zlib";
import { EnvironmentError } from "../../diagnostics/diagnostic.js";
import { type Orientation, orientationOf } from "../../pictures/exif.js";
import { exifOfPng } from "../../pictures/picture-facts.js";
import { chunkData, type PngHeader, pngHeader, readPngChunks } from "../../pictures/png-chunks.js";
import { damagedPicture } from "./damaged-picture.js";
import type { ImageColors, ImageObject } from "./image-object.js";
import type { PdfDictionary } from "./pdf-file.js";
import { deinterlace, paletteOpacity, splitAlpha } from "./png-rows.js";

interface PngParts {
  readonly head: PngHeader;
  readonly palette: Uint8Array;
  readonly transparency: Uint8Array;
  readonly data: Uint8Array;
  readonly orientation: Orientation;
}

const PALETTE = 3;
const GRAY_ALPHA = 4;
const RGB_ALPHA = 6;

/** Components of each colour type, alpha among them, and the bits that they may have (PNG, table 8). */
const KINDS: Readonly<Record<number, { readonly components: number; readonly bits: readonly number[] }>> = {
  0: { components: 1, bits: [1, 2, 4, 8, 16] },
  2: { components: 3, bits: [8, 16] },
  [PALETTE]: { components: 1, bits: [1, 2, 4, 8] },
  [GRAY_ALPHA]: { components: 2, bits: [8, 16] },
  [RGB_ALPHA]: { components: 4, bits: [8, 16] },
};

/** Inflated pixels that are taken apart in memory: 8192 × 8192 with alpha. */
const LARGEST_BYTES = 2 ** 28;

/** A picture with less of its pixels than this is no picture; and a head alone must not cost memory. */
const LEAST_SHARE = 0.5;

export function readPng(bytes: Uint8Array, path: string): ImageObject {
  const parts = readParts(bytes);
  if (parts === undefined || !isSound(parts.head)) throw damagedPicture(path);
  const { head, transparency, orientation } = parts;
  const { width, height, bits, colorType } = head;
  const common = { width, height, bitsPerComponent: bits, colors: colorsOf(parts), orientation };

  const hasAlpha = colorType === GRAY_ALPHA || colorType === RGB_ALPHA;
  const hasPaletteAlpha = colorType === PALETTE && transparency.length > 0;
  if (!hasAlpha && !hasPaletteAlpha && !head.interlaced) {
    const encoding = { Filter: "FlateDecode", ...predictor(head, componentsOf(head)) };
    return { ...common, ...transparentColor(parts), encoding, bytes: parts.data };
  }
  const rows = readRows(parts, path);
  if (hasAlpha) {
    const components = componentsOf(head);
    const { colors, alpha } = splitAlpha(head, rows, components);
    return {
      ...common,
      encoding: predictor(head, components - 1),
      bytes: colors,
      opacity: { bitsPerComponent: bits, encoding: predictor(head, 1), bytes: alpha },
    };
  }
  const encoding = predictor(head, componentsOf(head));
  if (!hasPaletteAlpha) return { ...common, ...transparentColor(parts), encoding, bytes: rows };
  const opacity = { bitsPerComponent: 8, encoding: {}, bytes: paletteOpacity(head, rows, transparency) };
  return { ...common, encoding, bytes: rows, opacity };
}

const isSound = ({ width, height, bits, colorType }: PngHeader): boolean =>
  width > 0 && height > 0 && KINDS[colorType]?.bits.includes(bits) === true;

const componentsOf = ({ colorType }: PngHeader): number => KINDS[colorType]?.components ?? 0;

/** Predictor 15: every row names its own filter, as in PNG. */
const predictor = ({ width, bits }: PngHeader, components: number): PdfDictionary => ({
  DecodeParms: { Predictor: 15, Colors: components, BitsPerComponent: bits, Columns: width },
});

function colorsOf({ head, palette }: PngParts): ImageColors {
  // Colours that no sample can name would be one too many for PDF.
  if (head.colorType === PALETTE) return { kind: "palette", colors: palette.subarray(0, 3 * 2 ** head.bits) };
  return { kind: head.colorType === 0 || head.colorType === GRAY_ALPHA ? "gray" : "rgb" };
}

/** One colour that is wholly transparent, two bytes a component (PNG, 11.3.1.1). */
function transparentColor({ head, transparency }: PngParts): { transparentColor?: readonly number[] } {
  if (head.colorType === PALETTE || transparency.length < componentsOf(head) * 2) return {};
  const samples: number[] = [];
  for (let index = 0; index < componentsOf(head); index++) {
    const sample = ((transparency[index * 2] ?? 0) << 8) | (transparency[index * 2 + 1] ?? 0);
    samples.push(sample, sample);
  }
  return { transparentColor: samples };
}

/** @returns filtered rows from top to bottom; rows that the file lacks are zeros */
function readRows({ head, data }: PngParts, path: string): Uint8Array {
  const bitsPerPixel = head.bits * componentsOf(head);
  const size = head.height * (1 + Math.ceil((head.width * bitsPerPixel) / 8));
  // Interlaced rows are at most a filter byte and a rounded byte more, eight times the height.
  const limit = size + head.height * 16 + 64;
  if (limit > LARGEST_BYTES) throw damagedPicture(path);
  try {
    const inflated = inflateSync(data, { finishFlush: zlib.Z_SYNC_FLUSH, maxOutputLength: limit });
    if (inflated.length < size * LEAST_SHARE) throw damagedPicture(path);
    if (head.interlaced) return deinterlace(head, inflated, bitsPerPixel);
    const rows = new Uint8Array(size);
    rows.set(inflated.subarray(0, size));
    return rows;
  } catch (cause) {
    throw cause instanceof EnvironmentError ? cause : damagedPicture(path, cause);
  }
}

function readParts(bytes: Uint8Array): PngParts | undefined {
  const png = readPngChunks(bytes);
  const head = pngHeader(png);
  const palette = chunkData(png, "PLTE") ?? new Uint8Array();
  const data = png.chunks.flatMap((chunk) => (chunk.type === "IDAT" ? [chunk.data] : []));
  if (head === undefined || data.length === 0) return undefined;
  if (head.colorType === PALETTE && (palette.length < 3 || palette.length % 3 !== 0)) return undefined;
  const transparency = chunkData(png, "tRNS") ?? new Uint8Array();
  const orientation = orientationOf(exifOfPng(png));
  return { head, palette, transparency, data: Buffer.concat(data), orientation };
}
