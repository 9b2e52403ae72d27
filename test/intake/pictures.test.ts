/**
 * Pictures as they come, and as they go into images/: what needs nothing keeps its pixels bit by bit, all others
 * stand upright, are no larger than print can use, and tell nothing of their making. The same bytes on every Node.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readCodec } from "../../src/disk/codec-files.js";
import { openCodecs } from "../../src/intake/pictures/codecs.js";
import { preparePicture } from "../../src/intake/pictures/prepare-picture.js";
import { readPictureFacts } from "../../src/pictures/picture-facts.js";
import { chunk, frame, jpeg, png, segment } from "../hostile/made-pictures.js";
import { asFromPhone, exifOf, SECRETS } from "../pictures/camera-pictures.js";
import { joinAll } from "./encode-text.js";

const codecs = openCodecs(readCodec);
const data = (name: string): Uint8Array => new Uint8Array(readFileSync(`test/intake/data/${name}`));
const prepare = async (bytes: Uint8Array, name = "照片.jpg") => {
  const { picture, notices } = await preparePicture({ bytes, name }, codecs);
  const facts = picture === undefined ? undefined : readPictureFacts(picture.bytes);
  return { picture, facts, said: notices.map(({ rule, message }) => `${rule}: ${message.zh}`) };
};

/** Rows of RGB, each pixel by its place. */
function photo(width: number, height: number, before: readonly Uint8Array[] = []): Uint8Array {
  const rows = new Uint8Array((1 + 3 * width) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1)
      rows.set([(255 * x) / width, (255 * y) / height, 128], y * (1 + 3 * width) + 1 + 3 * x);
  }
  return png({ width, height, data: rows, packed: deflateSync(rows), before });
}

/** Colours in the middle of the four quarters, from the top left to the bottom right. */
async function quarters(bytes: Uint8Array): Promise<readonly string[]> {
  const decoded = await codecs.decode(bytes, "jpeg");
  if (decoded === undefined) throw new Error("no JPEG");
  const { width, height, data: pixels } = decoded;
  return [0.25, 0.75].flatMap((down) =>
    [0.25, 0.75].map((across) => {
      const at = 4 * (Math.floor(down * height) * width + Math.floor(across * width));
      return [...pixels.subarray(at, at + 3)].map((value) => (value > 127 ? "1" : "0")).join("");
    }),
  );
}

const [RED, GREEN, BLUE, WHITE] = ["100", "010", "001", "111"];

describe("a picture", () => {
  it("that needs nothing stays as it is", async () => {
    const bytes = photo(20, 10);
    expect(await prepare(bytes)).toMatchObject({ picture: { format: "png", bytes }, said: [] });
  });

  it("loses what tells of its making, and no pixel", async () => {
    const exif = chunk("eXIf", exifOf({ 271: "Beispielkamera" }));
    const { picture, said } = await prepare(photo(20, 10, [exif]), "现场.png");
    expect(picture?.bytes).toEqual(photo(20, 10));
    expect(said).toEqual(["import/picture-changed: 图片“现场.png”已处理：去掉了相机型号。"]);
  });

  it("is set upright", async () => {
    const exif = chunk("eXIf", exifOf({ 274: 6 }));
    const { facts, said } = await prepare(photo(20, 10, [exif]));
    expect(facts).toMatchObject({ format: "png", widthPx: 10, heightPx: 20, privateData: [] });
    expect(said).toEqual(["import/picture-changed: 图片“照片.jpg”已处理：转正。"]);
  });

  it("that is larger than print can use is scaled down", async () => {
    const { picture, facts, said } = await prepare(photo(3000, 1500));
    expect(facts).toMatchObject({ format: "png", widthPx: 2400, heightPx: 1200 });
    expect(said).toEqual(["import/picture-changed: 图片“照片.jpg”已处理：缩小到长边 2400 像素。"]);
    const again = await prepare(photo(3000, 1500));
    expect(again.picture).toEqual(picture);
  });
});

