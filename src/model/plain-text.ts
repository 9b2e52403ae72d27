/**
 * The characters of a text without its markup: what a reader hears, what rules compare,
 * what titles of documents and outlines carry.
 */
import type { Block, Inline } from "./text.js";

/** @returns the characters in order; a hard break is one `\n`, a note reference is nothing */
export function plainText(inlines: readonly Inline[]): string {
  let text = "";
  for (const inline of inlines) {
    switch (inline.kind) {
      case "text":
      case "inline-code":
        text += inline.value;
        break;
      case "hard-break":
        text += "\n";
        break;
      case "note-reference":
        break;
      default:
        text += plainText(inline.children);
    }
  }
  return text;
}

/** @returns the characters of all blocks in reading order, blocks divided by `\n` */
export function plainTextOfBlocks(blocks: readonly Block[]): string {
  return blocks.map(plainTextOfBlock).join("\n");
}

function plainTextOfBlock(block: Block): string {
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return plainText(block.children);
    case "list":
      return block.items.map((item) => plainTextOfBlocks(item.children)).join("\n");
    case "quote":
      return plainTextOfBlocks(block.children);
    case "code-block":
      return block.value;
    case "table":
      return [block.header, ...block.rows]
        .map((row) => row.map((cell) => plainText(cell.children)).join("\t"))
        .join("\n");
    case "figure":
      return block.caption ?? "";
    case "figure-row": {
      const captions = block.figures.flatMap(({ caption }) => caption ?? []);
      return [...captions, ...(block.caption === undefined ? [] : [plainText(block.caption.children)])].join(
        "\n",
      );
    }
    case "thematic-break":
      return "";
    default:
      return block satisfies never;
  }
}
