/**
 * Pictures, alone or side by side: as large as model/picture-size.ts says, no higher than a page with the captions and
 * the headings above, in whole grid lines; the captions stay below, level with each other, then that of the
 * row. What may be smaller to fill a page is made in all its sizes. Only captions of a third of a page go on to the
 * next.
 */

import { baselineIn, pitchFor, wholeLines } from "../../model/page-geometry.js";
import { type PictureSize, pictureSize, rowSizes, scaled } from "../../model/picture-size.js";
import { ROOM_LINES } from "../../model/printed-measures.js";
import type { Figure, FigureRow } from "../../model/text.js";
import { type ElementNode, elementNode } from "../element-node.js";
import {
  type ComposedCaption,
  type ComposedPictures,
  captionNodeOf,
  captionOf,
  captionOfRow,
  NO_CAPTION,
  roomOf,
  sideBySide,
} from "./captions.js";
import type { BlockContext } from "./composing.js";
import { narrowFaults } from "./narrow-pictures.js";
import { sliceStrip } from "./slice-strip.js";
import { notesIn } from "./stack-lines.js";
import type { Part, Strip } from "./strip.js";

export function composeFigure(figure: Figure, context: BlockContext): readonly Strip[] {
  if (figure.image.state !== "found") return [];
  const size = pictureSize(figure, roomOf(context));
  const caption = captionOf(figure, captionNodeOf(figure, context), { context, column: context.column });
  const lay: Lay = ([own = size]) => ({ pictures: [{ figure, size: own, ...caption }], row: NO_CAPTION });
  return composePictures(lay, [size], context);
}

/** A caption is as wide as its picture. */
export function composeFigureRow({ figures, caption }: FigureRow, context: BlockContext): readonly Strip[] {
  const found = figures.filter(({ image }) => image.state === "found");
  if (found.length === 0) return [];
  const nodes = found.map((figure) => captionNodeOf(figure, context));
  const row = caption === undefined ? NO_CAPTION : captionOfRow(caption, context);
  const lay: Lay = (sizes) => ({ pictures: sideBySide(found, { sizes, nodes, context }), row });
  return composePictures(lay, fittedSizes(rowSizes(found, roomOf(context)), context), context);
}

/** Sets the captions of pictures that are so large. */
type Lay = (sizes: readonly PictureSize[]) => ComposedPictures;

/** Captions taller than this share of a page are parted. */
const LARGEST_WHOLE_CAPTION = 1 / 3;
/** Pictures get this share of a page whatever stands above and below. */
const LEAST_SHARE = 1 / 6;

/** @returns height of a page that the headings above leave */
const roomBelow = ({ composing: { geometry }, above }: BlockContext): number =>
  geometry.height - Math.max(geometry.pitch, wholeLines(geometry, above));

const highestOf = (sizes: readonly PictureSize[]): number => Math.max(...sizes.map(({ height }) => height));

/** @param under height of what stands below the pictures */
function fittedSizes(
  sizes: readonly PictureSize[],
  context: BlockContext,
  under = 0,
): readonly PictureSize[] {
  const { geometry } = context.composing;
  const room = 2 * ROOM_LINES * geometry.pitch;
  const most = Math.max(roomBelow(context) - under - room, geometry.height * LEAST_SHARE);
  return scaled(sizes, Math.min(1, most / highestOf(sizes)));
}

function composePictures(lay: Lay, asked: readonly PictureSize[], context: BlockContext): readonly Strip[] {
  const { geometry, book } = context.composing;
  const captionPitch = pitchFor(geometry, book.style("caption").sizePt);
  const first = lay(asked);
  const ownLines = ownLinesOf(first);
  const captionHeight = (ownLines + first.row.lines.length) * captionPitch;
  const isLong = captionHeight > LARGEST_WHOLE_CAPTION * geometry.height;
  const under = isLong ? LARGEST_WHOLE_CAPTION * geometry.height : captionHeight;
  const figures = first.pictures.map(({ figure }) => figure);
  const sizes = fittedSizes(
    first.pictures.map(({ size }) => size),
    context,
    under,
  );
  // Smaller for its caption's sake, a picture keeps its caption as it is where a narrower one would take more room.
  const again = lay(sizes);
  const laid = ownLinesOf(again) === ownLines ? again : first;
  // Where its cells turned even, the row set again holds smaller pictures than it was asked for.
  const printed = laid === again ? again.pictures.map(({ size }) => size) : sizes;
  const nodes = figures.map(({ alt }) => elementNode("Figure", context.parent, { alt }));
  const whole = stripOf(laid, { sizes: printed, nodes, captionPitch, context });
  const strip = {
    ...whole,
    faults: [...(whole.faults ?? []), ...narrowFaults(figures, printed, roomOf(context))],
  };
  if (isLong) {
    const top = captionTopOf(strip, captionHeight, geometry.pitch);
    const cuts = Array.from(
      { length: ownLines + laid.row.lines.length },
      (_, line) => top + line * captionPitch,
    ).slice(2);
    // Two lines stay with the picture, and two together at the end.
    const slices = sliceStrip({ ...strip, figure: "stays" }, cuts);
    return slices.map((slice, index) => ({
      ...slice,
      keep: index === cuts.length - 1,
      notes: slice.parts.flatMap((part) => (part.kind === "line" ? notesIn(part.line) : [])),
    }));
  }
  const isAsked = figures.some(({ width }) => width !== undefined);
  const height = highestOf(printed);
  const scales = isAsked ? [] : smallerScales(context, { height, whole: strip.height, captionHeight });
  // From the smallest up, each with the next smaller one.
  let smaller: Strip | undefined;
  for (const scale of scales.toReversed()) {
    const set = lay(scaled(sizes, scale));
    const own = set.pictures.map(({ size }) => size);
    smaller = {
      ...stripOf(set, { sizes: own, nodes, captionPitch, context }),
      ...(smaller && { smaller }),
    };
  }
  return [smaller === undefined ? strip : { ...strip, smaller }];
}

