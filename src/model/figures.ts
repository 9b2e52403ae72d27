/** Finds the figures of a text, wherever they stand in lists and quotes. */
import type { Block, Figure } from "./text.js";

/** @returns the figures in reading order */
export function figuresOf(blocks: readonly Block[]): readonly Figure[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case "figure":
        return [block];
      case "list":
        return block.items.flatMap((item) => figuresOf(item.children));
      case "quote":
        return figuresOf(block.children);
      default:
        return [];
    }
  });
}
