/**
 * A picture that was read (pictures/), as the editions take it: a whole file without data about its
 * making, and what its head says. All that an edition has to know of PNG and JPEG stands here.
 */

/** 1: the first row is the top and the first column the left; the others turn or mirror it. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

interface PictureHead {
  /** the file: pixels, colour profile and which way up, nothing else */
  readonly bytes: Uint8Array;
  /** pixels as they are stored, before the picture is set upright */
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
}

export interface PngPicture extends PictureHead {
  readonly kind: "png";
  /** bits a sample */
  readonly bits: 1 | 2 | 4 | 8 | 16;
  readonly colors: "gray" | "rgb" | "palette";
  /** whether each pixel has a sample of opacity of its own */
  readonly hasAlpha: boolean;
  readonly isInterlaced: boolean;
  /** three bytes a colour, no more than the samples can name; empty unless `colors` is `palette` */
  readonly palette: Uint8Array;
  /** tRNS: opacities of the palette's first colours, or the one colour that is transparent; mostly empty */
  readonly transparency: Uint8Array;
  /** the pixels, filtered and deflated, in pieces of `bytes` */
  readonly data: readonly Uint8Array[];
}

export interface JpegPicture extends PictureHead {
  readonly kind: "jpeg";
  readonly colors: "gray" | "rgb" | "inks";
  /** Adobe's programs store the amounts of ink upside down */
  readonly hasAdobeMark: boolean;
  /** a JPEG of the pixels alone, without profile and Exif, in pieces of `bytes` */
  readonly data: readonly Uint8Array[];
}

export type Picture = PngPicture | JpegPicture;

/** Why a file that looks like PNG or JPEG is no picture for an edition. */
export type PictureFault =
  /** the file ends before the picture does */
  | "cut-off"
  /** a checksum of the file does not fit its contents */
  | "checksum"
  /** its parts are not what the format wants */
  | "damaged"
  /** the pixels cannot be unpacked */
  | "damaged-pixels"
  | "no-palette"
  /** a pixel names a colour that the palette lacks */
  | "palette-index"
  | "too-many-pixels"
  | "jpeg-arithmetic"
  | "jpeg-lossless"
  | "jpeg-12-bit"
  /** neither grey nor three nor four components */
  | "jpeg-colors";
