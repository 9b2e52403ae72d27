/**
 * What the segments of a JPEG say, and whether they say it soundly. Sound is what browsers, Word and viewers
 * of PDF all draw: eight bits, baseline, extended or progressive, with Huffman codes. The compressed pixels
 * are not decoded; a JPEG has no checksums, and damage inside shows as a stain.
 * @see ITU-T T.81, annex B; Adobe Technical Note 5116 (marker APP14); ISO 32000-1, 7.4.8 (DCTDecode)
 */
import type { JpegPicture, PictureFault } from "../model/picture.js";
import { EXIF_MARK, type ExifReader, orientationOf, readExif } from "./exif.js";
import {
  dataOf,
  isForApplications,
  JPEG_APP0,
  JPEG_APP1,
  JPEG_APP14,
  type JpegFrame,
  type JpegPart,
  type JpegSegment,
  jpegFrame,
  readJpegParts,
  segmentsOf,
  startsWithText,
  writeJpeg,
} from "./jpeg-parts.js";
import { isTooLarge } from "./picture-limits.js";

export interface JpegReading {
  readonly picture: JpegPicture;
  readonly exif: ExifReader | undefined;
  readonly parts: readonly JpegPart[];
}

export function readJpeg(bytes: Uint8Array): JpegReading | PictureFault {
  const jpeg = readJpegParts(bytes);
  const frame = jpegFrame(bytes, jpeg);
  const hasScan = jpeg.parts.some(({ kind }) => kind === "scan");
  if (frame === undefined) return jpeg.isWhole || hasScan ? "damaged" : "cut-off";
  const colors = COLORS[frame.components];
  const fault = faultOfFrame(frame);
  if (fault !== undefined) return fault;
  if (colors === undefined) return "jpeg-colors";
  if (!jpeg.isWhole) return "cut-off";
  if (!hasScan) return "damaged";
  const segments = segmentsOf(jpeg);
  const exif = exifOf(bytes, segments);
  const picture: JpegPicture = {
    kind: "jpeg",
    bytes,
    width: frame.width,
    height: frame.height,
    orientation: orientationOf(exif),
    colors,
    hasAdobeMark: segments.some((segment) => isAdobeMark(bytes, segment)),
    data: writeJpeg(
      bytes,
      jpeg.parts
        .filter((part) => part.kind === "scan" || drawsPixels(part.marker))
        .map(({ start, end }) => bytes.subarray(start, end)),
    ),
  };
  return { picture, exif, parts: jpeg.parts };
}

/** By the number of components. */
const COLORS: Readonly<Record<number, JpegPicture["colors"]>> = { 1: "gray", 3: "rgb", 4: "inks" };

/**
 * Lossless and hierarchical frames (C3, C5–C7), arithmetic codes (C9–CF) and more than eight bits leave an
 * empty box in one program or another.
 */
function faultOfFrame(frame: JpegFrame): PictureFault | undefined {
  if (frame.marker >= 0xc9) return "jpeg-arithmetic";
  if (frame.marker >= 0xc3) return "jpeg-lossless";
  if (frame.width === 0 || frame.height === 0) return "damaged";
  if (isTooLarge(frame)) return "too-many-pixels";
  if (frame.bits === 12) return "jpeg-12-bit";
  return frame.bits === 8 ? undefined : "damaged";
}

const drawsPixels = (marker: number): boolean =>
  marker === JPEG_APP0 || marker === JPEG_APP14 || !isForApplications(marker);

export const isAdobeMark = (bytes: Uint8Array, segment: JpegSegment): boolean =>
  segment.marker === JPEG_APP14 && startsWithText(dataOf(bytes, segment), "Adobe");

/** @returns the first that can be read */
function exifOf(bytes: Uint8Array, segments: readonly JpegSegment[]): ExifReader | undefined {
  for (const segment of segments) {
    const data = dataOf(bytes, segment);
    if (segment.marker !== JPEG_APP1 || !startsWithText(data, EXIF_MARK)) continue;
    const exif = readExif(data.subarray(EXIF_MARK.length));
    if (exif !== undefined) return exif;
  }
  return undefined;
}
