/**
 * A line of copy as a text rule sees it: typed characters, their classes, and the way back to the
 * file. check/copy-lines.ts makes them, once an item; whatever several rules look for in a line is a
 * fact of the line, computed when first asked for.
 */
import type { FindingOfRule, Message, TextEdit } from "../diagnostics/diagnostic.js";
import { LINE_END } from "../han/copy-class.js";
import type { Pairing } from "../han/find-pairs.js";
import type { Range } from "../han/find-ranges.js";
import type { Span } from "../model/located.js";
import { OBJECT, type TypedPiece } from "../model/typed-text.js";
import type { PlacedText } from "../model/typed-texts.js";
import { joinEmphasis, loosensEmphasis } from "./emphasis-marks.js";
import type { MistypedMarkup } from "./mistyped-markup.js";

export interface CopyLine extends PlacedText {
  /** the item's file */
  readonly source: string;
  /** its place among the item's lines */
  readonly index: number;
  /** class of each UTF-16 unit (han/copy-class.ts) */
  readonly classes: Uint8Array;
  /** the classes that occur in it (han/copy-class.ts, setOfClasses) */
  readonly classSet: number;
  /** true where Chinese use of marks and spaces holds; false for a line of English, or without Han */
  readonly isChinese: boolean;
  /** brackets and quotation marks, matched */
  readonly pairing: Pairing;
  /** 1 for each unit inside quotation or book-title marks, else 0 */
  readonly quoted: Uint8Array;
  /** ranges between two numbers, days or times */
  readonly ranges: readonly Range[];
  /** pictures and links that were not read as such; `text` has U+FFFC for their characters */
  readonly mistyped: readonly MistypedMarkup[];
}

export interface CopyFault {
  readonly start: number;
  readonly end: number;
  readonly message: Message;
  readonly help: Message;
  /** what shall stand there instead, beyond doubt; undefined where the editor has to decide */
  readonly replacement?: string | undefined;
  /** what may have been meant to stand there */
  readonly suggestion?: string | undefined;
}

/** @returns the finding about `line.text.slice(start, end)`, with fix or suggestion where the source allows it */
export function copyFinding(line: CopyLine, fault: CopyFault): FindingOfRule {
  const { start, end, message, help, replacement, suggestion } = fault;
  const editsFor = (text: string | undefined) =>
    text === undefined ? undefined : replaceInLine(line, { start, end, text });
  const fix = editsFor(replacement);
  const edits = editsFor(suggestion);
  return {
    span: spanInLine(line, start, end),
    message,
    help,
    ...(fix && { fix }),
    ...(edits && { suggestions: [{ message: help, edits }] }),
  };
}

/** @returns the place of `text.slice(start, end)` in the author's file */
export function spanInLine(line: CopyLine, start: number, end: number): Span {
  const first = pieceAt(line, start);
  const last = pieceAt(line, Math.max(start, end - 1));
  if (first === undefined || last === undefined) return line.span;
  const from = startIn(first, start);
  return { path: line.span.path, start: from, end: end > start ? endIn(last, end) : from };
}

/**
 * @param text what shall stand instead of `line.text.slice(start, end)`; `start === end` inserts
 * @returns undefined where markup lies among the characters, so that replacing them would break it
 */
export function replaceInLine(
  line: CopyLine,
  { start, end, text }: { readonly start: number; readonly end: number; readonly text: string },
): readonly TextEdit[] | undefined {
  if (makesMarkup(line, { start, end, text })) return undefined;
  const edits = editsOf(line, { start, end, text });
  return edits && keptMarks(line, edits);
}

/** @returns the edits, so that no mark of emphasis comes loose; undefined where one would */
function keptMarks(
  { source, span, text: typed }: CopyLine,
  edits: readonly TextEdit[],
): readonly TextEdit[] | undefined {
  const marked = { source, from: span.start, to: span.end, text: typed };
  const [only] = edits;
  const joined =
    edits.length === 1 && only !== undefined
      ? joinEmphasis(marked, { start: only.span.start, end: only.span.end, text: only.text })
      : undefined;
  if (joined !== undefined) return [{ span: { ...span, start: joined.start, end: joined.end }, text: "" }];
  const isLoosened = edits.some(({ span: { start, end }, text }) =>
    loosensEmphasis(marked, { start, end, text }),
  );
  const isRead = edits.some(
    ({ span: { start, end }, text }) =>
      BRACKETS.test(source.charAt(start - 1) + text + source.charAt(end)) ||
      BREAK.test(source.slice(Math.max(0, start - 2), start) + text + source.slice(end, end + 2)),
  );
  return isLoosened || isRead ? undefined : edits;
}

