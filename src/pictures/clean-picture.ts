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
import type { Orientation, Picture, PictureFault, PngPicture } from "../model/picture.js";
import { EXIF_MARK, orientationAlone } from "./exif.js";
import { joinBytes } from "./join-bytes.js";
import {
  dataOf,
  isForApplications,
  JPEG_APP0,
  JPEG_APP1,
  JPEG_APP2,
  type JpegPart,
  type JpegSegment,
  startsWithText,
  writeJpeg,
} from "./jpeg-parts.js";
import { isPng, PNG_SIGNATURE, type PngChunk, pngChunk } from "./png-chunks.js";
import { isAdobeMark, type JpegReading, readJpeg } from "./read-jpeg.js";
import { type PngReading, readPng } from "./read-png.js";

/** @param bytes a whole file that picture-facts.ts calls readable @returns the picture alone */
export function cleanPicture(bytes: Uint8Array): Picture | PictureFault {
  const reading = isPng(bytes) ? readPng(bytes) : readJpeg(bytes);
  if (typeof reading === "string") return reading;
  const pieces = "chunks" in reading ? piecesOfPng(reading) : piecesOfJpeg(reading);
  // Nothing is copied, and nothing read again, where nothing is to be taken away.
  if (isAll(pieces, bytes)) return reading.picture;
  const clean = joinBytes(pieces);
  const again = isPng(clean) ? readPng(clean) : readJpeg(clean);
  return typeof again === "string" ? again : again.picture;
}

function isAll(pieces: readonly Uint8Array[], bytes: Uint8Array): boolean {
  let at = 0;
  for (const piece of pieces) {
    const isNext = piece.buffer === bytes.buffer && piece.byteOffset === bytes.byteOffset + at;
    if (!isNext && !isSame(piece, bytes.subarray(at, at + piece.length))) return false;
    at += piece.length;
  }
  return at === bytes.length;
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);

function piecesOfJpeg({ picture: { bytes, orientation }, parts }: JpegReading): readonly Uint8Array[] {
  const pieces = parts.flatMap((part) => cleanPart(bytes, part));
  // Exif comes behind JFIF, which wants to be first.
  const [first] = parts;
  const place = first?.kind === "segment" && isJfif(bytes, first) ? 1 : 0;
  return writeJpeg(bytes, [...pieces.slice(0, place), ...exifSegment(orientation), ...pieces.slice(place)]);
}

function cleanPart(bytes: Uint8Array, part: JpegPart): readonly Uint8Array[] {
  const whole = bytes.subarray(part.start, part.end);
  if (part.kind === "scan" || !isForApplications(part.marker)) return [whole];
  if (isJfif(bytes, part)) return [withoutThumbnail(whole)];
  const isProfile = part.marker === JPEG_APP2 && startsWithText(dataOf(bytes, part), "ICC_PROFILE\0");
  return isProfile || isAdobeMark(bytes, part) ? [whole] : [];
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
  return [
    Uint8Array.of(0xff, JPEG_APP1, length >> 8, length & 0xff),
    Uint8Array.from(EXIF_MARK, (character) => character.charCodeAt(0)),
    exif,
  ];
}

/**
 * Header, colours, transparency, data, and how colours are meant. No second pictures of an animation: the
 * printed editions show the first alone.
 */
const KEPT_CHUNKS: ReadonlySet<string> = new Set([
  ...["IHDR", "PLTE", "tRNS", "IDAT", "IEND"],
  ...["gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV", "cLLI", "sBIT", "bKGD", "pHYs"],
]);

function piecesOfPng({ picture, chunks }: PngReading): readonly Uint8Array[] {
  const kept = chunks.filter((chunk) => isKept(chunk, picture));
  const [head, ...rest] = kept.map(({ start, end }) => picture.bytes.subarray(start, end));
  const { orientation } = picture;
  const exif = orientation === 1 ? [] : [pngChunk("eXIf", orientationAlone(orientation))];
  return [PNG_SIGNATURE, ...(head === undefined ? [] : [head]), ...exif, ...rest];
}

/** What a decoder would pass over is left out, so that all decoders show the same. */
function isKept({ type, data, isIntact }: PngChunk, picture: PngPicture): boolean {
  if (type === "IDAT") return picture.data.includes(data);
  if (type === "tRNS") return data === picture.transparency;
  return isIntact && KEPT_CHUNKS.has(type);
}
