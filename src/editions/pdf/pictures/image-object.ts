/**
 * A picture as PDF stores it: from what pictures/ read, the entries of an image object.
 * @see ISO 32000-1, 8.9.5 (image dictionaries), 8.6.6 (Indexed, DeviceN), 11.6.5.3 (soft masks), 7.4.4.4
 */
import type { JpegPicture, Orientation, Picture, PngPicture } from "../../../model/picture.js";
import { printPng } from "../../../pictures/printed-png.js";
import type { PdfFile } from "../objects/pdf-file.js";
import type { PdfDictionary, PdfReference, PdfValue } from "../objects/pdf-value.js";

export interface ImageObject {
  readonly width: number;
  readonly height: number;
  readonly bitsPerComponent: number;
  readonly colors: ImageColors;
  /** samples count down from full */
  readonly inverted?: boolean;
  /** samples of the one colour that is transparent, a least and a greatest each component */
  readonly transparentColor?: readonly number[];
  /** filter of the bytes, and its parameters */
  readonly encoding: PdfDictionary;
  /** in pieces */
  readonly bytes: readonly Uint8Array[];
  readonly opacity?: Opacity;
  readonly orientation: Orientation;
}

/** Opacity of each pixel, in a picture of the same size. */
export interface Opacity {
  readonly bitsPerComponent: number;
  readonly encoding: PdfDictionary;
  readonly bytes: readonly Uint8Array[];
}

export type ImageColors =
  | { readonly kind: "gray" | "rgb" | "inks" }
  | { readonly kind: "palette"; readonly colors: Uint8Array };

export async function imageOf(picture: Picture): Promise<ImageObject> {
  return picture.kind === "png" ? imageOfPng(picture) : imageOfJpeg(picture);
}

const imageOfJpeg = ({
  width,
  height,
  orientation,
  colors,
  hasAdobeMark,
  data,
}: JpegPicture): ImageObject => ({
  width,
  height,
  orientation,
  bitsPerComponent: 8,
  colors: { kind: colors },
  inverted: colors === "inks" && hasAdobeMark,
  encoding: { Filter: "DCTDecode" },
  bytes: data,
});

/** Samples are taken as sRGB. */
async function imageOfPng(picture: PngPicture): Promise<ImageObject> {
  const { width, height, bits, orientation, palette } = picture;
  const { colors, opacity } = await printPng(picture);
  const rows = predictor(picture.colors === "rgb" ? 3 : 1, bits, width);
  return {
    width,
    height,
    orientation,
    bitsPerComponent: bits,
    colors: picture.colors === "palette" ? { kind: "palette", colors: palette } : { kind: picture.colors },
    ...transparentColor(picture),
    encoding: deflated(rows),
    bytes: colors,
    ...(opacity && {
      opacity: {
        bitsPerComponent: opacity.bits,
        encoding: deflated(opacity.isFiltered ? predictor(1, opacity.bits, width) : {}),
        bytes: opacity.rows,
      },
    }),
  };
}

/** Predictor 15: every row names its own filter, as in PNG. */
const predictor = (components: number, bits: number, width: number): PdfDictionary => ({
  DecodeParms: { Predictor: 15, Colors: components, BitsPerComponent: bits, Columns: width },
});

const deflated = (parameters: PdfDictionary): PdfDictionary => ({ Filter: "FlateDecode", ...parameters });

/** One colour that is wholly transparent, two bytes a component (PNG, 11.3.1.1). */
function transparentColor({ colors, bits, transparency }: PngPicture): {
  transparentColor?: readonly number[];
} {
  if (colors === "palette" || transparency.length === 0) return {};
  const samples: number[] = [];
  for (let at = 0; at + 1 < transparency.length; at += 2) {
    const sample = (((transparency[at] ?? 0) << 8) | (transparency[at + 1] ?? 0)) & (2 ** bits - 1);
    samples.push(sample, sample);
  }
  return { transparentColor: samples };
}

/** @param inks the file's one colour space of four inks, made when first asked for */
export function addImage(file: PdfFile, image: ImageObject, inks: () => PdfReference): PdfReference {
  const common = { Type: "XObject", Subtype: "Image", Width: image.width, Height: image.height };
  const { opacity } = image;
  const mask =
    opacity === undefined
      ? undefined
      : file.addPacked(
          {
            ...common,
            ColorSpace: "DeviceGray",
            BitsPerComponent: opacity.bitsPerComponent,
            ...opacity.encoding,
          },
          opacity.bytes,
        );
  return file.addPacked(
    {
      ...common,
      ColorSpace: colorSpace(image.colors, inks),
      BitsPerComponent: image.bitsPerComponent,
      Decode: image.inverted === true ? [1, 0, 1, 0, 1, 0, 1, 0] : undefined,
      Mask: image.transparentColor,
      SMask: mask,
      ...image.encoding,
    },
    image.bytes,
  );
}

function colorSpace(colors: ImageColors, inks: () => PdfReference): PdfValue {
  switch (colors.kind) {
    case "gray":
      return "DeviceGray";
    case "rgb":
      return "DeviceRGB";
    case "inks":
      return inks();
    case "palette":
      return ["Indexed", "DeviceRGB", colors.colors.length / 3 - 1, colors.colors];
  }
}

/** Each ink alone, full, as sRGB. */
const INKS = { Cyan: [0, 1, 1], Magenta: [1, 0, 1], Yellow: [1, 1, 0], Black: [0, 0, 0] };

/** From the stack C M Y K to (1 − C)(1 − K), (1 − M)(1 − K), (1 − Y)(1 − K). */
const INKS_TO_RGB =
  "{1 exch sub 4 1 roll 1 exch sub 3 index mul 3 1 roll 1 exch sub 3 index mul 3 1 roll " +
  "1 exch sub 3 index mul 3 1 roll 4 -1 roll pop}";

/**
 * Four printing inks by way of sRGB: DeviceCMYK is not allowed beside the file's sRGB output intent
 * (ISO 19005-2, 6.2.4.3), and its colours would be anyone's guess besides.
 */
export function addInkColors(file: PdfFile): PdfReference {
  const unit = (count: number): readonly number[] =>
    Array.from({ length: count * 2 }, (_, index) => index % 2);
  const mix = file.addStream({ FunctionType: 4, Domain: unit(4), Range: unit(3) }, Buffer.from(INKS_TO_RGB));
  const colorants = Object.entries(INKS).map(([name, color]): [string, PdfValue] => [
    name,
    ["Separation", name, "DeviceRGB", { FunctionType: 2, Domain: [0, 1], C0: [1, 1, 1], C1: color, N: 1 }],
  ]);
  const names = Object.keys(INKS);
  return file.addArray(["DeviceN", names, "DeviceRGB", mix, { Colorants: Object.fromEntries(colorants) }]);
}
