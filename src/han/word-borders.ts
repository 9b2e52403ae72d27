/**
 * Whether characters found in a text are a word there, or only the end of one word and the beginning of the next: 部委
 * in 全部|委托. Where Han stand beside them, the dictionary of the platform (ICU, by Intl.Segmenter) parts the clause, and
 * both ends have to be borders of words. It is asked only where a word was found.
 */
import { hanPattern } from "./han-pattern.js";

/** UTF-16 units of the clause on each side that decide */
const REACH = 24;
const HAN = hanPattern(String.raw`\p{Script=Han}`);
/** Behind such a character a long name begins, whatever the dictionary makes of the two: 与吉|尔吉斯. */
const JOINT = /[由和与及在向对从据为是以请让将给跟同被到的了]/;
/** Characters of a word that is found by no accident. */
const LONG = 4;
/** What no word goes across. */
const MARK = /[^\p{L}\p{N}]/u;

let segmenter: Intl.Segmenter | undefined;

/** @returns whether a word can begin at `start` and end at `end` */
export function standsAlone(text: string, start: number, end: number): boolean {
  const isJoined = end - start >= LONG && JOINT.test(text.charAt(start - 1));
  const isOpenBefore = !isJoined && HAN.test(text.charAt(start - 1)) && HAN.test(text.charAt(start));
  const isOpenBehind = HAN.test(text.charAt(end)) && HAN.test(text.charAt(end - 1));
  if (!isOpenBefore && !isOpenBehind) return true;
  const from = clauseStart(text, start);
  const until = clauseEnd(text, end);
  segmenter ??= new Intl.Segmenter("zh", { granularity: "word" });
  const segments = segmenter.segment(text.slice(from, until));
  const isBorder = (at: number) => segments.containing(at)?.index === at;
  return (!isOpenBefore || isBorder(start - from)) && (!isOpenBehind || isBorder(end - from));
}

function clauseStart(text: string, at: number): number {
  let from = at;
  while (from > 0 && at - from < REACH && !MARK.test(text.charAt(from - 1))) from -= 1;
  return from;
}

function clauseEnd(text: string, at: number): number {
  let until = at;
  while (until < text.length && until - at < REACH && !MARK.test(text.charAt(until))) until += 1;
  return until;
}
