/**
 * What the bytes of a picture's file tell: its format by magic bytes, its size in pixels as it stands
 * upright, data about how it was made. PNG and JPEG are read; other formats are named. Nothing is
 * believed: lengths and checksums are checked, and sizes that no printer could want are refused.
 */
import type { Picture } from "../model/picture.js";
import type { PrivateData } from "../model/text.js";
import { isOnItsSide } from "./exif.js";
import { dataOf, isJpeg, JPEG_APP1, JPEG_APP13, startsWithText } from "./jpeg-parts.js";
import { isPng } from "./png-chunks.js";
import { inOrder, privateDataOfExif, privateDataOfIptc, privateDataOfXmp } from "./private-data.js";
import { type JpegReading, readJpeg } from "./read-jpeg.js";
import { type PngReading, readPng } from "./read-png.js";

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

/** @param bytes a whole file */
export function readPictureFacts(bytes: Uint8Array): PictureFacts {
  if (bytes.length === 0) return unsupported("empty");
  if (isPng(bytes)) {
    const reading = readPng(bytes);
    return typeof reading === "string" ? unsupported(reading) : factsOf(reading.picture, toldByPng(reading));
  }
  if (isJpeg(bytes)) {
    const reading = readJpeg(bytes);
    return typeof reading === "string" ? unsupported(reading) : factsOf(reading.picture, toldByJpeg(reading));
  }
  return unsupported(nameFormat(bytes));
}

const unsupported = (format: string): PictureFacts => ({ state: "unsupported", format });

function factsOf(picture: Picture, told: ReadonlySet<PrivateData>): PictureFacts {
  const { kind, width, height, orientation } = picture;
  const [widthPx, heightPx] = isOnItsSide(orientation) ? [height, width] : [width, height];
  const alpha = kind === "png" && (picture.hasAlpha || picture.transparency.length > 0);
  return { state: "readable", format: kind, widthPx, heightPx, alpha, privateData: inOrder(told) };
}

const XMP_OF_PNG = "XML:com.adobe.xmp";

function toldByPng({ exif, chunks }: PngReading): ReadonlySet<PrivateData> {
  const texts = chunks.filter(({ type }) => type === "iTXt" || type === "tEXt").map(({ data }) => data);
  return new Set([
    ...privateDataOfExif(exif),
    ...texts.filter((data) => startsWithText(data, XMP_OF_PNG)).flatMap(privateDataOfXmp),
    ...(texts.some((data) => startsWithText(data, "Author\0")) ? (["person"] as const) : []),
  ]);
}

const XMP_MARKS = ["http://ns.adobe.com/xap/1.0/\0", "http://ns.adobe.com/xmp/extension/\0"] as const;
const PHOTOSHOP_MARK = "Photoshop 3.0\0";

function toldByJpeg({ picture: { bytes }, exif, parts }: JpegReading): ReadonlySet<PrivateData> {
  const found = new Set(privateDataOfExif(exif));
  for (const part of parts) {
    if (part.kind === "scan") continue;
    const data = dataOf(bytes, part);
    const isXmp = part.marker === JPEG_APP1 && XMP_MARKS.some((mark) => startsWithText(data, mark));
    if (isXmp) for (const kind of privateDataOfXmp(data)) found.add(kind);
    if (part.marker === JPEG_APP13 && startsWithText(data, PHOTOSHOP_MARK)) {
      for (const kind of privateDataOfIptc(data.subarray(PHOTOSHOP_MARK.length))) found.add(kind);
    }
  }
  return found;
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
