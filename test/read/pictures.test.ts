/** Pictures by their bytes, and the states that the rules see. */
import { expect, test } from "vitest";
import type { Issue } from "../../src/model/issue.js";
import { readPictureFacts } from "../../src/pictures/picture-facts.js";
import { pixelMemory } from "../../src/read/pixel-memory.js";
import { checkPictures, readAssets } from "../../src/read/read-assets.js";
import { memoryWorkspace } from "../../src/read/workspace.js";
import { chunk, png as makePng, text } from "../hostile/made-pictures.js";
import { type Files, ITEM, MANIFEST, readFiles } from "./reading.js";

const bytesOf = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  new Uint8Array(
    parts.flatMap((part) => (typeof part === "string" ? [...Buffer.from(part, "latin1")] : part)),
  );

const uint32 = (value: number): readonly number[] => [
  value >>> 24,
  (value >>> 16) & 255,
  (value >>> 8) & 255,
  value & 255,
];

const png = (width: number, height: number, colour: number, before: readonly Uint8Array[] = []) =>
  makePng({ width, height, colour, before, ...(width * height > 1e6 ? { packed: text("x") } : {}) });

const PALETTE = [chunk("PLTE", Uint8Array.of(1, 2, 3)), chunk("tRNS", Uint8Array.of(9))];

const SCAN = [0xff, 0xda, 0, 2, 7, 0xff, 0xd9] as const;
const FRAME = [0xff, 0xc2, 0, 11, 8, 0, 30, 0, 40, 1, 0, 0, 0] as const;

/** A frame of 40 × 30 behind the segments given, and a scan of nothing. */
const jpeg = (...segments: readonly (readonly number[])[]): Uint8Array =>
  bytesOf([0xff, 0xd8], ...segments, FRAME, SCAN);

/** Exif with nothing but an orientation, little endian. */
const exif = (orientation: number): readonly number[] => [
  ...[0xff, 0xe1, 0, 30],
  ...Buffer.from("Exif\0\0II*\0", "latin1"),
  ...[8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0],
];

const PICTURES: readonly (readonly [string, Uint8Array, unknown])[] = [
  [
    "PNG",
    png(300, 200, 2),
    { state: "readable", format: "png", widthPx: 300, heightPx: 200, alpha: false, privateData: [] },
  ],
  [
    "PNG with alpha",
    png(3, 2, 6),
    { state: "readable", format: "png", widthPx: 3, heightPx: 2, alpha: true, privateData: [] },
  ],
  [
    "PNG with tRNS",
    png(3, 2, 3, PALETTE),
    { state: "readable", format: "png", widthPx: 3, heightPx: 2, alpha: true, privateData: [] },
  ],
  ["PNG that lies", png(0x7fffffff, 0x7fffffff, 2), { state: "unsupported", format: "too-many-pixels" }],
  ["PNG of nothing", png(0, 5, 2), { state: "unsupported", format: "damaged" }],
  ["PNG cut off", png(3, 2, 2).subarray(0, 20), { state: "unsupported", format: "cut-off" }],
  [
    "JPEG",
    jpeg(),
    { state: "readable", format: "jpeg", widthPx: 40, heightPx: 30, alpha: false, privateData: [] },
  ],
  [
    "JPEG on its side",
    jpeg(exif(6)),
    { state: "readable", format: "jpeg", widthPx: 30, heightPx: 40, alpha: false, privateData: [] },
  ],
  [
    "JPEG upright",
    jpeg(exif(1)),
    { state: "readable", format: "jpeg", widthPx: 40, heightPx: 30, alpha: false, privateData: [] },
  ],
  [
    "JPEG with fill bytes",
    jpeg([0xff]),
    { state: "readable", format: "jpeg", widthPx: 40, heightPx: 30, alpha: false, privateData: [] },
  ],
  ["JPEG, arithmetic", withFrame(0xc9), { state: "unsupported", format: "jpeg-arithmetic" }],
  ["JPEG, arithmetic and progressive", withFrame(0xca), { state: "unsupported", format: "jpeg-arithmetic" }],
  ["JPEG, lossless", withFrame(0xc3), { state: "unsupported", format: "jpeg-lossless" }],
  [
    "JPEG, progressive",
    withFrame(0xc2),
    { state: "readable", format: "jpeg", widthPx: 40, heightPx: 30, alpha: false, privateData: [] },
  ],
  ["JPEG cut off", jpeg().subarray(0, 8), { state: "unsupported", format: "cut-off" }],
  ["WebP", bytesOf("RIFF", uint32(9), "WEBPVP8 "), { state: "unsupported", format: "webp" }],
  ["HEIC", bytesOf(uint32(24), "ftypheic"), { state: "unsupported", format: "heic" }],
  ["GIF", bytesOf("GIF89a"), { state: "unsupported", format: "gif" }],
  ["TIFF", bytesOf("II*\0"), { state: "unsupported", format: "tiff" }],
  ["BMP", bytesOf("BM1234"), { state: "unsupported", format: "bmp" }],
  ["SVG", bytesOf('<?xml version="1.0"?><svg xmlns="a">'), { state: "unsupported", format: "svg" }],
  ["nothing", bytesOf(), { state: "unsupported", format: "empty" }],
];

