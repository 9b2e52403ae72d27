/**
 * How the rows of a PNG are laid down. A row is a filter byte and its samples.
 * @see PNG (Third Edition), 7.2 (scanlines), 8.1 (Adam7)
 */
import type { PngPicture } from "../model/picture.js";

/** What of a PNG decides how its rows are laid down. */
export type PngShape = Pick<PngPicture, "width" | "height" | "bits" | "colors" | "hasAlpha" | "isInterlaced">;

/** A reduced picture, of every so-manieth pixel; of a picture that is not interlaced, the whole. */
export interface Pass {
  readonly left: number;
  readonly top: number;
  readonly stepX: number;
  readonly stepY: number;
  /** pixels in a row, and rows; a pass without either is not listed */
  readonly width: number;
  readonly height: number;
  /** bytes of a row, its filter byte among them */
  readonly stride: number;
  /** bytes of all passes before it */
  readonly start: number;
}

/** Adam7: first column and row of each pass, and its steps. */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

const WHOLE = [[0, 0, 1, 1]] as const;

/** @returns the passes that have pixels, in the order of the file */
export function passesOf(shape: PngShape): readonly Pass[] {
  const passes: Pass[] = [];
  let start = 0;
  for (const [left, top, stepX, stepY] of shape.isInterlaced ? ADAM7 : WHOLE) {
    const width = Math.ceil((shape.width - left) / stepX);
    const height = Math.ceil((shape.height - top) / stepY);
    if (width <= 0 || height <= 0) continue;
    const stride = rowBytes(shape, width);
    passes.push({ left, top, stepX, stepY, width, height, stride, start });
    start += stride * height;
  }
  return passes;
}

/** @returns bytes of a row of so many pixels, its filter byte among them */
export const rowBytes = (shape: PngShape, width: number): number =>
  1 + Math.ceil((width * bitsPerPixel(shape)) / 8);

export const samplesPerPixel = ({ colors, hasAlpha }: PngShape): number =>
  (colors === "rgb" ? 3 : 1) + (hasAlpha ? 1 : 0);

export const bitsPerPixel = (shape: PngShape): number => shape.bits * samplesPerPixel(shape);

/** What filters call the distance to the pixel on the left: whole bytes, one at least (PNG, 9.2). */
export const pixelBytes = (shape: PngShape): number => Math.max(1, bitsPerPixel(shape) / 8);
