/**
 * A picture of an issue made small enough for a page of somebody else's: upright, no wider and no larger than asked.
 * One that fits already keeps its bytes.
 */
import type { Picture } from "../../model/picture.js";
import { joinBytes } from "../../pictures/join-bytes.js";
import type { Codecs } from "./codecs.js";
import {
  fitsProfile,
  jpegWithProfile,
  pngWithProfile,
  profileOfJpeg,
  profileOfPng,
} from "./color-profile.js";
import { hasAlpha, type Pixels, pixelsOfPng, reduced, type Size, turned } from "./pixels.js";

export interface PictureLimits {
  /** as it stands upright */
  readonly widthPx: number;
  readonly bytes: number;
}

export interface FittedBytes {
  readonly kind: "jpeg" | "png";
  readonly bytes: Uint8Array;
}

/** What a decoder unpacks at once, as prepare-picture.ts has it. */
const MAX_DECODED_PIXELS = 50_000_000;
/** Each further attempt is so much smaller than the one before. */
const STEP = 0.8;
const LEAST_WIDTH_PX = 64;

/** @returns the picture as it is where it fits, or where it is too large to be decoded or in colours of inks */
export async function fitPicture(
  picture: Picture,
  codecs: Codecs,
  limits: PictureLimits,
): Promise<FittedBytes> {
  const { orientation, width, height, bytes } = picture;
  const upright = orientation > 4 ? { width: height, height: width } : { width, height };
  if (orientation === 1 && width <= limits.widthPx && bytes.length <= limits.bytes) return picture;
  if (picture.kind === "jpeg" && (picture.colors === "inks" || width * height > MAX_DECODED_PIXELS))
    return picture;
  for (let most = Math.min(limits.widthPx, upright.width); ; most = Math.floor(most * STEP)) {
    const scale = Math.min(1, most / upright.width);
    const size = { width: scaled(width, scale), height: scaled(height, scale) };
    const pixels = await pixelsOf(picture, codecs, size);
    if (pixels === undefined) return picture;
    const made = await encoded(turned(pixels, orientation), picture, { codecs, limits });
    if (made.bytes.length <= limits.bytes || most * STEP < LEAST_WIDTH_PX) return made;
  }
}

const scaled = (length: number, scale: number): number => Math.max(1, Math.round(length * scale));

async function pixelsOf(picture: Picture, codecs: Codecs, size: Size): Promise<Pixels | undefined> {
  if (picture.kind === "png") return pixelsOfPng(picture, size);
  const whole = await codecs.decode(joinBytes(picture.data), "jpeg");
  return whole === undefined ? undefined : reduced(whole, size);
}

/** A photo that somebody saved as PNG becomes a JPEG where it would be too large. */
async function encoded(
  pixels: Pixels,
  picture: Picture,
  { codecs, limits }: { readonly codecs: Codecs; readonly limits: PictureLimits },
): Promise<FittedBytes> {
  if (picture.kind === "png") {
    const profile = profileOfPng(picture.bytes);
    const png = await codecs.encodePng(pixels);
    const bytes = fitsProfile(profile, "RGB ") ? pngWithProfile(png, profile) : png;
    if (bytes.length <= limits.bytes || hasAlpha(pixels)) return { kind: "png", bytes };
  }
  const isGray = picture.kind === "jpeg" && picture.colors === "gray";
  const profile = picture.kind === "jpeg" ? profileOfJpeg(picture.bytes) : profileOfPng(picture.bytes);
  const jpeg = await codecs.encodeJpeg(pixels, isGray);
  const bytes = fitsProfile(profile, isGray ? "GRAY" : "RGB ") ? jpegWithProfile(jpeg, profile) : jpeg;
  return { kind: "jpeg", bytes };
}
