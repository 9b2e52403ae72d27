/**
 * Text as its author typed it: the characters of one paragraph, heading, cell, caption or title line
 * in one string, taken from the source and not from the normalised model, because what normalising
 * drops (spaces between Han and digits, line breaks, full-width letters) is what the text rules judge.
 * Markup is absent; code, bare addresses and what else is no prose is one U+FFFC each. This file
 * gathers a text; typed-texts.ts says which texts an item has.
 */
import type { Located, Span } from "./located.js";
import type { Block, Inline, Text } from "./text.js";

export interface TypedText {
  /** as typed; a soft line break is `\n`, a hard one `\r`, code and bare addresses are U+FFFC */
  readonly text: string;
  /** place of the block or the value */
  readonly span: Span;
  readonly pieces: readonly TypedPiece[];
  /** how YAML writes it, where it is a value of YAML: what may be put into it depends on that */
  readonly quoting?: "plain" | "single" | "double" | "block" | undefined;
}

/** A value of a YAML file together with what its author typed. */
export interface WrittenText extends Located<string> {
  /** absent where the file does not show the value character by character */
  readonly written?: TypedText;
}

/** A stretch that stands in the source character by character; `whole` where several stand for one. */
export interface TypedPiece {
  /** offset in the text */
  readonly at: number;
  readonly length: number;
  readonly start: number;
  readonly end: number;
  /** an escape (`\*`), a character reference (`&nbsp;`), or something masked */
  readonly whole: boolean;
}

/** Stands for what is no prose. */
export const OBJECT = "\uFFFC";
/** No typed line holds a carriage return, so it can stand for a break that shall stay. */
export const HARD_BREAK = "\r";

export type InlineBlock = Pick<Extract<Block, { kind: "paragraph" }>, "children" | "span">;

/** @returns the typed characters of a block of inlines */
export function typedInlines({ children, span }: InlineBlock, source: string): TypedText {
  const gathering: Gathering = { source, text: "", pieces: [], cursor: span.start };
  const first = firstPlace(children) ?? span.end;
  // In front of the first character only wide spaces are the author's: the rest is markup.
  addEdge(gathering, span.start, first);
  gathering.cursor = first;
  for (const inline of children) addInline(inline, gathering);
  if (children.length > 0) addEdge(gathering, gathering.cursor, span.end);
  return { text: gathering.text, span, pieces: gathering.pieces };
}

/** @returns a text that stands in the source as it is */
export function typedSlice(span: Span, source: string): TypedText {
  const { start, end } = span;
  const text = source.slice(start, end);
  return { text, span, pieces: [{ at: 0, length: text.length, start, end, whole: false }] };
}

interface Gathering {
  readonly source: string;
  text: string;
  readonly pieces: TypedPiece[];
  /** source offset behind what was gathered */
  cursor: number;
}

function addInline(inline: Inline, gathering: Gathering): void {
  const { span } = inline;
  addGap(gathering, span.start);
  switch (inline.kind) {
    case "text":
      addText(inline, gathering);
      break;
    case "inline-code":
      addWhole(gathering, OBJECT, span);
      break;
    case "hard-break":
      addWhole(gathering, HARD_BREAK, span);
      break;
    case "note-reference":
      break;
    case "link":
      if (inline.automatic) addWhole(gathering, OBJECT, span);
      else addWrapped(inline.children, gathering);
      break;
    case "emphasis":
    case "strong":
    case "strikethrough":
      addWrapped(inline.children, gathering);
      // A space typed in front of the closing marks is the author's.
      addGap(gathering, startOfMarks(gathering, span.end));
      break;
    default:
      inline satisfies never;
  }
  gathering.cursor = span.end;
}

function addWrapped(children: readonly Inline[], gathering: Gathering): void {
  gathering.cursor = firstPlace(children) ?? gathering.cursor;
  for (const child of children) addInline(child, gathering);
}

function startOfMarks({ source, cursor }: Gathering, end: number): number {
  let start = end;
  while (start > cursor && /[*_~]/.test(source.charAt(start - 1))) start -= 1;
  return start;
}

const firstPlace = (children: readonly Inline[]): number | undefined => children[0]?.span.start;

