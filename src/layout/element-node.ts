/**
 * Builds the logical structure while pages are painted. Elements are made with the text they
 * hold; an element enters its parent's kids when its first mark is painted, so that kids stand in
 * reading order, own marks and child elements between each other, and what was composed but never
 * painted (an earlier pass of the contents) leaves no trace.
 */
import type { LinkArea, StructureElement, StructureKid, StructureType } from "./layout.js";

/** An element in the making; its id is given when it enters the tree. */
export interface ElementNode {
  readonly type: StructureType;
  readonly parent: ElementNode | undefined;
  readonly attributes: ElementAttributes;
  id: number;
  readonly kids: StructureKid[];
  readonly areas: LinkArea[];
  box: StructureElement["box"];
}

export type ElementAttributes = Pick<
  StructureElement,
  "alt" | "target" | "scope" | "listNumbering" | "noteId" | "title" | "language"
>;

export interface StructureTree {
  readonly root: ElementNode;
  readonly nodes: readonly ElementNode[];
}

export function elementNode(
  type: StructureType,
  parent: ElementNode | undefined,
  attributes: ElementAttributes = {},
): ElementNode {
  return { type, parent, attributes, id: -1, kids: [], areas: [], box: undefined };
}

/** Gives the node and its ancestors their ids and places, in the order of first painting. */
export function attach(node: ElementNode, nodes: ElementNode[]): number {
  if (node.id >= 0) return node.id;
  const { parent } = node;
  if (parent !== undefined) attach(parent, nodes);
  node.id = nodes.length;
  nodes.push(node);
  parent?.kids.push({ kind: "element", id: node.id });
  return node.id;
}

/** Adds one mark to its element, joined to the marks right before it where nothing stands between. */
export function addMark(node: ElementNode, page: number, index: number): void {
  const last = node.kids.at(-1);
  if (last?.kind === "marks" && last.page === page && last.to === index) {
    node.kids[node.kids.length - 1] = { ...last, to: index + 1 };
    return;
  }
  node.kids.push({ kind: "marks", page, from: index, to: index + 1 });
}

export function finishElements(nodes: readonly ElementNode[]): readonly StructureElement[] {
  return nodes.map((node) => ({
    id: node.id,
    type: node.type,
    parent: node.parent?.id,
    kids: node.kids,
    ...node.attributes,
    ...(node.areas.length > 0 ? { areas: node.areas } : {}),
    ...(node.box === undefined ? {} : { box: node.box }),
  }));
}
