/**
 * How large pictures are printed, alone and side by side. The PDF and the DOCX edition ask here, so that a picture is as
 * large in the one as in the other. Lengths are in points. That a page has to hold it is each edition's own care.
 */
import type { PictureStyle } from "./template.js";
import type { Figure, PictureWidth } from "./text.js";
import { pointsFromMm } from "./units.js";

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

export interface PictureRoom {
  /** width of the column */
  readonly measure: number;
  /** of a grid line */
  readonly pitch: number;
  /** between pictures side by side */
  readonly gap: number;
  readonly style: PictureStyle;
}

type Sized = Pick<Figure, "image" | "width">;

const POINTS_PER_INCH = 72;

/**
 * As its author asks; else as wide as its column, as its pixels allow, and as the height of a picture allows,
 * whichever is least.
 */
export function pictureSize(figure: Sized, { measure, pitch, style }: PictureRoom): PictureSize {
  const aspect = aspectOf(figure);
  const asked = figure.width === undefined ? undefined : askedWidth(figure.width, measure);
  const { image } = figure;
  const natural = image.state === "found" ? (image.widthPx * POINTS_PER_INCH) / style.minDpi : measure;
  const width = asked ?? Math.min(measure, natural, style.maxLines * pitch * aspect);
  return { width, height: width / aspect };
}

/**
 * Side by side over the whole column, as high as each other, no higher than a picture may be. Where each has a width of
 * its own, that is followed, as a share of what the gaps leave; a width of some says how high all of them are.
 */
export function rowSizes(figures: readonly Sized[], room: PictureRoom): readonly PictureSize[] {
  const [only] = figures;
  if (figures.length === 1 && only !== undefined) return [pictureSize(only, room)];
  const { pitch, style } = room;
  const free = roomInRow(figures.length, room);
  const asked = figures.flatMap(({ width, image }) =>
    width === undefined ? [] : [{ width: askedWidth(width, free), aspect: aspectOf({ image }) }],
  );
  if (asked.length === figures.length) {
    const wanted = asked.reduce((sum, { width }) => sum + width, 0);
    const scale = Math.min(1, free / wanted);
    return asked.map(({ width, aspect }) => ({ width: width * scale, height: (width * scale) / aspect }));
  }
  const aspects = figures.map(aspectOf);
  const most =
    asked.length === 0
      ? style.maxLines * pitch
      : Math.min(...asked.map(({ width, aspect }) => width / aspect));
  const height = Math.min(most, free / aspects.reduce((sum, aspect) => sum + aspect, 0));
  return aspects.map((aspect) => ({ width: height * aspect, height }));
}

/** @returns what the gaps between so many pictures leave of their column */
export const roomInRow = (count: number, { measure, gap }: Pick<PictureRoom, "measure" | "gap">): number =>
  Math.max(0, measure - gap * (count - 1));

/** @returns the same pictures, larger or smaller by a factor */
export const scaled = (sizes: readonly PictureSize[], factor: number): readonly PictureSize[] =>
  factor === 1
    ? sizes
    : sizes.map(({ width, height }) => ({ width: width * factor, height: height * factor }));

const askedWidth = (width: PictureWidth, measure: number): number =>
  Math.min(measure, wantedWidth(width, measure));

/** @returns the width that an author asks for, whether there is room for it or not */
export const wantedWidth = ({ unit, value }: PictureWidth, measure: number): number =>
  unit === "percent" ? (measure * value) / 100 : pointsFromMm(value);

/** @returns width of a picture that is one high */
export const aspectOf = ({ image }: Pick<Figure, "image">): number =>
  image.state === "found" ? Math.max(1, image.widthPx) / Math.max(1, image.heightPx) : 1;
