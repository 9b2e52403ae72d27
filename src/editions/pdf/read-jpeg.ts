/**
 * A JPEG as PDF takes it: the compressed pixels as they are, without the segments that PDF readers
 * do not use. What a camera writes there (place, owner, thumbnails) has no business in a bulletin.
 * @see ITU-T T.81 annex B (markers), Adobe Technical Note 5116 (marker APP14), ISO 32000-1, 7.4.8
 */
import { damagedPicture } from "./damaged-picture.js";
import type { ImageObject } from "./image-object.js";
import { type Orientation, readOrientation } from "./read-orientation.js";

interface JpegFrame {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly components: number;
}

interface JpegHead {
  frame: JpegFrame | undefined;
  isAdobe: boolean;
  orientation: Orientation;
  /** what stays: segments needed for decoding, and all from the first scan on */
  readonly kept: Uint8Array[];
}

const START_OF_SCAN = 0xda;
const COMMENT = 0xfe;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP14 = 0xee;
const APP15 = 0xef;

/** By the number of components. */
const COLORS: Readonly<Record<number, "gray" | "rgb" | "inks">> = { 1: "gray", 3: "rgb", 4: "inks" };

export function readJpeg(bytes: Uint8Array, path: string): ImageObject {
  const { frame, isAdobe, orientation, kept } = readSegments(bytes);
  const colors = frame === undefined ? undefined : COLORS[frame.components];
  // DCTDecode knows eight bits alone (ISO 32000-1, 7.4.8).
  if (frame === undefined || colors === undefined || frame.bits !== 8 || frame.width * frame.height === 0) {
    throw damagedPicture(path);
  }
  return {
    width: frame.width,
    height: frame.height,
    bitsPerComponent: 8,
    colors: { kind: colors },
    // Adobe programs store the amounts of ink upside down.
    inverted: colors === "inks" && isAdobe,
    encoding: { Filter: "DCTDecode" },
    bytes: Buffer.concat(kept),
    orientation,
  };
}

function readSegments(bytes: Uint8Array): JpegHead {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head: JpegHead = { frame: undefined, isAdobe: false, orientation: 1, kept: [view.subarray(0, 2)] };
  let place = 2;
  while (place + 4 <= view.length && view[place] === 0xff) {
    const marker = view[place + 1] ?? 0;
    if (marker === START_OF_SCAN) break;
    // A marker may be led in by any number of FF.
    if (marker === 0xff) {
      place += 1;
      continue;
    }
    const end = place + 2 + view.readUInt16BE(place + 2);
    const segment = view.subarray(place + 4, end);
    if (isFrame(marker) && segment.length >= 6) head.frame ??= readFrame(segment);
    if (marker === APP14 && segment.toString("latin1", 0, 5) === "Adobe") head.isAdobe = true;
    if (marker === APP1 && segment.toString("latin1", 0, 4) === "Exif") {
      head.orientation = readOrientation(segment.subarray(6));
    }
    if (isNeeded(marker)) head.kept.push(view.subarray(place, end));
    place = end;
  }
  head.kept.push(view.subarray(place));
  return head;
}

const isNeeded = (marker: number): boolean =>
  marker === APP0 || marker === APP14 || !(marker === COMMENT || (marker >= APP1 && marker <= APP15));

/** Start-of-frame markers: C0 to CF without the three that mean tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

const readFrame = (segment: Buffer): JpegFrame => ({
  bits: segment.readUInt8(0),
  height: segment.readUInt16BE(1),
  width: segment.readUInt16BE(3),
  components: segment.readUInt8(5),
});
