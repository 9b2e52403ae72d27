/** Whether a place in an item's file lies inside emphasis, a link or the like, which a new paragraph would tear. */
import type { Block, Inline } from "./text.js";

/** @param offset a place in the file between two characters */
export function isInsideMarks(blocks: readonly Block[], offset: number): boolean {
  return blocks.some((block) => {
    if (offset <= block.span.start || offset >= block.span.end) return false;
    switch (block.kind) {
      case "paragraph":
      case "heading":
        return block.children.some((inline) => covers(inline, offset));
      case "quote":
        return isInsideMarks(block.children, offset);
      case "list":
        return block.items.some((entry) => isInsideMarks(entry.children, offset));
      default:
        return false;
    }
  });
}

const covers = (inline: Inline, offset: number): boolean =>
  inline.kind !== "text" && inline.span.start < offset && offset < inline.span.end;