describe("a photo of a phone", () => {
  const upright = new Uint8Array(readFileSync("test/pictures/quadrants.jpg"));

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    "that stands as Exif says by %i is set upright and tells nothing",
    async (orientation) => {
      const { picture, facts, said } = await prepare(asFromPhone(upright, { orientation }));
      expect(facts).toMatchObject({ format: "jpeg", privateData: [] });
      const bytes = picture?.bytes ?? new Uint8Array();
      const text = new TextDecoder("latin1").decode(bytes);
      expect(SECRETS.filter((secret) => text.includes(secret))).toEqual([]);
      expect(text.includes("Exif")).toBe(false);
      expect(said).toHaveLength(1);
      expect(said[0]?.includes("转正")).toBe(orientation !== 1);
      expect(await quarters(bytes)).toEqual(turnedQuarters(await quarters(upright), orientation));
    },
  );

  it.each([
    ["RGB ", true],
    ["CMYK", false],
  ])("keeps a profile of %s where it fits its pixels", async (space, isKept) => {
    const profile = joinAll(new Uint8Array(16), space, new Uint8Array(200).fill(7));
    const exif = segment(0xe1, joinAll("Exif\0\0", exifOf({ 274: 3 })));
    const icc = segment(0xe2, joinAll("ICC_PROFILE\0", Uint8Array.of(1, 1), profile));
    const { picture } = await prepare(joinAll(upright.subarray(0, 2), exif, icc, upright.subarray(2)));
    expect(Buffer.from(picture?.bytes ?? []).includes(Buffer.from(profile))).toBe(isKept);
  });
});

/** Where the quarters of a picture come to stand, by what Exif 2.32, 4.6.4 says of each orientation. */
function turnedQuarters(of: readonly string[], orientation: number): readonly (string | undefined)[] {
  const places = ["0123", "1032", "3210", "2301", "0213", "2031", "3120", "1302"][orientation - 1] ?? "";
  return [...places].map((place) => of[Number(place)]);
}

describe("a WebP", () => {
  it("of a photo becomes a JPEG, upright", async () => {
    const { picture, facts, said } = await prepare(data("quadrants.webp"));
    expect(facts).toMatchObject({ format: "jpeg", widthPx: 40, heightPx: 60 });
    expect(said).toEqual(["import/picture-changed: 图片“照片.jpg”已处理：转正，由 WebP 转成 JPEG。"]);
    // Turned clockwise: what was at the bottom left is at the top left.
    expect(await quarters(picture?.bytes ?? new Uint8Array())).toEqual([BLUE, RED, WHITE, GREEN]);
  });

  it("of the same bytes gives the same bytes on every machine", async () => {
    const { picture } = await prepare(data("quadrants.webp"));
    const digest = createHash("sha256")
      .update(picture?.bytes ?? "")
      .digest("hex");
    expect(digest).toBe("cdaf2b0b972f1f0118f26a14faba1dda3fe633d2147242b7185ed340c4e3c9c7");
  });

  it.each(["quadrants-lossless.webp", "alpha.webp"])("%s stays without loss", async (name) => {
    const { facts } = await prepare(data(name));
    expect(facts).toMatchObject({ format: "png", widthPx: 60, heightPx: 40 });
  });

  it.each([
    ["that moves", data("moving.webp"), "是动图，不能印。"],
    ["that breaks off", data("quadrants.webp").subarray(0, 60), "已损坏，打不开。"],
    ["of nothing", joinAll("RIFF", Uint8Array.of(4, 0, 0, 0), "WEBP"), "已损坏，打不开。"],
    [
      "of rubbish",
      joinAll(
        "RIFF",
        Uint8Array.of(42, 0, 0, 0),
        "WEBPVP8 ",
        Uint8Array.of(30, 0, 0, 0),
        new Uint8Array(30).fill(7),
      ),
      "已损坏，打不开。",
    ],
    [
      "that claims a billion pixels",
      joinAll(
        "RIFF",
        Uint8Array.of(22, 0, 0, 0),
        "WEBPVP8X",
        Uint8Array.of(10, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 255, 255),
      ),
      "太大：有 ",
    ],
  ])("%s is refused", async (_, bytes, words) => {
    const { picture, said } = await prepare(bytes);
    expect(picture).toBeUndefined();
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^import\/picture-refused: 图片“照片.jpg”/);
    expect(said[0]).toContain(words);
  });
});

describe("what cannot be printed", () => {
  it.each([
    ["a JPEG that breaks off", jpeg(frame(100, 100)).subarray(0, 12)],
    [
      "a PNG that claims a billion pixels",
      png({ width: 40_000, height: 40_000, packed: deflateSync(new Uint8Array(9)) }),
    ],
    [
      "a JPEG without tables",
      jpeg(frame(3000, 3000), segment(0xda, Uint8Array.of(3, 1, 0, 2, 0, 3, 0, 0, 63, 0))),
    ],
    ["a PNG of too few pixels", png({ width: 3000, height: 3000, packed: deflateSync(new Uint8Array(9)) })],
    ["an HEIC", joinAll(Uint8Array.of(0, 0, 0, 24), "ftypheic", new Uint8Array(12))],
    ["a GIF", joinAll("GIF89a", new Uint8Array(20))],
    ["a text", joinAll("no picture")],
  ])("%s is refused", async (_, bytes) => {
    const { picture, said } = await prepare(bytes);
    expect(picture).toBeUndefined();
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^import\/picture-refused: /);
  });
});
