/** A picture's file as it was read, for tests that hand pictures to an edition; a fault is the test's. */
import type { Picture, PngPicture } from "../../src/model/picture.js";
import { cleanPicture } from "../../src/pictures/clean-picture.js";

export function pictureOf(bytes: Uint8Array): Picture {
  const picture = cleanPicture(bytes);
  if (typeof picture === "string") throw new Error(`the picture is ${picture}`);
  return picture;
}

export function pngOf(bytes: Uint8Array): PngPicture {
  const picture = pictureOf(bytes);
  if (picture.kind !== "png") throw new Error("a JPEG where a PNG was made");
  return picture;
}
