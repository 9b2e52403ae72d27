/**
 * A title as elements: each of its pieces (title-breaks.ts) stays on one line, and what is wider than a telephone has its
 * words, numbers and addresses kept whole.
 */
import { findLatinMarks } from "../../han/find-latin-marks.js";
import { findUnits } from "../../han/find-units.js";
import { textWidthEm } from "../../han/text-width.js";
import { type Child, element } from "./element.js";
import { latinStretches, type MarkedStretch, markStretches, withLatinMarks } from "./mark-stretches.js";
import { type CutTitle, titlePieces, WIDEST_WHOLE } from "./title-breaks.js";
import { breakableAddress, wholeUnits } from "./whole-words.js";

/** What of a page a title needs. */
interface TitleContext {
  readonly cutTitle: CutTitle;
}

/** Of a title that stands on its page once. */
const ALONE: TitleContext = { cutTitle: titlePieces };

/** @returns the title, each of its pieces an element that stays on one line */
export function breakableTitle(title: string, { cutTitle }: TitleContext = ALONE): readonly Child[] {
  const pieces = cutTitle(title);
  if (pieces.length > 1) return phrases(pieces);
  return wideWords(title, latinStretches(findLatinMarks(title), 0, title.length));
}

/** @returns one of the lines that the author made of a title; where they run on, it is not parted by itself */
export const breakableTitleLine = (line: string, { cutTitle }: TitleContext = ALONE): readonly Child[] =>
  phrases(cutTitle(line));

/** @returns such lines in a row, broken where the author did before it is anywhere else */
export const breakableTitleLines = (
  lines: readonly string[],
  joined: string,
  context: TitleContext = ALONE,
): readonly Child[] =>
  lines.length === 1
    ? breakableTitle(joined, context)
    : phrases(context.cutTitle(joined, lineEnds(lines, joined)));

/** @param joined the lines, between two of which a space may stand @returns where each line but the first begins in it */
function lineEnds(lines: readonly string[], joined: string): ReadonlySet<number> {
  const ends = new Set<number>();
  let from = 0;
  for (const line of lines) {
    const at = joined.indexOf(line, from);
    if (at > 0) ends.add(at);
    from = Math.max(at, 0) + line.length;
  }
  return ends;
}

function phrases(pieces: readonly string[]): readonly Child[] {
  const latin = findLatinMarks(pieces.join(""));
  let from = 0;
  return pieces.flatMap((piece) => {
    const marks = latinStretches(latin, from, piece.length);
    from += piece.length;
    return phrase(piece, marks);
  });
}

/**
 * A piece of a title on one line, or one that is wider than a telephone with its words kept whole. The space behind it
 * stands outside, for Chromium ends no line behind one that is inside of what stays on a line.
 */
export function phrase(piece: string, marks: readonly MarkedStretch[]): readonly Child[] {
  const words = piece.trimEnd();
  if (words === "" || textWidthEm(words.trimStart()) > WIDEST_WHOLE) return wideWords(piece, marks);
  const kept = element("span", { className: ["phrase"] }, markStretches(words, marks));
  return words === piece ? [kept] : [kept, piece.slice(words.length)];
}

/** An address among them is parted as one is in running text. */
function wideWords(text: string, marks: readonly MarkedStretch[]): readonly Child[] {
  const addresses = findUnits(text).filter(({ kind }) => kind === "url" || kind === "email");
  const children: Child[] = [];
  let from = 0;
  const tell = (end: number) => {
    const own = marks.flatMap(({ name, start, end: last }) =>
      start >= from && last <= end ? [{ name, start: start - from, end: last - from }] : [],
    );
    const part = text.slice(from, end);
    children.push(...markStretches(part, [...own, ...wholeUnits(part)]));
  };
  for (const { start, end } of addresses) {
    tell(start);
    children.push(element("span", { className: ["address"] }, breakableAddress(text.slice(start, end))));
    from = end;
  }
  tell(text.length);
  return children;
}

/** A name of so many em fits the lines of a telephone. */
const WIDEST_NAME = 14;

/** @returns bodies that publish together: a line ends between their names, or in one that no line holds, as in a title */
export function breakableNames(names: string, context: TitleContext = ALONE): readonly Child[] {
  const parts = names.split(/(?<=[\s、，；])(?![\s、，；])/u);
  return parts.flatMap((name) =>
    textWidthEm(name.trim()) > WIDEST_NAME
      ? breakableTitle(name, context)
      : [element("span", { className: ["phrase"] }, withLatinMarks(name))],
  );
}
