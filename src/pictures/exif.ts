/**
 * Exif: a TIFF structure in a picture, of which one entry belongs to the picture itself, which way up it
 * stands; the others tell of its making (private-data.ts).
 * @see CIPA DC-008 (Exif 2.32), 4.5.2 and 4.6.4; TIFF 6.0, section 2; PNG (Third Edition), eXIf
 */

import type { Orientation } from "../model/picture.js";

/** How a stored picture is set upright: mirrored first, then turned clockwise. */
export interface Turn {
  readonly mirrored: "across" | "down" | undefined;
  readonly degrees: 0 | 90 | 180 | 270;
}

export const TURNS: Readonly<Record<Orientation, Turn>> = {
  1: { mirrored: undefined, degrees: 0 },
  2: { mirrored: "across", degrees: 0 },
  3: { mirrored: undefined, degrees: 180 },
  4: { mirrored: "down", degrees: 0 },
  5: { mirrored: "across", degrees: 270 },
  6: { mirrored: undefined, degrees: 90 },
  7: { mirrored: "across", degrees: 90 },
  8: { mirrored: undefined, degrees: 270 },
};

/** @returns true where the stored rows stand upright as columns: width and height change places */
export const isOnItsSide = (orientation: Orientation): boolean => orientation >= 5;

/** An entry of a directory: values of up to four bytes stand in it, others where it points to. */
export interface ExifEntry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  readonly short: number;
  readonly long: number;
}

export interface ExifReader {
  /** entries of the main directory */
  readonly entries: readonly ExifEntry[];
  /** @returns the entries of the directory that an entry of the main one points to */
  readonly directory: (pointer: number) => readonly ExifEntry[];
}

/** What begins Exif in a JPEG's APP1; in a PNG's eXIf the structure begins at once. */
export const EXIF_MARK = "Exif\0\0";

const ENTRY_BYTES = 12;
/** More than any camera writes; a directory that claims more is damage. */
const MOST_ENTRIES = 512;

/** @param tiff the structure, from its byte order on @returns undefined where it is none */
export function readExif(tiff: Uint8Array): ExifReader | undefined {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  if (view.byteLength < 8) return undefined;
  const order = view.getUint32(0);
  if (order !== LITTLE_ENDIAN && order !== BIG_ENDIAN) return undefined;
  const little = order === LITTLE_ENDIAN;
  const entriesAt = (offset: number): readonly ExifEntry[] => {
    if (offset + 2 > view.byteLength) return [];
    const count = Math.min(view.getUint16(offset, little), MOST_ENTRIES);
    const entries: ExifEntry[] = [];
    for (
      let at = offset + 2;
      entries.length < count && at + ENTRY_BYTES <= view.byteLength;
      at += ENTRY_BYTES
    ) {
      entries.push({
        tag: view.getUint16(at, little),
        type: view.getUint16(at + 2, little),
        count: view.getUint32(at + 4, little),
        short: view.getUint16(at + 8, little),
        long: view.getUint32(at + 8, little),
      });
    }
    return entries;
  };
  const entries = entriesAt(view.getUint32(4, little));
  return {
    entries,
    directory(pointer) {
      const entry = entries.find(({ tag }) => tag === pointer);
      return entry === undefined ? [] : entriesAt(entry.long);
    },
  };
}

/** “II*\0” and “MM\0*” */
const LITTLE_ENDIAN = 0x49492a00;
const BIG_ENDIAN = 0x4d4d002a;

const ORIENTATION_TAG = 0x0112;
const SHORT = 3;

/** @returns 1 where Exif says nothing, or nothing that the standard knows */
export function orientationOf(exif: ExifReader | undefined): Orientation {
  const entry = exif?.entries.find(({ tag }) => tag === ORIENTATION_TAG);
  if (entry === undefined || entry.type !== SHORT || entry.count !== 1) return 1;
  return isOrientation(entry.short) ? entry.short : 1;
}

const isOrientation = (value: number): value is Orientation => value >= 1 && value <= 8;

/** @returns Exif that says which way up the picture stands and nothing else */
export const orientationAlone = (orientation: Orientation): Uint8Array =>
  Uint8Array.of(
    ...[0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8],
    ...[0, 1, ORIENTATION_TAG >> 8, ORIENTATION_TAG & 0xff, 0, SHORT, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  );
