/** Which lines a title without a look of its own takes: those of its paragraph, of an official title, of its subtitle. */
import { isOfficialTitle } from "./official-words.js";
import { lengthOf, type SheetLine, type SheetPart, wordsOf } from "./sheet.js";
import { canHead, headsSentence, isSentence, LONGEST_TITLE } from "./title-words.js";

export const MOST_LINES = 3;

interface TitleLines {
  readonly own: readonly SheetLine[];
  /** ——侧记 */
  readonly below: readonly SheetLine[];
}

export function titleLines(parts: readonly SheetPart[], index: number): TitleLines {
  const own = officialLines(parts, index) ?? ownLines(parts, index);
  const next = parts[index + own.length];
  const isBelow = own.length < MOST_LINES && next?.kind === "line" && isSubtitle(wordsOf(next));
  return { own, below: isBelow ? [next] : [] };
}

/** An official title that was typed over two or three lines */
function officialLines(parts: readonly SheetPart[], index: number): readonly SheetLine[] | undefined {
  const lines: SheetLine[] = [];
  for (const part of parts.slice(index, index + MOST_LINES)) {
    if (part.kind !== "line" || (lines.length > 0 && part.followsBlank)) return undefined;
    lines.push(part);
    if (isOfficialTitle(lines.map(wordsOf).join(""))) return lines;
    if (/[。！？；：]$/u.test(wordsOf(part))) return undefined;
  }
  return undefined;
}

export const isSubtitle = (text: string): boolean =>
  /^(?:——?|──?|--)\s*[^\s—-]/u.test(text) && lengthOf(text) <= LONGEST_TITLE && !/[。；，]$/u.test(text);

/** Below the title of a typed text stands an empty line, or its first paragraph is indented, and the title is not. */
export function standsAbove(words: string, line: SheetLine, below: readonly SheetPart[]): boolean {
  const [next, second] = below;
  if (next?.kind !== "line" || !canHead(words)) return false;
  const isApart = next.followsBlank || (line.indent === "" && next.indent !== "");
  // The first sub-heading may stand between.
  return isApart && [next, second].some((part) => part?.kind === "line" && isSentence(wordsOf(part)));
}

/** The lines of a title; the line alone where its text stands behind a soft break. */
function ownLines(parts: readonly SheetPart[], index: number): readonly SheetLine[] {
  const own = linesOfParagraph(parts, index);
  const [first, second] = own;
  if (first === undefined || second === undefined) return own;
  return isSentence(wordsOf(second)) && headsSentence(wordsOf(first), wordsOf(second)) ? [first] : own;
}

/** @returns a line, and those that soft breaks part from it; the line alone where they are more than a title has */
export function linesOfParagraph(parts: readonly SheetPart[], index: number): readonly SheetLine[] {
  const [first, ...rest] = parts.slice(index, index + MOST_LINES + 1);
  if (first?.kind !== "line") return [];
  const end = rest.findIndex((part) => part.kind !== "line" || !part.isSameParagraph);
  const more = rest.slice(0, end < 0 ? rest.length : end).filter((part) => part.kind === "line");
  return more.length >= MOST_LINES ? [first] : [first, ...more];
}
