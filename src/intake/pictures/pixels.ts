/** Pixels in memory: set upright, made fewer by whole steps, read out of a PNG row by row. */
import type { Orientation, PngPicture } from "../../model/picture.js";
import { TURNS } from "../../pictures/exif.js";
import { plainRows } from "../../pictures/whole-rows.js";

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** red, green, blue, opacity: four bytes a pixel, by rows */
  readonly data: Uint8Array;
}

export const hasAlpha = ({ data }: Pixels): boolean => {
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return true;
  return false;
};

/** @returns the picture as it stands upright */
export function turned({ width, height, data }: Pixels, orientation: Orientation): Pixels {
  if (orientation === 1) return { width, height, data };
  const { mirrored, degrees } = TURNS[orientation];
  const isOnSide = degrees === 90 || degrees === 270;
  const [newWidth, newHeight] = isOnSide ? [height, width] : [width, height];
  const from = words(data);
  const to = new Uint32Array(from.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [left, top] = [
        mirrored === "across" ? width - 1 - x : x,
        mirrored === "down" ? height - 1 - y : y,
      ];
      const target =
        degrees === 90
          ? left * newWidth + (height - 1 - top)
          : degrees === 180
            ? (height - 1 - top) * newWidth + (width - 1 - left)
            : degrees === 270
              ? (width - 1 - left) * newWidth + top
              : top * newWidth + left;
      to[target] = from[y * width + x] ?? 0;
    }
  }
  return { width: newWidth, height: newHeight, data: new Uint8Array(to.buffer) };
}

const words = (data: Uint8Array): Uint32Array =>
  data.byteOffset % 4 === 0
    ? new Uint32Array(data.buffer, data.byteOffset, data.byteLength / 4)
    : new Uint32Array(data.slice().buffer);

/** How large a picture becomes that is made smaller. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

interface Reducer {
  readonly add: (row: Uint8Array) => void;
  readonly end: () => Pixels;
}

/**
 * Takes rows of RGBA and gives the mean of what each pixel of the smaller picture covers, parts of pixels by
 * their area: row by row, so that no size needs more memory than the outcome. @jsquash/resize takes eighty bytes a
 * pixel, a gigabyte for the photo of a phone.
 */
function reducer({ width, height }: Size, to: Size): Reducer {
  const data = new Uint8Array(to.width * to.height * 4);
  const [across, down] = [width / to.width, height / to.height];
  const line = new Float64Array(to.width * 4);
  const sums = new Float64Array(to.width * 4);
  let [y, made] = [0, 0];
  const addSums = (weight: number) => {
    for (let at = 0; at < line.length; at += 1) sums[at] = (sums[at] ?? 0) + (line[at] ?? 0) * weight;
  };
  const flush = () => {
    const start = made * to.width * 4;
    for (let at = 0; at < sums.length; at += 4) {
      const alpha = sums[at + 3] ?? 0;
      for (let part = 0; part < 3; part += 1)
        data[start + at + part] = alpha === 0 ? 0 : Math.round((sums[at + part] ?? 0) / alpha);
      data[start + at + 3] = Math.round(alpha / (across * down));
    }
    sums.fill(0);
    made += 1;
  };
  return {
    add(row) {
      addAcross(row, line, across);
      const bottom = Math.min((made + 1) * down, height);
      y += 1;
      // A row over the edge of two counts for each by what lies in it.
      const over = made + 1 < to.height ? Math.max(0, y - bottom) : 0;
      addSums(1 - over);
      if (y < bottom && y < height) return;
      flush();
      if (over > 0) addSums(over);
    },
    end: () => ({ ...to, data }),
  };
}

/** Colours are counted by their opacity: those of clear pixels are not seen. */
function addAcross(row: Uint8Array, line: Float64Array, across: number): void {
  line.fill(0);
  const last = line.length / 4 - 1;
  for (let x = 0; 4 * x < row.length; x += 1) {
    const first = Math.min(last, Math.floor(x / across));
    const edge = (first + 1) * across;
    const over = first < last ? Math.max(0, x + 1 - edge) : 0;
    addPixel(row, 4 * x, line, 4 * first, 1 - over);
    if (over > 0) addPixel(row, 4 * x, line, 4 * first + 4, over);
  }
}

