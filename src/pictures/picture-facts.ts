/**
 * What the first bytes of a picture's file tell: its format by magic bytes, its size in pixels as it
 * stands upright, what it tells of its making. PNG and JPEG are read; other formats are named. Nothing is
 * believed: lengths are checked, and sizes that no printer could want are refused.
 */
import type { PrivateData } from "../model/text.js";
import { EXIF_MARK, isOnItsSide, type Orientation, orientationOf, readExif } from "./exif.js";
import {
  dataOf,
  isJpeg,
  JPEG_APP1,
  JPEG_APP13,
  type JpegParts,
  jpegFrame,
  readJpegParts,
  segmentsOf,
  startsWithText,
} from "./jpeg-parts.js";
import { chunkData, isPng, type PngChunks, pngHeader, readPngChunks } from "./png-chunks.js";
import { inOrder, privateDataOfExif, privateDataOfIptc, privateDataOfXmp } from "./private-data.js";

export type PictureFacts =
  | {
      readonly state: "readable";
      readonly format: "png" | "jpeg";
      readonly widthPx: number;
      readonly heightPx: number;
      readonly alpha: boolean;
      readonly privateData: readonly PrivateData[];
    }
  | { readonly state: "unsupported"; readonly format: string };

/** One side; 4 m at 300 dpi. */
const MAX_SIDE_PX = 50_000;
/** 268 million pixels are 1 GiB when unpacked. */
const MAX_PIXELS = 268_435_456;

/** @param bytes a file, or its beginning */
export function readPictureFacts(bytes: Uint8Array): PictureFacts {
  if (bytes.length === 0) return unsupported("empty");
  if (isPng(bytes)) return factsOfPng(readPngChunks(bytes));
  if (isJpeg(bytes)) return factsOfJpeg(bytes, readJpegParts(bytes));
  return unsupported(nameFormat(bytes));
}

/** @returns which way up a PNG or JPEG is to be set; 1 where it says nothing sensible */
export function readOrientation(bytes: Uint8Array): Orientation {
  return orientationOf(
    isPng(bytes) ? exifOfPng(readPngChunks(bytes)) : exifOfJpeg(bytes, readJpegParts(bytes)),
  );
}

export const exifOfPng = (png: PngChunks) => {
  const data = chunkData(png, "eXIf");
  return data === undefined ? undefined : readExif(data);
};

export function exifOfJpeg(bytes: Uint8Array, parts: JpegParts) {
  for (const segment of segmentsOf(parts)) {
    const data = dataOf(bytes, segment);
    if (segment.marker !== JPEG_APP1 || !startsWithText(data, EXIF_MARK)) continue;
    const exif = readExif(data.subarray(EXIF_MARK.length));
    if (exif !== undefined) return exif;
  }
  return undefined;
}

const unsupported = (format: string): PictureFacts => ({ state: "unsupported", format });

interface SizedPicture {
  readonly format: "png" | "jpeg";
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  readonly alpha: boolean;
  readonly privateData: readonly PrivateData[];
}

function sized(picture: SizedPicture): PictureFacts {
  const { format, width, height, orientation, alpha, privateData } = picture;
  if (width < 1 || height < 1) return unsupported("damaged");
  if (width > MAX_SIDE_PX || height > MAX_SIDE_PX || width * height > MAX_PIXELS) {
    return unsupported("too-many-pixels");
  }
  const size = isOnItsSide(orientation)
    ? { widthPx: height, heightPx: width }
    : { widthPx: width, heightPx: height };
  return { state: "readable", format, ...size, alpha, privateData };
}

const XMP_OF_PNG = "XML:com.adobe.xmp";

function factsOfPng(png: PngChunks): PictureFacts {
  const header = pngHeader(png);
  if (header === undefined) return unsupported("damaged");
  const exif = exifOfPng(png);
  const texts = png.chunks.filter(({ type }) => type === "iTXt" || type === "tEXt").map(({ data }) => data);
  const found = new Set([
    ...privateDataOfExif(exif),
    ...texts.filter((data) => startsWithText(data, XMP_OF_PNG)).flatMap(privateDataOfXmp),
    ...(texts.some((data) => startsWithText(data, "Author\0")) ? (["person"] as const) : []),
  ]);
  return sized({
    format: "png",
    ...header,
    orientation: orientationOf(exif),
    alpha: header.colorType === 4 || header.colorType === 6 || chunkData(png, "tRNS") !== undefined,
    privateData: inOrder(found),
  });
}

const XMP_MARKS = ["http://ns.adobe.com/xap/1.0/\0", "http://ns.adobe.com/xmp/extension/\0"] as const;
const PHOTOSHOP_MARK = "Photoshop 3.0\0";

function factsOfJpeg(bytes: Uint8Array, parts: JpegParts): PictureFacts {
  const frame = jpegFrame(bytes, parts);
  if (frame === undefined) return unsupported("damaged");
  const coding = unusualCoding(frame.marker);
  if (coding !== undefined) return unsupported(coding);
  const exif = exifOfJpeg(bytes, parts);
  const found = new Set(privateDataOfExif(exif));
  for (const segment of segmentsOf(parts)) {
    const data = dataOf(bytes, segment);
    const isXmp = segment.marker === JPEG_APP1 && XMP_MARKS.some((mark) => startsWithText(data, mark));
    if (isXmp) for (const kind of privateDataOfXmp(data)) found.add(kind);
    if (segment.marker === JPEG_APP13 && startsWithText(data, PHOTOSHOP_MARK)) {
      for (const kind of privateDataOfIptc(data.subarray(PHOTOSHOP_MARK.length))) found.add(kind);
    }
  }
  const orientation = orientationOf(exif);
  return sized({ format: "jpeg", ...frame, orientation, alpha: false, privateData: inOrder(found) });
}

/**
 * Baseline, extended and progressive JPEG with Huffman codes (C0–C2) are what browsers, Word and viewers of
 * PDF draw; lossless and hierarchical frames (C3, C5–C7) and arithmetic codes (C9–CF) leave an empty box.
 */
function unusualCoding(marker: number): string | undefined {
  if (marker >= 0xc9) return "jpeg-arithmetic";
  return marker >= 0xc3 ? "jpeg-lossless" : undefined;
}

function nameFormat(bytes: Uint8Array): string {
  const brand = ascii(bytes, 8, 12);
  if (ascii(bytes, 0, 4) === "RIFF" && brand === "WEBP") return "webp";
  if (ascii(bytes, 4, 8) === "ftyp")
    return /^(heic|heix|hevc|heim|heis|mif1|msf1)$/.test(brand)
      ? "heic"
      : brand === "avif"
        ? "avif"
        : "video";
  if (/^GIF8[79]a/.test(ascii(bytes, 0, 6))) return "gif";
  if (startsWithText(bytes, "II*\0") || startsWithText(bytes, "MM\0*")) return "tiff";
  if (ascii(bytes, 0, 2) === "BM") return "bmp";
  if (ascii(bytes, 0, 4) === "%PDF") return "pdf";
  const head = ascii(bytes, 0, Math.min(bytes.length, 1024));
  if (/<svg[\s>]/i.test(head)) return "svg";
  return /^\s*<(!doctype|html)/i.test(head) ? "html" : "unknown";
}

const ascii = (bytes: Uint8Array, from: number, until: number): string =>
  String.fromCharCode(...bytes.subarray(from, until));
