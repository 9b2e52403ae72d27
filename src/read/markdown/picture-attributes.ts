/**
 * What stands in braces right behind a picture: `{width=60%}`, as pandoc and Quarto write it. A width is followed;
 * all else is kept as refused, for a rule to tell of (image/width, image/attribute).
 * @see https://pandoc.org/MANUAL.html#extension-link_attributes
 */
import type { PhrasingContent } from "mdast";
import type { PictureWidth, RefusedAttribute } from "../../model/text.js";
import { type MarkdownContext, spanOfNode } from "./markdown-context.js";

export interface PictureAttributes {
  readonly width: PictureWidth | undefined;
  readonly refused: readonly RefusedAttribute[];
}

export const NO_ATTRIBUTES: PictureAttributes = { width: undefined, refused: [] };

/** Right behind the picture; behind spaces only what can be nothing else. */
const BRACES = /^(?:[{｛]|[ \t]+[{｛](?=[ \t]*(?:width|height)[ \t]*[=＝]))([^{}｛｝\r\n]{0,200})[}｝]/i;

/** @returns how many characters of what follows a picture are its attributes */
export const lengthOfAttributes = (next: PhrasingContent | undefined): number =>
  next?.type === "text" ? (BRACES.exec(next.value)?.[0].length ?? 0) : 0;

/** @param picture the node in front of `next` */
export function readAttributes(
  picture: PhrasingContent,
  next: PhrasingContent | undefined,
  context: MarkdownContext,
): PictureAttributes {
  const match = next?.type === "text" ? BRACES.exec(next.value) : null;
  if (match === null) return NO_ATTRIBUTES;
  const [all, inside = ""] = match;
  const from = spanOfNode(picture, context).end;
  const start = from + all.length - 1 - inside.length;
  // The value runs beside the source but for an escape, which no attribute has.
  const isVerbatim = context.text.slice(from, from + all.length) === all;
  const whole = { path: context.path, start: from, end: from + all.length };
  let width: PictureWidth | undefined;
  const refused: RefusedAttribute[] = [];
  for (const entry of inside.matchAll(ENTRY)) {
    const [written, key, quoted, bare] = entry;
    const value = (quoted ?? bare ?? "").trim();
    const place = start + entry.index;
    const span = isVerbatim ? { ...whole, start: place, end: place + written.length } : whole;
    const isWidth = key?.toLowerCase() === "width";
    const read = isWidth && width === undefined ? readWidth(value) : undefined;
    if (read !== undefined) width = read;
    else refused.push({ kind: isWidth ? "width" : "other", written, value, span });
  }
  return { width, refused };
}

/** `key=value`, `key="value"`, `.class`, `#name`; a number may stand apart from its unit. */
const ENTRY =
  /([\p{L}\w-]+)[ \t]*[=＝][ \t]*(?:["“”']([^"“”']*)["“”']|([\d.]+[ \t]+(?:%|％|[a-z]{1,3}\b)|[^\s"“”']*))|[^\s]+/giu;

/** Less is no picture that anyone could see; wider than any paper is a slip. */
const LEAST = { percent: 5, mm: 5 } as const;
const MOST = { percent: 100, mm: 500 } as const;

/** @returns undefined where this is no width that can be printed */
export function readWidth(written: string): PictureWidth | undefined {
  const match = /^(\d{1,4}(?:\.\d{1,3})?)\s*(%|mm|毫米)$/i.exec(written.normalize("NFKC"));
  if (match === null) return undefined;
  const value = Number(match[1]);
  const unit = match[2] === "%" ? "percent" : "mm";
  return value < LEAST[unit] || value > MOST[unit] ? undefined : { unit, value };
}
