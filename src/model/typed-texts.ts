/**
 * The texts of an item as their author typed them (typed-text.ts), in reading order: head, body,
 * notes. A value of the front matter is given where its reader placed its characters, a caption where
 * the source says it literally.
 */
import type { EditorsNote } from "./editors-note.js";
import type { Item } from "./issue.js";
import type { Span } from "./located.js";
import type { Block, Figure } from "./text.js";
import { type TypedText, typedInlines, typedSlice } from "./typed-text.js";

export type TypedKind =
  | "title"
  | "summary"
  | "paragraph"
  | "heading"
  | "cell"
  | "caption"
  | "quote"
  | "list"
  | "note"
  | "editors-note"
  | "attachment"
  | "attribution";

export interface PlacedText extends TypedText {
  readonly kind: TypedKind;
  /** what comes next in the same place (body, list item, quote, note); undefined at its end */
  readonly next: Block["kind"] | undefined;
}

/** @param source the item's file */
export function typedTextsOf(item: Item, source: string): readonly PlacedText[] {
  const texts: PlacedText[] = [];
  const add = (kind: TypedKind, text: TypedText | undefined, next?: Block["kind"]) => {
    if (text !== undefined && text.text !== "") texts.push({ ...text, kind, next });
  };
  for (const line of item.title) add("title", line.written);
  add("summary", item.summary?.written);
  add("attribution", item.attribution?.written);
  if (item.editorsNote !== undefined) addEditorsNote(item.editorsNote, { kind: "editors-note", source, add });
  for (const name of item.attachments ?? []) add("attachment", name.written);
  for (const name of item.signed?.by ?? []) add("attribution", name.written);
  addBlocks(item.blocks, { kind: "paragraph", source, add });
  if (item.attribution?.typed !== undefined) {
    const typed = typedSlice(item.attribution.typed, source);
    // Of several lines only the unit is printed.
    if (!/[\r\n]/.test(typed.text)) add("attribution", typed);
  }
  for (const note of item.notes) addBlocks(note.children, { kind: "note", source, add });
  return texts;
}

interface Adding {
  readonly kind: TypedKind;
  readonly source: string;
  readonly add: (kind: TypedKind, text: TypedText | undefined, next?: Block["kind"]) => void;
}

function addEditorsNote({ paragraphs, quoting, written }: EditorsNote, { kind, source, add }: Adding): void {
  if (written !== undefined) {
    add(kind, written);
    return;
  }
  for (const [index, paragraph] of paragraphs.entries()) {
    const typed = typedInlines(paragraph, source);
    add(kind, quoting === undefined ? typed : { ...typed, quoting }, paragraphs[index + 1]?.kind);
  }
}

function addBlocks(blocks: readonly Block[], adding: Adding): void {
  for (const [index, block] of blocks.entries()) addBlock(block, blocks[index + 1], adding);
}

function addBlock(block: Block, next: Block | undefined, adding: Adding): void {
  const { kind, source, add } = adding;
  switch (block.kind) {
    case "paragraph":
      add(kind, typedInlines(block, source), next?.kind);
      break;
    case "heading":
      add("heading", typedInlines(block, source), next?.kind);
      break;
    case "list":
      for (const entry of block.items) addBlocks(entry.children, { ...adding, kind: "list" });
      break;
    case "quote":
      addBlocks(block.children, { ...adding, kind: "quote" });
      break;
    case "table":
      for (const row of [block.header, ...block.rows]) {
        for (const cell of row) add("cell", typedInlines(cell, source));
      }
      break;
    case "figure":
      add("caption", captionOf(block, source), next?.kind);
      break;
    case "figure-row":
      for (const figure of block.figures) add("caption", captionOf(figure, source));
      if (block.caption !== undefined) add("caption", typedInlines(block.caption, source), next?.kind);
      break;
    case "code-block":
    case "thematic-break":
      break;
    default:
      block satisfies never;
  }
}

function captionOf(figure: Figure, source: string): TypedText | undefined {
  const place = captionPlace(figure, source);
  return place && typedSlice(place, source);
}

/** @returns where `![…](… "caption")` has its caption, undefined where an escape or character reference stands in it */
export function captionPlace({ caption, span }: Figure, source: string): Span | undefined {
  if (caption === undefined) return undefined;
  const slice = source.slice(span.start, span.end);
  const close = slice.slice(0, -1).trimEnd().length - 1;
  const mark = slice.charAt(close);
  if (!slice.endsWith(")") || !/["')]/.test(mark)) return undefined;
  const open = slice.lastIndexOf(mark === ")" ? "(" : mark, close - 1);
  const words = slice.slice(open + 1, close);
  if (open < 0 || words === "" || /[\\&\r\n]/.test(words)) return undefined;
  return { ...span, start: span.start + open + 1, end: span.start + close };
}
