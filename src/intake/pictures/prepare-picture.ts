/**
 * A picture as it came to one that goes into images/: JPEG or PNG, upright, without what tells of its making, no
 * larger than print can use. What needs nothing but that keeps its pixels bit by bit; only what must be turned,
 * scaled or converted is written anew. Sizes are checked before anything is decoded.
 */
import { faultWords, isPictureFault } from "../../diagnostics/picture-words.js";
import type { Orientation, Picture } from "../../model/picture.js";
import type { PrivateData } from "../../model/text.js";
import { cleanPicture } from "../../pictures/clean-picture.js";
import { findPixelFault } from "../../pictures/find-pixel-fault.js";
import { joinBytes } from "../../pictures/join-bytes.js";
import { jpegFrame, readJpegParts } from "../../pictures/jpeg-parts.js";
import { readPictureFacts } from "../../pictures/picture-facts.js";
import { refusal } from "../carrier-notices.js";
import type { ManuscriptPicture, Notice } from "../manuscript.js";
import { tellCarrier } from "../tell-carrier.js";
import type { Codecs } from "./codecs.js";
import {
  fitsProfile,
  jpegWithProfile,
  pngWithProfile,
  profileOfJpeg,
  profileOfPng,
} from "./color-profile.js";
import {
  damagedPicture,
  movingPicture,
  pictureChanged,
  pictureRefused,
  tooLargeToScale,
  tooManyPixels,
} from "./picture-notices.js";
import { hasAlpha, type Pixels, pixelsOfPng, reduced, type Size, turned } from "./pixels.js";
import { isWebp, readWebp } from "./read-webp.js";

/** Longer side, in px: 20 cm at 300 dpi. */
export const MAX_SIDE_PX = 2400;
export const MAX_PICTURE_BYTES = 4 << 20;
/** What a decoder unpacks at once, eight bytes each with its copy: the 48 million pixels of a phone. */
const MAX_DECODED_PIXELS = 50_000_000;
/** Of a progressive JPEG the coefficients are held besides. */
const MAX_PROGRESSIVE_PIXELS = 25_000_000;
const PROGRESSIVE = 0xc2;

export interface PreparedPicture {
  readonly format: "jpeg" | "png";
  readonly bytes: Uint8Array;
}

export interface PictureReading {
  /** undefined where it cannot be printed */
  readonly picture: PreparedPicture | undefined;
  readonly notices: readonly Notice[];
}

/** @param place number of the paragraph in which it stands */
export async function preparePicture(
  { bytes, name = "图片" }: Pick<ManuscriptPicture, "bytes" | "name">,
  codecs: Codecs,
  place?: number,
): Promise<PictureReading> {
  if (isWebp(bytes)) return prepareWebp(bytes, { name, codecs, place });
  const facts = readPictureFacts(bytes);
  if (facts.state === "unsupported") {
    const words = isPictureFault(facts.format) ? faultWords(facts.format, name) : wordsOfFormat(bytes, name);
    return refused(words, place);
  }
  const clean = cleanPicture(bytes);
  const fault =
    typeof clean === "string" ? clean : clean.kind === "png" ? await findPixelFault(clean) : undefined;
  if (typeof clean === "string" || fault !== undefined)
    return refused(faultWords(fault ?? "damaged", name), place);
  const { width, height, orientation } = clean;
  const isLarge = Math.max(width, height) > MAX_SIDE_PX || clean.bytes.length > MAX_PICTURE_BYTES;
  if (orientation === 1 && !isLarge) return asItIs(clean, facts.privateData, { name, place });
  const isTooMuch =
    clean.kind === "jpeg" && (clean.colors === "inks" || width * height > mostPixels(clean.bytes));
  const pixels = isTooMuch
    ? undefined
    : clean.kind === "png"
      ? await pixelsOfPng(clean, fitted(clean))
      : reducedOf(await codecs.decode(joinBytes(clean.data), "jpeg"));
  if (pixels === undefined && !isTooMuch) return refused(damagedPicture(name), place);
  if (pixels === undefined) {
    const told = asItIs(clean, facts.privateData, { name, place });
    return { ...told, notices: [...told.notices, tooLargeToScale(name, place)] };
  }
  return written(pixels, {
    name,
    codecs,
    place,
    orientation,
    removed: facts.privateData,
    isJpeg: clean.kind === "jpeg",
    isGray: clean.colors === "gray" && clean.kind === "jpeg",
    profile: clean.kind === "jpeg" ? profileOfJpeg(clean.bytes) : profileOfPng(clean.bytes),
    from: undefined,
    side: Math.max(width, height),
  });
}

