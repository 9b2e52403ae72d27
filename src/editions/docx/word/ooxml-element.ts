/**
 * One WordprocessingML element as the docx library carries it. The library has classes for most of
 * what this edition writes; styles, fields and content controls are written with this function, in
 * the order in which ECMA-376 puts the children.
 */
import { BuilderElement, type XmlComponent } from "docx";

export type AttributeValues = Readonly<Record<string, string | number | undefined>>;

/** @param name with its prefix, as `w:pPr`; attributes with an undefined value are left out */
export function element(
  name: string,
  attributes: AttributeValues = {},
  children: readonly XmlComponent[] = [],
): XmlComponent {
  const payload: Record<string, { readonly key: string; readonly value: string | number }> = {};
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) payload[key] = { key, value };
  }
  return new BuilderElement<Record<string, string | number>>({ name, attributes: payload, children });
}

/** An element whose only content is characters, white space kept (`w:t`, `w:instrText`). */
export function textElement(name: string, text: string): XmlComponent {
  const made = element(name, { "xml:space": "preserve" });
  made.addChildElement(text);
  return made;
}

/** An element with nothing but `w:val`. */
export const valueElement = (name: string, value: string | number): XmlComponent =>
  element(name, { "w:val": value });

/** A switch: present for true, `w:val="0"` for false (ECMA-376, 17.17.4). */
export const switchElement = (name: string, on: boolean): XmlComponent =>
  on ? element(name) : valueElement(name, 0);
