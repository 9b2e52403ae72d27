/** Pictures made by hand, byte by byte: sound ones, and ones that lie. */
import { crc32, deflateSync } from "node:zlib";

export interface PngOptions {
  readonly width?: number;
  readonly height?: number;
  readonly depth?: number;
  /** 0 grey, 2 colour, 3 palette, 4 grey with alpha, 6 colour with alpha */
  readonly colour?: number;
  readonly interlace?: number;
  /** rows with their filter bytes; all zero where left out */
  readonly data?: Uint8Array;
  /** chunks before the data */
  readonly before?: readonly Uint8Array[];
  /** data already packed */
  readonly packed?: Uint8Array;
  readonly end?: boolean;
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

export function png(options: PngOptions = {}): Uint8Array {
  const { width = 8, height = 8, depth = 8, colour = 2, interlace = 0, end = true } = options;
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  head.set([depth, colour, 0, 0, interlace], 8);
  const row = 1 + Math.ceil((width * depth * (SAMPLES[colour] ?? 3)) / 8);
  const packed = options.packed ?? deflateSync(options.data ?? new Uint8Array(row * height));
  return joined([
    SIGNATURE,
    chunk("IHDR", head),
    ...(options.before ?? []),
    chunk("IDAT", packed),
    ...(end ? [chunk("IEND", new Uint8Array())] : []),
  ]);
}

export interface ChunkLies {
  readonly length?: number;
  readonly sum?: number;
}

/** @param lies what the chunk says of itself against the truth */
export function chunk(type: string, data: Uint8Array, lies: ChunkLies = {}): Uint8Array {
  const named = joined([new TextEncoder().encode(type), data]);
  return joined([bigEndian(lies.length ?? data.length), named, bigEndian(lies.sum ?? crc32(named))]);
}

/** A JPEG with the segments given between start and end of image. */
export const jpeg = (...segments: readonly Uint8Array[]): Uint8Array =>
  joined([Uint8Array.of(0xff, 0xd8), ...segments, Uint8Array.of(0xff, 0xd9)]);

/** @param length what the segment says of its length */
export function segment(marker: number, data: Uint8Array, length = data.length + 2): Uint8Array {
  return joined([Uint8Array.of(0xff, marker, (length >> 8) & 0xff, length & 0xff), data]);
}

/** Start of frame: baseline where the marker is C0. */
export function frame(
  width: number,
  height: number,
  { marker = 0xc0, parts = 3, depth = 8 } = {},
): Uint8Array {
  const table = Array.from({ length: parts }, (_, index) => [index + 1, 0x11, 0]).flat();
  return segment(
    marker,
    Uint8Array.of(depth, height >> 8, height & 0xff, width >> 8, width & 0xff, parts, ...table),
  );
}

export const text = (value: string): Uint8Array => new TextEncoder().encode(value);

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function bigEndian(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}
