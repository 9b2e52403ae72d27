/**
 * A JPEG as PDF takes it: the compressed pixels as they are, without the segments that PDF readers
 * do not use. What a camera writes there (place, owner, thumbnails) has no business in a bulletin.
 * @see Adobe Technical Note 5116 (marker APP14), ISO 32000-1, 7.4.8
 */
import { orientationOf } from "../../pictures/exif.js";
import {
  dataOf,
  isForApplications,
  JPEG_APP0,
  JPEG_APP14,
  jpegFrame,
  readJpegParts,
  segmentsOf,
  startsWithText,
  writeJpeg,
} from "../../pictures/jpeg-parts.js";
import { exifOfJpeg } from "../../pictures/picture-facts.js";
import { damagedPicture } from "./damaged-picture.js";
import type { ImageObject } from "./image-object.js";

/** By the number of components. */
const COLORS: Readonly<Record<number, "gray" | "rgb" | "inks">> = { 1: "gray", 3: "rgb", 4: "inks" };

export function readJpeg(bytes: Uint8Array, path: string): ImageObject {
  const jpeg = readJpegParts(bytes);
  const frame = jpegFrame(bytes, jpeg);
  const colors = frame === undefined ? undefined : COLORS[frame.components];
  // DCTDecode knows eight bits alone (ISO 32000-1, 7.4.8).
  if (frame === undefined || colors === undefined || frame.bits !== 8 || frame.width * frame.height === 0) {
    throw damagedPicture(path);
  }
  const isAdobe = segmentsOf(jpeg).some(
    (segment) => segment.marker === JPEG_APP14 && startsWithText(dataOf(bytes, segment), "Adobe"),
  );
  const needed = jpeg.parts.filter((part) => part.kind === "scan" || isNeeded(part.marker));
  return {
    width: frame.width,
    height: frame.height,
    bitsPerComponent: 8,
    colors: { kind: colors },
    // Adobe programs store the amounts of ink upside down.
    inverted: colors === "inks" && isAdobe,
    encoding: { Filter: "DCTDecode" },
    bytes: writeJpeg(
      bytes,
      needed.map(({ start, end }) => bytes.subarray(start, end)),
    ),
    orientation: orientationOf(exifOfJpeg(bytes, jpeg)),
  };
}

const isNeeded = (marker: number): boolean =>
  marker === JPEG_APP0 || marker === JPEG_APP14 || !isForApplications(marker);
