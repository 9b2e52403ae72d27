/** What a piece of HTML holds, counted, so that what an editor gives back can be held beside what was put in. */
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

export interface Parts {
  /** without white space */
  readonly text: string;
  readonly headings: number;
  readonly tables: number;
  readonly cells: number;
  readonly pictures: number;
  /** entries of lists */
  readonly entries: number;
  /** lists within lists */
  readonly nested: number;
  /** cells that are set to the middle or the right */
  readonly aligned: number;
  readonly struck: number;
  /** links to an address */
  readonly links: number;
}

export function partsOf(html: string): Parts {
  const elements: Element[] = [];
  let text = "";
  const visit = (node: Node): void => {
    if (node.nodeName === "#text" && "value" in node) text += node.value;
    if ("tagName" in node) elements.push(node);
    if ("childNodes" in node) node.childNodes.forEach(visit);
  };
  visit(parseFragment(html));
  const count = (test: (element: Element) => boolean): number => elements.filter(test).length;
  const named = (pattern: RegExp) => count(({ tagName }) => pattern.test(tagName));
  return {
    text: text.replace(/[\s\u200B\uFEFF]/gu, ""),
    headings: named(/^h[1-6]$/),
    tables: named(/^table$/),
    cells: named(/^t[dh]$/),
    pictures: named(/^img$/),
    entries: named(/^li$/),
    nested: count((element) => isList(element) && isInList(element)),
    aligned: count((element) => /^t[dh]$/.test(element.tagName) && isAligned(element)),
    struck: count(
      (element) => /^(?:s|del|strike)$/.test(element.tagName) || /line-through/.test(styleOf(element)),
    ),
    links: count(
      (element) => element.tagName === "a" && /^(?:https?|mailto|tel):/.test(attribute(element, "href")),
    ),
  };
}

const attribute = (element: Element, name: string): string =>
  element.attrs.find((one) => one.name === name)?.value ?? "";

const styleOf = (element: Element): string => attribute(element, "style");

const isList = ({ tagName }: Element): boolean => tagName === "ul" || tagName === "ol";

/** Quill writes depth as a class. */
const isInList = (element: Element): boolean => {
  for (
    let above: Node | null = element.parentNode;
    above !== null && "tagName" in above;
    above = above.parentNode
  ) {
    if (isList(above)) return true;
  }
  return false;
};

/** On the cell, or as editors do on the paragraph in it. */
const isAligned = (element: Element): boolean =>
  /text-align:\s*(?:center|right)/.test(styleOf(element)) ||
  /^(?:center|right)$/.test(attribute(element, "align")) ||
  /ql-align-(?:center|right)/.test(attribute(element, "class")) ||
  element.childNodes.some((child) => "tagName" in child && isAligned(child));
