/**
 * A page before it is parsed: pasted pictures are taken out, which a parser would copy character by character,
 * and pages are refused that would cost it more than they are worth: elements in elements by the thousand, tags
 * with attributes by the thousand, both of which parsers meet with quadratic work.
 */
import { MAX_PAGE_TAGS } from "../intake-limits.js";

export interface GuardedPage {
  readonly html: string;
  /** data of pictures, by the number that stands in their place as `data:,N` */
  readonly pictures: readonly string[];
}

/**
 * No program nests so deep; tables in tables of newsletters come to sixty. What scripts write without closing it is
 * counted along, in a page saved from a news site some 300.
 */
const MAX_DEPTH = 512;
const MAX_ATTRIBUTES = 256;

/** Elements that never hold others, and those that the next of their kind ends. */
const UNCOUNTED: ReadonlySet<string> = new Set([
  ...["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"],
  ...["param", "p", "li", "dd", "dt", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "optgroup"],
  ...["rp", "rt", "colgroup", "html", "head", "body", "frame"],
]);

/** @returns undefined where the page is refused */
export function guardPage(text: string): GuardedPage | undefined {
  const { html, pictures } = takePictures(text);
  let tags = 0;
  let depth = 0;
  // What is no tag by this pattern is cheap to a parser.
  for (const [, slash, name = "", rest = ""] of html.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9:]*)([^<>]*)/g)) {
    tags += 1;
    if (tags > MAX_PAGE_TAGS || attributesOf(rest) > MAX_ATTRIBUTES) return undefined;
    if (UNCOUNTED.has(name.toLowerCase()) || rest.endsWith("/")) continue;
    depth = slash === "/" ? Math.max(0, depth - 1) : depth + 1;
    if (depth > MAX_DEPTH) return undefined;
  }
  return { html, pictures };
}

const PICTURE = /data:image\/[a-z0-9.+-]{1,20};base64,/gi;
/** Shorter ones may stay where they are. */
const SHORTEST = 64;

function takePictures(text: string): GuardedPage {
  const pictures: string[] = [];
  const pieces: string[] = [];
  let from = 0;
  for (const match of text.matchAll(PICTURE)) {
    if (match.index < from) continue;
    const start = match.index + match[0].length;
    // By hand: a pattern would keep a way back for each of millions of characters.
    let end = start;
    while (isOfBase64(text.charCodeAt(end))) end += 1;
    if (end - start < SHORTEST) continue;
    pieces.push(text.slice(from, match.index), `data:,${pictures.length}`);
    pictures.push(text.slice(start, end));
    from = end;
  }
  return { html: [...pieces, text.slice(from)].join(""), pictures };
}

const OTHERS: ReadonlySet<number> = new Set([0x2b, 0x3d, 0x25, 0x20, 0x0a, 0x0d]);

/** Letters, digits, + / = and the percent signs and white space that some programs put between them. */
const isOfBase64 = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x2f && code <= 0x39) ||
  OTHERS.has(code);

const attributesOf = (rest: string): number =>
  rest.length < MAX_ATTRIBUTES ? 0 : rest.replace(/"[^"]*"|'[^']*'/g, "").split(/\s+/).length;
