/**
 * A picture as a page shows it: its pixels as they are stored, without what says which way up they stand. Some programs
 * turn a picture by that and some do not, so the page turns it by itself (paint-marks.ts).
 */
import type { Orientation, Picture } from "../model/picture.js";
import { joinBytes } from "../pictures/join-bytes.js";
import { PNG_SIGNATURE, readPngChunks } from "../pictures/png-chunks.js";

export interface PictureFile {
  readonly bytes: Uint8Array;
  readonly mediaType: "image/png" | "image/jpeg";
  readonly orientation: Orientation;
}

export function pictureFile(picture: Picture): PictureFile {
  const { orientation } = picture;
  if (picture.kind === "jpeg") {
    return { bytes: joinBytes(picture.data), mediaType: "image/jpeg", orientation };
  }
  return { bytes: withoutOrientation(picture.bytes), mediaType: "image/png", orientation };
}

/** PNG keeps it in its chunk of Exif. */
function withoutOrientation(bytes: Uint8Array): Uint8Array {
  const { chunks } = readPngChunks(bytes);
  if (chunks.every(({ type }) => type !== "eXIf")) return bytes;
  const kept = chunks.filter(({ type }) => type !== "eXIf");
  return joinBytes([PNG_SIGNATURE, ...kept.map(({ start, end }) => bytes.subarray(start, end))]);
}

export const dataAddress = ({ bytes, mediaType }: PictureFile): string =>
  `data:${mediaType};base64,${Buffer.from(bytes).toString("base64")}`;
