/**
 * XML of a package as a tree of plain elements, and how it is asked. Names carry the prefixes that the
 * standard's own examples use, whatever prefix the file declared: `w:p`, `a:blip`, `r:id` (xml-names.ts).
 */

export interface XmlElement {
  readonly name: string;
  /** name, value, name, value …: an object for each element would double the memory */
  readonly attributes: readonly string[];
  readonly children: readonly XmlElement[];
  /** characters directly in it; kept only where they are words of the document (`w:t`, `a:t` …) */
  readonly text: string;
}

export function attribute({ attributes }: XmlElement, name: string): string | undefined {
  for (let index = 0; index < attributes.length; index += 2) {
    if (attributes[index] === name) return attributes[index + 1];
  }
  return undefined;
}

export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((one) => one.name === name);
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((one) => one.name === name) ?? [];
}

/** @returns `w:val` of a child */
export function childValue(element: XmlElement | undefined, name: string): string | undefined {
  const found = child(element, name);
  return found === undefined ? undefined : attribute(found, "w:val");
}

/** @returns a whole number, as attributes write it; undefined where it is none */
export function wholeNumber(text: string | undefined): number | undefined {
  if (text === undefined || !/^\s*[+-]?\d{1,10}(\.\d*)?\s*$/.test(text)) return undefined;
  return Math.trunc(Number(text));
}

/** @returns value of an on/off child (ISO/IEC 29500-1, 17.17.4): undefined where it is not there */
export function onOff(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = child(element, name);
  if (found === undefined) return undefined;
  const value = attribute(found, "w:val");
  return value === undefined || !["0", "false", "off", "none"].includes(value.trim().toLowerCase());
}

/** Every element of a name below, in document order, those inside of one another, too. */
export function* descendants(element: XmlElement, name: string): Generator<XmlElement> {
  for (const one of element.children) {
    if (one.name === name) yield one;
    yield* descendants(one, name);
  }
}

export function descendant(element: XmlElement, name: string): XmlElement | undefined {
  for (const found of descendants(element, name)) return found;
  return undefined;
}