// Five numbers and no object: called for every pixel.
function addPixel(row: Uint8Array, from: number, line: Float64Array, to: number, weight: number): void {
  const alpha = (row[from + 3] ?? 0) * weight;
  line[to] = (line[to] ?? 0) + (row[from] ?? 0) * alpha;
  line[to + 1] = (line[to + 1] ?? 0) + (row[from + 1] ?? 0) * alpha;
  line[to + 2] = (line[to + 2] ?? 0) + (row[from + 2] ?? 0) * alpha;
  line[to + 3] = (line[to + 3] ?? 0) + alpha;
}

/** @param to no larger than the picture */
export function reduced(pixels: Pixels, to: Size): Pixels {
  const { width, height, data } = pixels;
  if (to.width === width && to.height === height) return pixels;
  const rows = reducer(pixels, to);
  for (let y = 0; y < height; y += 1) rows.add(data.subarray(4 * y * width, 4 * (y + 1) * width));
  return rows.end();
}

/** @throws PixelFault where find-pixel-fault.ts would not let it pass */
export async function pixelsOfPng(picture: PngPicture, to: Size): Promise<Pixels> {
  const rows = reducer(picture, to);
  const rgba = new Uint8Array(4 * picture.width);
  const spread = rowSpreader(picture, rgba);
  for await (const row of plainRows(picture)) {
    spread(row);
    rows.add(rgba);
  }
  return rows.end();
}

function rowSpreader(picture: PngPicture, rgba: Uint8Array): (row: Uint8Array) => void {
  const { width, bits, colors, hasAlpha, palette, transparency } = picture;
  const samples = (colors === "rgb" ? 3 : 1) + (hasAlpha ? 1 : 0);
  const mask = 2 ** Math.min(bits, 8) - 1;
  const sampleAt = (row: Uint8Array, index: number): number => {
    if (bits === 16) return row[1 + 2 * index] ?? 0;
    if (bits === 8) return row[1 + index] ?? 0;
    const perByte = 8 / bits;
    return ((row[1 + Math.floor(index / perByte)] ?? 0) >> (8 - bits * ((index % perByte) + 1))) & mask;
  };
  const isClear = clearColor(picture);
  return (row) => {
    for (let x = 0; x < width; x += 1) {
      const first = sampleAt(row, samples * x);
      if (colors === "palette") {
        rgba.set(palette.subarray(3 * first, 3 * first + 3), 4 * x);
        rgba[4 * x + 3] = transparency[first] ?? 255;
        continue;
      }
      const scale = colors === "gray" ? 255 / mask : 1;
      const [red, green, blue] =
        colors === "gray"
          ? [first * scale, first * scale, first * scale]
          : [first, sampleAt(row, samples * x + 1), sampleAt(row, samples * x + 2)];
      rgba[4 * x] = red ?? 0;
      rgba[4 * x + 1] = green ?? 0;
      rgba[4 * x + 2] = blue ?? 0;
      rgba[4 * x + 3] = hasAlpha ? sampleAt(row, samples * x + samples - 1) : isClear(row, x) ? 0 : 255;
    }
  };
}

/** @returns whether a pixel is the one colour that tRNS calls transparent, compared in all its bits */
function clearColor({ bits, colors, transparency }: PngPicture): (row: Uint8Array, x: number) => boolean {
  if (colors === "palette" || transparency.length === 0) return () => false;
  const samples = colors === "rgb" ? 3 : 1;
  const wanted = Array.from(
    { length: samples },
    (_, index) => ((transparency[2 * index] ?? 0) << 8) | (transparency[2 * index + 1] ?? 0),
  );
  const valueAt = (row: Uint8Array, index: number): number => {
    if (bits === 16) return ((row[1 + 2 * index] ?? 0) << 8) | (row[2 + 2 * index] ?? 0);
    if (bits === 8) return row[1 + index] ?? 0;
    const perByte = 8 / bits;
    const shift = 8 - bits * ((index % perByte) + 1);
    return ((row[1 + Math.floor(index / perByte)] ?? 0) >> shift) & (2 ** bits - 1);
  };
  return (row, x) => wanted.every((value, part) => valueAt(row, samples * x + part) === value);
}
