/**
 * Pictures, alone or side by side: as large as model/picture-size.ts says, no higher than a page with the captions and
 * the headings above, in whole grid lines; the captions stay below, level with each other, then that of the
 * row. What may be smaller to fill a page is made in all its sizes. Only captions of a third of a page go on to the
 * next.
 */

import { baselineIn, pitchFor, wholeLines } from "../../model/page-geometry.js";
import {
  type PictureRoom,
  type PictureSize,
  pictureSize,
  rowSizes,
  scaled,
} from "../../model/picture-size.js";
import { PICTURE_GAP_EM, ROOM_LINES } from "../../model/printed-measures.js";
import type { Figure, FigureRow } from "../../model/text.js";
import { type ElementNode, elementNode } from "../element-node.js";
import { type CellText, plainSpan } from "../paragraph/cell.js";
import { collectInlines, collectText } from "../paragraph/collect-cells.js";
import type { InspectedLines } from "../paragraph/inspect-lines.js";
import { composeLines } from "./compose-lines.js";
import type { BlockContext, Column } from "./composing.js";
import { sliceStrip } from "./slice-strip.js";
import { notesIn } from "./stack-lines.js";
import type { Part, Strip } from "./strip.js";

export function composeFigure(figure: Figure, context: BlockContext): readonly Strip[] {
  if (figure.image.state !== "found") return [];
  const size = pictureSize(figure, roomOf(context));
  const caption = captionOf(figure, context, context.column);
  return composePictures({ pictures: [{ figure, size, ...caption }], row: NO_CAPTION }, context);
}

/** A caption is as wide as its picture. */
export function composeFigureRow({ figures, caption }: FigureRow, context: BlockContext): readonly Strip[] {
  const found = figures.filter(({ image }) => image.state === "found");
  if (found.length === 0) return [];
  const { column, composing, parent } = context;
  const room = roomOf(context);
  const sizes = fittedSizes(rowSizes(found, room), context);
  const cells = cellsOf(sizes, room, LEAST_CAPTION_EM * composing.book.style("caption").sizePt);
  const whole = cells.reduce((sum, width) => sum + width, room.gap * (found.length - 1));
  let x = column.x + (column.width - whole) / 2;
  const shrunk = Math.min(1, ...sizes.map(({ width }, index) => (cells[index] ?? width) / width));
  const pictures = found.map((figure, index): ComposedPicture => {
    const width = cells[index] ?? 0;
    const own = { ...column, x, width };
    x += width + room.gap;
    const size = scaled(sizes, shrunk)[index] ?? { width, height: width };
    return { figure, size, ...captionOf(figure, context, own) };
  });
  if (caption === undefined) return composePictures({ pictures, row: NO_CAPTION }, context);
  const node = elementNode("Caption", parent);
  const type = composing.book.style("caption");
  const text = collectInlines(caption.children, plainSpan(type, node), composing.book);
  const row = composeCaption({ text, column, node, place: caption.span }, context);
  return composePictures({ pictures, row }, context);
}

/** Narrower than this, a picture has no room for its caption: then each gets the same width. */
const LEAST_CAPTION_EM = 4;

function cellsOf(
  sizes: readonly PictureSize[],
  { measure, gap }: Pick<PictureRoom, "measure" | "gap">,
  least: number,
): readonly number[] {
  const even = (measure - gap * (sizes.length - 1)) / sizes.length;
  return sizes.map(({ width }) => (sizes.some((size) => size.width < least) ? even : width));
}

interface ComposedCaption extends InspectedLines {
  readonly node: ElementNode | undefined;
  /** where it is set, and its picture is centred */
  readonly column: Column;
}

interface ComposedPicture extends ComposedCaption {
  readonly figure: Figure;
  readonly size: PictureSize;
}

interface ComposedPictures {
  readonly pictures: readonly ComposedPicture[];
  /** caption of all of them */
  readonly row: ComposedCaption;
}

function roomOf({ composing: { book, geometry }, column }: BlockContext): PictureRoom {
  const gap = PICTURE_GAP_EM * geometry.em;
  return { measure: column.width, pitch: geometry.pitch, gap, style: book.template.pictures };
}

const NO_CAPTION: ComposedCaption = {
  lines: [],
  faults: [],
  node: undefined,
  column: { x: 0, width: 0, role: "caption" },
};

function captionOf({ caption, span }: Figure, context: BlockContext, column: Column): ComposedCaption {
  if (caption === undefined) return { ...NO_CAPTION, column };
  const node = elementNode("Caption", context.parent);
  const type = context.composing.book.style("caption");
  return composeCaption(
    { text: collectText(caption, plainSpan(type, node)), column, node, place: span },
    context,
  );
}

interface CaptionInput {
  readonly text: CellText;
  readonly column: Column;
  readonly node: ElementNode;
  readonly place: Figure["span"];
}

function composeCaption(
  { text, column, node, place }: CaptionInput,
  { composing }: BlockContext,
): ComposedCaption {
  const { sizePt } = composing.book.style("caption");
  const lines = composeLines(composing, text, { column, sizePt, indent: 0, align: "center", place });
  return { ...lines, node, column };
}

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

function composePictures({ pictures, row }: ComposedPictures, context: BlockContext): readonly Strip[] {
  const { geometry, book } = context.composing;
  const captionPitch = pitchFor(geometry, book.style("caption").sizePt);
  const ownLines = Math.max(0, ...pictures.map(({ lines }) => lines.length));
  const captionHeight = (ownLines + row.lines.length) * captionPitch;
  const isLong = captionHeight > LARGEST_WHOLE_CAPTION * geometry.height;
  const under = isLong ? LARGEST_WHOLE_CAPTION * geometry.height : captionHeight;
  const sizes = fittedSizes(
    pictures.map(({ size }) => size),
    context,
    under,
  );
  const nodes = pictures.map(({ figure }) => elementNode("Figure", context.parent, { alt: figure.alt }));
  const make = (factor: number): Strip =>
    stripOf({ pictures, row }, { sizes: scaled(sizes, factor), nodes, captionPitch, ownLines, context });
  const strip = make(1);
  if (isLong) {
    const top = captionTopOf(strip, captionHeight, geometry.pitch);
    const cuts = Array.from(
      { length: ownLines + row.lines.length },
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
  const isAsked = pictures.some(({ figure }) => figure.width !== undefined);
  const height = highestOf(sizes);
  const scales = isAsked ? [] : smallerScales(context, { height, whole: strip.height, captionHeight });
  // From the smallest up, each with the next smaller one.
  let smaller: Strip | undefined;
  for (const scale of scales.toReversed()) smaller = { ...make(scale), ...(smaller && { smaller }) };
  return [smaller === undefined ? strip : { ...strip, smaller }];
}

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
  /** lines of the longest caption of a single picture */
  readonly ownLines: number;
  readonly context: BlockContext;
}

/** Pictures stand on one line, their captions begin on one line. */
function stripOf({ pictures, row }: ComposedPictures, input: StripInput): Strip {
  const { sizes, nodes, captionPitch, ownLines, context } = input;
  const { geometry, book } = context.composing;
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
    return [{ kind: "picture", owner, path, x, y: foot - height, width, height }, ...linesOf(picture, 0)];
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
