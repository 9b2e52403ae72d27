/**
 * Small pictures of every kind, made here: PNG by its own rules, JPEG from a file with segments put
 * in. Pixels count up, so that a wrong one shows.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { crc32, deflateSync } from "node:zlib";

export interface PngOptions {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  /** 0 gray, 2 RGB, 3 palette, 4 gray and alpha, 6 RGB and alpha */
  readonly colorType: 0 | 2 | 3 | 4 | 6;
  readonly interlaced?: boolean;
  readonly transparency?: readonly number[];
  /** false: as many bytes as there are samples */
  readonly packed?: boolean;
}

const COMPONENTS = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Value of a byte or a small sample: differs between neighbours, rows and components. */
export const sampleAt = (x: number, y: number, component: number): number =>
  (x * 37 + y * 101 + component * 59 + 11) & 0xff;

export function makePng(options: PngOptions): Uint8Array {
  const { width, height, bits, colorType, interlaced = false, transparency, packed = true } = options;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([bits, colorType, 0, 0, interlaced ? 1 : 0], 8);
  const colors = Array.from({ length: 2 ** Math.min(bits, 8) * 3 }, (_, index) => (index * 5) & 0xff);
  const passes = interlaced ? ADAM7 : [{ left: 0, top: 0, stepX: 1, stepY: 1 }];
  const rows = passes.flatMap((pass) => rowsOf(options, pass));
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1A\n", "latin1"),
    chunk("IHDR", head),
    ...(colorType === 3 ? [chunk("PLTE", Buffer.from(colors))] : []),
    ...(transparency === undefined ? [] : [chunk("tRNS", Buffer.from(transparency))]),
    chunk("IDAT", deflateSync(Buffer.concat(rows), packed ? {} : { level: 0 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

interface Pass {
  readonly left: number;
  readonly top: number;
  readonly stepX: number;
  readonly stepY: number;
}

const ADAM7: readonly Pass[] = [
  { left: 0, top: 0, stepX: 8, stepY: 8 },
  { left: 4, top: 0, stepX: 8, stepY: 8 },
  { left: 0, top: 4, stepX: 4, stepY: 8 },
  { left: 2, top: 0, stepX: 4, stepY: 4 },
  { left: 0, top: 2, stepX: 2, stepY: 4 },
  { left: 1, top: 0, stepX: 2, stepY: 2 },
  { left: 0, top: 1, stepX: 1, stepY: 2 },
];

function rowsOf(options: PngOptions, { left, top, stepX, stepY }: Pass): Buffer[] {
  const rows: Buffer[] = [];
  let above: Buffer | undefined;
  for (let y = top; y < options.height; y += stepY) {
    const columns: number[] = [];
    for (let x = left; x < options.width; x += stepX) columns.push(x);
    if (columns.length === 0) continue;
    const row = packRow(options, columns, y);
    rows.push(filterRow(row, { above, pixelBytes: pixelBytesOf(options), filter: rows.length % 5 }));
    above = row;
  }
  return rows;
}

export const pixelBytesOf = ({ bits, colorType }: PngOptions): number =>
  Math.max(1, (bits * COMPONENTS[colorType]) / 8);

/** A row of samples before filtering. */
export function packRow({ bits, colorType }: PngOptions, columns: readonly number[], y: number): Buffer {
  const components = COMPONENTS[colorType];
  if (bits < 8) {
    const row = Buffer.alloc(Math.ceil((columns.length * bits) / 8));
    columns.forEach((x, index) => {
      const value = sampleAt(x, y, 0) & (2 ** bits - 1);
      const bit = index * bits;
      row[bit >> 3] = (row[bit >> 3] ?? 0) | (value << (8 - bits - (bit & 7)));
    });
    return row;
  }
  const bytes = columns.flatMap((x) =>
    Array.from({ length: components * (bits / 8) }, (_, component) => sampleAt(x, y, component)),
  );
  return Buffer.from(bytes);
}

interface FilterOptions {
  readonly above: Buffer | undefined;
  readonly pixelBytes: number;
  readonly filter: number;
}

function filterRow(row: Buffer, { above, pixelBytes, filter }: FilterOptions): Buffer {
  const out = Buffer.alloc(row.length + 1);
  out[0] = filter;
  for (let place = 0; place < row.length; place++) {
    const a = place >= pixelBytes ? (row[place - pixelBytes] ?? 0) : 0;
    const b = above?.[place] ?? 0;
    const c = place >= pixelBytes ? (above?.[place - pixelBytes] ?? 0) : 0;
    const guess = [0, a, b, (a + b) >> 1, paeth(a, b, c)][filter] ?? 0;
    out[place + 1] = ((row[place] ?? 0) - guess) & 0xff;
  }
  return out;
}

function paeth(a: number, b: number, c: number): number {
  const distances = [a, b, c].map((value) => Math.abs(a + b - c - value));
  const least = Math.min(...distances);
  return [a, b, c][distances.indexOf(least)] ?? 0;
}

function chunk(name: string, body: Buffer): Buffer {
  const out = Buffer.alloc(body.length + 12);
  out.writeUInt32BE(body.length, 0);
  out.write(name, 4, "latin1");
  body.copy(out, 8);
  out.writeUInt32BE(crc32(out.subarray(4, body.length + 8)), body.length + 8);
  return out;
}

export const jpegFile = (name: "color" | "gray" | "inks"): Buffer =>
  readFileSync(resolve(`test/pdf/data/${name}.jpg`));

/** A JPEG whose camera says how it was held, and where. */
export function turnedJpeg(orientation: number): Buffer {
  const file = jpegFile("color");
  const tiff = Buffer.alloc(26);
  tiff.write("MM\0*", 0, "latin1");
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  const body = Buffer.concat([
    Buffer.from("Exif\0\0", "latin1"),
    tiff,
    Buffer.from("31.2304N 121.4737E", "latin1"),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt16BE(0xffe1, 0);
  length.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([file.subarray(0, 2), length, body, file.subarray(2)]);
}
