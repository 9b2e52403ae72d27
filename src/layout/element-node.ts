/**
 * The logical structure, built while pages are painted. Elements are made with the text they hold and never
 * change; an element enters its parent's kids when its first mark is painted, so that kids stand in reading order,
 * own marks and child elements between each other, and what was composed but never painted (an earlier pass of the
 * contents) leaves no trace.
 */
import type { LinkArea, StructureElement, StructureKid, StructureType } from "./layout.js";

export interface ElementNode {
  readonly type: StructureType;
  readonly parent: ElementNode | undefined;
  readonly attributes: ElementAttributes;
}

export type ElementAttributes = Pick<
  StructureElement,
  "alt" | "target" | "scope" | "listNumbering" | "noteId" | "title" | "language"
>;

export const elementNode = (
  type: StructureType,
  parent: ElementNode | undefined,
  attributes: ElementAttributes = {},
): ElementNode => ({ type, parent, attributes });

/** The elements of one painting, each with the number that it got when it entered the tree. */
export interface StructureInMaking {
  /** Gives the node and its ancestors their ids and places, in the order of first painting. */
  readonly attach: (node: ElementNode) => number;
  /** Adds one mark to its element, joined to the marks right before it where nothing stands between. @returns its id */
  readonly addMark: (node: ElementNode, page: number, index: number) => number;
  /** where a link is live; of a link that is never painted it is not told */
  readonly addArea: (node: ElementNode, area: LinkArea) => void;
  readonly setBox: (node: ElementNode, box: NonNullable<StructureElement["box"]>) => void;
  readonly finish: () => readonly StructureElement[];
}

interface ElementInMaking {
  readonly node: ElementNode;
  /** from 0; -1 until it enters the tree */
  id: number;
  readonly kids: StructureKid[];
  readonly areas: LinkArea[];
  box: StructureElement["box"];
}

export function openStructure(): StructureInMaking {
  const known = new Map<ElementNode, ElementInMaking>();
  const inTree: ElementInMaking[] = [];
  const making = (node: ElementNode): ElementInMaking => {
    let element = known.get(node);
    if (element === undefined) {
      element = { node, id: -1, kids: [], areas: [], box: undefined };
      known.set(node, element);
    }
    return element;
  };
  const enter = (node: ElementNode): ElementInMaking => {
    const element = making(node);
    if (element.id >= 0) return element;
    const parent = node.parent && enter(node.parent);
    element.id = inTree.length;
    inTree.push(element);
    parent?.kids.push({ kind: "element", id: element.id });
    return element;
  };
  return {
    attach: (node) => enter(node).id,
    addMark(node, page, index) {
      const { id, kids } = enter(node);
      const last = kids.at(-1);
      if (last?.kind === "marks" && last.page === page && last.to === index) {
        kids[kids.length - 1] = { ...last, to: index + 1 };
      } else kids.push({ kind: "marks", page, from: index, to: index + 1 });
      return id;
    },
    addArea: (node, area) => making(node).areas.push(area),
    setBox(node, box) {
      making(node).box = box;
    },
    finish: () => inTree.map((element) => finished(element, known)),
  };
}

const finished = (
  { node, id, kids, areas, box }: ElementInMaking,
  known: ReadonlyMap<ElementNode, ElementInMaking>,
): StructureElement => ({
  id,
  type: node.type,
  parent: node.parent && known.get(node.parent)?.id,
  kids,
  ...node.attributes,
  ...(areas.length > 0 ? { areas } : {}),
  ...(box === undefined ? {} : { box }),
});
