/**
 * Builders of the page's tree (hast). Every word of an author enters the page through `text` or an
 * attribute of `element`, never as markup: rehype-stringify escapes both. What HTML forbids even
 * escaped (control characters, non-characters, lone surrogates) becomes U+FFFD here.
 *
 * @see https://html.spec.whatwg.org/multipage/parsing.html#preprocessing-the-input-stream
 */
import type { Element, ElementContent, Properties, Text } from "hast";

export type Child = ElementContent | string;

/** An element; a string is text. */
export function element(
  tagName: string,
  properties: Properties,
  children: string | readonly Child[] = [],
): Element {
  const list = typeof children === "string" ? [children] : children;
  return {
    type: "element",
    tagName,
    properties: cleanProperties(properties),
    children: list.map((child) => (typeof child === "string" ? text(child) : child)),
  };
}

/** An element whose children stand on lines of their own in the source, for those who read it. */
export function blockElement(tagName: string, properties: Properties, children: readonly Child[]): Element {
  const lines: Child[] = children.length === 0 ? [] : ["\n"];
  for (const child of children) lines.push(child, "\n");
  return element(tagName, properties, lines);
}

export function text(value: string): Text {
  return { type: "text", value: allowedCharacters(value) };
}

/** @returns the value without what an HTML document may not contain, one U+FFFD for each such unit */
export function allowedCharacters(value: string): string {
  return value.toWellFormed().replace(FORBIDDEN, "\uFFFD");
}

/** C0 but tab and line feed, DEL and C1, non-characters */
const FORBIDDEN = /[\0-\x08\x0B-\x1F\x7F-\x9F\p{Noncharacter_Code_Point}]/gu;

function cleanProperties(properties: Properties): Properties {
  const clean: Properties = {};
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined) continue;
    clean[name] = typeof value === "string" ? allowedCharacters(value) : value;
  }
  return clean;
}
