/**
 * A place shown in the words around it, on one line, 【】 about it: for those who have no line
 * numbers before them, or no need of a whole frame.
 */

/** Characters shown around a place, and of the place itself. */
const AROUND = 10;
const LONGEST_SHOWN = 24;

export interface ExcerptOptions {
  readonly start: number;
  readonly end: number;
}

/** @returns the place in its line of the text; empty where there is but white space around it */
export function excerptOf(text: string, { start, end }: ExcerptOptions): string {
  // No more of a long line is looked at than can be shown.
  const near = Math.max(0, start - AROUND - 1);
  const lineStart = near + text.slice(near, start).search(/[^\r\n]*$/);
  const length = text.slice(start, start + LONGEST_SHOWN + AROUND + 1).search(/[\r\n]|$/);
  const lineEnd = start + length;
  const from = wholeCharacter(text, Math.max(lineStart, start - AROUND));
  const until = wholeCharacter(text, Math.min(end, lineEnd, start + LONGEST_SHOWN));
  const to = wholeCharacter(text, Math.min(lineEnd, until + AROUND));
  if (text.slice(from, to).trim() === "") return "";
  return [
    from > lineStart ? "…" : "",
    text.slice(from, start),
    "【",
    text.slice(start, until),
    until < Math.min(end, lineEnd) ? "…" : "",
    "】",
    text.slice(until, to),
    to < lineEnd ? "…" : "",
  ].join("");
}

/** @returns the offset, moved out of a surrogate pair */
const wholeCharacter = (text: string, at: number): number =>
  /[\uDC00-\uDFFF]/.test(text.charAt(at)) && /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) ? at - 1 : at;
