/**
 * Rows of PNG pixels taken apart and put in order. A row is a filter byte and its samples.
 * @see PNG (Third Edition), clauses 8 (interlacing) and 9 (filtering)
 */
import type { PngHeader } from "../../pictures/png-chunks.js";

/** Adam7: first column and row of each pass, and its steps (PNG, 8.1). */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/**
 * Divides colours from alpha without undoing the filters: a filtered byte depends on bytes of its
 * own component alone, so each half stays validly filtered.
 */
export function splitAlpha(
  { width, height, bits }: PngHeader,
  rows: Uint8Array,
  components: number,
): { readonly colors: Uint8Array; readonly alpha: Uint8Array } {
  const sample = bits / 8;
  const colorBytes = sample * (components - 1);
  const colors = new Uint8Array(height * (1 + width * colorBytes));
  const alpha = new Uint8Array(height * (1 + width * sample));
  let from = 0;
  let toColors = 0;
  let toAlpha = 0;
  for (let y = 0; y < height; y++) {
    const filter = rows[from++] ?? 0;
    colors[toColors++] = filter;
    alpha[toAlpha++] = filter;
    for (let x = 0; x < width; x++) {
      for (let byte = 0; byte < colorBytes; byte++) colors[toColors++] = rows[from++] ?? 0;
      for (let byte = 0; byte < sample; byte++) alpha[toAlpha++] = rows[from++] ?? 0;
    }
  }
  return { colors, alpha };
}

/** @returns one byte of opacity a pixel, from the palette's own (PNG, 11.3.1.1) */
export function paletteOpacity(
  { width, height, bits }: PngHeader,
  rows: Uint8Array,
  transparency: Uint8Array,
): Uint8Array {
  const stride = 1 + Math.ceil((width * bits) / 8);
  const plain = unfilter(rows.slice(), { stride, pixelBytes: 1 });
  const opacity = new Uint8Array(width * height);
  const perByte = 8 / bits;
  const mask = 2 ** bits - 1;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const packed = plain[y * stride + 1 + Math.floor(x / perByte)] ?? 0;
      const index = (packed >> (8 - bits * ((x % perByte) + 1))) & mask;
      opacity[y * width + x] = transparency[index] ?? 255;
    }
  }
  return opacity;
}

/** @returns whole rows from top to bottom, unfiltered */
export function deinterlace(
  { width, height }: PngHeader,
  inflated: Uint8Array,
  bitsPerPixel: number,
): Uint8Array {
  const stride = 1 + Math.ceil((width * bitsPerPixel) / 8);
  const rows = new Uint8Array(height * stride);
  const pixelBytes = Math.max(1, bitsPerPixel / 8);
  let start = 0;
  for (const [left, top, stepX, stepY] of PASSES) {
    const passWidth = Math.ceil((width - left) / stepX);
    const passHeight = Math.ceil((height - top) / stepY);
    if (passWidth <= 0 || passHeight <= 0) continue;
    const passStride = 1 + Math.ceil((passWidth * bitsPerPixel) / 8);
    const pass = new Uint8Array(passStride * passHeight);
    pass.set(inflated.subarray(start, start + pass.length));
    start += pass.length;
    unfilter(pass, { stride: passStride, pixelBytes });
    for (let y = 0; y < passHeight; y++) {
      for (let x = 0; x < passWidth; x++) {
        copyPixel({
          source: pass,
          sourceBit: (y * passStride + 1) * 8 + x * bitsPerPixel,
          target: rows,
          targetBit: ((top + y * stepY) * stride + 1) * 8 + (left + x * stepX) * bitsPerPixel,
          bits: bitsPerPixel,
        });
      }
    }
  }
  return rows;
}

interface PixelCopy {
  readonly source: Uint8Array;
  readonly sourceBit: number;
  readonly target: Uint8Array;
  readonly targetBit: number;
  readonly bits: number;
}

/** Pixels are whole bytes, or a power of two of them share one; none crosses a byte. */
function copyPixel({ source, sourceBit, target, targetBit, bits }: PixelCopy): void {
  const from = Math.floor(sourceBit / 8);
  const to = Math.floor(targetBit / 8);
  if (bits >= 8) {
    for (let byte = 0; byte < bits / 8; byte++) target[to + byte] = source[from + byte] ?? 0;
    return;
  }
  const value = ((source[from] ?? 0) >> (8 - bits - (sourceBit % 8))) & (2 ** bits - 1);
  target[to] = (target[to] ?? 0) | (value << (8 - bits - (targetBit % 8)));
}

/** Undoes the filters in place and marks the rows as unfiltered (PNG, 9.2). */
function unfilter(
  rows: Uint8Array,
  { stride, pixelBytes }: { readonly stride: number; readonly pixelBytes: number },
): Uint8Array {
  for (let start = 0; start < rows.length; start += stride) {
    const filter = rows[start] ?? 0;
    rows[start] = 0;
    for (let place = 1; place < stride; place++) {
      const left = place > pixelBytes ? (rows[start + place - pixelBytes] ?? 0) : 0;
      const above = start > 0 ? (rows[start - stride + place] ?? 0) : 0;
      const corner = start > 0 && place > pixelBytes ? (rows[start - stride + place - pixelBytes] ?? 0) : 0;
      rows[start + place] = (rows[start + place] ?? 0) + predict(filter, { left, above, corner });
    }
  }
  return rows;
}

function predict(
  filter: number,
  { left, above, corner }: { readonly left: number; readonly above: number; readonly corner: number },
): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4:
      return paeth(left, above, corner);
    default:
      return 0;
  }
}

function paeth(left: number, above: number, corner: number): number {
  const estimate = left + above - corner;
  const toLeft = Math.abs(estimate - left);
  const toAbove = Math.abs(estimate - above);
  const toCorner = Math.abs(estimate - corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
