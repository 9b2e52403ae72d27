/**
 * Which blocks stay on the page of the block behind them. Both paged editions ask here, so that their
 * pages end at the same places.
 */
import { isPicture } from "./figures.js";
import { plainText } from "./plain-text.js";
import type { Block } from "./text.js";
import { isUnmarkedHeading } from "./unmarked-heading.js";

export interface FollowedBlock {
  readonly blocks: readonly Block[];
  readonly index: number;
  /** true where the first of the blocks stands behind an item's title */
  readonly isUnderTitle: boolean;
  /** asked for what the answer depends on alone */
  readonly isOneLine: () => boolean;
}

/**
 * A heading typed as a paragraph stays with what it heads. Words that lead in a table or a list (…如下：)
 * stay with it; and behind a title or a sub-heading a paragraph of one line takes the next block along, so
 * that two lines stand with the heading. A break between the two stays with both.
 */
export function staysWithNext({ blocks, index, isUnderTitle, isOneLine }: FollowedBlock): boolean {
  const block = blocks[index];
  const next = blocks[index + 1];
  if (block === undefined) return false;
  if (block.kind === "thematic-break") return isFirst(blocks, index, isUnderTitle);
  if (isUnmarkedHeading(blocks, index)) return true;
  if (block.kind !== "paragraph" || next === undefined || isPicture(next)) return false;
  if (next.kind !== "paragraph" && /[：:]$/.test(plainText(block.children))) return true;
  return isFirst(blocks, index, isUnderTitle) && isOneLine();
}

/** @returns true for the first block behind a title or a heading, breaks aside */
function isFirst(blocks: readonly Block[], index: number, isUnderTitle: boolean): boolean {
  let at = index - 1;
  while (blocks[at]?.kind === "thematic-break") at -= 1;
  const before = blocks[at];
  if (before === undefined) return isUnderTitle;
  return before.kind === "heading" || isUnmarkedHeading(blocks, at);
}
