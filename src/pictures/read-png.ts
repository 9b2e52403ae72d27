/**
 * What the chunks of a PNG say, and whether they say it soundly. Strict where libpng, and with it every
 * browser, refuses: critical chunks that are unknown, twice there, out of place or with a wrong checksum.
 * Other chunks that are malformed count as not there, as they do in libpng. The pixels are unpacked in
 * find-pixel-fault.ts alone.
 * @see PNG (Third Edition), 5.6 (order), 11.2 (critical chunks), 11.3.1.1 (tRNS), 13.1 (errors)
 */
import type { PictureFault, PngPicture } from "../model/picture.js";
import { type ExifReader, orientationOf, readExif } from "./exif.js";
import { isTooLarge } from "./picture-limits.js";
import { type PngChunk, readPngChunks } from "./png-chunks.js";

export interface PngReading {
  readonly picture: PngPicture;
  readonly exif: ExifReader | undefined;
  readonly chunks: readonly PngChunk[];
}

export function readPng(bytes: Uint8Array): PngReading | PictureFault {
  const { chunks, isWhole } = readPngChunks(bytes);
  const head = headerOf(chunks[0]);
  if (head === undefined) return isWhole && chunks[0]?.isIntact === true ? "damaged" : whyNoHead(isWhole);
  if (isTooLarge(head)) return "too-many-pixels";
  if (!isWhole) return "cut-off";
  const critical = chunks.filter(isCritical);
  if (critical.some(({ isIntact }) => !isIntact)) return "checksum";
  if (critical.some(({ type }) => !KNOWN.has(type))) return "damaged";
  if (countOf(critical, "IHDR") > 1 || countOf(critical, "PLTE") > 1) return "damaged";

  const firstData = chunks.findIndex(({ type }) => type === "IDAT");
  if (firstData < 0) return "damaged";
  const before = chunks.slice(0, firstData);
  const palette = paletteOf(before, head);
  if (head.colors === "palette" && palette.length === 0) return "no-palette";
  const exif = chunks.find(({ type, isIntact }) => type === "eXIf" && isIntact);
  const reader = exif === undefined ? undefined : readExif(exif.data);
  const picture: PngPicture = {
    kind: "png",
    bytes,
    ...head,
    orientation: orientationOf(reader),
    palette,
    transparency: transparencyOf(before, head, palette),
    data: dataChunks(chunks).map(({ data }) => data),
  };
  return { picture, exif: reader, chunks };
}

/** The header's checksum does not fit, or the file ends before it. */
const whyNoHead = (isWhole: boolean): PictureFault => (isWhole ? "checksum" : "cut-off");

/** The data stand in one row of chunks (5.6); what comes behind another chunk is not of them. */
function dataChunks(chunks: readonly PngChunk[]): readonly PngChunk[] {
  const from = chunks.findIndex(({ type }) => type === "IDAT");
  const length = chunks.slice(from).findIndex(({ type }) => type !== "IDAT");
  return from < 0 ? [] : chunks.slice(from, length < 0 ? undefined : from + length);
}

const NOTHING = new Uint8Array();

const isCritical = ({ type }: PngChunk): boolean => !/^[a-z][A-Za-z]{3}$/.test(type);
const KNOWN: ReadonlySet<string> = new Set(["IHDR", "PLTE", "IDAT", "IEND"]);

const countOf = (chunks: readonly PngChunk[], wanted: string): number =>
  chunks.filter(({ type }) => type === wanted).length;

interface PngHead {
  readonly width: number;
  readonly height: number;
  readonly bits: PngPicture["bits"];
  readonly colors: PngPicture["colors"];
  readonly hasAlpha: boolean;
  readonly isInterlaced: boolean;
}

const HEADER_BYTES = 13;

/** Colour types, and the bits that each may have (PNG, table 8). */
const KINDS: Readonly<
  Record<number, Pick<PngHead, "colors" | "hasAlpha"> & { readonly depths: readonly PngHead["bits"][] }>
> = {
  0: { colors: "gray", hasAlpha: false, depths: [1, 2, 4, 8, 16] },
  2: { colors: "rgb", hasAlpha: false, depths: [8, 16] },
  3: { colors: "palette", hasAlpha: false, depths: [1, 2, 4, 8] },
  4: { colors: "gray", hasAlpha: true, depths: [8, 16] },
  6: { colors: "rgb", hasAlpha: true, depths: [8, 16] },
};

/** @returns the header, which is the first chunk; undefined where that is something else */
function headerOf(first: PngChunk | undefined): PngHead | undefined {
  if (first?.type !== "IHDR" || first.data.length !== HEADER_BYTES || !first.isIntact) return undefined;
  const view = new DataView(first.data.buffer, first.data.byteOffset, first.data.byteLength);
  const [width, height, depth] = [view.getUint32(0), view.getUint32(4), view.getUint8(8)];
  const [method, filter, interlace] = [10, 11, 12].map((at) => view.getUint8(at));
  const { depths, ...kind } = KINDS[view.getUint8(9)] ?? { depths: [] };
  const bits = depths.find((known) => known === depth);
  if (bits === undefined || !("colors" in kind) || width === 0 || height === 0) return undefined;
  if (method !== 0 || filter !== 0 || interlace === undefined || interlace > 1) return undefined;
  return { width, height, bits, ...kind, isInterlaced: interlace === 1 };
}

/** @returns whole colours, as many as the samples can name */
function paletteOf(before: readonly PngChunk[], { colors, bits }: PngHead): Uint8Array {
  const data = before.find(({ type }) => type === "PLTE")?.data;
  if (colors !== "palette" || data === undefined || data.length % 3 !== 0) return NOTHING;
  return data.length > 3 * 256 ? NOTHING : data.subarray(0, 3 * 2 ** bits);
}

/** @returns what libpng takes; it passes over a chunk that the picture cannot have */
function transparencyOf(
  before: readonly PngChunk[],
  { colors, hasAlpha }: PngHead,
  palette: Uint8Array,
): Uint8Array {
  const chunk = before.find(({ type, isIntact }) => type === "tRNS" && isIntact);
  if (chunk === undefined || hasAlpha) return NOTHING;
  const { length } = chunk.data;
  if (colors !== "palette") return length === (colors === "gray" ? 2 : 6) ? chunk.data : NOTHING;
  const isBehindPalette = before.indexOf(chunk) > before.findIndex(({ type }) => type === "PLTE");
  return isBehindPalette && length <= palette.length / 3 ? chunk.data : NOTHING;
}
