/**
 * A paragraph of nothing but pictures: one is a figure, two to four of a line stand side by side. The last line may be
 * the caption of the row, or of the one picture, in `*…*`.
 */
import type { Emphasis, Image, ImageReference, Paragraph, PhrasingContent } from "mdast";
import type { Block, Figure, RowCaption } from "../../model/text.js";
import { type MarkdownContext, spanOfNode } from "./markdown-context.js";
import { lengthOfAttributes, readAttributes } from "./picture-attributes.js";
import { readFigure } from "./read-figure.js";
import { readHtml } from "./read-html.js";
import { readInlines } from "./read-inlines.js";

/** More side by side are too small to be seen: they are parted into rows of about the same number. */
const MOST_IN_ROW = 4;

type PictureNode = Image | ImageReference;

/** @returns undefined where there is text beside the pictures */
export function readFigureRows(node: Paragraph, context: MarkdownContext): readonly Block[] | undefined {
  const { children } = node;
  const count = children.filter(isPictureNode).length;
  if (count === 0) return undefined;
  const captionNode = captionOf(children);
  const pictures = captionNode === undefined ? children : children.slice(0, children.indexOf(captionNode));
  const isAlone = pictures.every((child, index) => isPictureNode(child) || isBetween(pictures, index));
  if (!isAlone) return undefined;
  for (const child of pictures) if (child.type === "html") readHtml(spanOfNode(child, context), context);
  const rows = linesOf(pictures, context).flatMap(evenly);
  const caption = captionNode && readCaption(captionNode, context);
  return rows.flatMap((figures, index): readonly Block[] => {
    const own = index === rows.length - 1 ? caption : undefined;
    const [first] = figures;
    const last = figures.at(-1);
    if (first === undefined || last === undefined) return [];
    if (figures.length === 1 && own === undefined) return figures;
    const span = { ...first.span, end: own?.span.end ?? last.span.end };
    return [{ kind: "figure-row", figures, caption: own, span }];
  });
}

const isPictureNode = (node: PhrasingContent): node is PictureNode =>
  node.type === "image" || node.type === "imageReference";

/** White space, attributes of the picture before, a break, a comment. */
function isBetween(nodes: readonly PhrasingContent[], index: number): boolean {
  const node = nodes[index];
  if (node?.type === "break" || node?.type === "html") return true;
  if (node?.type !== "text") return false;
  const before = nodes[index - 1];
  const taken = before !== undefined && isPictureNode(before) ? lengthOfAttributes(node) : 0;
  return node.value.slice(taken).trim() === "";
}

/** The last line where it is one emphasis and no picture. */
function captionOf(nodes: readonly PhrasingContent[]): Emphasis | undefined {
  const index = nodes.findLastIndex((node) => node.type !== "text" || node.value.trim() !== "");
  const node = nodes[index];
  const before = nodes[index - 1];
  if (node?.type !== "emphasis" || index === 0) return undefined;
  const opensLine =
    before?.type === "break" || (before?.type === "text" && /[\r\n][ \t]*$/.test(before.value));
  return opensLine ? node : undefined;
}

/** A hard break parts them. */
function linesOf(
  nodes: readonly PhrasingContent[],
  context: MarkdownContext,
): readonly (readonly Figure[])[] {
  const lines: Figure[][] = [[]];
  nodes.forEach((node, index) => {
    if (node.type === "break") lines.push([]);
    else if (isPictureNode(node))
      lines.at(-1)?.push(readFigure(node, context, readAttributes(node, nodes[index + 1], context)));
  });
  return lines.filter((line) => line.length > 0);
}

function evenly(figures: readonly Figure[]): readonly (readonly Figure[])[] {
  const rows = Math.ceil(figures.length / MOST_IN_ROW);
  const most = Math.ceil(figures.length / rows);
  const parted: Figure[][] = [];
  for (let from = 0; from < figures.length; from += most) parted.push(figures.slice(from, from + most));
  return parted;
}

function readCaption(node: Emphasis, context: MarkdownContext): RowCaption | undefined {
  const children = readInlines(node.children, { context, figures: undefined });
  return children.length === 0 ? undefined : { children, span: spanOfNode(node, context) };
}
