/**
 * Pictures: as large as their pixels allow at a printable resolution, no wider than the measure and
 * no higher than a page with the caption and the headings above, in whole grid lines; the caption stays
 * below. Only a caption of a third of a page goes on to the next.
 */

import { baselineIn, pitchFor, wholeLines } from "../../model/page-geometry.js";
import { NATURAL_DPI, ROOM_LINES } from "../../model/printed-measures.js";
import type { Figure } from "../../model/text.js";
import { elementNode } from "../element-node.js";
import { plainSpan } from "../paragraph/cell.js";
import { collectText } from "../paragraph/collect-cells.js";
import type { InspectedLines } from "../paragraph/inspect-lines.js";
import { composeLines } from "./compose-lines.js";
import type { BlockContext } from "./composing.js";
import { sliceStrip } from "./slice-strip.js";
import type { Part, Strip } from "./strip.js";

const POINTS_PER_INCH = 72;

export function composeFigure(figure: Figure, context: BlockContext): readonly Strip[] {
  const { image } = figure;
  if (image.state !== "found") return [];
  const { composing, column } = context;
  const { geometry, book } = composing;
  const node = elementNode("Figure", context.parent, { alt: figure.alt });
  const owner = figure.decorative ? "decoration" : node;
  const captionNode = elementNode("Caption", context.parent);
  const { lines: captionLines, faults } = composeCaption(figure, { ...context, parent: captionNode });
  const captionSize = book.style("caption").sizePt;
  const captionPitch = pitchFor(geometry, captionSize);
  const captionHeight = captionLines.length * captionPitch;
  const room = ROOM_LINES * geometry.pitch;
  const isLong = captionHeight > LARGEST_WHOLE_CAPTION * geometry.height;
  const under = isLong ? LARGEST_WHOLE_CAPTION * geometry.height : captionHeight;
  const most = Math.max(roomBelow(context) - under - 2 * room, geometry.height * LEAST_SHARE);
  const natural = (image.widthPx * POINTS_PER_INCH) / NATURAL_DPI;
  const width = Math.min(natural, column.width, (most * image.widthPx) / image.heightPx);
  const height = (width * image.heightPx) / image.widthPx;
  const whole = wholeLines(geometry, height + captionHeight + 2 * room);
  const top = (whole - height - captionHeight) / 2;
  const x = column.x + (column.width - width) / 2;
  const picture: Part = { kind: "picture", owner, path: image.path, x, y: top, width, height };
  const captionTop = top + height + room / 2;
  const caption = captionLines.map((line, index): Part => {
    const y = captionTop + index * captionPitch;
    return { kind: "line", line, x: column.x, baseline: y + baselineIn(captionPitch, captionSize) };
  });
  const strip: Strip = {
    before: 0,
    height: whole,
    snap: true,
    keep: false,
    startsBlock: true,
    // Inside a list or a quotation a picture stays where it is.
    figure: context.parent.type === "Art" && !isLong ? "floats" : "stays",
    anchors: [...(figure.decorative ? [] : [node]), ...(captionLines.length > 0 ? [captionNode] : [])],
    parts: [picture, ...caption],
    notes: [],
    faults,
  };
  if (!isLong) return [strip];
  const cuts = captionLines.slice(2).map((_, index) => captionTop + (index + 2) * captionPitch);
  // Two lines stay with the picture, and two together at the end.
  return sliceStrip(strip, cuts).map((slice, index) => ({ ...slice, keep: index === cuts.length - 1 }));
}

/** @returns height of a page that the headings above leave */
const roomBelow = ({ composing: { geometry }, above }: BlockContext): number =>
  geometry.height - Math.max(geometry.pitch, wholeLines(geometry, above));

/** A caption taller than this share of a page is parted. */
const LARGEST_WHOLE_CAPTION = 1 / 3;
/** A picture gets this share of a page whatever stands above and below. */
const LEAST_SHARE = 1 / 6;

/** @param context its parent is the caption's own element */
function composeCaption(figure: Figure, { composing, column, parent }: BlockContext): InspectedLines {
  const { caption, span } = figure;
  if (caption === undefined) return { lines: [], faults: [] };
  const type = composing.book.style("caption");
  return composeLines(composing, collectText(caption, plainSpan(type, parent)), {
    column,
    sizePt: type.sizePt,
    indent: 0,
    align: "center",
    place: span,
  });
}
