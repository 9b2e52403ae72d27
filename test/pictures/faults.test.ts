/**
 * What is wrong with a picture is said by its kind, and nothing is said of one that every program shows:
 * what libpng and libjpeg pass over, reading passes over too.
 */
import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { cleanPicture } from "../../src/pictures/clean-picture.js";
import { findPixelFault } from "../../src/pictures/find-pixel-fault.js";
import { chunk, frame, joined, jpeg, png, segment, text } from "../hostile/made-pictures.js";
import { jpegFile, makePng } from "../pdf/made-pictures.js";
import { exifOf } from "./camera-pictures.js";

async function faultOf(bytes: Uint8Array) {
  const picture = cleanPicture(bytes);
  if (typeof picture === "string") return picture;
  return picture.kind === "png" ? findPixelFault(picture) : undefined;
}

const NOTHING = new Uint8Array();
const HEAD_END = 33;
const drawing = makePng({ width: 40, height: 30, bits: 8, colorType: 2 });
const photo = jpegFile("color");

/** @returns the picture with pieces put in behind its header */
const withinPng = (...pieces: readonly Uint8Array[]) =>
  joined([drawing.subarray(0, HEAD_END), ...pieces, drawing.subarray(HEAD_END)]);
const behindSoi = (...pieces: readonly Uint8Array[]) =>
  joined([photo.subarray(0, 2), ...pieces, photo.subarray(2)]);

/** Rows of 40 × 30 pixels of three bytes, in chunks that the caller cuts. */
const packed = deflateSync(Buffer.alloc(30 * 121));
const ofData = (...data: readonly Uint8Array[]) =>
  joined([drawing.subarray(0, HEAD_END), ...data, chunk("IEND", NOTHING)]);
const changed = (bytes: Uint8Array, at: number) =>
  Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ 0xff : byte));

const PALETTE = chunk("PLTE", Uint8Array.of(1, 2, 3, 4, 5, 6));
const ofPalette = (value: number, { depth = 8, interlace = 0, width = 8 } = {}) => {
  const row = 1 + Math.ceil((width * depth) / 8);
  const data = new Uint8Array(row * 8).map((_, at) => (at % row === 0 ? 0 : value));
  return png({ colour: 3, depth, interlace, width, before: [PALETTE], data });
};

describe("a sound PNG", () => {
  it.each<[string, Uint8Array]>([
    [
      "with Exif behind its pixels",
      joined([drawing.subarray(0, -12), chunk("eXIf", exifOf({ 274: 6 })), drawing.subarray(-12)]),
    ],
    [
      "with notes behind its pixels",
      joined([drawing.subarray(0, -12), chunk("tEXt", text("Comment\0x")), drawing.subarray(-12)]),
    ],
    ["with a large colour profile", withinPng(chunk("iCCP", Buffer.alloc(900_000, 7)))],
    ["with a note whose checksum is wrong", withinPng(chunk("tEXt", text("Comment\0x"), { sum: 7 }))],
    ["with a profile whose checksum is wrong", withinPng(chunk("iCCP", text("x\0\0y"), { sum: 7 }))],
    [
      "with data in chunks of nothing and of one byte",
      ofData(
        chunk("IDAT", NOTHING),
        ...[...packed].map((byte) => chunk("IDAT", Uint8Array.of(byte))),
        chunk("IDAT", NOTHING),
      ),
    ],
    [
      "with data of no use behind a note",
      ofData(chunk("IDAT", packed), chunk("tEXt", text("a\0b")), chunk("IDAT", text("rest"))),
    ],
    ["with more rows than it shows", ofData(chunk("IDAT", deflateSync(Buffer.alloc(40 * 121))))],
    ["with bytes behind its zlib stream", ofData(chunk("IDAT", joined([packed, text("padding")])))],
    [
      "with tRNS where alpha is",
      joined([
        makePng({ width: 4, height: 4, bits: 8, colorType: 6 }).subarray(0, HEAD_END),
        chunk("tRNS", Uint8Array.of(0, 1)),
        makePng({ width: 4, height: 4, bits: 8, colorType: 6 }).subarray(HEAD_END),
      ]),
    ],
    ["with 20,000 notes of nothing", withinPng(...Array<Uint8Array>(20_000).fill(chunk("tEXt", NOTHING)))],
    ["with a film behind its end", joined([drawing, text("ftypmp42")])],
    ["with a palette that its samples fill by chance alone", ofPalette(0b01010101, { depth: 1, width: 3 })],
    [
      "with filled-up bits that no pixel has",
      png({
        colour: 3,
        depth: 2,
        width: 3,
        before: [PALETTE],
        data: new Uint8Array(16).map((_, at) => (at % 2 === 0 ? 0 : 0b00010011)),
      }),
    ],
    ["of one pixel, interlaced", png({ width: 1, height: 1, interlace: 1, data: new Uint8Array(4) })],
  ])("%s", async (_, bytes) => {
    expect(await faultOf(bytes)).toBeUndefined();
  });
});

