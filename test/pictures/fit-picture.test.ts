/** Pictures made small enough for other people's pages: upright, within width and bytes, the same bytes every time. */
import { expect, it } from "vitest";
import { readCodec } from "../../src/disk/codec-files.js";
import { openCodecs } from "../../src/intake/pictures/codecs.js";
import { fitPicture } from "../../src/intake/pictures/fit-picture.js";
import { readPictureFacts } from "../../src/pictures/picture-facts.js";
import { jpegFile, makePng, turnedJpeg } from "../pdf/made-pictures.js";
import { pictureOf } from "./picture-of.js";

const codecs = openCodecs(readCodec);

async function fitted(bytes: Uint8Array, limits: { readonly widthPx: number; readonly bytes: number }) {
  const picture = pictureOf(bytes);
  const made = await fitPicture(picture, codecs, limits);
  const facts = readPictureFacts(made.bytes);
  if (facts.state !== "readable") throw new Error("no picture");
  return { ...made, width: facts.widthPx, height: facts.heightPx, isAsItWas: made.bytes === picture.bytes };
}

const ROOM = { widthPx: 1080, bytes: 1_000_000 };
const large = (parts: { readonly colorType: 2 | 6 }) =>
  makePng({ width: 400, height: 100, bits: 8, ...parts });

it("leaves one that fits as it is", async () => {
  expect(await fitted(jpegFile("color"), ROOM)).toMatchObject({ kind: "jpeg", isAsItWas: true });
});

it("makes a wide one narrower and keeps its shape", async () => {
  expect(await fitted(large({ colorType: 2 }), { ...ROOM, widthPx: 200 })).toMatchObject({
    kind: "png",
    width: 200,
    height: 50,
  });
});

it("sets a photograph upright, whatever its size", async () => {
  const turned = turnedJpeg(6);
  const upright = readPictureFacts(turned);
  if (upright.state !== "readable") throw new Error("no picture");
  const { kind, width, height, bytes } = await fitted(turned, ROOM);
  expect({ kind, width, height }).toEqual({ kind: "jpeg", width: upright.widthPx, height: upright.heightPx });
  expect(pictureOf(bytes).orientation).toBe(1);
});

it("takes an opaque PNG for a JPEG where it would be too large, a transparent one smaller", async () => {
  const opaque = await fitted(large({ colorType: 2 }), { widthPx: 399, bytes: 8000 });
  expect(opaque.kind).toBe("jpeg");
  expect(opaque.bytes.length).toBeLessThanOrEqual(8000);
  const clear = await fitted(large({ colorType: 6 }), { widthPx: 399, bytes: 8000 });
  expect(clear.kind).toBe("png");
  expect(clear.bytes.length).toBeLessThanOrEqual(8000);
  expect(clear.width).toBeLessThan(399);
});

it("leaves inks to those who can show them", async () => {
  expect(await fitted(jpegFile("inks"), { widthPx: 1, bytes: 1 })).toMatchObject({ isAsItWas: true });
});

it("gives the same bytes again", async () => {
  const one = await fitted(large({ colorType: 2 }), { ...ROOM, widthPx: 200 });
  const other = await fitted(large({ colorType: 2 }), { ...ROOM, widthPx: 200 });
  expect(one.bytes).toEqual(other.bytes);
});
