/** A picture keeps its pixels, its colours and which way up it stands, and nothing else. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanPicture } from "../../src/pictures/clean-picture.js";
import { dataOf, readJpegParts, segmentsOf } from "../../src/pictures/jpeg-parts.js";
import { readPictureFacts } from "../../src/pictures/picture-facts.js";
import { readPngChunks } from "../../src/pictures/png-chunks.js";
import { chunk, joined, segment, text } from "../hostile/made-pictures.js";
import { jpegFile, makePng } from "../pdf/made-pictures.js";
import {
  asFromEditor,
  asFromPhone,
  exifOf,
  hasSoundSums,
  ICC_SEGMENT,
  LATITUDE,
  SECRETS,
} from "./camera-pictures.js";
import { pictureOf } from "./picture-of.js";

const plainJpeg = jpegFile("color");
const plainPng = makePng({ width: 6, height: 4, bits: 8, colorType: 2 });

const holds = (bytes: Uint8Array, words: string | Uint8Array): boolean =>
  Buffer.from(bytes).includes(typeof words === "string" ? words : Buffer.from(words));
const secretsIn = (bytes: Uint8Array) => [...SECRETS, LATITUDE].filter((secret) => holds(bytes, secret));

const cleaned = (bytes: Uint8Array): Uint8Array => pictureOf(bytes).bytes;
const readOrientation = (bytes: Uint8Array): number => pictureOf(bytes).orientation;

const ORIENTATIONS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

describe("a photograph", () => {
  it("tells everything before", () => {
    const photo = asFromPhone(plainJpeg);
    expect(secretsIn(photo)).toEqual([...SECRETS, LATITUDE]);
    expect(readPictureFacts(photo)).toMatchObject({ privateData: ["position", "camera", "time", "person"] });
  });

  it.each(ORIENTATIONS)("held as %s tells nothing but that", (orientation) => {
    const photo = cleaned(asFromPhone(plainJpeg, { orientation }));
    expect(secretsIn(photo)).toEqual([]);
    expect(readOrientation(photo)).toBe(orientation);
    expect(holds(photo, "Exif")).toBe(orientation !== 1);
    expect(readPictureFacts(photo)).toMatchObject({ state: "readable", privateData: [] });
  });

  it("keeps its pixels, its tables and its colour profile bit by bit, and no thumbnail", () => {
    const photo = cleaned(asFromPhone(plainJpeg));
    const partsOf = (bytes: Uint8Array) =>
      readJpegParts(bytes).parts.flatMap(({ start, end }) => {
        const isJfif = bytes[start + 1] === 0xe0;
        return isJfif ? [] : [Buffer.from(bytes.subarray(start, end)).toString("hex")];
      });
    const profile = Buffer.from(ICC_SEGMENT).toString("hex");
    expect(partsOf(photo)).toEqual([profile, ...partsOf(plainJpeg)]);
    const [jfif] = segmentsOf(readJpegParts(photo));
    // Unit and densities stay, a thumbnail of 0 × 0.
    expect(jfif && [...dataOf(photo, jfif)]).toEqual([...text("JFIF\0"), 1, 2, 1, 0, 72, 0, 72, 0, 0]);
  });

  it("of four inks keeps Adobe's mark, without which its colours are upside down", () => {
    expect(holds(cleaned(asFromPhone(jpegFile("inks"))), "Adobe")).toBe(true);
  });

  it("that is clean already stays as it is", () => {
    for (const picture of [plainJpeg, plainPng, cleaned(asFromPhone(plainJpeg, { orientation: 6 }))])
      expect(Buffer.from(cleaned(picture)).equals(Buffer.from(picture))).toBe(true);
  });

  it("ends where its image does: what a telephone hides behind it is no part of it", () => {
    const film = joined([text("\0\0\0\x18ftypmp42"), Uint8Array.of(0xff, 0xd9, 1, 2, 3)]);
    expect(Buffer.from(cleaned(joined([plainJpeg, film]))).equals(plainJpeg)).toBe(true);
  });

  it("that breaks off is refused, even where a thumbnail is whole", () => {
    const photo = asFromPhone(plainJpeg);
    const scan = readJpegParts(photo).parts.find(({ kind }) => kind === "scan");
    expect(cleanPicture(photo.subarray(0, (scan?.end ?? 0) - 1))).toBe("cut-off");
    const thumbnail = segment(0xe1, joined([text("Exif\0\0"), plainJpeg]));
    const cut = joined([plainJpeg.subarray(0, 2), thumbnail, plainJpeg.subarray(2, plainJpeg.length - 8)]);
    expect(cleanPicture(cut)).toBe("cut-off");
  });
});

describe("a PNG", () => {
  it.each([
    ["before", false],
    ["behind", true],
  ])("with notes %s its pixels keeps the pixels alone", (_, isBehind) => {
    const picture = asFromEditor(plainPng, { isBehind });
    expect(secretsIn(picture).length).toBeGreaterThan(5);
    expect(Buffer.from(cleaned(picture)).equals(Buffer.from(plainPng))).toBe(true);
    expect(readPictureFacts(picture)).toMatchObject({
      privateData: ["position", "camera", "time", "person"],
    });
  });

  it.each(ORIENTATIONS.slice(1))("held as %s keeps that, with sums that are right", (orientation) => {
    const picture = cleaned(asFromEditor(plainPng, { orientation }));
    expect(secretsIn(picture)).toEqual([]);
    expect(readOrientation(picture)).toBe(orientation);
    expect(readPngChunks(picture).chunks.map(({ type }) => type)).toEqual(["IHDR", "eXIf", "IDAT", "IEND"]);
    expect(hasSoundSums(picture)).toBe(true);
  });

  it("keeps palette, transparency and what its colours mean", () => {
    const colors = ["gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "pHYs"].map((type) => chunk(type, text("x")));
    const palette = makePng({ width: 6, height: 4, bits: 8, colorType: 3, transparency: [0, 128] });
    const picture = joined([palette.subarray(0, 33), ...colors, palette.subarray(33)]);
    expect(Buffer.from(cleaned(picture)).equals(Buffer.from(picture))).toBe(true);
  });

  it("that moves stands still, as in print", () => {
    const frames = [chunk("acTL", new Uint8Array(8)), chunk("fcTL", new Uint8Array(26))];
    const moving = joined([
      plainPng.subarray(0, 33),
      ...frames,
      plainPng.subarray(33, -12),
      chunk("fdAT", text("ZWEITBILD-GEHEIM")),
      plainPng.subarray(-12),
    ]);
    expect(Buffer.from(cleaned(moving)).equals(Buffer.from(plainPng))).toBe(true);
  });

  it("that breaks off is refused", () => {
    expect(cleanPicture(plainPng.subarray(0, -1))).toBe("cut-off");
  });
});

describe("which way up", () => {
  const held = (exif: Uint8Array) =>
    joined([
      plainJpeg.subarray(0, 2),
      segment(0xe1, joined([text("Exif\0\0"), exif])),
      plainJpeg.subarray(2),
    ]);

  it.each([
    ["an angle that does not exist", exifOf({ 274: 9 })],
    ["none", exifOf({ 274: 0 })],
    ["an angle as text", exifOf({ 274: "6" })],
    ["nothing of it", exifOf({ 271: "Beispielkamera" })],
    ["another byte order", Uint8Array.from([...text("XX\0*"), ...exifOf({ 274: 6 }).subarray(4)])],
    ["a directory beyond its end", Uint8Array.of(0x4d, 0x4d, 0, 0x2a, 0xff, 0xff, 0xff, 0xff)],
    ["a directory cut off", exifOf({ 274: 6 }).subarray(0, 17)],
    ["nothing", new Uint8Array()],
  ])("is the stored one where Exif says %s, in size and in every edition", (_, exif) => {
    const jpeg = held(exif);
    expect(readOrientation(jpeg)).toBe(1);
    expect(readPictureFacts(jpeg)).toMatchObject({ widthPx: 24, heightPx: 16 });
    expect(holds(cleaned(jpeg), "Exif")).toBe(false);
  });

  it.each(ORIENTATIONS)(
    "%s changes width and height where it lies on its side, JPEG and PNG alike",
    (orientation) => {
      const size = orientation >= 5 ? { widthPx: 16, heightPx: 24 } : { widthPx: 24, heightPx: 16 };
      expect(readPictureFacts(asFromPhone(plainJpeg, { orientation }))).toMatchObject(size);
      const png = orientation >= 5 ? { widthPx: 4, heightPx: 6 } : { widthPx: 6, heightPx: 4 };
      expect(readPictureFacts(asFromEditor(plainPng, { orientation }))).toMatchObject(png);
    },
  );

  it("is read low byte first too", () => {
    const little = Uint8Array.of(
      0x49,
      0x49,
      0x2a,
      0,
      8,
      0,
      0,
      0,
      1,
      0,
      0x12,
      1,
      3,
      0,
      1,
      0,
      0,
      0,
      6,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
    );
    expect(readOrientation(held(little))).toBe(6);
  });

  it("is the first Exif's that can be read", () => {
    const twice = joined([
      plainJpeg.subarray(0, 2),
      segment(0xe1, text("Exif\0\0no TIFF at all")),
      segment(0xe1, joined([text("Exif\0\0"), exifOf({ 274: 8 })])),
      segment(0xe1, joined([text("Exif\0\0"), exifOf({ 274: 3 })])),
      plainJpeg.subarray(2),
    ]);
    expect(readOrientation(twice)).toBe(8);
    expect(readOrientation(cleaned(twice))).toBe(8);
  });
});

describe("what is told of its making", () => {
  const facts = (exif: Uint8Array) => {
    const jpeg = joined([
      plainJpeg.subarray(0, 2),
      segment(0xe1, joined([text("Exif\0\0"), exif])),
      plainJpeg.subarray(2),
    ]);
    const found = readPictureFacts(jpeg);
    return found.state === "readable" ? found.privateData : undefined;
  };

  it.each([
    ["a position", exifOf({}, { gps: { 2: LATITUDE } }), ["position"]],
    ["a GPS directory without a position", exifOf({}, { gps: { 0: Uint8Array.of(2, 3, 0, 0) } }), []],
    ["a camera", exifOf({ 272: "Q-7001" }), ["camera"]],
    ["when it was taken", exifOf({}, { exif: { 36867: "2026:03:10 09:41:07" } }), ["time"]],
    ["when the file was changed", exifOf({ 306: "2026:03:10 09:41:07" }), []],
    ["who took it", exifOf({ 315: "NAMENSZEILE" }), ["person"]],
    ["a program", exifOf({ 305: "PROGRAMM" }), []],
  ])("%s", (_, exif, kinds) => {
    expect(facts(exif)).toEqual(kinds);
  });
});

describe("metadata that lie", () => {
  const photo = asFromPhone(plainJpeg, { orientation: 6 });
  const drawing = asFromEditor(plainPng, { orientation: 6 });

  it("never stop the program, and never come along", () => {
    const damage = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.constantFrom(photo, drawing), damage, fc.nat(), (source, changes, cut) => {
        const bytes = source.slice(0, source.length - (cut % 3 === 0 ? cut % source.length : 0));
        for (const [place, value] of changes) if (bytes.length > 0) bytes[place % bytes.length] = value;
        readPictureFacts(bytes);
        if (readPictureFacts(bytes).state !== "readable") return;
        const picture = cleanPicture(bytes);
        if (typeof picture === "string") return;
        // A damaged length may make pixels of what was a note; then it stands where pixels do.
        expect(Buffer.from(cleaned(picture.bytes)).equals(Buffer.from(picture.bytes))).toBe(true);
        const notes = segmentsOfPicture(picture.bytes);
        expect(SECRETS.filter((secret) => notes.some((note) => holds(note, secret)))).toEqual([]);
      }),
      { numRuns: 3000, seed: 20261127 },
    );
  });

  it("that say they go on for ever do not", () => {
    const endless = exifOf({ 34665: 8, 34853: 8, 271: "Beispielkamera" });
    endless.set([0xff, 0xff], 8);
    const jpeg = joined([
      plainJpeg.subarray(0, 2),
      segment(0xe1, joined([text("Exif\0\0"), endless])),
      plainJpeg.subarray(2),
    ]);
    expect(readPictureFacts(jpeg)).toMatchObject({ state: "readable", privateData: ["camera"] });
  });
});

/** Whatever a picture holds besides pixels, tables and its colour profile, whose length may be damaged too. */
function segmentsOfPicture(bytes: Uint8Array): readonly Uint8Array[] {
  if (bytes[0] === 0xff) {
    return segmentsOf(readJpegParts(bytes))
      .filter(({ marker }) => marker >= 0xe0 && marker !== 0xe2)
      .map((one) => dataOf(bytes, one));
  }
  return readPngChunks(bytes)
    .chunks.filter(({ type }) => type !== "IDAT" && type !== "PLTE" && type !== "iCCP")
    .map(({ data }) => data);
}
