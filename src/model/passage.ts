/**
 * A passage: the characters of one paragraph, heading, cell, caption or title line as the reader
 * sees them, in one string, with the way back to the author's file. Rules look for words and
 * numbers here, because markup may stand between two characters that are read together.
 *
 * What must not be taken for prose (code, the text of a bare address) is masked: each of its
 * units is U+FFFC, so that no pattern matches in it and none matches across it.
 */
import type { Item, TitleLine } from "./issue.js";
import type { Span } from "./located.js";
import type { Block, Inline, Link, Paragraph } from "./text.js";

export type PassageKind =
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
  | "signed";

export interface Passage {
  readonly kind: PassageKind;
  /** as printed; a hard break is `\n`, masked characters are U+FFFC */
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** span of the block, or of the title line */
  readonly span: Span;
  readonly links: readonly Link[];
}

/** A stretch of a passage that stands in one place of the source. */
interface Piece {
  /** offset in the passage's text */
  readonly at: number;
  readonly length: number;
  readonly span: Span;
  readonly offsets: readonly number[] | undefined;
}

const MASK = "\uFFFC";

/** @returns all passages of an item, as its file has them: what its head prints, blocks, notes; no code blocks */
export function passagesOf(item: Item): readonly Passage[] {
  const passages: Passage[] = item.title.map((line) => titlePassage(line));
  if (item.summary !== undefined) {
    passages.push(literalPassage("summary", item.summary.value, item.summary.span));
  }
  for (const paragraph of item.editorsNote?.paragraphs ?? []) addBlock(passages, paragraph, "editors-note");
  for (const { value, span } of item.attachments ?? [])
    passages.push(literalPassage("attachment", value, span));
  for (const { value, span } of item.signed?.by ?? []) passages.push(literalPassage("signed", value, span));
  for (const block of item.blocks) addBlock(passages, block, "paragraph");
  for (const note of item.notes) for (const block of note.children) addBlock(passages, block, "note");
  return passages;
}

/** @returns true for what stands in the body or its notes, false for the head of the item */
export const isInBody = ({ kind }: Passage): boolean => !IN_HEAD.has(kind);

const IN_HEAD: ReadonlySet<PassageKind> = new Set([
  "title",
  "summary",
  "editors-note",
  "attachment",
  "signed",
]);

/** @returns the place in the source of `text.slice(start, end)` of a passage */
export function spanInPassage(passage: Passage, start: number, end: number): Span {
  const first = pieceAt(passage, start);
  const last = pieceAt(passage, Math.max(start, end - 1));
  if (first === undefined || last === undefined) return passage.span;
  return {
    path: passage.span.path,
    start: sourceOffset(first, start),
    end: end > start ? sourceOffset(last, end - 1) + 1 : sourceOffset(first, start),
  };
}

/** @returns the characters as word processors count them for Chinese: all but white space */
export function countPrinted(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    // The second half of a pair belongs to the character before it.
    if (isSpace(unit) || (isTrail(unit) && at > 0 && isLead(text.charCodeAt(at - 1)))) continue;
    count += 1;
  }
  return count;
}

const isLead = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isTrail = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
/** ECMAScript's \s: most units of a Chinese text are past all of it, well below, or dashes and quotation marks amid it. */
const isSpace = (unit: number): boolean =>
  unit <= 0x20
    ? unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)
    : unit >= 0xa0 &&
      (unit <= 0x3000 || unit === 0xfeff) &&
      (unit < 0x2010 || unit > 0x2027) &&
      /\s/.test(String.fromCharCode(unit));

function addBlock(passages: Passage[], block: Block, kind: PassageKind): void {
  switch (block.kind) {
    case "paragraph":
      passages.push(inlinePassage(kind, block));
      break;
    case "heading":
      passages.push(inlinePassage("heading", block));
      break;
    case "list":
      for (const entry of block.items) for (const child of entry.children) addBlock(passages, child, "list");
      break;
    case "quote":
      for (const child of block.children) addBlock(passages, child, "quote");
      break;
    case "table":
      for (const row of [block.header, ...block.rows]) {
        for (const cell of row) passages.push(inlinePassage("cell", cell));
      }
      break;
    case "figure":
      if (block.caption !== undefined) passages.push(literalPassage("caption", block.caption, block.span));
      break;
    case "figure-row":
      for (const figure of block.figures) addBlock(passages, figure, kind);
      if (block.caption !== undefined) passages.push(inlinePassage("caption", block.caption));
      break;
    case "code-block":
    case "thematic-break":
      break;
    default:
      block satisfies never;
  }
}

/** A line of the title knows the place of each of its characters. */
function titlePassage({ value, span, offsets }: TitleLine): Passage {
  if (offsets === undefined) return literalPassage("title", value, span);
  return {
    kind: "title",
    text: value,
    pieces: [{ at: 0, length: value.length, span, offsets }],
    span,
    links: [],
  };
}

/** Where the source does not say the text character by character, findings show the whole span. */
function literalPassage(kind: PassageKind, text: string, span: Span): Passage {
  const isLiteral = span.end - span.start === text.length;
  const pieces = isLiteral ? [{ at: 0, length: text.length, span, offsets: undefined }] : [];
  return { kind, text, pieces, span, links: [] };
}

function inlinePassage(kind: PassageKind, block: Pick<Paragraph, "children" | "span">): Passage {
  const context = { text: "", pieces: [] as Piece[], links: [] as Link[] };
  addInlines(block.children, { context, masked: false });
  return { kind, text: context.text, pieces: context.pieces, span: block.span, links: context.links };
}

interface Gathering {
  readonly context: { text: string; readonly pieces: Piece[]; readonly links: Link[] };
  readonly masked: boolean;
}

function addInlines(inlines: readonly Inline[], { context, masked }: Gathering): void {
  const add = (value: string, span: Span, offsets: readonly number[] | undefined) => {
    context.pieces.push({ at: context.text.length, length: value.length, span, offsets });
    context.text += value;
  };
  for (const inline of inlines) {
    switch (inline.kind) {
      case "text":
        add(masked ? MASK.repeat(inline.value.length) : inline.value, inline.span, inline.offsets);
        break;
      case "inline-code":
        add(MASK.repeat(inline.value.length), inline.span, undefined);
        break;
      case "hard-break":
        add("\n", inline.span, undefined);
        break;
      case "note-reference":
        break;
      case "link":
        context.links.push(inline);
        addInlines(inline.children, { context, masked: masked || isBareWebAddress(inline) });
        break;
      default:
        addInlines(inline.children, { context, masked });
    }
  }
}

/** A bare e-mail address stays readable: it is what the privacy rules look for. */
const isBareWebAddress = (link: Link): boolean => link.automatic && !/^mailto:/i.test(link.url.value);

function pieceAt(passage: Passage, at: number): Piece | undefined {
  let low = 0;
  let high = passage.pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((passage.pieces[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return passage.pieces[low];
}

function sourceOffset(piece: Piece, at: number): number {
  const within = Math.min(at - piece.at, Math.max(0, piece.length - 1));
  return (
    piece.offsets?.[within] ??
    Math.min(piece.span.start + within, Math.max(piece.span.start, piece.span.end - 1))
  );
}
