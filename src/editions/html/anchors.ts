/**
 * Names of the places that a link can point at. They come from titles, so that they stay the same
 * from build to build and when other items are added, and can be read in an address bar.
 */

import { printedSections, titleOnOneLine } from "../../model/furniture.js";
import type { Issue, Item, Section } from "../../model/issue.js";
import { joinedWords } from "../../model/letters.js";

export interface Anchors {
  readonly ofItem: (item: Item) => string;
  readonly ofSection: (section: Section) => string;
}

/** The contents, the place to which every item's way back leads. */
export const CONTENTS_ANCHOR = "contents";
/** The text, the place to which the skip link leads. */
export const MAIN_ANCHOR = "main";

/** Longer titles are cut: addresses are copied into letters and messages. */
const MAX_CHARACTERS = 40;

/**
 * `item-示例区科协举办科普展`; a second item of that title is `…-2`. Prefixes keep titles apart from
 * the page's own anchors and, in a fragment, from those of the site around it.
 */
export function anchorsOf(issue: Issue): Anchors {
  const taken: Taken = new Map();
  const items = new Map<Item, string>();
  const sections = new Map<Section, string>();
  for (const section of printedSections(issue)) {
    sections.set(section, claim(`section-${wordsOf(section.name.value)}`, taken));
    for (const item of section.items) items.set(item, claim(`item-${wordsOf(titleOnOneLine(item))}`, taken));
  }
  return { ofItem: (item) => found(items, item), ofSection: (section) => found(sections, section) };
}

function found<T>(anchors: ReadonlyMap<T, string>, of: T): string {
  const anchor = anchors.get(of);
  if (anchor === undefined) throw new Error("an anchor was asked for something that is not printed");
  return anchor;
}

/** @returns the letters and digits of a title, all else one hyphen; `untitled` where none is left */
function wordsOf(title: string): string {
  const typed = title.toWellFormed().normalize("NFC").toLowerCase();
  const words = joinedWords(typed, "-").replace(/^-|-$/g, "");
  return (
    Array.from(words.slice(0, 4 * MAX_CHARACTERS))
      .slice(0, MAX_CHARACTERS)
      .join("")
      .replace(/-$/, "") || "untitled"
  );
}

/** Names given out, and for each name the number that its next bearer tries. */
type Taken = Map<string, number>;

/** Numbering goes on where it ended for the same name, so that a thousand equal titles stay linear. */
function claim(name: string, taken: Taken): string {
  let number = taken.get(name) ?? 1;
  let anchor = number === 1 ? name : `${name}-${number}`;
  while (taken.has(anchor)) {
    number += 1;
    anchor = `${name}-${number}`;
  }
  taken.set(name, number + 1);
  if (anchor !== name) taken.set(anchor, 2);
  return anchor;
}
