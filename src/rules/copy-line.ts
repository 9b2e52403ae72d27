/**
 * A line of copy as a text rule sees it: typed characters, their classes, and the way back to the
 * file. check/copy-lines.ts makes them, once an item; whatever several rules look for in a line is a
 * fact of the line, computed when first asked for.
 */
import type { TextEdit } from "../diagnostics/diagnostic.js";
import type { Pairing } from "../han/find-pairs.js";
import type { Span } from "../model/located.js";
import type { TypedPiece } from "../model/typed-text.js";
import type { PlacedText } from "../model/typed-texts.js";

export interface CopyLine extends PlacedText {
  /** its place among the item's lines */
  readonly index: number;
  /** class of each UTF-16 unit (han/copy-class.ts) */
  readonly classes: Uint8Array;
  /** brackets and quotation marks, matched */
  readonly pairing: Pairing;
  /** 1 for each unit inside quotation or book-title marks, else 0 */
  readonly quoted: Uint8Array;
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
  const { path } = line.span;
  const edits: TextEdit[] = [];
  for (let at = start; at < end; ) {
    const piece = pieceAt(line, at);
    if (piece === undefined || line.text[at] === "\uFFFC") return undefined;
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
