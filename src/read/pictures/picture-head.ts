/**
 * What the first bytes of a picture's file tell: its format by magic bytes, its size in pixels.
 * PNG (W3C PNG, 11.2.2 IHDR) and JPEG (ITU-T T.81, B.2.2 SOF) are read; other formats are named.
 * Nothing is believed: lengths are checked, and sizes that no printer could want are refused.
 */

export type PictureHead =
  | {
      readonly state: "readable";
      readonly format: "png" | "jpeg";
      readonly widthPx: number;
      readonly heightPx: number;
      readonly alpha: boolean;
    }
  | { readonly state: "unsupported"; readonly format: string };

/** One side; 4 m at 300 dpi. */
const MAX_SIDE_PX = 50_000;
/** 268 million pixels are 1 GiB when unpacked. */
const MAX_PIXELS = 268_435_456;

export function readPictureHead(bytes: Uint8Array): PictureHead {
  if (bytes.length === 0) return unsupported("empty");
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return readPng(bytes);
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return readJpeg(bytes);
  return unsupported(nameFormat(bytes));
}

function unsupported(format: string): PictureHead {
  return { state: "unsupported", format };
}

function sized(
  format: "png" | "jpeg",
  size: { widthPx: number; heightPx: number },
  alpha: boolean,
): PictureHead {
  const { widthPx, heightPx } = size;
  if (widthPx < 1 || heightPx < 1) return unsupported("damaged");
  if (widthPx > MAX_SIDE_PX || heightPx > MAX_SIDE_PX || widthPx * heightPx > MAX_PIXELS) {
    return unsupported("too-many-pixels");
  }
  return { state: "readable", format, widthPx, heightPx, alpha };
}

function readPng(bytes: Uint8Array): PictureHead {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Length and type of the first chunk, then width, height, depth, colour type.
  if (bytes.length < 33 || view.getUint32(8) !== 13 || ascii(bytes, 12, 16) !== "IHDR") {
    return unsupported("damaged");
  }
  const colourType = bytes[25] ?? 0;
  let alpha = colourType === 4 || colourType === 6;
  for (let at = 33; !alpha && at + 8 <= bytes.length; ) {
    const type = ascii(bytes, at + 4, at + 8);
    if (type === "tRNS") alpha = true;
    if (type === "IDAT" || type === "IEND") break;
    at += 12 + view.getUint32(at);
  }
  return sized("png", { widthPx: view.getUint32(16), heightPx: view.getUint32(20) }, alpha);
}

/** Start of frame: C0–CF without DHT (C4), JPG (C8) and DAC (CC). */
const isStartOfFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function readJpeg(bytes: Uint8Array): PictureHead {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let turned = false;
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return unsupported("damaged");
    const marker = bytes[at + 1] ?? 0;
    // Fill bytes may stand before a marker; RST and TEM have no length.
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    if (marker === 0xd9 || marker === 0xda) break;
    const length = view.getUint16(at + 2);
    if (length < 2) break;
    if (marker === 0xe1) turned ||= isTurned(bytes.subarray(at + 4, at + 2 + length));
    if (isStartOfFrame(marker)) {
      if (at + 9 > bytes.length) break;
      const coding = unusualCoding(marker);
      if (coding !== undefined) return unsupported(coding);
      const heightPx = view.getUint16(at + 5);
      const widthPx = view.getUint16(at + 7);
      return sized("jpeg", turned ? { widthPx: heightPx, heightPx: widthPx } : { widthPx, heightPx }, false);
    }
    at += 2 + length;
  }
  return unsupported("damaged");
}

/**
 * Baseline, extended and progressive JPEG with Huffman codes (C0–C2) are what browsers, Word and viewers of
 * PDF draw; lossless and hierarchical frames (C3, C5–C7) and arithmetic codes (C9–CF) leave an empty box.
 */
function unusualCoding(marker: number): string | undefined {
  if (marker >= 0xc9) return "jpeg-arithmetic";
  return marker >= 0xc3 ? "jpeg-lossless" : undefined;
}

/** Exif orientation 5 to 8: the picture lies on its side (Exif 2.32, 4.6.4 A, tag 274). */
function isTurned(segment: Uint8Array): boolean {
  if (ascii(segment, 0, 4) !== "Exif" || segment.length < 14) return false;
  const view = new DataView(segment.buffer, segment.byteOffset, segment.byteLength);
  const little = ascii(segment, 6, 8) === "II";
  const directory = 6 + view.getUint32(10, little);
  if (directory + 2 > segment.length) return false;
  const count = view.getUint16(directory, little);
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > segment.length) return false;
    if (view.getUint16(entry, little) === 274) return view.getUint16(entry + 8, little) >= 5;
  }
  return false;
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
  if (startsWith(bytes, [0x49, 0x49, 0x2a, 0x00]) || startsWith(bytes, [0x4d, 0x4d, 0x00, 0x2a]))
    return "tiff";
  if (ascii(bytes, 0, 2) === "BM") return "bmp";
  if (ascii(bytes, 0, 4) === "%PDF") return "pdf";
  const head = ascii(bytes, 0, Math.min(bytes.length, 1024));
  if (/<svg[\s>]/i.test(head)) return "svg";
  return /^\s*<(!doctype|html)/i.test(head) ? "html" : "unknown";
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

const ascii = (bytes: Uint8Array, from: number, until: number): string =>
  String.fromCharCode(...bytes.subarray(from, until));
