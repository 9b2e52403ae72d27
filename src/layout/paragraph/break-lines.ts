/**
 * Fourth step of a paragraph: the line ends, chosen for the whole paragraph at once (Knuth and
 * Plass, Breaking Paragraphs into Lines, 1981) under the Chinese law 先挤进，后推出: a line may be
 * compressed to admit marks that may not start the next line, and ordinary characters only where this
 * line or another would else be loose; where that is not enough, characters are pushed to the next line
 * and the gaps expand.
 * Linear: each line end looks back over one line's length.
 */
import { isAlphanumeric } from "../../han/character-class.js";
import type { Cell } from "./cell.js";
import { growGaps } from "./grow-gaps.js";
import { priceOfGrowth, priceOfRaggedLine } from "./line-price.js";
import { type Sums, sumsOf } from "./line-sums.js";
import { FORBIDDEN, FORCED } from "./segment-paragraph.js";
import type { Gaps } from "./space-cells.js";

export interface LineRange {
  /** first cell, and the one behind the last; spaces dropped at the line's end are inside */
  readonly start: number;
  readonly end: number;
  /** true for the last line and before a hard break: set at its natural width */
  readonly final: boolean;
}

export interface BreakInput {
  readonly cells: readonly Cell[];
  readonly gaps: Gaps;
  readonly penalties: Float64Array;
  readonly measure: number;
  /** room taken from the first line */
  readonly indent: number;
  /** 标点悬挂: one pause or stop may hang outside the line */
  readonly hang: boolean;
  /** true for text set ragged: gaps never stretch, so a short line costs less */
  readonly ragged: boolean;
}

/** Less than pushing characters down ever costs: 先挤进，后推出. */
const COST_COMPRESSED = 2;
/** A word or a number is taken in by compression only where its line would else be loose. */
const COST_WORD_ADMITTED = 10;
const COST_WORD_COMPRESSED = 10;
/** More than any line costs whose gaps are comfortable. */
const COST_ORDINARY_ADMITTED = 30;
const COST_ORDINARY_COMPRESSED = 30;
/** Fewest cells of such a word, less one. */
const WORD_CELLS = 1;
const COST_LONELY_LAST_LINE = 400;
const COST_OVERFULL = 1e9;
const EPSILON = 1e-6;

export function breakLines(input: BreakInput): readonly LineRange[] {
  if (input.cells.length === 0) return [];
  const sums = sumsOf(input);
  return collectLines(input, findStarts(input, sums));
}

/** Most paragraphs of lists, tables and contents are one line: nothing is to be chosen there. */
export function isOneLine(cells: readonly Cell[], gaps: Gaps, room: number): boolean {
  let last = cells.length - 1;
  while (last > 0 && cells[last]?.cluster.class === "space") last -= 1;
  let width = 0;
  for (let index = 0; index < last; index += 1) {
    width += (cells[index]?.cluster.width ?? 0) + (gaps.space[index] ?? 0);
  }
  const end = cells[last]?.cluster;
  return end === undefined || width + (end.width - end.trimRight) <= room + EPSILON;
}

/** @returns by cell, where the line starts that ends behind it in the cheapest way to part all before it */
function findStarts(input: BreakInput, sums: Sums): Int32Array {
  const { cells, penalties, measure, indent } = input;
  const count = cells.length;
  // Cost of the best way to end a line behind a cell, and where that line starts.
  const best = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(count).fill(-1);
  const starts: number[] = [0];
  let head = 0;
  for (let end = 0; end < count; end += 1) {
    const penalty = penalties[end] ?? FORBIDDEN;
    if (penalty === FORBIDDEN) continue;
    const last = sums.visible[end] ?? end;
    const right = (sums.position[last] ?? 0) + (sums.endWidth[last] ?? 0);
    const room = sums.endRoom[last] ?? 0;
    for (let candidate = head; candidate < starts.length; candidate += 1) {
      const start = starts[candidate] ?? 0;
      const before = start === 0 ? 0 : (best[start - 1] ?? 0);
      const available = start === 0 ? measure - indent : measure;
      const width = right - (sums.position[start] ?? 0);
      const shrink = (sums.shrink[last] ?? 0) - (sums.shrink[start] ?? 0) + room;
      if (width - shrink > available + EPSILON && candidate === head && candidate < starts.length - 1) {
        head += 1;
        continue;
      }
      if (before + Math.max(0, penalty) >= (best[end] ?? 0)) continue;
      const isOnly = candidate === starts.length - 1;
      const cost = lineCost({ input, sums, start, end, last, width, available, shrink, isOnly });
      if (cost !== undefined && before + cost < (best[end] ?? 0)) {
        best[end] = before + cost;
        from[end] = start;
      }
    }
    if ((best[end] ?? 0) < Number.POSITIVE_INFINITY && end + 1 < count) {
      if (penalty === FORCED) head = starts.length;
      starts.push(end + 1);
    }
  }
  return from;
}

