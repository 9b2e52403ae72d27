/**
 * Reads a template's page frame (page.html): plain elements around named places, no logic. It is
 * read strictly, so that a slip is told to the designer instead of being repaired in silence, and
 * so that a template found somewhere can neither run nor fetch anything.
 *
 * The grammar is the well-formed part of HTML: every element closed, attributes quoted, comments
 * anywhere. `<slot name="…"></slot>` marks a place; each of PLACES stands exactly once.
 */
import type { Element, ElementContent } from "hast";
import { element } from "./element.js";
import { safeUrl } from "./safe-url.js";

/** What the page puts into the frame, each with its own landmark element. */
export const PLACES = ["skip-link", "masthead", "contents", "text", "colophon"] as const;
export type Place = (typeof PLACES)[number];

/** Fills each place; a place may be filled with nothing (contents of an issue with one item). */
export type Fillings = Readonly<Record<Place, readonly ElementContent[]>>;

/** The frame of a template that has none of its own. */
export const DEFAULT_FRAME = PLACES.map((place) => `<slot name="${place}"></slot>`).join("\n");

const ELEMENTS: ReadonlySet<string> = new Set(
  "a aside br div em footer header hr img li ol p section small slot span strong ul".split(" "),
);
const VOID_ELEMENTS: ReadonlySet<string> = new Set(["br", "hr", "img"]);
const ATTRIBUTES: ReadonlySet<string> = new Set(
  "alt class height href id lang name role src title width".split(" "),
);

/** One comment, tag or stretch of text at a time; the last alternative takes what is none of them. */
const TOKENS =
  /<!--[\s\S]*?-->|<(?<close>\/?)(?<name>[a-z][a-z0-9]*)(?<attributes>(?:\s+[a-z-]+="[^"<]*")*)\s*\/?>|[^<]+|</gy;

/**
 * @returns the frame with its places filled
 * @throws Error naming the line where the frame is not as described above
 */
export function fillFrame(source: string, fillings: Fillings): ElementContent[] {
  const missing = new Set<string>(PLACES);
  const root = element("div", {});
  const open: Element[] = [root];
  for (const token of source.matchAll(TOKENS)) {
    const fail = (what: string) => frameError(source, token.index, what);
    const parent = open.at(-1) ?? root;
    const { close, name, attributes } = token.groups ?? {};
    if (token[0] === "<") throw fail("a tag that is not well formed; quote attributes, use small letters");
    if (token[0].startsWith("<!--")) continue;
    if (name === undefined) {
      parent.children.push({ type: "text", value: decodeReferences(token[0]) });
      continue;
    }
    if (close === "/") {
      if (parent === root || parent.tagName !== name) throw fail(`</${name}> closes nothing that is open`);
      open.pop();
      if (name !== "slot") continue;
      const place = PLACES.find((one) => one === parent.properties.name);
      if (place === undefined)
        throw fail(`no place is named “${parent.properties.name}”; there are ${PLACES.join(", ")}`);
      if (!missing.delete(place)) throw fail(`the place “${place}” stands here a second time`);
      const around = open.at(-1) ?? root;
      around.children.splice(around.children.indexOf(parent), 1, ...fillings[place]);
      continue;
    }
    if (!ELEMENTS.has(name))
      throw fail(`<${name}> cannot stand in a frame; there may be ${[...ELEMENTS].join(", ")}`);
    const node = element(name, readAttributes(attributes ?? "", fail));
    parent.children.push(node);
    if (!VOID_ELEMENTS.has(name)) open.push(node);
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined && unclosed !== root)
    throw frameError(source, source.length, `<${unclosed.tagName}> is not closed`);
  if (missing.size > 0)
    throw frameError(source, source.length, `these places are missing: ${[...missing].join(", ")}`);
  return root.children;
}

function readAttributes(source: string, fail: (what: string) => Error): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const [, name = "", raw = ""] of source.matchAll(/([a-z-]+)="([^"]*)"/g)) {
    const value = decodeReferences(raw);
    if (!ATTRIBUTES.has(name) && !name.startsWith("aria-"))
      throw fail(`the attribute ${name} cannot stand in a frame`);
    if (name === "href" && !value.startsWith("#") && safeUrl(value) === undefined)
      throw fail(`${value} is no safe address`);
    if (name === "src" && !/^data:image\/(?:png|jpeg|webp|svg\+xml)[;,]/.test(value)) {
      throw fail("a picture of a frame is carried inside it, as a data: address");
    }
    properties[name === "class" ? "className" : name] = value;
  }
  return properties;
}

/** The five references of XML; other characters are written as themselves. */
function decodeReferences(value: string): string {
  const characters: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return value.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => characters[name] ?? "");
}

function frameError(source: string, offset: number, what: string): Error {
  const line = source.slice(0, offset).split("\n").length;
  return new Error(`page frame of the template, line ${line}: ${what}`);
}
