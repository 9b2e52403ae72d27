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
 * Side by side over the whole column, as high as each other, no higher than a picture may be. A width given is a
 * share of what the gaps leave; what is left is parted among the others.
 */
export function rowSizes(figures: readonly Sized[], room: PictureRoom): readonly PictureSize[] {
  const { measure, pitch, gap, style } = room;
  const free = Math.max(0, measure - gap * (figures.length - 1));
  const asked = figures.map(({ width }) => (width === undefined ? undefined : askedWidth(width, free)));
  const others = figures.filter(({ width }) => width === undefined);
  const othersAspect = others.reduce((sum, figure) => sum + aspectOf(figure), 0);
  const wanted = asked.reduce<number>((sum, width) => sum + (width ?? 0), 0);
  // Others keep an even share where those with a width would leave them next to nothing.
  const most = free * (1 - (others.length / figures.length) * LEAST_OF_EVEN_SHARE);
  const scale = wanted > most ? most / wanted : 1;
  const left = free - wanted * scale;
  const sizes = figures.map((figure, index): PictureSize => {
    const aspect = aspectOf(figure);
    const own = asked[index];
    const width = own === undefined ? (left * aspect) / othersAspect : own * scale;
    return { width, height: width / aspect };
  });
  if (others.length < figures.length) return sizes;
  const highest = Math.max(...sizes.map(({ height }) => height));
  return scaled(sizes, Math.min(1, (style.maxLines * pitch) / highest));
}

const LEAST_OF_EVEN_SHARE = 0.5;

/** @returns the same pictures, larger or smaller by a factor */
export const scaled = (sizes: readonly PictureSize[], factor: number): readonly PictureSize[] =>
  factor === 1
    ? sizes
    : sizes.map(({ width, height }) => ({ width: width * factor, height: height * factor }));

const askedWidth = ({ unit, value }: PictureWidth, measure: number): number =>
  Math.min(measure, unit === "percent" ? (measure * value) / 100 : pointsFromMm(value));

/** @returns width of a picture that is one high */
export const aspectOf = ({ image }: Pick<Figure, "image">): number =>
  image.state === "found" ? Math.max(1, image.widthPx) / Math.max(1, image.heightPx) : 1;
