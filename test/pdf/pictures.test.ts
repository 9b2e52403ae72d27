/** Pictures: PNG of every kind keeps each pixel, JPEG goes over as it is and stands upright. */
import { inflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { imageOf } from "../../src/editions/pdf/pictures/image-object.js";
import { UPRIGHT } from "../../src/editions/pdf/pictures/set-upright.js";
import { cleanPicture } from "../../src/pictures/clean-picture.js";
import { findPixelFault } from "../../src/pictures/find-pixel-fault.js";
import { pictureOf } from "../pictures/picture-of.js";
import {
  jpegFile,
  makePng,
  type PngOptions,
  packRow,
  pixelBytesOf,
  sampleAt,
  turnedJpeg,
} from "./made-pictures.js";

const imageOfFile = (bytes: Uint8Array) => imageOf(pictureOf(bytes));
/** A stream as a reader of PDF sees it. */
const unpacked = (pieces: readonly Uint8Array[]): Uint8Array => inflateSync(Buffer.concat(pieces));

const WIDTH = 13;
const HEIGHT = 11;
const png = (
  bits: number,
  colorType: PngOptions["colorType"],
  rest: Partial<PngOptions> = {},
): PngOptions => ({
  width: WIDTH,
  height: HEIGHT,
  bits,
  colorType,
  ...rest,
});

const kinds: readonly PngOptions[] = [
  png(1, 0),
  png(2, 0),
  png(4, 0),
  png(8, 0),
  png(16, 0),
  png(8, 2),
  png(16, 2),
  png(1, 3),
  png(2, 3),
  png(4, 3),
  png(8, 3),
  png(8, 4),
  png(16, 4),
  png(8, 6),
  png(16, 6),
];
const all = kinds.flatMap((kind) => [kind, { ...kind, interlaced: true }]);
const nameOf = (kind: PngOptions) =>
  `type ${kind.colorType}, ${kind.bits} bits${kind.interlaced === true ? ", interlaced" : ""}`;

const columns = Array.from({ length: WIDTH }, (_, x) => x);

/** Rows without their filters, as a reader of PDF undoes them (ISO 32000-1, 7.4.4.4). */
function unfilter(bytes: Uint8Array, rowBytes: number, pixelBytes: number): number[][] {
  const rows: number[][] = [];
  for (let start = 0; start < bytes.length; start += rowBytes + 1) {
    const above = rows.at(-1) ?? [];
    const row: number[] = [];
    for (let place = 0; place < rowBytes; place++) {
      const a = row[place - pixelBytes] ?? 0;
      const b = above[place] ?? 0;
      const c = place >= pixelBytes ? (above[place - pixelBytes] ?? 0) : 0;
      const [toA, toB, toC] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
      const paeth = toA <= toB && toA <= toC ? a : toB <= toC ? b : c;
      const guess = [0, a, b, (a + b) >> 1, paeth][bytes[start] ?? 0] ?? 0;
      row.push(((bytes[start + 1 + place] ?? 0) + guess) & 0xff);
    }
    rows.push(row);
  }
  return rows;
}

describe("PNG", () => {
  it.each(all.map((kind) => [nameOf(kind), kind] as const))("%s keeps each pixel", async (_, kind) => {
    const { bytes, opacity } = await imageOfFile(makePng(kind));
    const raw = unpacked(bytes);
    const alphaBytes = opacity === undefined ? 0 : kind.bits / 8;
    const pixelBytes = pixelBytesOf(kind);
    const rowBytes = packRow(kind, columns, 0).length - WIDTH * alphaBytes;
    const rows = unfilter(raw, rowBytes, pixelBytes - alphaBytes);
    const expected = Array.from({ length: HEIGHT }, (_, y) =>
      [...packRow(kind, columns, y)].filter(
        (_, place) => alphaBytes === 0 || place % pixelBytes < pixelBytes - alphaBytes,
      ),
    );
    expect(rows).toEqual(expected);
    if (opacity === undefined) return;
    const alpha = unfilter(unpacked(opacity.bytes), WIDTH * alphaBytes, alphaBytes);
    const expectedAlpha = Array.from({ length: HEIGHT }, (_, y) =>
      [...packRow(kind, columns, y)].filter((_, place) => place % pixelBytes >= pixelBytes - alphaBytes),
    );
    expect(alpha).toEqual(expectedAlpha);
  });

  it.each(
    [1, 2, 4, 8].flatMap((bits) => [
      [bits, false],
      [bits, true],
    ]),
  )(
    "a palette of %s bits with opacities gives each pixel its own, interlaced: %s",
    async (bits, interlaced) => {
      const transparency = [0, 128];
      const file = makePng(png(Number(bits), 3, { transparency, interlaced: Boolean(interlaced) }));
      const { opacity } = await imageOfFile(file);
      const expected = Array.from({ length: WIDTH * HEIGHT }, (_, index) => {
        const value = sampleAt(index % WIDTH, Math.floor(index / WIDTH), 0) & (2 ** Number(bits) - 1);
        return transparency[value] ?? 255;
      });
      expect([...unpacked(opacity?.bytes ?? [])]).toEqual(expected);
    },
  );

  it("one transparent colour is a range of each component", async () => {
    const { transparentColor } = await imageOfFile(
      makePng(png(8, 2, { transparency: [0, 10, 0, 20, 0, 30] })),
    );
    expect(transparentColor).toEqual([10, 10, 20, 20, 30, 30]);
  });

  it.each([
    ["colours", png(8, 2)],
    ["a palette", png(4, 3, { transparency: [7] })],
  ])("rows of %s that need no taking apart are the file's own bytes", async (_, kind) => {
    const file = Buffer.from(makePng(kind));
    const { bytes } = await imageOfFile(file);
    expect(file.includes(Buffer.concat(bytes))).toBe(true);
  });
});

describe("JPEG", () => {
  it.each([
    ["color", "rgb"],
    ["gray", "gray"],
    ["inks", "inks"],
  ] as const)("%s", async (name, kind) => {
    const image = await imageOfFile(jpegFile(name));
    expect([image.width, image.height, image.colors.kind]).toEqual([24, 16, kind]);
  });

  it("ink amounts of Adobe's files are upside down", async () => {
    expect((await imageOfFile(jpegFile("inks"))).inverted).toBe(true);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8] as const)("orientation %s is read", async (orientation) => {
    expect((await imageOfFile(turnedJpeg(orientation))).orientation).toBe(orientation);
  });

  it("does not publish what the camera wrote", async () => {
    const { bytes } = await imageOfFile(turnedJpeg(6));
    expect(Buffer.concat(bytes).includes("121.4737E")).toBe(false);
  });
});

/** Corners of the stored picture, and where they come to stand: [column, row] → [x, y upwards]. */
const corners = {
  1: [
    [0, 1],
    [1, 1],
  ],
  2: [
    [1, 1],
    [0, 1],
  ],
  3: [
    [1, 0],
    [0, 0],
  ],
  4: [
    [0, 0],
    [1, 0],
  ],
  5: [
    [0, 1],
    [0, 0],
  ],
  6: [
    [1, 1],
    [1, 0],
  ],
  7: [
    [1, 0],
    [1, 1],
  ],
  8: [
    [0, 0],
    [0, 1],
  ],
} as const;

describe("upright", () => {
  it.each(Object.entries(corners))(
    "orientation %s puts the first row's ends where EXIF says",
    (orientation, ends) => {
      const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] =
        UPRIGHT[Number(orientation) as keyof typeof UPRIGHT]?.split(" ").map(Number) ?? [];
      const place = (x: number, y: number) => [a * x + c * y + e, b * x + d * y + f];
      expect([place(0, 1), place(1, 1)]).toEqual(ends);
    },
  );
});

describe("hostile pictures", () => {
  const sound = [
    makePng(png(8, 6)),
    makePng(png(4, 3, { interlaced: true, transparency: [0, 9] })),
    jpegFile("color"),
    turnedJpeg(6),
  ];
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 });

  it("are printed or have a fault, nothing else", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...sound), changes, fc.nat(), async (source, bytes, cut) => {
        const file = Uint8Array.from(source.subarray(0, 24 + (cut % source.length)));
        for (const [place, value] of bytes) file[8 + (place % file.length)] = value;
        const picture = cleanPicture(file);
        if (typeof picture === "string") return;
        if (picture.kind === "png" && (await findPixelFault(picture)) !== undefined) return;
        const image = await imageOf(picture);
        expect(image.width * image.height).toBeGreaterThan(0);
        if (picture.kind === "png") expect(unpacked(image.bytes).length).toBeGreaterThan(image.height);
      }),
      { seed: 3, numRuns: 1000 },
    );
  });
});