describe("a damaged PNG", () => {
  it.each<[string, Uint8Array, string]>([
    ["cut off in its header", drawing.subarray(0, 20), "cut-off"],
    ["cut off in its pixels", drawing.subarray(0, 80), "cut-off"],
    ["cut off in its last chunk", drawing.subarray(0, -1), "cut-off"],
    ["whose header's checksum is wrong", changed(drawing, 30), "checksum"],
    ["whose pixels' checksum is wrong", changed(drawing, drawing.length - 14), "checksum"],
    ["whose end's checksum is wrong", changed(drawing, drawing.length - 1), "checksum"],
    ["whose pixels are no zlib", ofData(chunk("IDAT", text("not packed at all"))), "damaged-pixels"],
    [
      "whose zlib has a wrong checksum",
      ofData(chunk("IDAT", changed(packed, packed.length - 1))),
      "damaged-pixels",
    ],
    ["whose zlib breaks off", ofData(chunk("IDAT", packed.subarray(0, -5))), "cut-off"],
    ["that lacks its last row", ofData(chunk("IDAT", deflateSync(Buffer.alloc(29 * 121)))), "cut-off"],
    [
      "whose data are in two places",
      ofData(
        chunk("IDAT", packed.subarray(0, 9)),
        chunk("tEXt", text("a\0b")),
        chunk("IDAT", packed.subarray(9)),
      ),
      "cut-off",
    ],
    ["with a filter that does not exist", png({ data: new Uint8Array(8 * 25).fill(5) }), "damaged-pixels"],
    ["without pixels", ofData(), "damaged"],
    ["without its palette", png({ colour: 3 }), "no-palette"],
    [
      "with a palette of four bytes",
      png({ colour: 3, before: [chunk("PLTE", new Uint8Array(4))] }),
      "no-palette",
    ],
    ["with an index beyond its palette", ofPalette(2), "palette-index"],
    ["with an index of 2 bits beyond it", ofPalette(0b01000011, { depth: 2 }), "palette-index"],
    [
      "with an index beyond it, interlaced",
      png({
        colour: 3,
        interlace: 1,
        before: [PALETTE],
        data: new Uint8Array(15 + 64).fill(0).map((_, at) => (at === 78 ? 9 : 0)),
      }),
      "palette-index",
    ],
    ["of a colour type that does not exist", png({ colour: 5 }), "damaged"],
    ["of a depth that does not exist", png({ depth: 3 }), "damaged"],
    ["of no height", png({ height: 0 }), "damaged"],
    ["with two headers", joined([drawing.subarray(0, HEAD_END), drawing.subarray(8)]), "damaged"],
    ["with a critical chunk of its own", withinPng(chunk("CgBI", NOTHING)), "damaged"],
    ["of 50,001 pixels a side", png({ width: 50_001, height: 1, packed: text("x") }), "too-many-pixels"],
    ["of 400 million pixels", png({ width: 20_000, height: 20_000, packed: text("x") }), "too-many-pixels"],
  ])("%s", async (_, bytes, fault) => {
    expect(await faultOf(bytes)).toBe(fault);
  });
});

describe("a sound JPEG", () => {
  const XMP = segment(
    0xe1,
    joined([text("http://ns.adobe.com/xmp/extension/\0"), Buffer.alloc(65_000, 120)]),
  );

  it.each<[string, Uint8Array]>([
    ["with 1.3 MB of XMP before its frame", behindSoi(...Array<Uint8Array>(20).fill(XMP))],
    [
      "with 8,000 segments before its frame",
      behindSoi(...Array<Uint8Array>(8000).fill(segment(0xef, new Uint8Array(60)))),
    ],
    ["with 600 kB of fill bytes before a marker", behindSoi(Buffer.alloc(600_000, 0xff))],
    ["with bytes of no use between its segments", behindSoi(text("padding"))],
    ["with a film behind its end", joined([photo, text("ftypmp42")])],
    [
      "with an angle that does not exist",
      behindSoi(segment(0xe1, joined([text("Exif\0\0"), exifOf({ 274: 9 })]))),
    ],
  ])("%s", async (_, bytes) => {
    expect(await faultOf(bytes)).toBeUndefined();
  });
});

describe("a damaged JPEG", () => {
  const SCAN = joined([segment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0)), Uint8Array.of(1, 2, 3)]);
  it.each<[string, Uint8Array, string]>([
    ["cut off in its pixels", photo.subarray(0, -3), "cut-off"],
    ["cut off before its frame", photo.subarray(0, 30), "cut-off"],
    ["without a frame", jpeg(SCAN), "damaged"],
    ["without a scan", jpeg(frame(8, 8)), "damaged"],
    ["of no height", jpeg(frame(8, 0), SCAN), "damaged"],
    [
      "with a frame shorter than it says",
      jpeg(segment(0xc0, Uint8Array.of(8, 0, 8, 0, 8, 3)), SCAN),
      "damaged",
    ],
    ["of 12 bits", jpeg(frame(8, 8, { marker: 0xc1, depth: 12 }), SCAN), "jpeg-12-bit"],
    ["of two components", jpeg(frame(8, 8, { parts: 2 }), SCAN), "jpeg-colors"],
    ["with arithmetic codes", jpeg(frame(8, 8, { marker: 0xc9 }), SCAN), "jpeg-arithmetic"],
    ["without loss", jpeg(frame(8, 8, { marker: 0xc3 }), SCAN), "jpeg-lossless"],
    ["of 400 million pixels", jpeg(frame(20_000, 20_000), SCAN), "too-many-pixels"],
  ])("%s", async (_, bytes, fault) => {
    expect(await faultOf(bytes)).toBe(fault);
  });
});
