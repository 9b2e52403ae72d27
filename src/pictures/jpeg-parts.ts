/**
 * A JPEG as its marker segments and the compressed data between them: the one place that walks them. What
 * stands behind the end of the image (a second picture, the film of a motion photo) is no part of it.
 * @see ITU-T T.81, annex B (markers and lengths), B.1.1.5 (stuffed bytes in compressed data)
 */
export type JpegPart =
  | {
      readonly kind: "segment";
      readonly marker: number;
      /** from the marker to the end of its data, which begin at `start + 4` */
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: "scan"; readonly start: number; readonly end: number };

export type JpegSegment = Extract<JpegPart, { kind: "segment" }>;

export interface JpegParts {
  readonly parts: readonly JpegPart[];
  /** true where the markers lead to the end of the image; a copy that broke off ends before it */
  readonly isWhole: boolean;
}

export interface JpegFrame {
  readonly marker: number;
  readonly bits: number;
  readonly height: number;
  readonly width: number;
  /** number of colour components */
  readonly components: number;
}

export const JPEG_APP0 = 0xe0;
export const JPEG_APP1 = 0xe1;
export const JPEG_APP2 = 0xe2;
export const JPEG_APP13 = 0xed;
export const JPEG_APP14 = 0xee;
const APP15 = 0xef;
export const JPEG_COMMENT = 0xfe;
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

export const isJpeg = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;

/** @param bytes a JPEG, or its beginning: parts that are cut off are left out */
export function readJpegParts(bytes: Uint8Array): JpegParts {
  const parts: JpegPart[] = [];
  let isScanned = false;
  let at = 2;
  while (at + 2 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) {
      // As decoders do: the next marker is looked for.
      const next = bytes.indexOf(0xff, at);
      if (next < 0) break;
      at = next;
    } else if (marker === 0xff) at += 1;
    else if (marker === END_OF_IMAGE) return { parts, isWhole: true };
    else if (hasNoLength(marker)) at += 2;
    else {
      const end = endOfSegment(bytes, at);
      if (end === undefined) {
        if (!isScanned) break;
        at += 2;
        continue;
      }
      parts.push({ kind: "segment", marker, start: at, end });
      at = end;
      if (marker !== START_OF_SCAN) continue;
      isScanned = true;
      at = endOfScan(bytes, end);
      parts.push({ kind: "scan", start: end, end: at });
    }
  }
  return { parts, isWhole: false };
}

/** TEM, RST and SOI stand alone; FF00 is a stuffed byte. */
const hasNoLength = (marker: number): boolean => marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);

function endOfSegment(bytes: Uint8Array, start: number): number | undefined {
  if (start + 4 > bytes.length) return undefined;
  const length = ((bytes[start + 2] ?? 0) << 8) | (bytes[start + 3] ?? 0);
  const end = start + 2 + length;
  return length < 2 || end > bytes.length ? undefined : end;
}

function endOfScan(bytes: Uint8Array, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at)) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (endsScan(marker) && (marker === END_OF_IMAGE || endOfSegment(bytes, at) !== undefined))
      return at;
    // Stuffed bytes, restarts, and what damage has made of data.
    else at += 2;
  }
  return bytes.length;
}

/** What may stand between scans: tables, the next scan, a number of lines, APP, COM; or the end. */
const endsScan = (marker: number): boolean =>
  marker === 0xc4 || (marker >= END_OF_IMAGE && marker <= 0xdd) || isForApplications(marker);

/** APP0 to APP15, comments, and JPG0 to JPG13, which T.81 leaves to extensions. */
export const isForApplications = (marker: number): boolean =>
  (marker >= JPEG_APP0 && marker <= APP15) || (marker >= 0xf0 && marker <= JPEG_COMMENT);

export const segmentsOf = ({ parts }: JpegParts): readonly JpegSegment[] =>
  parts.filter((part): part is JpegSegment => part.kind === "segment");

export const dataOf = (bytes: Uint8Array, { start, end }: JpegSegment): Uint8Array =>
  bytes.subarray(start + 4, end);

/** @returns true where a segment's data begin with these characters */
export function startsWithText(data: Uint8Array, text: string): boolean {
  if (data.length < text.length) return false;
  for (let index = 0; index < text.length; index += 1) {
    if (data[index] !== text.charCodeAt(index)) return false;
  }
  return true;
}

/** @returns the first frame header (B.2.2) */
export function jpegFrame(bytes: Uint8Array, parts: JpegParts): JpegFrame | undefined {
  const segment = segmentsOf(parts).find(({ marker }) => isFrame(marker));
  if (segment === undefined) return undefined;
  const data = dataOf(bytes, segment);
  if (data.length < FRAME_BYTES + COMPONENT_BYTES * (data[FRAME_BYTES - 1] ?? 0)) return undefined;
  const word = (at: number) => ((data[at] ?? 0) << 8) | (data[at + 1] ?? 0);
  return {
    marker: segment.marker,
    bits: data[0] ?? 0,
    height: word(1),
    width: word(3),
    components: data[5] ?? 0,
  };
}

/** Bits, height, width, number of components; and what is said of each (B.2.2). */
const FRAME_BYTES = 6;
const COMPONENT_BYTES = 3;

/** Start of frame: C0–CF without DHT (C4), JPG (C8) and DAC (CC). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** @returns SOI, the parts that are asked for, and EOI; of pieces of the file where it can be */
export const writeJpeg = (bytes: Uint8Array, parts: readonly Uint8Array[]): readonly Uint8Array[] => [
  bytes.subarray(0, 2),
  ...parts,
  Uint8Array.of(0xff, END_OF_IMAGE),
];
