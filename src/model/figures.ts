/** Finds the figures of a text, wherever they stand in lists and quotes. */
import type { Block, Figure } from "./text.js";

/** @returns the figures in reading order, those of rows one by one */
export function figuresOf(blocks: readonly Block[]): readonly Figure[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case "figure":
        return [block];
      case "figure-row":
        return block.figures;
      case "list":
        return block.items.flatMap((item) => figuresOf(item.children));
      case "quote":
        return figuresOf(block.children);
      default:
        return [];
    }
  });
}

/** What shows a picture and holds no text of the item's own. */
export const isPicture = ({ kind }: Block): boolean => kind === "figure" || kind === "figure-row";
