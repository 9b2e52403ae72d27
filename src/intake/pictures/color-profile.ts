/**
 * The colour profile of a picture, taken along when it is written anew: photos of today’s phones are of more
 * colours than sRGB, and pale or garish without it.
 * @see ICC.1:2022, B.4 (in JPEG), 7.2.6 (colour space); PNG (Third Edition), 11.3.2.3 (iCCP)
 */
import { unzlibSync, zlibSync } from "fflate";
import { joinBytes } from "../../pictures/join-bytes.js";
import { dataOf, JPEG_APP2, readJpegParts, segmentsOf, startsWithText } from "../../pictures/jpeg-parts.js";
import { pngChunk, readPngChunks } from "../../pictures/png-chunks.js";

const MARK = "ICC_PROFILE\0";
/** Mark, number, how many */
const HEAD_BYTES = MARK.length + 2;
const SEGMENT_BYTES = 65_533 - HEAD_BYTES;
const MAX_PROFILE_BYTES = 1 << 22;

export function profileOfJpeg(bytes: Uint8Array): Uint8Array | undefined {
  const parts = segmentsOf(readJpegParts(bytes))
    .filter(({ marker }) => marker === JPEG_APP2)
    .map((segment) => dataOf(bytes, segment))
    .filter((data) => startsWithText(data, MARK))
    .sort((a, b) => (a[MARK.length] ?? 0) - (b[MARK.length] ?? 0));
  return parts.length === 0 ? undefined : joinBytes(parts.map((data) => data.subarray(HEAD_BYTES)));
}

export function profileOfPng(bytes: Uint8Array): Uint8Array | undefined {
  const data = readPngChunks(bytes).chunks.find(({ type, isIntact }) => type === "iCCP" && isIntact)?.data;
  const end = data?.indexOf(0) ?? -1;
  if (data === undefined || end < 0) return undefined;
  try {
    return unzlibSync(data.subarray(end + 2), { out: new Uint8Array(MAX_PROFILE_BYTES) }).slice();
  } catch {
    return undefined;
  }
}

/** @returns whether it is of the colours that the pixels are of; others make nonsense of them */
export const fitsProfile = (profile: Uint8Array | undefined, space: "RGB " | "GRAY"): profile is Uint8Array =>
  profile !== undefined && profile.length > 128 && startsWithText(profile.subarray(16), space);

/** @param jpeg as the encoder gives it, JFIF first */
export function jpegWithProfile(jpeg: Uint8Array, profile: Uint8Array): Uint8Array {
  const count = Math.ceil(profile.length / SEGMENT_BYTES);
  if (count > 255) return jpeg;
  const segments = Array.from({ length: count }, (_, index) => {
    const data = profile.subarray(index * SEGMENT_BYTES, (index + 1) * SEGMENT_BYTES);
    const length = 2 + HEAD_BYTES + data.length;
    return joinBytes([
      Uint8Array.of(0xff, JPEG_APP2, length >> 8, length & 0xff),
      Uint8Array.from(MARK, (character) => character.charCodeAt(0)),
      Uint8Array.of(index + 1, count),
      data,
    ]);
  });
  const [first] = segmentsOf(readJpegParts(jpeg));
  const place = first?.marker === 0xe0 ? first.end : 2;
  return joinBytes([jpeg.subarray(0, place), ...segments, jpeg.subarray(place)]);
}

export function pngWithProfile(png: Uint8Array, profile: Uint8Array): Uint8Array {
  const name = Uint8Array.from("ICC\0\0", (character) => character.charCodeAt(0));
  const [head] = readPngChunks(png).chunks;
  const place = head?.end ?? 8;
  return joinBytes([
    png.subarray(0, place),
    pngChunk("iCCP", joinBytes([name, zlibSync(profile)])),
    png.subarray(place),
  ]);
}
