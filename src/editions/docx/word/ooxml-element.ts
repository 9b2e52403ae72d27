/**
 * One WordprocessingML element as the docx library carries it. The library has classes for most of
 * what this edition writes; styles, fields and content controls are written with this function, in
 * the order in which ECMA-376 puts the children.
 */
import { NextAttributeComponent, XmlComponent } from "docx";

export type AttributeValues = Readonly<Record<string, string | number | undefined>>;

/** @param name with its prefix, as `w:pPr`; attributes with an undefined value are left out */
export const element = (
  name: string,
  attributes: AttributeValues = {},
  children: readonly (XmlComponent | string)[] = [],
): XmlComponent => new OoxmlElement(name, attributes, children);

/** An element whose only content is characters, white space kept (`w:t`, `w:instrText`). */
export const textElement = (name: string, text: string): XmlComponent =>
  element(name, { "xml:space": "preserve" }, [text]);

/** An element with nothing but `w:val`. */
export const valueElement = (name: string, value: string | number): XmlComponent =>
  element(name, { "w:val": value });

/** A switch: present for true, `w:val="0"` for false (ECMA-376, 17.17.4). */
export const switchElement = (name: string, on: boolean): XmlComponent =>
  on ? element(name) : valueElement(name, 0);

/** The documented way to define an element: `root` takes the attributes first, then the content. */
class OoxmlElement extends XmlComponent {
  constructor(name: string, attributes: AttributeValues, children: readonly (XmlComponent | string)[]) {
    super(name);
    const given = Object.entries(attributes).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, { key, value }] as const],
    );
    if (given.length > 0) this.root.push(new NextAttributeComponent(Object.fromEntries(given)));
    this.root.push(...children);
  }
}
