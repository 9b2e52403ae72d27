/**
 * Prints the prepared elements of the docx library as XML, character for character as the library does
 * (9.15); test/docx/library-contract.test.ts compares the two. An element is an object with its name as the
 * only key; the value is text, attributes, or an array of text, attributes and elements. This is the
 * format of the npm package `xml`, which the library documents.
 */
import type { IXmlableObject } from "docx";
import { ONCE } from "../word/written-once.js";

/** @returns the value to print for an attribute, given the escaped value that the element has */
export type FillAttribute = (element: string, attribute: string, value: string) => string;

export function printXml(element: IXmlableObject, fill: FillAttribute): string {
  for (const name in element) return printElement(name, element[name], fill);
  return "";
}

function printElement(name: string, value: unknown, fill: FillAttribute): string {
  if (name === ONCE) return printOnce(value);
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

/** What was printed of an element that is not prepared anew for each document (written-once.ts). */
const printed = new WeakMap<object, string>();

function printOnce(element: unknown): string {
  if (typeof element !== "object" || element === null) return "";
  let text = printed.get(element);
  if (text === undefined) {
    text = printXml(element as IXmlableObject, refuseReferences);
    printed.set(element, text);
  }
  return text;
}

/** Numbers of lists and pictures are another document's: a placeholder may not be kept. */
function refuseReferences(_element: string, attribute: string, value: string): string {
  if (/^\{.+\}$|^rId/.test(value)) throw new Error(`${attribute} refers to the document around: ${value}`);
  return value;
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

/** Characters to escape, and control characters that XML 1.0 forbids, which are dropped. */
const SPECIAL = /[&"'<>\0-\x08\x0B\x0C\x0E-\x1F]/;
const ALL_SPECIAL = new RegExp(SPECIAL, "g");
const ESCAPES = new Map([
  ["&", "&amp;"],
  ['"', "&quot;"],
  ["'", "&apos;"],
  ["<", "&lt;"],
  [">", "&gt;"],
]);
