/**
 * The place of a part of a value in its source. A plain value stands there character by character;
 * in a quoted or folded one the part may have no place of its own.
 */
import type { TitleLine } from "./issue.js";
import type { Located, Span } from "./located.js";

export interface ValuePart {
  /** UTF-16 offsets in the value */
  readonly start: number;
  readonly end: number;
  /** text of the file */
  readonly source: string;
}

/** @returns the exact place, undefined where the source does not hold the value as it reads */
export function placeInValue({ value, span }: Located<string>, part: ValuePart): Span | undefined {
  const at = part.source.slice(span.start, span.end).indexOf(value);
  if (at < 0) return undefined;
  const origin = span.start + at;
  return { path: span.path, start: origin + part.start, end: origin + part.end };
}

/** @returns the place of a part of a title's line, escapes and all; undefined where its reader found none */
export function placeInTitle(
  { offsets, span, written }: TitleLine,
  { start, end }: { readonly start: number; readonly end: number },
): Span | undefined {
  if (offsets === undefined) return { path: span.path, start: span.start + start, end: span.start + end };
  const first = offsets[start];
  const last = offsets[end - 1];
  const piece = written?.pieces.find((one) => one.start <= (last ?? -1) && (last ?? -1) < one.end);
  if (first === undefined || last === undefined || piece === undefined) return undefined;
  return { path: span.path, start: first, end: piece.whole ? piece.end : last + 1 };
}
