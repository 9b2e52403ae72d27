/**
 * A PNG as its chunks: the one place that walks them.
 * @see PNG (Third Edition), 5.3 (chunk layout), 5.5 (CRC)
 */
import { crc32 } from "node:zlib";
import { joinBytes } from "./join-bytes.js";

export interface PngChunk {
  readonly type: string;
  /** from the length to the end of the checksum; what the file lacks is cut off */
  readonly start: number;
  readonly end: number;
  readonly data: Uint8Array;
  /** false where the checksum does not fit, or is cut off */
  readonly isIntact: boolean;
}

export interface PngChunks {
  readonly chunks: readonly PngChunk[];
  /** true where they lead to IEND; a copy that broke off ends before it */
  readonly isWhole: boolean;
}

export const PNG_SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

export const isPng = (bytes: Uint8Array): boolean =>
  PNG_SIGNATURE.every((byte, index) => bytes[index] === byte);

/** @param bytes a PNG, or its beginning */
export function readPngChunks(bytes: Uint8Array): PngChunks {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: PngChunk[] = [];
  for (let start: number = PNG_SIGNATURE.length; start + 8 <= bytes.length; ) {
    const dataEnd = start + 8 + view.getUint32(start);
    const type = String.fromCharCode(...bytes.subarray(start + 4, start + 8));
    const isCut = dataEnd + 4 > bytes.length;
    const end = isCut ? bytes.length : dataEnd + 4;
    const data = bytes.subarray(start + 8, Math.min(dataEnd, bytes.length));
    const isIntact = !isCut && crc32(bytes.subarray(start + 4, dataEnd)) === view.getUint32(dataEnd);
    chunks.push({ type, start, end, data, isIntact });
    if (type === "IEND" || isCut) return { chunks, isWhole: !isCut };
    start = end;
  }
  return { chunks, isWhole: false };
}

/** @returns a chunk with its length and checksum */
export function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const named = joinBytes([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [new Uint8Array(4), new Uint8Array(4)];
  new DataView(length.buffer).setUint32(0, data.length);
  new DataView(sum.buffer).setUint32(0, crc32(named));
  return joinBytes([length, named, sum]);
}
