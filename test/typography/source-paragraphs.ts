/**
 * The paragraphs of an issue as its authors wrote them, in the order of the structure tree: what the
 * lines of the PDF are compared with.
 */
import {
  attributionPlace,
  attributionText,
  printedSections,
  titleOnOneLine,
} from "../../src/model/furniture.js";
import type { Issue, Item } from "../../src/model/issue.js";
import { plainText } from "../../src/model/plain-text.js";
import type { Block, Inline } from "../../src/model/text.js";

/** Stands behind the number of a note in `copied`, where readers may put a space. */
export const NOTE_END = "\u200b";

export type ParagraphKind = "title" | "heading" | "text" | "cell" | "code" | "caption" | "note";

export interface SourceParagraph {
  readonly kind: ParagraphKind;
  /** a hard break is one \n; numbers that call notes are left out */
  readonly text: string;
  /** the same with the numbers that call notes, as a reader copies it */
  readonly copied: string;
  /** offsets in `text` (\n not counted) where something stands that may be broken as Latin code is: addresses, code */
  readonly loose: readonly (readonly [number, number])[];
}

export function sourceParagraphs(issue: Issue): readonly SourceParagraph[] {
  return printedSections(issue).flatMap(({ items }) => items.flatMap(ofItem));
}

/** Notes in the order of their numbers. */
export function sourceNotes(issue: Issue): readonly SourceParagraph[] {
  return printedSections(issue)
    .flatMap(({ items }) => items)
    .flatMap(({ notes }) => notes)
    .flatMap(({ children }) => children.flatMap(ofBlock))
    .map((paragraph) => ({ ...paragraph, kind: "note" }));
}

function ofItem(item: Item): readonly SourceParagraph[] {
  const title = plainParagraph("title", titleOnOneLine(item));
  const { index, joins } = attributionPlace(item.blocks);
  const paragraphs = item.blocks.map(ofBlock);
  if (item.attribution !== undefined) {
    const signed = attributionText(item.attribution.value);
    const last = paragraphs[index]?.at(-1);
    const own = plainParagraph("text", signed);
    if (joins && last !== undefined)
      paragraphs[index] = [{ ...last, text: last.text + signed, copied: last.copied + signed }];
    else paragraphs[index] = [...(paragraphs[index] ?? []), own];
  }
  return [title, ...paragraphs.flat()];
}

function ofBlock(block: Block): readonly SourceParagraph[] {
  switch (block.kind) {
    case "paragraph":
      return [ofInlines("text", block.children)];
    case "heading":
      return [ofInlines("heading", block.children)];
    case "list":
      return block.items.flatMap((item) => item.children.flatMap(ofBlock));
    case "quote":
      return block.children.flatMap(ofBlock);
    case "code-block":
      return [{ ...plainParagraph("code", block.value), loose: [[0, block.value.length]] }];
    case "table":
      return [block.header, ...block.rows].flat().map(({ children }) => ofInlines("cell", children));
    case "figure":
      return block.caption === undefined ? [] : [plainParagraph("caption", block.caption)];
    case "figure-row":
      return [
        ...block.figures.flatMap(ofBlock),
        ...(block.caption === undefined ? [] : [ofInlines("caption", block.caption.children)]),
      ];
    case "thematic-break":
      return [];
    default:
      return block satisfies never;
  }
}

const ADDRESS = /(?:https?:\/\/|www\.)[\w\-.~:/?#[\]@!$&'()*+,;=%]+|[\w.+-]+@[\w.-]+/g;

function ofInlines(kind: ParagraphKind, inlines: readonly Inline[]): SourceParagraph {
  const text = plainText(inlines);
  const shown = text.replaceAll("\n", "");
  const loose = [...shown.matchAll(ADDRESS)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
  return { kind, text, copied: copiedText(inlines), loose: [...loose, ...codeOf(inlines)] };
}

const plainParagraph = (kind: ParagraphKind, text: string): SourceParagraph => ({
  kind,
  text,
  copied: text,
  loose: [],
});

function copiedText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === "note-reference") return `${inline.number}${NOTE_END}`;
      return "children" in inline ? copiedText(inline.children) : plainText([inline]);
    })
    .join("");
}

function codeOf(inlines: readonly Inline[], start = 0): (readonly [number, number])[] {
  let at = start;
  const found: (readonly [number, number])[] = [];
  for (const inline of inlines) {
    const length = plainText([inline]).replaceAll("\n", "").length;
    if (inline.kind === "inline-code") found.push([at, at + length]);
    else if ("children" in inline) found.push(...codeOf(inline.children, at));
    at += length;
  }
  return found;
}
