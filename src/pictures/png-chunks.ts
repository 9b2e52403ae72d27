/**
 * A PNG as its chunks.
 * @see PNG (Third Edition), 5.3 (chunk layout), 11.2 (critical chunks)
 */
export interface PngChunk {
  readonly type: string;
  /** from the length to the end of the checksum; what the file lacks is cut off */
  readonly start: number;
  readonly end: number;
  readonly data: Uint8Array;
}

export interface PngChunks {
  readonly chunks: readonly PngChunk[];
  /** true where they lead to IEND; a copy that broke off ends before it */
  readonly isWhole: boolean;
}

export interface PngHeader {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly colorType: number;
  readonly interlaced: boolean;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;

export const isPng = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, index) => bytes[index] === byte);

/** @param bytes a PNG, or its beginning */
export function readPngChunks(bytes: Uint8Array): PngChunks {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: PngChunk[] = [];
  for (let start: number = SIGNATURE.length; start + 8 <= bytes.length; ) {
    const dataEnd = start + 8 + view.getUint32(start);
    const type = String.fromCharCode(...bytes.subarray(start + 4, start + 8));
    const end = Math.min(dataEnd + 4, bytes.length);
    chunks.push({ type, start, end, data: bytes.subarray(start + 8, Math.min(dataEnd, bytes.length)) });
    const isCut = dataEnd + 4 > bytes.length;
    if (type === "IEND" || isCut) return { chunks, isWhole: !isCut };
    start = end;
  }
  return { chunks, isWhole: false };
}

/** @returns the header, which is the first chunk; undefined where that is something else */
export function pngHeader({ chunks: [first] }: PngChunks): PngHeader | undefined {
  if (first?.type !== "IHDR" || first.data.length !== 13) return undefined;
  const { data } = first;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  return {
    width: view.getUint32(0),
    height: view.getUint32(4),
    bits: view.getUint8(8),
    colorType: view.getUint8(9),
    interlaced: view.getUint8(12) === 1,
  };
}

/** @returns the data of the first chunk of a type */
export const chunkData = ({ chunks }: PngChunks, type: string): Uint8Array | undefined =>
  chunks.find((chunk) => chunk.type === type)?.data;
