/**
 * Many words looked for in a text at once: a tree of characters, walked from each place at which a word
 * can begin. A walk ends where no word goes on, and no word is longer than LONGEST, so the time is linear
 * in the text however many words there are.
 */

export interface WordMatch<T> {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly value: T;
}

export interface WordIndex<T> {
  /** true where there is no word to look for */
  readonly isEmpty: boolean;
  /** matches in order, none inside another: of those that begin at one place, the longest */
  readonly find: (text: string) => readonly WordMatch<T>[];
}

/** Longest word, in UTF-16 units; longer ones are left out (read/ refuses them). */
const LONGEST = 64;
/** All values of a UTF-16 unit: at most places of a text no word begins, which a table tells soonest. */
const UNITS = 0x10000;

interface Branch<T> {
  readonly next: Map<number, Branch<T>>;
  end: { readonly word: string; readonly value: T } | undefined;
}

/** @param entries words and what they stand for; of a word given twice, the first counts */
export function indexWords<T>(entries: Iterable<readonly [string, T]>): WordIndex<T> {
  const root: Branch<T> = { next: new Map(), end: undefined };
  for (const [word, value] of entries) {
    if (word === "" || word.length > LONGEST) continue;
    let branch = root;
    for (let at = 0; at < word.length; at += 1) {
      const unit = word.charCodeAt(at);
      let next = branch.next.get(unit);
      if (next === undefined) {
        next = { next: new Map(), end: undefined };
        branch.next.set(unit, next);
      }
      branch = next;
    }
    branch.end ??= { word, value };
  }
  const beginnings = new Uint8Array(UNITS);
  for (const [first, { next, end }] of root.next) {
    beginnings[first] = (beginnings[first] ?? 0) | BEGINS | (end === undefined ? 0 : IS_WORD);
    for (const second of next.keys()) {
      const pair = pairOf(first, second);
      beginnings[pair] = (beginnings[pair] ?? 0) | GOES_ON;
    }
  }
  return { isEmpty: root.next.size === 0, find: (text) => findWords(text, root, beginnings) };
}

/** Of a unit: some word begins with it; it is a word by itself. Of two units, mixed: some word goes on so. */
const BEGINS = 1;
const IS_WORD = 2;
const GOES_ON = 4;

const pairOf = (first: number, second: number): number => ((first << 5) ^ second) & (UNITS - 1);

function findWords<T>(text: string, root: Branch<T>, beginnings: Uint8Array): readonly WordMatch<T>[] {
  if (root.next.size === 0) return NONE;
  const matches: WordMatch<T>[] = [];
  for (let start = 0; start < text.length; start += 1) {
    const unit = text.charCodeAt(start);
    const beginning = beginnings[unit] ?? 0;
    if ((beginning & BEGINS) === 0) continue;
    const pair = pairOf(unit, text.charCodeAt(start + 1));
    if ((beginning & IS_WORD) === 0 && ((beginnings[pair] ?? 0) & GOES_ON) === 0) continue;
    let branch = root.next.get(unit);
    let found: WordMatch<T> | undefined;
    for (let at = start + 1; branch !== undefined; at += 1) {
      if (branch.end !== undefined && isWhole(text, start, at)) found = { start, end: at, ...branch.end };
      branch = at < text.length ? branch.next.get(text.charCodeAt(at)) : undefined;
    }
    if (found === undefined) continue;
    matches.push(found);
    start = found.end - 1;
  }
  return matches;
}

const NONE: readonly never[] = [];

/** A word that begins or ends in a Latin letter or a figure is no part of a longer one (APP in APPLE). */
function isWhole(text: string, start: number, end: number): boolean {
  const isInside = (at: number) =>
    isAlphanumeric(text.charCodeAt(at - 1)) && isAlphanumeric(text.charCodeAt(at));
  return !isInside(start) && !isInside(end);
}

const isAlphanumeric = (unit: number): boolean =>
  (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
