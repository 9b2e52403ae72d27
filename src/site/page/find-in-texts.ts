/** The search itself: which items hold all the words, exactly as they stand, and where. Nothing of the page is known here. */
import { foldText } from "./fold-text.js";

/** As issue-text.ts writes them: path of the page, title, section, units, text. */
export type ItemText = readonly [
  path: string,
  title: string,
  section: string,
  units: readonly string[],
  text: string,
];

export interface IssueText {
  readonly name: string;
  readonly date: string;
  readonly items: readonly ItemText[];
}

/** An item, its words folded once and not with every search. */
export interface SearchedItem {
  readonly path: string;
  readonly title: string;
  readonly section: string;
  readonly units: readonly string[];
  readonly text: string;
  readonly issue: string;
  readonly date: string;
  readonly foldedTitle: string;
  readonly foldedText: string;
}

export const searchedItems = (issues: readonly IssueText[]): readonly SearchedItem[] =>
  issues.flatMap(({ name, date, items }) =>
    items.map(([path, title, section, units, text]) => ({
      ...{ path, title, section, units, text, issue: name, date },
      foldedTitle: foldText(title),
      foldedText: foldText(text),
    })),
  );

/** @returns the words of a search, divided by blanks, each once; a blank of full width divides, too */
export const termsOf = (query: string): readonly string[] => [
  ...new Set(
    foldText(query)
      .split(/\s+/)
      .filter((term) => term !== ""),
  ),
];

export interface Asked {
  readonly terms: readonly string[];
  /** empty for all */
  readonly unit: string;
}

/** @returns those that hold every term in title or text, in the order given; none where nothing is asked for */
export const findItems = (items: readonly SearchedItem[], { terms, unit }: Asked): readonly SearchedItem[] =>
  terms.length === 0
    ? []
    : items.filter(
        (item) =>
          (unit === "" || item.units.includes(unit)) &&
          terms.every((term) => item.foldedTitle.includes(term) || item.foldedText.includes(term)),
      );

/** A piece of a text, and whether it is what was looked for. */
export interface Stretch {
  readonly text: string;
  readonly isFound: boolean;
}

/** @param folded the same text folded */
export function markTerms(text: string, folded: string, terms: readonly string[]): readonly Stretch[] {
  const found = new Uint8Array(text.length);
  for (const term of terms) {
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length))
      found.fill(1, at, at + term.length);
  }
  const stretches: Stretch[] = [];
  for (let from = 0; from < text.length; ) {
    let to = from + 1;
    while (to < text.length && found[to] === found[from]) to += 1;
    stretches.push({ text: text.slice(from, to), isFound: found[from] === 1 });
    from = to;
  }
  return stretches;
}

/** Characters before and behind what was found first. */
const BEFORE = 24;
const BEHIND = 76;

/** @returns what a text says about what was looked for: about the term found first, else its beginning */
export function snippetOf({ text, foldedText }: SearchedItem, terms: readonly string[]): readonly Stretch[] {
  const places = terms.map((term) => foldedText.indexOf(term)).filter((at) => at >= 0);
  const first = places.length === 0 ? 0 : Math.min(...places);
  const from = first <= BEFORE ? 0 : whole(text, first - BEFORE);
  const to = Math.min(text.length, whole(text, first + BEHIND));
  const stretches = markTerms(text.slice(from, to), foldedText.slice(from, to), terms);
  return [
    ...(from > 0 ? [{ text: "…", isFound: false }] : []),
    ...stretches,
    ...(to < text.length ? [{ text: "…", isFound: false }] : []),
  ];
}

/** No character of two units is cut apart. */
const whole = (text: string, at: number): number => (/^[\uDC00-\uDFFF]/.test(text.slice(at)) ? at - 1 : at);
