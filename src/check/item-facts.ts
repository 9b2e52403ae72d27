/**
 * Facts about an item that several rules ask for. Each is computed when first asked for, once an
 * item, so that the rules together pass over the text a fixed number of times.
 */
import type { Sources } from "../diagnostics/diagnostic.js";
import { figuresOf } from "../model/figures.js";
import type { Item } from "../model/issue.js";
import { countPrinted, isInBody, type Passage, passagesOf } from "../model/passage.js";
import type { CopyLine } from "../rules/copy-line.js";
import type { ItemFacts, PersonalDatum } from "../rules/rule.js";
import { copyLinesOf } from "./copy-lines.js";
import { findPersonalData } from "./find-personal-data.js";

/** @returns a function that computes the facts of an item once, however often it is asked */
export function itemFactsFor(
  isAllowed: FactsInput["isAllowed"],
  sources: Sources,
): (item: Item) => ItemFacts {
  const known = new Map<Item, ItemFacts>();
  return (item) => {
    const before = known.get(item);
    if (before !== undefined) return before;
    const facts = itemFacts(item, { isAllowed, source: sources.get(item.path) ?? "" });
    known.set(item, facts);
    return facts;
  };
}

export interface FactsInput {
  /** what the house lets items print */
  readonly isAllowed: (datum: PersonalDatum) => boolean;
  /** the item's file */
  readonly source: string;
}

export function itemFacts(item: Item, { isAllowed, source }: FactsInput): ItemFacts {
  let copyLines: readonly CopyLine[] | undefined;
  let passages: readonly Passage[] | undefined;
  let personalData: readonly PersonalDatum[] | undefined;
  let characters: number | undefined;
  let figures: ItemFacts["figures"] | undefined;
  const facts: ItemFacts = {
    get passages() {
      passages ??= passagesOf(item);
      return passages;
    },
    get personalData() {
      personalData ??= findPersonalData(facts.passages).filter((datum) => !isAllowed(datum));
      return personalData;
    },
    get characters() {
      characters ??= facts.passages
        .filter(isInBody)
        .reduce((total, passage) => total + countPrinted(passage.text), 0);
      return characters;
    },
    get figures() {
      figures ??= figuresOf([...item.blocks, ...item.notes.flatMap((note) => note.children)]);
      return figures;
    },
    get copyLines() {
      copyLines ??= copyLinesOf(item, source);
      return copyLines;
    },
  };
  return facts;
}