/** A JPEG whose frame is coded otherwise. */
function withFrame(marker: number): Uint8Array {
  return jpeg().map((byte, at, all) =>
    all[at - 1] === 0xff && byte >= 0xc0 && byte <= 0xc2 ? marker : byte,
  );
}

test.each(PICTURES)("%s", (_name, bytes, head) => {
  expect(readPictureFacts(bytes)).toEqual(head);
});

const picture = (destination: string, files: Files = {}) => {
  const item = ITEM.replace("活动", `![甲](${destination})\n\n活动`);
  const all: Files = { "issue.yaml": MANIFEST, "items/01.md": item, ...files };
  const { issue } = readFiles(all);
  const block = issue?.sections[0]?.items[0]?.blocks[0];
  return { issue, all, image: block?.kind === "figure" ? block.image : undefined };
};

const itemsOf = (issue: Issue | undefined) => issue?.sections.flatMap(({ items }) => items) ?? [];

test("a picture is found beside its item, and its bytes are read once asked for", async () => {
  const bytes = png(300, 200, 2);
  const { issue, all, image } = picture("../images/a%20b.png", { "images/a b.png": bytes });
  expect(image).toMatchObject({ state: "found", path: "images/a b.png", bytes: bytes.length });
  const assets = await readAssets(itemsOf(issue), memoryWorkspace(all));
  expect(assets.diagnostics).toEqual([]);
  expect([...assets.value].map(([path, { bytes: own }]) => [path, own])).toEqual([["images/a b.png", bytes]]);
});

test.each([
  ["../../a.png", { state: "outside" }],
  ["/a.png", { state: "outside" }],
  ["C:\\a.png", { state: "outside" }],
  ["https://example.org/a.png", { state: "remote" }],
  ["../images/vist.png", { state: "missing", nearest: "../images/visit.png" }],
  ["../images", { state: "unsupported", format: "folder", path: "images" }],
])("%s", (destination, image) => {
  expect(picture(destination, { "images/visit.png": png(3, 2, 2) }).image).toEqual(image);
});

test("a picture may be named from the manifest's folder; the item's own comes first", () => {
  const files = { "images/a.png": png(3, 2, 2) };
  expect(picture("images/a.png", files).image).toMatchObject({ state: "found", path: "images/a.png" });
  const both = { ...files, "items/images/a.png": png(5, 4, 2) };
  expect(picture("images/a.png", both).image).toMatchObject({ path: "items/images/a.png", widthPx: 5 });
  expect(picture("images/b.png", files).image).toEqual({ state: "missing", nearest: "images/a.png" });
});

test("pixels are unpacked for whoever wants to know, at each place that shows them", async () => {
  const bytes = makePng({ width: 9, height: 9, data: new Uint8Array(5 * 28) });
  const { issue, all } = picture("a.png", { "items/a.png": bytes });
  const items = itemsOf(issue);
  const twice = [...items, ...items];
  const told = await checkPictures(twice, memoryWorkspace(all));
  expect(told.map(({ rule, severity }) => [rule, severity])).toEqual(
    Array(2).fill(["image/unsupported-format", "error"]),
  );
  expect((await readAssets(twice, memoryWorkspace(all))).diagnostics).toEqual(told);
});

test("a picture that was found sound is unpacked again once it has changed", async () => {
  const memory = pixelMemory();
  const [sound, damaged] = [81, 5].map((rows) =>
    makePng({ width: 9, height: 9, data: new Uint8Array(rows * 28) }),
  );
  for (const [bytes, count] of [
    [sound, 0],
    [sound, 0],
    [damaged, 1],
    [damaged, 1],
    [sound, 0],
  ] as const) {
    const { issue, all } = picture("a.png", { "items/a.png": bytes ?? "" });
    expect(await checkPictures(itemsOf(issue), memoryWorkspace(all), memory)).toHaveLength(count);
  }
});
