/**
 * Prepared elements of the docx library as XML, to the character as the library writes them itself
 * (9.15): test/docx/package.test.ts holds the two against each other. An element is an object with
 * its name as its one key; its value is a text, its attributes, or a row of both and of elements: the
 * form of the package `xml`, which the library's documentation names.
 */
import type { IXmlableObject } from "docx";

/** @returns what to write for the value that an element gives an attribute */
export type FillAttribute = (element: string, attribute: string, value: string) => string;

export function printXml(element: IXmlableObject, fill: FillAttribute): string {
  for (const name in element) return printElement(name, element[name], fill);
  return "";
}

function printElement(name: string, value: unknown, fill: FillAttribute): string {
  if (typeof value !== "object") return `<${name}>${printText(value)}</${name}>`;
  if (!Array.isArray(value)) return `<${name}${attributesIn(name, value, fill)}/>`;
  let attributes = "";
  let content = "";
  for (const part of value) {
    if (typeof part !== "object") content += printText(part);
    else if (isAttributes(part)) attributes += attributesIn(name, part, fill);
    else content += printXml(part, fill);
  }
  return `<${name}${attributes}>${content}</${name}>`;
}

const isAttributes = (part: object | null): boolean => part !== null && "_attr" in part;

function attributesIn(element: string, value: object | null, fill: FillAttribute): string {
  if (value === null || !("_attr" in value)) return "";
  const attributes = value._attr;
  if (typeof attributes !== "object") return "";
  return Object.entries(attributes ?? {})
    .map(([name, one]) => ` ${name}="${fill(element, name, printText(one))}"`)
    .join("");
}

function printText(value: unknown): string {
  if (typeof value !== "string") return value === undefined ? "" : String(value);
  return SPECIAL.test(value)
    ? value.replace(ALL_SPECIAL, (character) => ESCAPES.get(character) ?? "")
    : value;
}

/** Characters with an escape, and control characters that XML 1.0 cannot hold: they are left out. */
const SPECIAL = /[&"'<>\0-\x08\x0B\x0C\x0E-\x1F]/;
const ALL_SPECIAL = new RegExp(SPECIAL, "g");
const ESCAPES = new Map([
  ["&", "&amp;"],
  ['"', "&quot;"],
  ["'", "&apos;"],
  ["<", "&lt;"],
  [">", "&gt;"],
]);