function mostPixels(jpeg: Uint8Array): number {
  const isProgressive = jpegFrame(jpeg, readJpegParts(jpeg))?.marker === PROGRESSIVE;
  return isProgressive ? MAX_PROGRESSIVE_PIXELS : MAX_DECODED_PIXELS;
}

interface Told {
  readonly name: string;
  readonly place: number | undefined;
}

const refused = (words: Parameters<typeof pictureRefused>[0], place: number | undefined): PictureReading => ({
  picture: undefined,
  notices: [pictureRefused(words, place)],
});

function wordsOfFormat(bytes: Uint8Array, name: string): Parameters<typeof pictureRefused>[0] {
  const carrier = tellCarrier(bytes);
  const { message, help } =
    carrier.kind === "refused" ? refusal(carrier.format, name) : refusal("binary", name);
  return { message, help: help ?? message };
}

function asItIs(
  { kind, bytes }: Picture,
  removed: readonly PrivateData[],
  { name, place }: Told,
): PictureReading {
  const to = kind === "jpeg" ? "JPEG" : "PNG";
  const change = {
    removed,
    isTurned: false,
    convertedFrom: undefined,
    to,
    scaledTo: undefined,
    isCompressed: false,
  } as const;
  const notice = pictureChanged(name, change, place);
  return { picture: { format: kind, bytes }, notices: notice === undefined ? [] : [notice] };
}

/** @returns the size that print can use, no larger than it is */
function fitted({ width, height }: Size): Size {
  const scale = Math.min(1, MAX_SIDE_PX / Math.max(width, height));
  const scaled = (length: number) => Math.max(1, Math.round(length * scale));
  return { width: scaled(width), height: scaled(height) };
}

const reducedOf = (pixels: Pixels | undefined): Pixels | undefined =>
  pixels === undefined ? undefined : reduced(pixels, fitted(pixels));

async function prepareWebp(
  bytes: Uint8Array,
  { name, codecs, place }: Told & { readonly codecs: Codecs },
): Promise<PictureReading> {
  const facts = readWebp(bytes);
  if (facts === undefined) return refused(damagedPicture(name), place);
  if (facts.isAnimated) return refused(movingPicture(name), place);
  const { width, height, isLossless, orientation, profile } = facts;
  if (width * height > MAX_DECODED_PIXELS) return refused(tooManyPixels(name, width * height), place);
  const whole = await codecs.decode(bytes, "webp");
  if (whole === undefined) return refused(damagedPicture(name), place);
  return written(reduced(whole, fitted(whole)), {
    name,
    codecs,
    place,
    orientation,
    removed: [],
    isJpeg: !isLossless && !hasAlpha(whole),
    isGray: false,
    profile,
    from: "WebP",
    side: Math.max(width, height),
  });
}

interface Writing extends Told {
  readonly codecs: Codecs;
  readonly orientation: Orientation;
  readonly removed: readonly PrivateData[];
  readonly isJpeg: boolean;
  readonly isGray: boolean;
  readonly profile: Uint8Array | undefined;
  readonly from: "WebP" | undefined;
  /** longer side as it came, in px */
  readonly side: number;
}

async function written(decoded: Pixels, writing: Writing): Promise<PictureReading> {
  const { name, place, codecs, orientation, removed, isGray, profile, from, side } = writing;
  const pixels = turned(decoded, orientation);
  const space = isGray ? "GRAY" : "RGB ";
  const asJpeg = async (): Promise<PreparedPicture> => {
    const encoded = await codecs.encodeJpeg(pixels, isGray);
    return {
      format: "jpeg",
      bytes: fitsProfile(profile, space) ? jpegWithProfile(encoded, profile) : encoded,
    };
  };
  const asPng = async (): Promise<PreparedPicture> => {
    const encoded = await codecs.encodePng(pixels);
    return {
      format: "png",
      bytes: fitsProfile(profile, "RGB ") ? pngWithProfile(encoded, profile) : encoded,
    };
  };
  let picture = writing.isJpeg ? await asJpeg() : await asPng();
  // A photo that somebody saved as PNG; drawings are small by themselves.
  if (!writing.isJpeg && picture.bytes.length > MAX_PICTURE_BYTES && !hasAlpha(pixels))
    picture = await asJpeg();
  const isScaled = side > MAX_SIDE_PX;
  const notice = pictureChanged(
    name,
    {
      removed,
      isTurned: orientation !== 1,
      convertedFrom: from,
      to: picture.format === "jpeg" ? "JPEG" : "PNG",
      scaledTo: isScaled ? Math.max(pixels.width, pixels.height) : undefined,
      isCompressed: from === undefined && orientation === 1,
    },
    place,
  );
  return { picture, notices: notice === undefined ? [] : [notice] };
}
