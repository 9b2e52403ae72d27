/**
 * Captions of pictures, alone and side by side: each as wide as its picture, in the middle below it. Pictures side by
 * side stand together in the middle of their column, with the same room between them whatever their size.
 */
import { type PictureRoom, type PictureSize, scaled } from "../../model/picture-size.js";
import { PICTURE_GAP_EM } from "../../model/printed-measures.js";
import type { Figure, RowCaption } from "../../model/text.js";
import { type ElementNode, elementNode } from "../element-node.js";
import { type CellText, plainSpan } from "../paragraph/cell.js";
import { collectInlines } from "../paragraph/collect-cells.js";
import type { InspectedLines } from "../paragraph/inspect-lines.js";
import { collectValue } from "../paragraph/placed-words.js";
import { composeLines } from "./compose-lines.js";
import type { BlockContext, Column } from "./composing.js";

interface RowInput {
  readonly sizes: readonly PictureSize[];
  /** of the captions */
  readonly nodes: readonly (ElementNode | undefined)[];
  readonly context: BlockContext;
}

/** Together in the middle of the column, whatever is left at both sides. */
export function sideBySide(
  figures: readonly Figure[],
  { sizes, nodes, context }: RowInput,
): readonly ComposedPicture[] {
  const { column, composing } = context;
  const room = roomOf(context);
  const alone = figures.length === 1 ? [column.width] : undefined;
  const cells = alone ?? cellsOf(sizes, room, LEAST_CAPTION_EM * composing.book.style("caption").sizePt);
  const whole = cells.reduce((sum, width) => sum + width, room.gap * (figures.length - 1));
  let x = column.x + (column.width - whole) / 2;
  const shrunk = Math.min(1, ...sizes.map(({ width }, index) => (cells[index] ?? width) / width));
  return figures.map((figure, index): ComposedPicture => {
    const width = cells[index] ?? 0;
    const own = { ...column, x, width };
    x += width + room.gap;
    const size = scaled(sizes, shrunk)[index] ?? { width, height: width };
    return { figure, size, ...captionOf(figure, nodes[index], { context, column: own }) };
  });
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

export interface ComposedCaption extends InspectedLines {
  readonly node: ElementNode | undefined;
  /** where it is set, and its picture is centred */
  readonly column: Column;
}

interface ComposedPicture extends ComposedCaption {
  readonly figure: Figure;
  readonly size: PictureSize;
}

export interface ComposedPictures {
  readonly pictures: readonly ComposedPicture[];
  /** caption of all of them */
  readonly row: ComposedCaption;
}

export function roomOf({ composing: { book, geometry }, column }: BlockContext): PictureRoom {
  const gap = PICTURE_GAP_EM * geometry.em;
  return { measure: column.width, pitch: geometry.pitch, gap, style: book.template.pictures };
}

export const NO_CAPTION: ComposedCaption = {
  lines: [],
  faults: [],
  node: undefined,
  column: { x: 0, width: 0, role: "caption" },
};

export const captionNodeOf = ({ caption }: Figure, { parent }: BlockContext): ElementNode | undefined =>
  caption === undefined ? undefined : elementNode("Caption", parent);

export function captionOf(
  { caption, captionSpan, span }: Figure,
  node: ElementNode | undefined,
  { context, column }: { readonly context: BlockContext; readonly column: Column },
): ComposedCaption {
  if (caption === undefined || node === undefined) return { ...NO_CAPTION, column };
  const type = context.composing.book.style("caption");
  const text = collectValue({ value: caption, span: captionSpan ?? span }, plainSpan(type, node));
  return composeCaption({ text, column, node, place: span }, context);
}

export function captionOfRow({ children, span }: RowCaption, context: BlockContext): ComposedCaption {
  const { book } = context.composing;
  const node = elementNode("Caption", context.parent);
  const text = collectInlines(children, plainSpan(book.style("caption"), node), book);
  return composeCaption({ text, column: context.column, node, place: span }, context);
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
