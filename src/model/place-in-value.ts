/**
 * The place of a part of a value in its source. A plain value stands there character by character;
 * in a quoted or folded one the part may have no place of its own.
 */
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
