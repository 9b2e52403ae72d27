/**
 * Turns UTF-16 offsets into lines and columns as editors count them: both from 1, columns in
 * code points, a line ended by LF, CRLF or CR.
 */

export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

export interface LineIndex {
  readonly text: string;
  /** offset at which each line starts */
  readonly starts: readonly number[];
}

export function indexLines(text: string): LineIndex {
  const starts = [0];
  for (let offset = 0; offset < text.length; offset += 1) {
    const unit = text.charCodeAt(offset);
    if (unit === 10 || (unit === 13 && text.charCodeAt(offset + 1) !== 10)) starts.push(offset + 1);
  }
  return { text, starts };
}

/** @param offset UTF-16 offset; one past the end of the text is the place behind its last character */
export function positionAt(index: LineIndex, offset: number): Position {
  let low = 0;
  let high = index.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((index.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const start = index.starts[low] ?? 0;
  const last = lastPlaces.get(index);
  // Findings come in order, many to a line: the count goes on from the last one.
  const known = last?.line === low + 1 && last.offset <= offset ? last : undefined;
  const column =
    known === undefined
      ? countCodePoints(index.text, start, offset) + 1
      : known.column + countCodePoints(index.text, known.offset, offset);
  const position = { line: low + 1, column, offset };
  lastPlaces.set(index, position);
  return position;
}

const lastPlaces = new WeakMap<LineIndex, Position>();

/** @returns the characters of a line (from 1), without its line end */
export function lineText(index: LineIndex, line: number): string {
  const start = index.starts[line - 1] ?? index.text.length;
  const end = index.starts[line] ?? index.text.length;
  return index.text.slice(start, end).replace(/[\r\n]+$/, "");
}

function countCodePoints(text: string, start: number, end: number): number {
  let count = 0;
  for (let offset = start; offset < end; offset += 1) {
    const unit = text.charCodeAt(offset);
    const before = text.charCodeAt(offset - 1);
    const isSecondHalf = unit >= 0xdc00 && unit <= 0xdfff && before >= 0xd800 && before <= 0xdbff;
    if (!isSecondHalf) count += 1;
  }
  return count;
}
