/** A picture of the issue as forms for websites need it: its bytes, its words, and how wide it may be. */
import type { Assets } from "../../../model/issue.js";
import type { Picture } from "../../../model/picture.js";
import type { Figure } from "../../../model/text.js";

export interface FormPicture {
  readonly picture: Picture;
  /** workspace path of its file */
  readonly path: string;
  readonly alt: string;
  readonly width: {
    /** for pages that keep no style, in CSS pixels */
    readonly px: number;
    /** as its author asks for it */
    readonly css: string | undefined;
  };
}

/** The text of websites is about so wide, in CSS pixels. */
const COLUMN_PX = 720;
const PX_PER_MM = 96 / 25.4;

export function pictureOfFigure(figure: Figure, assets: Assets): FormPicture {
  const { image, width } = figure;
  const picture = image.state === "found" ? assets.get(image.path) : undefined;
  if (image.state !== "found" || picture === undefined) {
    throw new Error(`no bytes for the picture ${figure.destination.value}, though the issue was checked`);
  }
  const asked =
    width === undefined
      ? image.widthPx
      : width.unit === "percent"
        ? (COLUMN_PX * width.value) / 100
        : width.value * PX_PER_MM;
  return {
    picture,
    path: image.path,
    alt: figure.decorative ? "" : figure.alt,
    width: {
      px: Math.max(1, Math.round(Math.min(asked, COLUMN_PX))),
      css: width === undefined ? undefined : `${width.value}${width.unit === "percent" ? "%" : "mm"}`,
    },
  };
}