/** A line that ends in blanks or a backslash once nothing stands behind them ends for good. */
const BREAK = /(?: {2}|\\)\r?\n/;
/** What becomes a picture, a link or a longer fence once nothing stands between. */
const BRACKETS = /^(?:!\[|\][([:]|``)$/;

function editsOf(
  line: CopyLine,
  { start, end, text }: { readonly start: number; readonly end: number; readonly text: string },
): readonly TextEdit[] | undefined {
  const { path } = line.span;
  const edits: TextEdit[] = [];
  for (let at = start; at < end; ) {
    const piece = pieceAt(line, at);
    if (piece === undefined || line.text[at] === OBJECT) return undefined;
    const until = Math.min(end, piece.at + piece.length);
    if (piece.whole && until < piece.at + piece.length) return undefined;
    edits.push({ span: { path, start: startIn(piece, at), end: endIn(piece, until) }, text: "" });
    at = until;
  }
  const [first] = edits;
  if (first === undefined) return [{ span: spanInLine(line, start, start), text }];
  if (text === "" || edits.length === 1) return [{ ...first, text }, ...edits.slice(1)];
  const last = edits.at(-1)?.span;
  const isOneStretch = edits.every(
    ({ span }, index) => edits[index + 1]?.span.start === span.end || span === last,
  );
  return isOneStretch && last !== undefined ? [{ span: { ...first.span, end: last.end }, text }] : undefined;
}

/** @returns false for a character that its author escaped, or that code or an address stands for */
export const isTypedAt = ({ pieces }: CopyLine, at: number): boolean =>
  pieces.findLast((piece) => piece.at <= at)?.whole === false;

/** What would be read as a list, a heading, a quote, a table at the start of a typed line. */
const BLOCK_MARK = /^[ \t]*(?:[-+*>#=|~`_]|\d{1,9}[.)])/;
const LONGEST_PREFIX = 24;
/** Only such marks in front of the edit: what follows decides what they are. */
const BLOCK_PREFIX = /^[ \t]*(?:[-+*>#=|~`_:]{1,12}[ \t]*|\d{1,9}[.)][ \t]*)$/;
/** What a plain value of YAML may not begin with, and what ends it. */
const YAML_START = /^[\s\-?:,[\]{}#&*!|>'"%@`]/;
const YAML_END = /: | #|:$/;

/** Would the line, edited so, be read as another kind of thing? */
function makesMarkup(
  copyLine: CopyLine,
  { start, end, text }: { readonly start: number; readonly end: number; readonly text: string },
): boolean {
  const { text: line, kind, classes, quoting } = copyLine;
  const after = text + line.slice(end, end + 12);
  const before = line.slice(start, end + 12);
  // What would end the quotation, or need an escape in it.
  if ((quoting === "double" && /["\\]/.test(text)) || (quoting === "single" && text.includes("'")))
    return true;
  if (quoting === "double" || quoting === "single") return false;
  if (kind === "title" || kind === "summary" || quoting !== undefined) {
    const near = line.slice(Math.max(0, start - 1), start);
    if (YAML_END.test(near + after) && !YAML_END.test(near + before)) return true;
    return start === 0 && YAML_START.test(after);
  }
  if (wouldTouchAddress(line, { start, end, text }) || isInDestination(line, start)) return true;
  // Typed marks that are text here may turn into markup beside other neighbours.
  if (INLINE_MARK.test(line.charAt(start - 1)) || INLINE_MARK.test(line.charAt(end))) return true;
  if (text === "" && line.length === end - start) return true;
  const prefix = typedLineBefore(line, start);
  if (BLOCK_PREFIX.test(prefix) || (/^[ \t]*\d{1,9}$/.test(prefix) && /^[.)](?:\s|$)/.test(after)))
    return true;
  // Blanks before it may go by another edit.
  const isAtStart = prefix.trim() === "";
  // An emptied line parts the paragraph: what follows may begin HTML or another block.
  if (isAtStart && text === "" && (end === line.length || classes[end] === LINE_END)) return true;
  // White space at the start of a line may make it code, or part of a list.
  if (isAtStart && (/^[ \t]/.test(after) || after.startsWith(OBJECT))) return true;
  if (isAtStart && DEFINITION.test(text + line.slice(end, end + LONGEST_DESTINATION))) return true;
  // What follows `[x]:` on its line is an address where no space stands in it.
  if (holdsDefinition(copyLine) && DEFINITION.test(typedLineFrom(line, start))) return true;
  return isAtStart && BLOCK_MARK.test(after) && !BLOCK_MARK.test(before);
}

function typedLineFrom(text: string, at: number): string {
  const start = Math.max(text.lastIndexOf("\n", at - 1), text.lastIndexOf("\r", at - 1)) + 1;
  return text.slice(start, start + LONGEST_DESTINATION);
}

/** Asked for each edit of a line, and answered once: most have none, and need not be looked through again. */
function holdsDefinition(line: CopyLine): boolean {
  const known = definitions.get(line) ?? ANY_DEFINITION.test(line.text);
  definitions.set(line, known);
  return known;
}

const definitions = new WeakMap<CopyLine, boolean>();

const ANY_DEFINITION = /^\[[^\]\n]*\]:/m;

/** `[^1]:`, a note or the address of a link once it begins a line. */
const DEFINITION = /^\[[^\]\n]*\]:/;

/** Longer ones are no addresses that somebody typed. */
const LONGEST_DESTINATION = 300;

/** `![图](图 1.png)`: it is no picture as it stands, and would be one without the space. */
function isInDestination(line: string, at: number): boolean {
  const near = line.slice(Math.max(0, at - LONGEST_DESTINATION), at);
  const open = near.lastIndexOf("](");
  return open >= 0 && !/[)\n]/.test(near.slice(open + 2));
}

/** UTF-16 units within which the 《 of a title is looked for */
const LONGEST_TITLE = 60;

/** @returns whether a place lies inside 《》, where a name is quoted as it stands */
export function isInBookTitle({ text, quoted }: CopyLine, at: number): boolean {
  if (quoted[at] !== 1) return false;
  const before = text.slice(Math.max(0, at - LONGEST_TITLE), at);
  return before.lastIndexOf("《") > before.lastIndexOf("》");
}

/** @returns the typed line up to `end`, or its last characters where it is longer than any mark */
function typedLineBefore(text: string, end: number): string {
  const near = text.slice(Math.max(0, end - LONGEST_PREFIX), end);
  return near.slice(Math.max(near.lastIndexOf("\n"), near.lastIndexOf("\r")) + 1);
}

const INLINE_MARK = /[*_~`<[\]\\&|]/;
/** Signs of ASCII, full-width letters and digits among them: reading makes those half-width. */
const ASCII = /[!-~０-９Ａ-Ｚａ-ｚ]/;

/** Marks that end an address where nothing follows them, and belong to it where more of it does. */
const BEHIND_ADDRESS = /[?!.,:;*_~'()]/;

/** An address goes on as long as ASCII follows: nothing may be brought up to one. */
function wouldTouchAddress(
  line: string,
  { start, end, text }: { readonly start: number; readonly end: number; readonly text: string },
): boolean {
  let addressEnd = start;
  while (start - addressEnd < LONGEST_PREFIX && BEHIND_ADDRESS.test(line.charAt(addressEnd - 1)))
    addressEnd -= 1;
  if (line[addressEnd - 1] === OBJECT && ASCII.test((text + line.charAt(end)).charAt(0))) return true;
  return line[end] === OBJECT && ASCII.test((line.charAt(start - 1) + text).slice(-1));
}

const startIn = (piece: TypedPiece, at: number): number =>
  piece.whole ? piece.start : Math.min(piece.end, piece.start + at - piece.at);

const endIn = (piece: TypedPiece, end: number): number =>
  piece.whole ? piece.end : Math.min(piece.end, piece.start + end - piece.at);

function pieceAt({ pieces }: CopyLine, at: number): TypedPiece | undefined {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return pieces[low];
}
