/**
 * How numbers and strings are written in SVG. What a page says is text and never markup, whatever it says.
 * @see XML 1.0, 2.2 (characters), 2.4 (character data and markup)
 */

/** @returns the number with at most `places` digits behind the point, and no idle zeros */
export function printNumber(value: number, places = 2): string {
  if (Number.isInteger(value)) return String(value);
  const factor = 10 ** places;
  // The shortest form of a rounded number has no idle zeros; -0 prints as 0.
  return String(Math.round(value * factor) / factor || 0);
}

const ESCAPED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** What no XML document may hold: most control characters, halves of pairs, U+FFFE and U+FFFF. */
const NOT_XML = /[\0-\x08\x0B\x0C\x0E-\x1F\uD800-\uDFFF\uFFFE\uFFFF]/u;
const MARKUP_OR_NOT_XML = new RegExp(`[&<>"]|${NOT_XML.source}`, "gu");

/** @returns the text as the contents of an element or of an attribute in double quotes */
export const escapeText = (text: string): string =>
  text.replace(MARKUP_OR_NOT_XML, (character) => ESCAPED[character] ?? "\uFFFD");

/** Attributes in their order; one that is undefined is left out. */
export function printAttributes(attributes: Readonly<Record<string, string | number | undefined>>): string {
  let printed = "";
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    printed += ` ${name}="${typeof value === "number" ? printNumber(value) : escapeText(value)}"`;
  }
  return printed;
}