const ownLinesOf = ({ pictures }: ComposedPictures): number =>
  Math.max(0, ...pictures.map(({ lines }) => lines.length));

interface Heights {
  /** of the picture */
  readonly height: number;
  /** with captions and room */
  readonly whole: number;
  readonly captionHeight: number;
}

/** @returns factors that take whole grid lines away, one more each, as far as the template lets a picture be smaller */
function smallerScales(
  { composing: { geometry, book } }: BlockContext,
  { height, whole, captionHeight }: Heights,
): readonly number[] {
  const { minScale } = book.template.pictures;
  const room = 2 * ROOM_LINES * geometry.pitch;
  const scales: number[] = [];
  for (let lines = 1; ; lines += 1) {
    const scale = (whole - lines * geometry.pitch - captionHeight - room) / height;
    if (scale < minScale) break;
    if (scale < 1) scales.push(scale);
  }
  return scales;
}

const captionTopOf = (strip: Strip, captionHeight: number, pitch: number): number => {
  const foot = Math.max(...strip.parts.map((part) => (part.kind === "picture" ? part.y + part.height : 0)));
  return captionHeight > 0 ? foot + (ROOM_LINES * pitch) / 2 : foot;
};

interface StripInput {
  readonly sizes: readonly PictureSize[];
  readonly nodes: readonly ElementNode[];
  readonly captionPitch: number;
  readonly context: BlockContext;
}

/** Pictures stand on one line, their captions begin on one line. */
function stripOf({ pictures, row }: ComposedPictures, input: StripInput): Strip {
  const { sizes, nodes, captionPitch, context } = input;
  const { geometry, book } = context.composing;
  const ownLines = ownLinesOf({ pictures, row });
  const captionSize = book.style("caption").sizePt;
  const captionHeight = (ownLines + row.lines.length) * captionPitch;
  const room = ROOM_LINES * geometry.pitch;
  const highest = highestOf(sizes);
  const whole = wholeLines(geometry, highest + captionHeight + 2 * room);
  const foot = (whole - highest - captionHeight) / 2 + highest;
  const captionTop = foot + room / 2;
  const linesOf = ({ lines, column }: ComposedCaption, above: number): readonly Part[] =>
    lines.map((line, index) => {
      const y = captionTop + (above + index) * captionPitch;
      return { kind: "line", line, x: column.x, baseline: y + baselineIn(captionPitch, captionSize) };
    });
  const parts = pictures.flatMap((picture, index): readonly Part[] => {
    const { figure, column } = picture;
    const { width, height } = sizes[index] ?? picture.size;
    const node = nodes[index];
    if (figure.image.state !== "found" || node === undefined) return [];
    const owner = figure.decorative ? "decoration" : node;
    const x = column.x + (column.width - width) / 2;
    const { path } = figure.image;
    const shape = { x, y: foot - height, width, height };
    return [{ kind: "picture", owner, path, place: figure.span, ...shape }, ...linesOf(picture, 0)];
  });
  const all = [...pictures, row];
  return {
    before: 0,
    height: whole,
    snap: true,
    keep: false,
    startsBlock: true,
    // Inside a list or a quotation a picture stays where it is.
    figure: context.parent.type === "Art" ? "floats" : "stays",
    anchors: [
      ...pictures.flatMap(({ figure, node }, index) => [
        ...(figure.decorative ? [] : nodes.slice(index, index + 1)),
        ...(node === undefined ? [] : [node]),
      ]),
      ...(row.node === undefined ? [] : [row.node]),
    ],
    parts: [...parts, ...linesOf(row, ownLines)],
    notes: row.lines.flatMap((line) => notesIn(line)),
    faults: all.flatMap(({ faults }) => faults),
  };
}
