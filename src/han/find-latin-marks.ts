/**
 * Which of the marks that Chinese and Latin text share (“ ” ‘ ’ — … ·) are Latin: an apostrophe, a
 * pair of quotes with nothing Chinese in it or beside it, a dash between Latin words. All others are
 * Chinese and full-width, also around a Latin word in a Chinese sentence (GB/T 15834-2011; clreq).
 */
import { classOf, isFullWidth, isSharedMark } from "./character-class.js";

/** What the nearest letter on one side is. */
const NONE = 0;
const LATIN = 1;
const HAN = 2;

const SHARED_MARK = /[‘’“”—…·]/;
const CLOSING_OF: Readonly<Record<string, string>> = { "“": "”", "‘": "’" };

/** @returns places of the Latin ones, in UTF-16 units */
export function findLatinMarks(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  if (!SHARED_MARK.test(text)) return found;
  const before = lettersBeside(text, 1);
  const after = lettersBeside(text, -1);
  const open: { readonly mark: string; readonly at: number }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at);
    if (!isSharedMark(text.charCodeAt(at))) continue;
    if (mark === "’" && isLetter(text, at - 1) && isLetter(text, at + 1)) {
      found.add(at);
    } else if (mark in CLOSING_OF) {
      open.push({ mark, at });
    } else if (mark === "”" || mark === "’") {
      const opening = open.at(-1);
      if (opening === undefined || CLOSING_OF[opening.mark] !== mark) {
        if (isBetweenLatin(before[at], after[at])) found.add(at);
        continue;
      }
      open.pop();
      const inside = [after[opening.at], before[at]];
      if (isBetweenLatin(before[opening.at], after[at]) || isAlone(before[opening.at], after[at], inside)) {
        if (!inside.includes(HAN)) found.add(opening.at).add(at);
      }
    } else if (!isDoubled(text, at) && isBetweenLatin(before[at], after[at])) {
      found.add(at);
    }
  }
  return found;
}

/** Latin on one side at least, Chinese on none. */
function isBetweenLatin(left: number | undefined, right: number | undefined): boolean {
  return (left === LATIN && right !== HAN) || (right === LATIN && left !== HAN);
}

/** Quotes that are all there is: what they hold decides. */
function isAlone(
  left: number | undefined,
  right: number | undefined,
  inside: readonly (number | undefined)[],
): boolean {
  return left === NONE && right === NONE && inside.includes(LATIN);
}

/** —— and …… are Chinese. */
function isDoubled(text: string, at: number): boolean {
  const mark = text.charAt(at);
  return (mark === "—" || mark === "…") && (text.charAt(at - 1) === mark || text.charAt(at + 1) === mark);
}

function isLetter(text: string, at: number): boolean {
  return at >= 0 && at < text.length && classOf(text.charCodeAt(at)) === "latin";
}

/** For each place, what the nearest letter on that side is; digits count where nothing else does. */
function lettersBeside(text: string, direction: 1 | -1): Uint8Array {
  const beside = new Uint8Array(text.length);
  let state = NONE;
  const start = direction === 1 ? 0 : text.length - 1;
  for (let at = start; at >= 0 && at < text.length; at += direction) {
    beside[at] = state;
    const code = text.charCodeAt(at);
    if (isSharedMark(code) || code === 0x20) continue;
    const name = classOf(code);
    if (name === "latin") state = LATIN;
    else if (name === "han" || isFullWidth(code)) state = HAN;
    else if (name === "digit" && state === NONE) state = LATIN;
  }
  return beside;
}
