/**
 * What is left of an item when its structure is set aside: all letters and digits as the source has them, those of
 * addresses and pictures too, and how often each sign that is markup elsewhere is printed as it stands.
 * Edits that are meant to change the structure are held to this (keeps-meaning.ts).
 */
import type { Item } from "../model/issue.js";
import type { Span } from "../model/located.js";
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
  if (typed !== undefined) addPrinted(source.slice(typed.start, typed.end), typed, gathering);
  for (const note of item.notes) addBlocks(note.children, gathering);
  const inOrder = [...gathering.letters].sort((a, b) => a.at - b.at);
  return { letters: inOrder.map(({ letters }) => letters).join(""), marks: gathering.marks };
}

interface Gathering {
  /** with their places: a picture amid text is read behind its paragraph, and stands in it */
  readonly letters: { readonly at: number; readonly letters: string }[];
  readonly marks: Map<string, number>;
}

const MARKUP = /[*_~`#|[\]<>\\]/g;

/** @returns the letters and digits of a text, whatever their width and capitals */
export const lettersOf = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

const addLetters = (text: string, { start }: Span, { letters }: Gathering): void => {
  letters.push({ at: start, letters: lettersOf(text) });
};

function addPrinted(text: string, span: Span, gathering: Gathering): void {
  addLetters(text, span, gathering);
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
      addPrinted(block.value, block.span, gathering);
      break;
    case "table":
      for (const row of [block.header, ...block.rows]) {
        for (const { children } of row) addInlines(children, gathering);
      }
      break;
    case "figure":
      addLetters(block.alt, block.span, gathering);
      addLetters(block.destination.value, block.span, gathering);
      addPrinted(block.caption ?? "", block.span, gathering);
      break;
    case "figure-row":
      for (const figure of block.figures) addBlock(figure, gathering);
      if (block.caption !== undefined) addInlines(block.caption.children, gathering);
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
      addPrinted(inline.value, inline.span, gathering);
      break;
    case "emphasis":
    case "strong":
    case "strikethrough":
      addInlines(inline.children, gathering);
      break;
    case "link":
      addInlines(inline.children, gathering);
      if (!inline.automatic) addLetters(inline.url.value, inline.url.span, gathering);
      break;
    case "hard-break":
    case "note-reference":
      break;
    default:
      inline satisfies never;
  }
}
