/**
 * Which characters of plain words Markdown would read as marks, so that a backslash goes in front of them. Only where
 * they would: an editor reads this file. The reader of items (read/markdown) is the judge (test/intake/draft).
 */

export interface EscapeContext {
  /** the words begin a block */
  readonly isBlockStart: boolean;
  readonly isInTable: boolean;
  readonly isInLink: boolean;
}

/** Bare addresses are links to the reader, and no place for backslashes (read/markdown/bare-address.ts). */
const ADDRESS = /(?<![A-Za-z0-9])(?:https?:\/\/|www\.)[A-Za-z0-9][A-Za-z0-9._~:/?#@!$&'()*+,;=%-]*/giu;
const ADDRESS_END = /[?!.,:;*_~')]+$/u;

/** The words begin as an address does, which is one wherever no letter and no digit stands in front. */
export const ADDRESS_START = /^(?:https?:\/\/|www\.)/i;

/**
 * @param addresses those that the reader takes for links, in which nothing is marked
 * @returns offsets of the units that a backslash goes in front of
 */
export function escapedUnits(
  text: string,
  context: EscapeContext,
  addresses: readonly Address[] = [],
): ReadonlySet<number> {
  const places = new Set<number>();
  const isInAddress = (at: number) => addresses.some(({ start, end }) => start <= at && at < end);
  for (const { index, 0: mark } of text.matchAll(/[*_`[\]<&\\|~$]/g)) {
    if (isMarkup(text, index, mark, context) && (mark === "|" || !isInAddress(index))) places.add(index);
  }
  // [^1] would call a note.
  if (context.isInLink && text.startsWith("^")) places.add(0);
  if (context.isBlockStart) {
    const at = blockMark(text);
    if (at !== undefined) places.add(at);
  }
  return places;
}

export interface Address {
  readonly start: number;
  readonly end: number;
}

/** @param edges offsets behind the bracket of a link or a call, where an address begins whatever letter is in front */
export function addressesIn(text: string, edges: readonly number[] = []): readonly Address[] {
  if (!/:\/\/|www\./i.test(text)) return [];
  const found = [...text.matchAll(ADDRESS)].map(({ index, 0: address }) => ({ start: index, address }));
  for (const start of edges) {
    if (!ADDRESS_START.test(text.slice(start, start + 8))) continue;
    const first = [...text.slice(start).matchAll(ADDRESS)][0];
    if (first?.index === 0) found.push({ start, address: first[0] });
  }
  return found.map(({ start, address }) => ({
    start,
    end: start + balanced(address).replace(ADDRESS_END, "").length,
  }));
}

/** A bracket that closes none of its own ends an address. */
function balanced(address: string): string {
  let open = 0;
  for (let at = 0; at < address.length; at += 1) {
    if (address.charAt(at) === "(") open += 1;
    else if (address.charAt(at) === ")" && --open < 0) return address.slice(0, at);
  }
  return address;
}

function isMarkup(text: string, at: number, mark: string, { isInTable, isInLink }: EscapeContext): boolean {
  switch (mark) {
    case "|":
      return isInTable;
    case "*":
      return !isBetweenDigits(text, at);
    case "~":
      return text.charAt(at - 1) === "~" || text.charAt(at + 1) === "~";
    case "<":
      // Tags, comments, addresses; mailboxes in angle brackets begin with nearly any sign.
      return /^<[!-~]/.test(text.slice(at, at + 2));
    case "&":
      return /^&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/.test(text.slice(at, at + 40));
    case "[":
      return isInLink || !isCitation(text, at);
    case "]":
      return isInLink || !isCitation(text, openingOf(text, at));
    case "$":
      return true;
    default:
      return true;
  }
}

/** Stars in a row; of more none is a cover. */
const LONGEST_COVER = 40;

/** 120*80, 138****5678: the reader's own law (asterisk-between-digits.ts). */
function isBetweenDigits(text: string, at: number): boolean {
  let start = at;
  let end = at + 1;
  while (at - start < LONGEST_COVER && text.charAt(start - 1) === "*") start -= 1;
  while (end - at < LONGEST_COVER && text.charAt(end) === "*") end += 1;
  return /\d/.test(text.charAt(start - 1)) && /\d/.test(text.charAt(end));
}

/** At most three digits in front: a citation is short. */
const openingOf = (text: string, at: number): number => {
  const from = Math.max(0, at - 4);
  const index = text.slice(from, at).lastIndexOf("[");
  return index < 0 ? -1 : from + index;
};

/** [1], and nothing behind it that would make a link of it. */
const isCitation = (text: string, at: number): boolean =>
  at >= 0 && /^\[\d{1,3}\](?![[(:\uFFFC])/u.test(text.slice(at, at + 6)) && text.charAt(at - 1) !== "]";

/** @returns the offset of the mark that would make a heading, a list, a quote, a rule or code of the words */
function blockMark(text: string): number | undefined {
  if (/^(?:#{1,6}(?:\s|$)|>|[-+](?:\s|$)|:::|={3,}\s*$)/u.test(text)) return 0;
  // Rules, and fences of front matter
  if (/^(?:-[ \t]*){2,}$/.test(text)) return 0;
  const number = /^\d{1,9}(?=[.)](?:\s|$))/.exec(text)?.[0];
  return number?.length;
}

/** In titles of pictures only what ends them, and references. */
export const escapedTitle = (text: string): ReadonlySet<number> =>
  new Set([...text.matchAll(/["\\]|&(?=#?[A-Za-z0-9]{1,32};)/g)].map(({ index }) => index));
