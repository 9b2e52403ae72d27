/**
 * Pictures in the line (DrawingML inline), as wide as the text at most, with alternative text, and
 * their captions. A picture whose bytes are not at hand is not drawn: an issue that passed the
 * rules has none.
 */
import { type IMediaTransformation, ImageRun, type Paragraph } from "docx";
import { linesTaken } from "../../../han/text-width.js";
import type { Orientation } from "../../../model/picture.js";
import { NATURAL_DPI } from "../../../model/printed-measures.js";
import type { Figure } from "../../../model/text.js";
import { pixelsFromPoints, twipsFromPoints } from "../../../model/units.js";
import { isOnItsSide, TURNS } from "../../../pictures/exif.js";
import { standIn } from "../word/picture-stand-in.js";
import { emTwips, looseLineTwips, roomTwips } from "../word/word-geometry.js";
import { xmlSafe } from "../word/word-text.js";
import type { DocumentContext } from "./document-context.js";
import { runsOfText } from "./inlines.js";
import { paragraphOf } from "./paragraph.js";
import { indentIn, type Place } from "./place.js";

/** @param place in the middle of whose column the picture stands */
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
    data: standIn(stored.bytes),
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
 * Word shows pixels as they are stored, whatever Exif says: which way up stands in a:xfrm, which mirrors first
 * and then turns clockwise (ECMA-376, 20.1.7.6). The size is that before the turn; Word (since 2010) and
 * LibreOffice give a picture turned by a quarter the room that it then takes.
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

/** @returns what fills picture and caption up to whole grid lines, half above and half below */
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

/** What a line of the body has below its base line, on which a picture stands. */
const DESCENT_PT = 5;

/** What a screen reader hears where it does not know that a picture is marked as decoration. */
const DECORATION = "装饰图";

/** CSS pixels to the inch. */
const CSS_DPI = 96;

/** @returns CSS pixels: the natural size, or smaller where that does not fit */
function fittedSize({ image, caption }: Figure, { geometry }: DocumentContext, measure: number): PictureSize {
  const { widthPx, heightPx } = image.state === "found" ? image : { widthPx: 1, heightPx: 1 };
  // Room for the space around it, and for a caption of two lines.
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
