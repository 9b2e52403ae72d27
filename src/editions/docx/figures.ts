/**
 * Pictures in the line (DrawingML inline), as wide as the text at most, with alternative text, and
 * their captions. A picture whose bytes are not at hand is not drawn: an issue that passed the
 * rules has none.
 */
import { ImageRun, type Paragraph } from "docx";
import type { Figure } from "../../model/text.js";
import { pixelsFromPoints } from "../../model/units.js";
import type { DocumentContext } from "./document-context.js";
import { runsOfText } from "./inlines.js";
import { paragraphOf } from "./paragraph.js";
import { xmlSafe } from "./word-text.js";

export function paragraphsOfFigure(figure: Figure, context: DocumentContext): readonly Paragraph[] {
  const { caption } = figure;
  const picture = pictureOf(figure, context);
  return [
    ...(picture === undefined ? [] : [paragraphOf("Figure", [picture], { keepNext: caption !== undefined })]),
    ...(caption === undefined ? [] : [paragraphOf("Caption", runsOfText(caption))]),
  ];
}

function pictureOf(figure: Figure, context: DocumentContext): ImageRun | undefined {
  const { image, decorative } = figure;
  if (image.state !== "found") return undefined;
  const data = context.assets.get(image.path);
  if (data === undefined) return undefined;
  const id = context.takeDrawingId();
  return new ImageRun({
    type: image.format === "png" ? "png" : "jpg",
    data,
    transformation: fittedSize(figure, context),
    altText: { id: String(id), name: `图片 ${id}`, description: xmlSafe(figure.alt) || DECORATION },
    ...(decorative ? { decorative: true } : {}),
  });
}

/** What a screen reader hears where it does not know that a picture is marked as decoration. */
const DECORATION = "装饰图";

/** A picture is set at its pixels' size at this resolution, where it is narrower than the text. */
const NATURAL_DPI = 150;
/** CSS pixels, the library's unit. */
const CSS_DPI = 96;

/** @returns CSS pixels: the natural size, or smaller where that does not fit */
function fittedSize({ image, caption }: Figure, { geometry }: DocumentContext) {
  const { widthPx, heightPx } = image.state === "found" ? image : { widthPx: 1, heightPx: 1 };
  const captionLines = caption === undefined ? 0 : 2;
  const widest = pixelsFromPoints(geometry.textWidth / 20);
  const highest = pixelsFromPoints((geometry.textHeight - geometry.pitch * captionLines) / 20);
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
