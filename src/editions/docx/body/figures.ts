/**
 * Inline pictures (DrawingML), no wider than the text, with alternative text and captions. A picture
 * whose bytes are missing is not drawn: an issue that passed the rules has none.
 */
import { type IMediaTransformation, ImageRun, type Paragraph } from "docx";
import { linesTaken } from "../../../han/text-width.js";
import type { Orientation } from "../../../model/picture.js";
import { NATURAL_DPI } from "../../../model/printed-measures.js";
import type { Figure } from "../../../model/text.js";
import { pixelsFromPoints, twipsFromPoints } from "../../../model/units.js";
import { isOnItsSide, TURNS } from "../../../pictures/exif.js";
import { pictureStandIn } from "../word/picture-stand-in.js";
import { emTwips, looseLineTwips, roomTwips } from "../word/word-geometry.js";
import { xmlSafe } from "../word/word-text.js";
import type { DocumentContext } from "./document-context.js";
import { runsOfText } from "./inlines.js";
import { paragraphOf } from "./paragraph.js";
import { indentIn, type Place } from "./place.js";

/** @param place the picture is centred in its column */
export function paragraphsOfFigure(
  figure: Figure,
  context: DocumentContext,
  place: Place,
): readonly Paragraph[] {
  const { caption, image } = figure;
  const stored = image.state === "found" ? context.assets.get(image.path) : undefined;
  const measure = context.geometry.textWidth - place.left - place.right;
  const size = fittedSize(figure, context, measure);
  const room = roomAround(figure, { ...size, measure }, context);
  const indent = indentIn(place, "Figure", context);
  const captionParagraph = (text: string) =>
    paragraphOf("Caption", runsOfText(text), { ...indent, spacing: { after: room.after } });
  if (image.state !== "found" || stored === undefined)
    return caption === undefined ? [] : [captionParagraph(caption)];
  const id = context.takeDrawingId();
  const picture = new ImageRun({
    type: stored.kind === "png" ? "png" : "jpg",
    data: pictureStandIn(stored.bytes),
    transformation: transformationOf(size, stored.orientation),
    altText: { id: String(id), name: `图片 ${id}`, description: xmlSafe(figure.alt) || DECORATION },
    ...(figure.decorative ? { decorative: true } : {}),
  });
  const hasCaption = caption !== undefined;
  const spacing = { before: room.before, ...(hasCaption ? {} : { after: room.after }) };
  return [
    paragraphOf("Figure", [picture], { ...(hasCaption ? { keepNext: true } : {}), ...indent, spacing }),
    ...(hasCaption ? [captionParagraph(caption)] : []),
  ];
}

/**
 * Word ignores the orientation in Exif; it goes into a:xfrm, which mirrors first and then rotates clockwise
 * (ECMA-376, 20.1.7.6). The size is the one before rotation; Word (since 2010) and LibreOffice reserve the
 * right room for a picture turned by a quarter.
 */
function transformationOf({ width, height }: PictureSize, orientation: Orientation): IMediaTransformation {
  const { mirrored, degrees } = TURNS[orientation];
  return {
    ...(isOnItsSide(orientation) ? { width: height, height: width } : { width, height }),
    ...(degrees === 0 ? {} : { rotation: degrees }),
    ...(mirrored === undefined
      ? {}
      : { flip: { horizontal: mirrored === "across", vertical: mirrored === "down" } }),
  };
}

interface PictureSize {
  /** CSS pixels, the library's unit */
  readonly width: number;
  readonly height: number;
}

/** @returns the space that fills picture and caption up to whole grid lines, split above and below */
function roomAround(
  { caption }: Figure,
  { height, measure }: PictureSize & { readonly measure: number },
  { template, geometry }: DocumentContext,
) {
  const { pitch } = geometry;
  const lines = caption === undefined ? 0 : linesTaken(caption, measure / emTwips(template, "caption"));
  const content = twipsFromPoints((height * 72) / CSS_DPI) + lines * looseLineTwips(template, "caption");
  const least = content + 2 * roomTwips(geometry);
  const whole = template.grid.snap ? Math.ceil(least / pitch) * pitch : least;
  const room = whole - content - DESCENT_PT * 20;
  const before = Math.floor(room / 2);
  return { before, after: room - before };
}

/** Depth of a body line below its baseline, on which a picture stands. */
const DESCENT_PT = 5;

/** Read out by screen readers that do not know the mark for decorative pictures. */
const DECORATION = "装饰图";

/** CSS pixels to the inch. */
const CSS_DPI = 96;

/** @returns CSS pixels: the natural size, or smaller where that does not fit */
function fittedSize({ image, caption }: Figure, { geometry }: DocumentContext, measure: number): PictureSize {
  const { widthPx, heightPx } = image.state === "found" ? image : { widthPx: 1, heightPx: 1 };
  // Leaves room for the space around it and for a caption of two lines.
  const linesLeft = caption === undefined ? 1 : 3;
  const widest = pixelsFromPoints(measure / 20);
  const highest = pixelsFromPoints((geometry.textHeight - geometry.pitch * linesLeft) / 20);
  const scale = Math.min(
    CSS_DPI / NATURAL_DPI,
    widest / Math.max(1, widthPx),
    highest / Math.max(1, heightPx),
  );
  return {
    width: Math.max(1, Math.floor(widthPx * scale)),
    height: Math.max(1, Math.floor(heightPx * scale)),
  };
}
