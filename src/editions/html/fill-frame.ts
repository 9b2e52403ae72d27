/** Fills a template's page frame: each place gives way to what the page puts there. */
import type { ElementContent } from "hast";
import { FRAME_PLACES, type FrameNode, type FramePlace, type PageFrame } from "../../model/page-frame.js";
import { element, text } from "./element.js";

/** What fills each place; nothing is right too (the contents of an issue with one item). */
export type Fillings = Readonly<Record<FramePlace, readonly ElementContent[]>>;

/** The frame of a template that has none of its own: the places, a line each. */
export const DEFAULT_FRAME: PageFrame = FRAME_PLACES.flatMap((place, index): readonly FrameNode[] => {
  const node: FrameNode = { kind: "place", place };
  return index === 0 ? [node] : [{ kind: "text", value: "\n" }, node];
});

export const fillFrame = (frame: PageFrame, fillings: Fillings): ElementContent[] =>
  frame.flatMap((node) => fillNode(node, fillings));

function fillNode(node: FrameNode, fillings: Fillings): readonly ElementContent[] {
  switch (node.kind) {
    case "text":
      return [text(node.value)];
    case "place":
      return fillings[node.place];
    case "element": {
      const { class: className, ...attributes } = node.attributes;
      const properties = className === undefined ? attributes : { className, ...attributes };
      return [element(node.name, properties, fillFrame(node.children, fillings))];
    }
    default:
      return node satisfies never;
  }
}
