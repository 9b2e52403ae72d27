/** Reads the characters of the HTML page's body in document order, its notes by themselves. */
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { type EditionText, tasksIn, withoutSpace } from "./edition-text.js";
import type { EditionReader } from "./readers.js";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

export const reader: EditionReader = {
  read: readHtmlText,
  printsPageNumbers: false,
  isWhole: (text) => text.startsWith("<!doctype html>") && text.trimEnd().endsWith("</html>"),
};

export function readHtmlText(bytes: Uint8Array): EditionText {
  const document = parse(new TextDecoder().decode(bytes));
  const body = find(document, (element) => element.tagName === "body");
  if (body === undefined) throw new Error("the page has no body");
  const apart: Apart = { notes: [], captions: [], tasks: [] };
  const text = textOf(body, apart);
  return {
    body: withoutSpace(text),
    captions: withoutSpace(apart.captions.join("")),
    notes: withoutSpace(apart.notes.join("")),
    tasks: tasksIn(apart.tasks.join("")),
  };
}

interface Apart {
  readonly notes: string[];
  readonly captions: string[];
  readonly tasks: string[];
}

function textOf(node: Node, apart: Apart): string {
  if (node.nodeName === "#text" && "value" in node) return node.value;
  if (!("childNodes" in node)) return "";
  if ("tagName" in node) {
    if (node.tagName === "style" || node.tagName === "script") return "";
    const role = attribute(node, "role");
    if (role === "doc-noteref" || hasClass(node, "furniture")) return "";
    if (role === "doc-endnotes" || hasClass(node, "notes")) {
      apart.notes.push(plainTextOf(node.childNodes));
      return "";
    }
    if (hasClass(node, "box")) {
      apart.tasks.push(plainTextOf(node.childNodes));
      return "";
    }
    if (node.tagName === "figcaption") {
      apart.captions.push(plainTextOf(node.childNodes));
      return "";
    }
  }
  return node.childNodes.map((child) => textOf(child, apart)).join("");
}

const plainTextOf = (nodes: readonly Node[]): string =>
  nodes.map((child) => textOf(child, { notes: [], captions: [], tasks: [] })).join("");

function find(node: Node, test: (element: Element) => boolean): Element | undefined {
  if ("tagName" in node && test(node)) return node;
  if (!("childNodes" in node)) return undefined;
  for (const child of node.childNodes) {
    const found = find(child, test);
    if (found !== undefined) return found;
  }
  return undefined;
}

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value;

const hasClass = (element: Element, name: string): boolean =>
  (attribute(element, "class") ?? "").split(/\s+/).includes(name);
