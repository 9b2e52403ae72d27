/**
 * Headings that were typed as paragraphs: 一、基本情况 on a line of its own. They stay paragraphs, since
 * only the author knows what they are; but the paged editions keep them with the text behind them.
 * The numbers are those of GB/T 9704-2012, 7.3.3 (一、 （一） 1. （1）), and 第一部分, ①.
 */
import { plainText } from "./plain-text.js";
import type { Block } from "./text.js";

const HAN_NUMBER = "[〇零一二三四五六七八九十百]+";

/** A number that opens a heading, by its kind; a decimal (1.5万) is none. */
const OPENINGS: readonly RegExp[] = [
  new RegExp(`^${HAN_NUMBER}[、．.]`, "u"),
  new RegExp(`^[（(]${HAN_NUMBER}[）)]`, "u"),
  /^\d{1,3}(?:[、．]|\.(?!\d))/u,
  /^[（(]\d{1,3}[）)]/u,
  new RegExp(`^第(?:${HAN_NUMBER}|\\d{1,3})`, "u"),
  /^[\u2460-\u2473]/u,
];

/** What every opening begins with: nearly all paragraphs do not. */
const CANDIDATE = /^\s*[〇零一二三四五六七八九十百（(\d第\u2460-\u2473]/u;
/** Two lines of the body hold about as many characters (GB/T 9704-2012, 5.2.2). */
const LONGEST = 50;
const FINAL_MARK = /[。！？；，、…!?;,.][”’」』）)]*$/u;

/**
 * @returns true for a short paragraph with a heading's number and no final mark, behind which something
 * else stands; false in a row of such paragraphs, which is a list
 */
export function isUnmarkedHeading(blocks: readonly Block[], index: number): boolean {
  const kind = openingOf(blocks[index]);
  return kind >= 0 && index + 1 < blocks.length && openingOf(blocks[index + 1]) !== kind;
}

/** @returns which kind of number opens the block, -1 where it cannot be a heading */
function openingOf(block: Block | undefined): number {
  if (block?.kind !== "paragraph") return -1;
  const [first] = block.children;
  if (first?.kind === "text" && !CANDIDATE.test(first.value)) return -1;
  const text = plainText(block.children).trim();
  if (text.length > LONGEST || FINAL_MARK.test(text)) return -1;
  return OPENINGS.findIndex((opening) => opening.test(text));
}
