/**
 * Pictures with their captions, carried inside the page as data URIs, alone or side by side. How large one is, is a
 * rule of the page's style sheet (picture-styles.ts): a style on the element itself would be refused by the page's
 * own policy.
 */
import type { ElementContent } from "hast";
import type { Figure, FigureRow } from "../../model/text.js";
import { blockElement, element } from "./element.js";
import { pictureToken } from "./embed-pictures.js";
import type { HtmlContext } from "./html-context.js";
import { withLatinMarks } from "./mark-stretches.js";
import { rowClass, shareClass, widthClass } from "./picture-styles.js";
import { renderInlines } from "./render-inlines.js";

export function renderFigure(figure: Figure, context: HtmlContext): ElementContent {
  return wrapped(figure, context, ownClasses(figure, context));
}

const ownClasses = ({ width }: Figure, context: HtmlContext): readonly string[] =>
  width === undefined ? [] : [widthClass(width, context)];

/** A row is itself a figure, of which the single ones are parts; on a narrow screen they stand below each other. */
export function renderFigureRow({ figures, caption }: FigureRow, context: HtmlContext): ElementContent {
  const [only] = figures;
  if (figures.length === 1 && only !== undefined && caption !== undefined)
    return wrapped(only, context, ownClasses(only, context), renderInlines(caption.children, context));
  const parts = figures.map((figure, index) =>
    wrapped(figure, context, [shareClass(figures, index, context)]),
  );
  const row = blockElement("div", { className: ["pictures", rowClass(figures, context)] }, parts);
  const words =
    caption === undefined ? [] : [element("figcaption", {}, renderInlines(caption.children, context))];
  return blockElement("figure", { className: ["row"] }, [row, ...words]);
}

/**
 * Width and height let the browser keep the place before the picture is decoded.
 * @param below words beside the picture's own caption, on a line of their own
 */
function wrapped(
  figure: Figure,
  context: HtmlContext,
  classes: readonly string[],
  below: readonly ElementContent[] = [],
): ElementContent {
  const { image } = figure;
  const stored = image.state === "found" ? context.assets.get(image.path) : undefined;
  if (image.state !== "found" || stored === undefined) {
    throw new Error(`no bytes for the picture ${figure.destination.value}, though the issue was checked`);
  }
  const token = pictureToken(context.pictures.push(stored.bytes) - 1);
  const picture = element("img", {
    src: context.pictureAddress?.(stored) ?? `data:image/${stored.kind};base64,${token}`,
    alt: figure.decorative ? "" : figure.alt,
    width: image.widthPx,
    height: image.heightPx,
  });
  const className = classes.length === 0 ? undefined : [...classes];
  const { caption } = figure;
  if (caption === undefined && below.length === 0) return blockElement("figure", { className }, [picture]);
  const line = caption === undefined ? [] : withLatinMarks(caption);
  const own = line.length === 0 ? [] : [element("span", {}, line)];
  const words = below.length === 0 ? line : [...own, ...own.map(() => element("br", {})), ...below];
  return blockElement("figure", { className }, [picture, element("figcaption", {}, words)]);
}
