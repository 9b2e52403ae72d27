/**
 * A picture as it may leave the house: its pixels bit by bit, its colour profile, and which way up it
 * stands; nothing of how it was made. Position, camera, names, dates, comments, thumbnails, edits, and
 * whatever stands behind the picture's end (the film of a motion photo) stay behind, known or not: what is
 * kept is listed, not what is taken away.
 *
 * Which way up stays in Exif of its own (JPEG's APP1, PNG's eXIf): browsers set a picture upright by it, and
 * so does whoever takes it out of the web page or the Word document. The Word document and the PDF turn it
 * by their own means besides; neither Word nor LibreOffice looks at Exif in a document.
 */
import { crc32 } from "node:zlib";
import { EXIF_MARK, type Orientation, orientationAlone, orientationOf } from "./exif.js";
import {
  dataOf,
  isForApplications,
  JPEG_APP0,
  JPEG_APP1,
  JPEG_APP2,
  JPEG_APP14,
  type JpegPart,
  type JpegSegment,
  joinBytes,
  readJpegParts,
  startsWithText,
  writeJpeg,
} from "./jpeg-parts.js";
import { exifOfJpeg, exifOfPng } from "./picture-facts.js";
import { isPng, readPngChunks } from "./png-chunks.js";

/**
 * @param bytes a whole file that picture-facts.ts calls readable
 * @returns the picture alone; undefined where the file breaks off before the picture's end
 */
export function cleanPicture(bytes: Uint8Array): Uint8Array | undefined {
  return isPng(bytes) ? cleanPng(bytes) : cleanJpeg(bytes);
}

function cleanJpeg(bytes: Uint8Array): Uint8Array | undefined {
  const jpeg = readJpegParts(bytes);
  if (!jpeg.isWhole) return undefined;
  const orientation = orientationOf(exifOfJpeg(bytes, jpeg));
  const pieces = jpeg.parts.flatMap((part) => cleanPart(bytes, part));
  // Exif comes behind JFIF, which wants to be first.
  const [first] = jpeg.parts;
  const place = first?.kind === "segment" && isJfif(bytes, first) ? 1 : 0;
  return writeJpeg(bytes, [...pieces.slice(0, place), ...exifSegment(orientation), ...pieces.slice(place)]);
}

function cleanPart(bytes: Uint8Array, part: JpegPart): readonly Uint8Array[] {
  const whole = bytes.subarray(part.start, part.end);
  if (part.kind === "scan" || !isForApplications(part.marker)) return [whole];
  if (isJfif(bytes, part)) return [withoutThumbnail(whole)];
  const data = dataOf(bytes, part);
  const isKept =
    (part.marker === JPEG_APP2 && startsWithText(data, "ICC_PROFILE\0")) ||
    (part.marker === JPEG_APP14 && startsWithText(data, "Adobe"));
  return isKept ? [whole] : [];
}

const isJfif = (bytes: Uint8Array, segment: JpegSegment): boolean =>
  segment.marker === JPEG_APP0 && startsWithText(dataOf(bytes, segment), "JFIF\0");

/** Marker, length, name, version, unit, two densities; then the size of a thumbnail, and it (JFIF 1.02). */
const JFIF_BYTES = 18;

function withoutThumbnail(segment: Uint8Array): Uint8Array {
  const head = segment.slice(0, JFIF_BYTES);
  if (head.length < JFIF_BYTES) return head;
  head.set([0, JFIF_BYTES - 2], 2);
  head.set([0, 0], JFIF_BYTES - 2);
  return head;
}

function exifSegment(orientation: Orientation): readonly Uint8Array[] {
  if (orientation === 1) return [];
  const exif = orientationAlone(orientation);
  const length = 2 + EXIF_MARK.length + exif.length;
  return [Uint8Array.of(0xff, JPEG_APP1, length >> 8, length & 0xff), bytesOf(EXIF_MARK), exif];
}

/**
 * Header, colours, transparency, data, and how colours are meant. No second pictures of an animation: the
 * printed editions show the first alone.
 */
const KEPT_CHUNKS: ReadonlySet<string> = new Set([
  ...["IHDR", "PLTE", "tRNS", "IDAT", "IEND"],
  ...["gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV", "cLLI", "sBIT", "bKGD", "pHYs"],
]);

function cleanPng(bytes: Uint8Array): Uint8Array | undefined {
  const png = readPngChunks(bytes);
  if (!png.isWhole) return undefined;
  const orientation = orientationOf(exifOfPng(png));
  const kept = png.chunks.filter(({ type }) => KEPT_CHUNKS.has(type));
  const [head, ...rest] = kept.map(({ start, end }) => bytes.subarray(start, end));
  const exif = orientation === 1 ? [] : [pngChunk("eXIf", orientationAlone(orientation))];
  return joinBytes([bytes.subarray(0, 8), ...(head === undefined ? [] : [head]), ...exif, ...rest]);
}

function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const named = joinBytes([bytesOf(type), data]);
  const [length, sum] = [new Uint8Array(4), new Uint8Array(4)];
  new DataView(length.buffer).setUint32(0, data.length);
  new DataView(sum.buffer).setUint32(0, crc32(named));
  return joinBytes([length, named, sum]);
}

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