/** Texts of the model: their source is on one line, save a line break that was read as a space. */
function addText({ value, span, offsets }: Text, gathering: Gathering): void {
  const { source } = gathering;
  if (offsets === undefined) {
    addVerbatim(gathering, span.start, span.end);
    return;
  }
  for (let index = 0; index < offsets.length; index += 1) {
    const from = offsets[index] ?? span.start;
    let unit = value.charAt(index);
    // A character reference may stand for two units.
    while (index + 1 < offsets.length && offsets[index + 1] === from) {
      index += 1;
      unit += value.charAt(index);
    }
    const to = offsets[index + 1] ?? span.end;
    const here = source.charAt(from);
    const isReplaced =
      to - from > 1 && (here === "\\" || here === "&") && source.slice(from + 1, to).trim() !== "";
    const end = isReplaced ? endOfReference(source, from, to) : from;
    if (isReplaced) addWhole(gathering, unit, { path: span.path, start: from, end });
    addVerbatim(gathering, end, to);
  }
}

function endOfReference(source: string, from: number, to: number): number {
  if (source.charAt(from) === "\\") return from + 2;
  const semicolon = source.indexOf(";", from);
  return semicolon < 0 || semicolon >= to ? to : semicolon + 1;
}

function addVerbatim(gathering: Gathering, start: number, end: number): void {
  let from = start;
  for (let at = start; at < end; at += 1) {
    const code = gathering.source.charCodeAt(at);
    if (code !== 0x0a && code !== 0x0d) continue;
    addRun(gathering, from, at);
    if (code === 0x0a) addBreak(gathering, at);
    from = at + 1;
  }
  addRun(gathering, from, end);
}

function addRun(gathering: Gathering, start: number, end: number): void {
  if (end <= start) return;
  const last = gathering.pieces.at(-1);
  const at = gathering.text.length;
  gathering.text += gathering.source.slice(start, end);
  if (last !== undefined && !last.whole && last.end === start && last.at + last.length === at) {
    gathering.pieces[gathering.pieces.length - 1] = { ...last, length: last.length + end - start, end };
  } else gathering.pieces.push({ at, length: end - start, start, end, whole: false });
}

function addWhole(gathering: Gathering, text: string, { start, end }: Span): void {
  gathering.pieces.push({ at: gathering.text.length, length: text.length, start, end, whole: true });
  gathering.text += text;
}

function addBreak(gathering: Gathering, at: number): void {
  if (at < 0) return;
  const place = gathering.text.length;
  gathering.text += "\n";
  gathering.pieces.push({ at: place, length: 1, start: at, end: at + 1, whole: false });
}

/**
 * What lies between two inlines: spaces and line breaks that normalising dropped, marks of a quote or
 * list behind a line break, or something that is no text (a picture, a comment), which is masked.
 */
function addGap(gathering: Gathering, end: number): void {
  const { source, cursor } = gathering;
  let at = cursor;
  while (at < end) {
    const code = source.charCodeAt(at);
    if (code === 0x0a) {
      addBreak(gathering, at);
      at += 1;
      while (at < end && isLinePrefix(source.charCodeAt(at))) at += 1;
    } else if (code === 0x0d) at += 1;
    else if (isBlank(code)) {
      addRun(gathering, at, at + 1);
      at += 1;
    } else {
      let until = at + 1;
      while (until < end && !isBlank(source.charCodeAt(until)) && source.charCodeAt(until) !== 0x0a)
        until += 1;
      addWhole(gathering, OBJECT, { path: "", start: at, end: until });
      at = until;
    }
  }
  gathering.cursor = Math.max(cursor, end);
}

/** Beside the block's text stands markup; of it, only wide spaces beside the text are characters. */
function addEdge(gathering: Gathering, start: number, end: number): void {
  const isFront = gathering.text === "";
  const slice = gathering.source.slice(start, end);
  const isWide = (unit: string) => WIDE.includes(unit);
  let from = isFront ? slice.length : 0;
  let to = from;
  if (isFront) while (from > 0 && isWide(slice.charAt(from - 1))) from -= 1;
  else while (to < slice.length && isWide(slice.charAt(to))) to += 1;
  addRun(gathering, start + from, start + to);
}

/** U+3000, the no-break space, and the spaces of General Punctuation. */
const WIDE = "\u3000\u00a0\u2002\u2003\u2009";
const isBlank = (code: number): boolean => code === 0x20 || code === 0x09 || code === 0x3000;
const isLinePrefix = (code: number): boolean => code === 0x20 || code === 0x09 || code === 0x3e;
