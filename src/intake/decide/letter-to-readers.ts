/**
 * A letter that is the item: 各位居民：… 此致 敬礼. It greets those who will read it, never who edits it, and closes as
 * letters do; both belong to it, whatever its title. A letter that brings an item is another thing (cover-letter.ts).
 */
import { isSalutation } from "./front-lines.js";
import { type SheetPart, wordsOf } from "./sheet.js";
import { isCompliment } from "./trailing-lines.js";

/** Lines below the text: 此致, 敬礼, who signs, the day */
const MOST_CLOSING = 6;
const GREETS = /^(?:各位|尊敬的|敬爱的|亲爱的|全体|广大|全[省市区县])/u;
/** Whom those greet who send something in */
const RECEIVES =
  /(?:编辑|主编|总编|责编|老师|领导|主任|局长|书记|部长|处长|科长|主席|会长|同志|科协|协会|办公室|[处部局委办])(?:们|同志)?[\s\u3000]*[：:]$/u;

/** @param parts from the line that greets */
export function isLetterToReaders(parts: readonly SheetPart[]): boolean {
  const [first, ...rest] = parts;
  if (first?.kind !== "line" || !isSalutation(wordsOf(first))) return false;
  if (!GREETS.test(wordsOf(first)) || RECEIVES.test(wordsOf(first))) return false;
  return rest.slice(-MOST_CLOSING).some((part) => part.kind === "line" && isCompliment(wordsOf(part)));
}
