/**
 * A page before it is parsed: pasted pictures are taken out, which a parser would copy character by character,
 * and pages are refused that would cost it more than they are worth: elements in elements by the thousand, tags
 * with attributes by the thousand, both of which parsers meet with quadratic work.
 */
export interface GuardedPage {
  readonly html: string;
  /** data of pictures, by the number that stands in their place as `data:,N` */
  readonly pictures: readonly string[];
}

/** No mail program nests so deep; tables in tables of newsletters come to sixty. */
const MAX_DEPTH = 256;
const MAX_ATTRIBUTES = 256;

/** Elements that never hold others, and those that the next of their kind ends. */
const UNCOUNTED: ReadonlySet<string> = new Set([
  ...["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"],
  ...["param", "p", "li", "dd", "dt", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "optgroup"],
  ...["rp", "rt", "colgroup", "html", "head", "body", "frame"],
]);

/** @returns undefined where the page is refused */
export function guardPage(text: string): GuardedPage | undefined {
  const pictures: string[] = [];
  const html = text.replace(/data:image\/[a-z0-9.+-]{1,20};base64,([A-Za-z0-9+/=%\s]{64,})/gi, (_, data) => {
    pictures.push(String(data));
    return `data:,${pictures.length - 1}`;
  });
  let depth = 0;
  // What is no tag by this pattern is cheap to a parser.
  for (const [, slash, name = "", rest = ""] of html.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9:]*)([^<>]*)/g)) {
    if (attributesOf(rest) > MAX_ATTRIBUTES) return undefined;
    if (UNCOUNTED.has(name.toLowerCase()) || rest.endsWith("/")) continue;
    depth = slash === "/" ? Math.max(0, depth - 1) : depth + 1;
    if (depth > MAX_DEPTH) return undefined;
  }
  return { html, pictures };
}

const attributesOf = (rest: string): number =>
  rest.length < MAX_ATTRIBUTES ? 0 : rest.replace(/"[^"]*"|'[^']*'/g, "").split(/\s+/).length;
