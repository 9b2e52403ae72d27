/**
 * What is left of an item when its structure is set aside: all letters and digits in reading order, those of
 * addresses and pictures too, and how often each sign that is markup elsewhere is printed as it stands.
 * Edits that are meant to change the structure are held to this (keeps-meaning.ts).
 */
import type { Item } from "../model/issue.js";
import type { Block, Inline } from "../model/text.js";

export interface ItemWords {
  readonly letters: string;
  /** of `MARKUP`, those that are printed */
  readonly marks: ReadonlyMap<string, number>;
}

/** @param source the item's file. @returns the words of the body and its notes: the head is YAML */
export function itemWords(item: Item, source: string): ItemWords {
  const gathering: Gathering = { letters: [], marks: new Map() };
  const { attribution } = item;
  addBlocks(item.blocks, gathering);
  const typed = attribution?.typed;
  if (typed !== undefined) addPrinted(source.slice(typed.start, typed.end), gathering);
  for (const note of item.notes) addBlocks(note.children, gathering);
  return { letters: gathering.letters.join(""), marks: gathering.marks };
}

interface Gathering {
  readonly letters: string[];
  readonly marks: Map<string, number>;
}

const MARKUP = /[*_~`#|[\]<>\\]/g;

/** @returns the letters and digits of a text, whatever their width and capitals */
export const lettersOf = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

const addLetters = (text: string, { letters }: Gathering): void => {
  letters.push(lettersOf(text));
};

function addPrinted(text: string, gathering: Gathering): void {
  addLetters(text, gathering);
  const { marks } = gathering;
  for (const [mark] of text.matchAll(MARKUP)) marks.set(mark, (marks.get(mark) ?? 0) + 1);
}

function addBlocks(blocks: readonly Block[], gathering: Gathering): void {
  for (const block of blocks) addBlock(block, gathering);
}

function addBlock(block: Block, gathering: Gathering): void {
  switch (block.kind) {
    case "paragraph":
    case "heading":
      addInlines(block.children, gathering);
      break;
    case "list":
      for (const { children } of block.items) addBlocks(children, gathering);
      break;
    case "quote":
      addBlocks(block.children, gathering);
      break;
    case "code-block":
      addPrinted(block.value, gathering);
      break;
    case "table":
      for (const row of [block.header, ...block.rows]) {
        for (const { children } of row) addInlines(children, gathering);
      }
      break;
    case "figure":
      addLetters(block.alt, gathering);
      addLetters(block.destination.value, gathering);
      addPrinted(block.caption ?? "", gathering);
      break;
    case "thematic-break":
      break;
    default:
      block satisfies never;
  }
}

function addInlines(inlines: readonly Inline[], gathering: Gathering): void {
  for (const inline of inlines) addInline(inline, gathering);
}

function addInline(inline: Inline, gathering: Gathering): void {
  switch (inline.kind) {
    case "text":
    case "inline-code":
      addPrinted(inline.value, gathering);
      break;
    case "emphasis":
    case "strong":
    case "strikethrough":
      addInlines(inline.children, gathering);
      break;
    case "link":
      addInlines(inline.children, gathering);
      if (!inline.automatic) addLetters(inline.url.value, gathering);
      break;
    case "hard-break":
    case "note-reference":
      break;
    default:
      inline satisfies never;
  }
}
