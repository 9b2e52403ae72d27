/**
 * Which paragraphs stay on the page of the block behind them. Both paged editions ask here, so that their
 * pages end at the same places.
 */
import { plainText } from "./plain-text.js";
import type { Block } from "./text.js";

export interface FollowedBlock {
  readonly blocks: readonly Block[];
  readonly index: number;
  /** true where the first of the blocks stands behind an item's title */
  readonly isUnderTitle: boolean;
  /** asked for what the answer depends on alone */
  readonly isOneLine: () => boolean;
}

/**
 * Words that lead in a table or a list (…如下：) stay with it; and behind a title or a sub-heading a
 * paragraph of one line takes the next block along, so that two lines stand with the heading.
 */
export function staysWithNext({ blocks, index, isUnderTitle, isOneLine }: FollowedBlock): boolean {
  const block = blocks[index];
  const next = blocks[index + 1];
  if (block?.kind !== "paragraph" || next === undefined || next.kind === "figure") return false;
  if (next.kind !== "paragraph" && /[：:]$/.test(plainText(block.children))) return true;
  const before = blocks[index - 1];
  const isFirst = before === undefined ? isUnderTitle : before.kind === "heading";
  return isFirst && isOneLine();
}
