/** A picture of the syntax tree to a figure: title is caption, «decorative» frees from the alternative text. */
import type { Image, ImageReference } from "mdast";
import type { Span } from "../../model/located.js";
import type { Figure, ImageFacts } from "../../model/text.js";
import { type MarkdownContext, spanOfNode } from "./markdown-context.js";
import { type NodeNotes, notesOf } from "./node-notes.js";
import { normaliseWords } from "./normalise-line.js";
import type { PictureAttributes } from "./picture-attributes.js";

/** `![](a.png "decorative")`: a picture that tells nothing. */
const DECORATIVE = "decorative";

export function readFigure(
  node: Image | ImageReference,
  context: MarkdownContext,
  { width, refused }: PictureAttributes,
): Figure {
  const span = spanOfNode(node, context);
  const target = node.type === "image" ? node : context.definitions.get(node.identifier);
  const place = target && notesOf(target).destination;
  const url = target?.url ?? "";
  const alt = plainLine(node.alt ?? "") ?? "";
  const title = target?.title ?? "";
  const decorative = alt === "" && title.trim() === DECORATIVE;
  const caption = decorative ? undefined : plainLine(title);
  const captionSpan = caption && findCaption(caption, place?.end ?? span.start, context);
  return {
    kind: "figure",
    destination: { value: url, span: place === undefined ? span : { path: context.path, ...place } },
    image: findImage(url, place, context),
    alt,
    decorative,
    caption,
    ...(captionSpan ? { captionSpan } : {}),
    width,
    refused,
    span,
  };
}

/** In quotation marks or brackets behind the destination, where no escape makes it another text. */
function findCaption(caption: string, from: number, { path, text }: MarkdownContext): Span | undefined {
  const open = /^>?\s*["'(]\s*/.exec(text.slice(from, from + MOST_BEFORE_CAPTION))?.[0].length;
  if (open === undefined || !text.startsWith(caption, from + open)) return undefined;
  return { path, start: from + open, end: from + open + caption.length };
}

/** A line end, its indent and a quotation mark. */
const MOST_BEFORE_CAPTION = 100;

/**
 * `images\\图1.jpg`: Windows' way, which no other system has in a name. To CommonMark `\\` in front of a mark takes
 * away the mark's meaning and is gone (`\\_`): only where such a name is not there, it divides folders.
 */
function findImage(url: string, place: Place | undefined, context: MarkdownContext): ImageFacts {
  const image = context.findImage(withSlashes(decodeDestination(url)));
  const written = place === undefined ? url : context.text.slice(place.start, place.end);
  if (image.state !== "missing" || !written.includes("\\") || written === url) return image;
  const other = context.findImage(withSlashes(decodeDestination(written)));
  return other.state === "missing" ? image : other;
}

type Place = NonNullable<NodeNotes["destination"]>;

const withSlashes = (path: string): string => path.replaceAll("\\", "/");

export function reportPicturePlace(span: Span, context: MarkdownContext, where: "block" | "link"): void {
  context.report({
    rule: "item/unsupported-markup",
    span,
    message:
      where === "link"
        ? { zh: "图片不能放在链接里。", en: "A picture cannot be placed inside a link." }
        : { zh: "图片不能放在小标题或表格里。", en: "A picture cannot be placed in a heading or a table." },
    help: { zh: "请把图片单独放在一段。", en: "Put the picture in a paragraph of its own." },
  });
}

const plainLine = (words: string): string | undefined =>
  normaliseWords(words.replace(/\s*[\r\n]+\s*/g, "\n"));

/** Paths may carry `%20`; what is no valid escape is a name as it stands. */
function decodeDestination(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
