/**
 * Inline pictures (DrawingML), as large as in the PDF edition, with alternative text and captions. A picture
 * whose bytes are missing is not drawn: an issue that passed the rules has none. Pictures side by side are
 * figure-row.ts's.
 */
import { type IMediaTransformation, ImageRun, type Paragraph, type XmlComponent } from "docx";
import { linesTaken } from "../../../han/text-width.js";
import type { Orientation } from "../../../model/picture.js";
import { type PictureRoom, type PictureSize, pictureSize, scaled } from "../../../model/picture-size.js";
import { PICTURE_GAP_EM } from "../../../model/printed-measures.js";
import type { Figure } from "../../../model/text.js";
import { pixelsFromPoints, twipsFromPoints } from "../../../model/units.js";
import { isOnItsSide, TURNS } from "../../../pictures/exif.js";
import { captionRoomTwips, FIGURE_DESCENT } from "../styles/block-formats.js";
import { pictureStandIn } from "../word/picture-stand-in.js";
import { emTwips, looseLineTwips, roomTwips } from "../word/word-geometry.js";
import { xmlSafe } from "../word/word-text.js";
import type { DocumentContext } from "./document-context.js";
import { runsOfText } from "./inlines.js";
import { paragraphOf } from "./paragraph.js";
import { indentIn, type Place } from "./place.js";

/** Words below a picture, in a paragraph of their own. */
export interface WordCaption {
  readonly text: string;
  readonly runs: readonly XmlComponent[];
}

export interface FigurePlace {
  /** what stands below the picture beside its own caption */
  readonly below?: WordCaption | undefined;
  readonly context: DocumentContext;
  /** the picture is centred in its column */
  readonly place: Place;
}

export function paragraphsOfFigure(
  figure: Figure,
  { below, context, place }: FigurePlace,
): readonly Paragraph[] {
  const { caption } = figure;
  const words = [
    ...(caption === undefined ? [] : [{ text: caption, runs: runsOfText(caption) }]),
    ...(below === undefined ? [] : [below]),
  ];
  const measure = context.geometry.textWidth - place.left - place.right;
  const [size = NO_SIZE] = fittedSizes(
    [printedSize(figure, pictureSize(figure, roomFor(measure, context)), context)],
    context,
    { captionLines: words.length === 0 ? 0 : words.length + 1 },
  );
  const captionEm = emTwips(context.template, "caption");
  const lines = words.reduce((sum, { text }) => sum + linesTaken(text, measure / captionEm), 0);
  const indent = indentIn(place, "Figure", context);
  const picture = pictureRun(figure, size, context);
  const captions = words.map(({ runs }, index) =>
    paragraphOf("Caption", runs, { ...(index === words.length - 1 ? {} : { keepNext: true }), ...indent }),
  );
  if (picture === undefined) return captions;
  if (captions.length === 0) return [paragraphOf(plainStyle(size, context), [picture], indent)];
  const spacing = { before: roomAbove({ height: size.height, lines }, context) };
  return [paragraphOf("Figure", [picture], { ...indent, spacing }), ...captions];
}

/** Wide where whole grid lines leave one or more around the picture. */
function plainStyle({ height }: PictureSize, { geometry, template }: DocumentContext) {
  const { pitch } = geometry;
  const least = twipsFromPoints(height) + 2 * roomTwips(geometry);
  const room = Math.ceil(least / pitch) * pitch - twipsFromPoints(height);
  return template.grid.snap && room >= pitch ? "PlainFigureWide" : "PlainFigure";
}

/** @returns undefined where there is no picture to show: an issue that passed the rules has none such */
export function pictureRun(
  { image, alt, decorative }: Figure,
  { width, height }: PictureSize,
  context: DocumentContext,
): ImageRun | undefined {
  const stored = image.state === "found" ? context.assets.get(image.path) : undefined;
  if (stored === undefined) return undefined;
  const id = context.takeDrawingId();
  const pixels = (points: number) => Math.max(1, Math.floor(pixelsFromPoints(points)));
  return new ImageRun({
    type: stored.kind === "png" ? "png" : "jpg",
    data: pictureStandIn(stored.bytes),
    transformation: transformationOf({ width: pixels(width), height: pixels(height) }, stored.orientation),
    altText: { id: String(id), name: `图片 ${id}`, description: xmlSafe(alt) || DECORATION },
    ...(decorative ? { decorative: true } : {}),
  });
}

/** @param size what it would have by itself */
export function printedSize({ image }: Figure, size: PictureSize, context: DocumentContext): PictureSize {
  return (image.state === "found" ? context.takePrintedSize(image.path) : undefined) ?? size;
}

export const NO_SIZE: PictureSize = { width: 1, height: 1 };

/** @param measure width of the column, in twips */
export const roomFor = (measure: number, { template, geometry }: DocumentContext): PictureRoom => ({
  measure: measure / 20,
  pitch: geometry.pitch / 20,
  gap: (PICTURE_GAP_EM * emTwips(template, "body")) / 20,
  style: template.pictures,
});

/**
 * Word ignores the orientation in Exif; it goes into a:xfrm, which mirrors first and then rotates clockwise
 * (ECMA-376, 20.1.7.6). The size is the one before rotation; Word (since 2010) and LibreOffice reserve the
 * right room for a picture turned by a quarter.
 */
function transformationOf({ width, height }: Pixels, orientation: Orientation): IMediaTransformation {
  const { mirrored, degrees } = TURNS[orientation];
  return {
    ...(isOnItsSide(orientation) ? { width: height, height: width } : { width, height }),
    ...(degrees === 0 ? {} : { rotation: degrees }),
    ...(mirrored === undefined
      ? {}
      : { flip: { horizontal: mirrored === "across", vertical: mirrored === "down" } }),
  };
}

/** CSS pixels, the library's unit */
interface Pixels {
  readonly width: number;
  readonly height: number;
}

export interface PictureHeights {
  /** of the picture, in points */
  readonly height: number;
  /** of captions under it */
  readonly lines: number;
  /** what stands under them in place of a caption's room, in twips */
  readonly under?: number;
}

/**
 * @returns the space above pictures that fills them, their captions and the room below, which the style of these has,
 * up to whole grid lines, in twips. It is the picture's own: what stands below carries nothing that Enter passes on.
 */
export function roomAbove(
  { height, lines, under }: PictureHeights,
  { template, geometry }: DocumentContext,
): number {
  const { pitch } = geometry;
  const room = roomTwips(geometry);
  const content = twipsFromPoints(height) + lines * looseLineTwips(template, "caption");
  const whole = template.grid.snap ? Math.ceil((content + 2 * room) / pitch) * pitch : content + 2 * room;
  const below = under ?? captionRoomTwips(template, geometry);
  return Math.max(0, whole - content - below - FIGURE_DESCENT);
}

/** Read out by screen readers that do not know the mark for decorative pictures. */
const DECORATION = "装饰图";

/** @returns smaller ones where a page would not hold them with the space around and so many lines of captions */
export function fittedSizes(
  sizes: readonly PictureSize[],
  { geometry }: DocumentContext,
  { captionLines }: { readonly captionLines: number },
): readonly PictureSize[] {
  const most = (geometry.textHeight - geometry.pitch * (1 + captionLines)) / 20;
  const highest = Math.max(...sizes.map(({ height }) => height));
  return scaled(sizes, Math.min(1, Math.max(1, most) / highest));
}
