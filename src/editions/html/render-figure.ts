/** A picture with its caption, carried inside the page as a data URI. */
import type { ElementContent } from "hast";
import type { Figure } from "../../model/text.js";
import { blockElement, element } from "./element.js";
import { pictureToken } from "./embed-pictures.js";
import type { HtmlContext } from "./html-context.js";

/** Width and height let the browser keep the place before the picture is decoded. */
export function renderFigure(figure: Figure, context: HtmlContext): ElementContent {
  const { image } = figure;
  const stored = image.state === "found" ? context.assets.get(image.path) : undefined;
  if (image.state !== "found" || stored === undefined) {
    throw new Error(`no bytes for the picture ${figure.destination.value}, though the issue was checked`);
  }
  const token = pictureToken(context.pictures.push(stored.bytes) - 1);
  const picture = element("img", {
    src: `data:image/${stored.kind};base64,${token}`,
    alt: figure.decorative ? "" : figure.alt,
    width: image.widthPx,
    height: image.heightPx,
  });
  if (figure.caption === undefined) return blockElement("figure", {}, [picture]);
  return blockElement("figure", {}, [picture, element("figcaption", {}, figure.caption)]);
}
