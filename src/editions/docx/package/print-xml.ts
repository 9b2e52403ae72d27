/**
 * Prepared elements of the docx library as XML, to the character as the library writes them itself
 * (9.15): test/docx/package.test.ts holds the two against each other. An element is an object with
 * its name as its one key; its value is a text, its attributes, or a row of both and of elements.
 */
import type { IXmlableObject } from "docx";

export function printXml(element: IXmlableObject): string {
  for (const name in element) return printElement(name, element[name]);
  return "";
}

function printElement(name: string, value: unknown): string {
  if (typeof value !== "object") return `<${name}>${printText(value)}</${name}>`;
  if (!Array.isArray(value)) return `<${name}${attributesIn(value)}/>`;
  let attributes = "";
  let content = "";
  for (const part of value) {
    if (typeof part !== "object") content += printText(part);
    else if (isAttributes(part)) attributes += attributesIn(part);
    else content += printXml(part);
  }
  return `<${name}${attributes}>${content}</${name}>`;
}

const isAttributes = (part: object | null): boolean => part !== null && "_attr" in part;

function attributesIn(value: object | null): string {
  if (value === null || !("_attr" in value)) return "";
  const attributes = value._attr;
  if (typeof attributes !== "object") return "";
  return Object.entries(attributes ?? {})
    .map(([name, one]) => ` ${name}="${printText(one)}"`)
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