interface LineChoice {
  readonly input: BreakInput;
  readonly sums: Sums;
  readonly start: number;
  readonly end: number;
  /** last cell that is seen */
  readonly last: number;
  readonly width: number;
  readonly available: number;
  readonly shrink: number;
  /** no other start is left: better an overfull line than none */
  readonly isOnly: boolean;
}

/** @returns undefined where the line is not to be had */
function lineCost(choice: LineChoice): number | undefined {
  const { input, sums, start, end, last, width, available, shrink } = choice;
  const penalty = input.penalties[end] ?? 0;
  const isFinal = penalty === FORCED;
  const short = available - width;
  if (short < -EPSILON) {
    const excess = -short;
    const price = excess > shrink + EPSILON ? undefined : priceOfAdmission(choice, isFinal);
    if (price === undefined) return choice.isOnly ? COST_OVERFULL + excess : undefined;
    return price.fixed + price.full * (excess / shrink) + (isFinal ? 0 : penalty);
  }
  if (isFinal) return lonelyCost(sums, start, last);
  if (input.ragged) return priceOfRaggedLine(Math.max(0, short) / available) + penalty;
  const em = input.cells[start]?.span.type.sizePt ?? 1;
  const count = (of: Float64Array) => (of[last] ?? 0) - (of[start] ?? 0);
  const han = count(sums.han);
  const words = count(sums.words);
  const autos = count(sums.autos);
  const rooms = { wordRoom: count(sums.wordRoom), autoRoom: count(sums.autoRoom) };
  const growth = growGaps({ short: Math.max(0, short), em, han, words, autos, ...rooms });
  return priceOfGrowth(growth, em, han > 0 ? han : words) + penalty;
}

interface Price {
  readonly fixed: number;
  /** at full compression */
  readonly full: number;
}

const ADMITTED: Price = { fixed: 0, full: COST_COMPRESSED };
const ORDINARY_ADMITTED: Price = { fixed: COST_ORDINARY_ADMITTED, full: COST_ORDINARY_COMPRESSED };
const WORD_ADMITTED: Price = { fixed: COST_WORD_ADMITTED, full: COST_WORD_COMPRESSED };

/**
 * Compression is for marks that may not start a line: without them the line fits. At the end of a
 * paragraph it may also pull up one last character (孤字不成行). It takes in a word or a number, which
 * cannot part, or a classifier, only at a price; ordinary characters only where this line or another would
 * else be loose, and never in ragged text.
 */
function priceOfAdmission(
  { input, sums, start, last, available }: LineChoice,
  isFinal: boolean,
): Price | undefined {
  const core = sums.core[last] ?? last;
  const fits = (cell: number) =>
    cell >= start &&
    (sums.position[cell] ?? 0) + (input.cells[cell]?.cluster.width ?? 0) - (sums.position[start] ?? 0) <=
      available + EPSILON;
  if (core !== last && fits(core)) return ADMITTED;
  const ordinary = input.ragged ? undefined : ORDINARY_ADMITTED;
  if (isFinal) return core > start && fits(core - 1) ? ADMITTED : ordinary;
  const whole = sums.whole[core] ?? core;
  const first = input.cells[whole]?.cluster.class;
  const isWord = first !== undefined && isAlphanumeric(first);
  const isHeld = isWord || (input.penalties[whole - 1] ?? 0) > 0;
  return isHeld && core - whole >= WORD_CELLS && whole > start && fits(whole - 1) ? WORD_ADMITTED : ordinary;
}

/** A last line of less than two characters (AI。 and 8人。 are less) with its marks, where the paragraph has other lines. */
function lonelyCost(sums: Sums, start: number, last: number): number {
  const content = (sums.content[last + 1] ?? 0) - (sums.content[start] ?? 0);
  return start > 0 && content < 2 - EPSILON ? COST_LONELY_LAST_LINE : 0;
}

function collectLines({ cells, penalties }: BreakInput, from: Int32Array): readonly LineRange[] {
  const lines: LineRange[] = [];
  for (let end = cells.length - 1; end >= 0; ) {
    const start = from[end] ?? 0;
    lines.push({ start, end: end + 1, final: penalties[end] === FORCED });
    end = start - 1;
  }
  return lines.reverse();
}
