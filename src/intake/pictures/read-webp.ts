/**
 * What the chunks of a WebP say before it is decoded: its size, whether it moves, is lossless, has a profile.
 * @see WebP Container Specification (RFC 9649), 2.5 to 2.7
 */
import type { Orientation } from "../../model/picture.js";
import { EXIF_MARK, orientationOf, readExif } from "../../pictures/exif.js";
import { startsWithText } from "../../pictures/jpeg-parts.js";

export interface WebpFacts {
  /** pixels as they are stored */
  readonly width: number;
  readonly height: number;
  readonly isLossless: boolean;
  readonly isAnimated: boolean;
  readonly orientation: Orientation;
  readonly profile: Uint8Array | undefined;
}

export const isWebp = (bytes: Uint8Array): boolean =>
  startsWithText(bytes, "RIFF") && startsWithText(bytes.subarray(8), "WEBP");

/** @returns undefined where it is cut off or damaged */
export function readWebp(bytes: Uint8Array): WebpFacts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || view.getUint32(4, true) + 8 > bytes.length + 1) return undefined;
  const chunks = new Map<string, Uint8Array>();
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at + 4, true);
    const name = String.fromCharCode(...bytes.subarray(at, at + 4));
    if (!chunks.has(name)) chunks.set(name, bytes.subarray(at + 8, at + 8 + length));
    at += 8 + length + (length % 2);
  }
  const size = sizeOf(chunks);
  if (size === undefined || size.width === 0 || size.height === 0) return undefined;
  const exif = chunks.get("EXIF");
  const tiff = exif !== undefined && startsWithText(exif, EXIF_MARK) ? exif.subarray(EXIF_MARK.length) : exif;
  return {
    ...size,
    isLossless: chunks.has("VP8L"),
    isAnimated: chunks.has("ANMF") || chunks.has("ANIM"),
    orientation: orientationOf(tiff === undefined ? undefined : readExif(tiff)),
    profile: chunks.get("ICCP"),
  };
}

function sizeOf(
  chunks: ReadonlyMap<string, Uint8Array>,
): { readonly width: number; readonly height: number } | undefined {
  const lossless = chunks.get("VP8L");
  const lossy = chunks.get("VP8 ");
  if (lossless !== undefined) {
    const bits = littleEndian(lossless, 1, 4);
    return lossless[0] === 0x2f && lossless.length > 5
      ? { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
      : undefined;
  }
  if (lossy !== undefined && lossy.length > 10)
    return { width: littleEndian(lossy, 6, 2) & 0x3fff, height: littleEndian(lossy, 8, 2) & 0x3fff };
  const canvas = chunks.get("VP8X");
  if (canvas === undefined || canvas.length < 10) return undefined;
  return { width: littleEndian(canvas, 4, 3) + 1, height: littleEndian(canvas, 7, 3) + 1 };
}

const littleEndian = (bytes: Uint8Array, at: number, count: number): number =>
  Array.from({ length: count }, (_, index) => (bytes[at + index] ?? 0) << (8 * index)).reduce(
    (a, b) => a | b,
    0,
  );
