/**
 * How a title of several lines is brought to break at the same places by a program that fills lines one after
 * the other (Word, WPS, LibreOffice): by a measure so narrow that each line is full where it is to end.
 *
 * So the words of the title stay the author's to the character. A line break between them (Shift+Enter) would be
 * taken over by whoever reads the headings: as a space by a refreshed contents, as a new line by search and by
 * converters.
 */
import { isAlphanumeric } from "../../han/character-class.js";
import type { TitleFlow } from "../../model/title-flow.js";
import type { Cell, CellText } from "./cell.js";
import { type Gaps, spaceCells } from "./space-cells.js";

/** By so much, in em, a line is shorter than the measure, and the measure than what would let one character more in. */
const TOLERANCE = 0.15;
/** By so much another face's letters may be wider or narrower, in em each; digits are half an em in all. */
const LETTER_TOLERANCE = 0.02;
/** Word parts Han and Latin by a quarter of an em as we do, LibreOffice by a little less. */
const AUTOSPACE_LACK = 0.08;
/**
 * Quotation marks, dashes and ellipses at a title's start or behind Latin are narrow in LibreOffice, which takes them
 * for Latin there (the half of an em that they lack, and a little).
 */
const SHARED_MARK = /^[“”‘’—…·]+$/u;
const SHARED_LACK = 0.6;
/** The first line may begin by so much later, in em: half of it shifts the line off the middle, too little to see. */
const MOST_FIRST_LINE = 0.6;

/** Least and greatest width of some cells, in em. */
interface Width {
  readonly least: number;
  readonly most: number;
}

interface FlowLine extends Width {
  /** width at which the next line's first word would join this one; infinite for the last line */
  readonly overflow: number;
}

/**
 * @param breaks cells behind which lines are to end, in order
 * @param measure of the column, in points
 * @returns undefined where no measure gives these lines with certainty
 */
export function flowOfTitle(
  { cells }: Pick<CellText, "cells">,
  breaks: readonly number[],
  measure: number,
): TitleFlow | undefined {
  const sizePt = cells[0]?.span.type.sizePt ?? 0;
  if (breaks.length === 0 || sizePt === 0) return undefined;
  const gaps = spaceCells(cells);
  const lines = linesOf(cells, gaps, breaks);
  const [first, ...others] = lines;
  if (first === undefined) return undefined;
  const columnEm = measure / sizePt;
  const least = Math.max(...lines.map(({ most }) => most)) + TOLERANCE;
  const most = Math.min(columnEm, ...lines.map(({ overflow }) => overflow - TOLERANCE));
  if (least <= most) return { measureEm: (least + most) / 2, firstLineEm: 0 };
  // Only the first line is too short to be full: it begins a little later.
  const leastOfOthers = Math.max(...others.map(({ most: width }) => width)) + TOLERANCE;
  const mostOfOthers = Math.min(columnEm, ...others.map(({ overflow }) => overflow - TOLERANCE));
  const firstLineEm = leastOfOthers - (first.overflow - TOLERANCE);
  if (leastOfOthers > mostOfOthers || firstLineEm < 0 || firstLineEm > MOST_FIRST_LINE) return undefined;
  if (first.most + TOLERANCE > leastOfOthers - firstLineEm) return undefined;
  return { measureEm: leastOfOthers, firstLineEm };
}

function linesOf(cells: readonly Cell[], gaps: Gaps, breaks: readonly number[]): readonly FlowLine[] {
  const ends = [...breaks.map((end) => end + 1), cells.length];
  return ends.map((end, index) => {
    const start = ends[index - 1] ?? 0;
    const width = widthOf(cells, gaps, start, end);
    if (end === cells.length) return { ...width, overflow: Number.POSITIVE_INFINITY };
    const joined = widthOf(cells, gaps, start, wordEnd(cells, end)).least;
    // A dash or an ellipsis is two characters, which may be parted there.
    return { ...width, overflow: isLetter(cells[end]) ? joined : Math.min(joined, width.least + 1) };
  });
}

const isLetter = (cell: Cell | undefined): boolean =>
  cell !== undefined && isAlphanumeric(cell.cluster.class);

/** @returns the cell behind the first word: one character of Han, or letters and digits that stay together */
function wordEnd(cells: readonly Cell[], start: number): number {
  let end = start + 1;
  if (isLetter(cells[start])) while (isLetter(cells[end])) end += 1;
  return end;
}

function isBehindLatin(cells: readonly Cell[], at: number): boolean {
  for (let index = at - 1; index >= 0; index -= 1) {
    const { text = "" } = cells[index] ?? {};
    if (/^[!-ͯ]/u.test(text)) return true;
    if (!/^\s/u.test(text) && !SHARED_MARK.test(text)) return false;
  }
  return true;
}

/** A line's last space takes no room. */
function widthOf(cells: readonly Cell[], gaps: Gaps, start: number, to: number): Width {
  const isSpace = (index: number) => cells[index]?.cluster.class === "space";
  let end = to;
  while (end > start + 1 && isSpace(end - 1)) end -= 1;
  let width = 0;
  let below = 0;
  let above = 0;
  for (let index = start; index < end; index += 1) {
    const cell = cells[index];
    if (cell === undefined) continue;
    const em = cell.span.type.sizePt;
    width += cell.cluster.width / em;
    if (cell.cluster.class === "latin") {
      below += LETTER_TOLERANCE;
      above += LETTER_TOLERANCE;
    }
    const isWide = cell.cluster.width > (1 - SHARED_LACK) * em;
    if (isWide && SHARED_MARK.test(cell.text) && isBehindLatin(cells, index)) below += SHARED_LACK;
    const gap = index + 1 < end ? (gaps.space[index] ?? 0) / em : 0;
    width += gap;
    // Marks that are closed up here may stand apart there.
    if (gap < 0) above -= gap;
    if (gap > 0) below += AUTOSPACE_LACK;
  }
  return { least: width - below, most: width + above };
}
