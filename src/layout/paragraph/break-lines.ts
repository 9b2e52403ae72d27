/**
 * Fourth step of a paragraph: the line ends, chosen for the whole paragraph at once (Knuth and
 * Plass, Breaking Paragraphs into Lines, 1981) under the Chinese law 先挤进，后推出: a line may be
 * compressed to admit marks that may not start the next line, never to admit ordinary characters;
 * where that is not enough, characters are pushed to the next line and the gaps expand.
 * Linear: each line end looks back over one line's length.
 */
import { isAlphanumeric, isForbiddenAtLineStart } from "../../han/character-class.js";
import type { Cell } from "./cell.js";
import { COST_EMERGENCY, FORBIDDEN, FORCED } from "./segment-paragraph.js";
import { type Gaps, STRETCH_NONE } from "./space-cells.js";

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

/** Sums over cells, so that a line's width and elasticity are two subtractions. */
interface Sums {
  readonly position: Float64Array;
  readonly shrink: Float64Array;
  readonly stretch: Float64Array;
  /** room of word spaces and automatic spaces, which grow before the rest */
  readonly spaces: Float64Array;
  readonly content: Float64Array;
  /** by cell, its width at a line's end: a mark takes half an em there (GB/T 15834-2011, 5.1.10) */
  readonly endWidth: Float64Array;
  /** by cell, what its line can gain by hanging it */
  readonly endRoom: Float64Array;
  /** by cell, the last cell before the marks that end with it: those are admitted, it is not */
  readonly core: Int32Array;
  /** by cell, the first of those that no line's end parts from it */
  readonly whole: Int32Array;
  /** by cell, itself or the last cell before the spaces that end with it */
  readonly visible: Int32Array;
}

/** A gap between Han that grows by this much, in em, is a ratio of 1. */
const HAN_STRETCH = 0.1;
/** Longest admissible stretch ratio in the first pass; the second takes what there is. */
const TOLERANCE = 2;
/**
 * What a stretched line costs at ratio 1. In proportion to the ratio, so that what is short is not
 * spread over lines that could be solid; only past ratio 1 it grows faster: at 0.12 em a gap a number
 * and its classifier part (segment-paragraph.ts).
 */
const COST_STRETCHED = 20;
const COST_OVERSTRETCHED = 3000;
/** What it costs that word spaces and automatic spaces grow, which they do before the rest. */
const COST_SPACES = 4;
/** Less than pushing characters down ever costs: 先挤进，后推出. */
const COST_COMPRESSED = 2;
/** A word or a number is taken in by compression only where its line would else be loose. */
const COST_WORD_ADMITTED = 10;
const COST_WORD_COMPRESSED = 10;
/** A line that lacks more than its gaps may give ends before the edge: by the square of the em it lacks. */
const COST_RAGGED = 300;
/** Gaps grow by no more than this many ratios (justify-line.ts); fewer gaps than these cost less. */
const MOST_RATIO = 2.4;
const FEW_GAPS = 12;
/** Fewest cells of such a word, less one. */
const WORD_CELLS = 1;
const COST_LONELY_LAST_LINE = 400;
const COST_OVERFULL = 1e9;
const EPSILON = 1e-6;

export function breakLines(input: BreakInput): readonly LineRange[] {
  if (input.cells.length === 0) return [];
  const sums = sumsOf(input);
  return findBreaks(input, sums, TOLERANCE) ?? findBreaks(input, sums, Number.POSITIVE_INFINITY) ?? [];
}

function sumsOf({ cells, gaps, penalties, hang }: BreakInput): Sums {
  const count = cells.length;
  const sums: Sums = {
    position: new Float64Array(count + 1),
    shrink: new Float64Array(count + 1),
    stretch: new Float64Array(count + 1),
    spaces: new Float64Array(count + 1),
    content: new Float64Array(count + 1),
    endWidth: new Float64Array(count),
    endRoom: new Float64Array(count),
    core: new Int32Array(count),
    whole: new Int32Array(count),
    visible: new Int32Array(count),
  };
  for (let index = 0; index < count; index += 1) {
    const cell = cells[index];
    if (cell === undefined) continue;
    const { cluster, span } = cell;
    const name = cluster.class;
    const stretchClass = gaps.stretchClass[index] ?? STRETCH_NONE;
    const em = span.type.sizePt;
    const own = stretchClass === STRETCH_NONE ? 0 : HAN_STRETCH * em;
    sums.position[index + 1] = (sums.position[index] ?? 0) + cluster.width + (gaps.space[index] ?? 0);
    sums.shrink[index + 1] = (sums.shrink[index] ?? 0) + (gaps.shrink[index] ?? 0);
    sums.stretch[index + 1] = (sums.stretch[index] ?? 0) + own;
    sums.spaces[index + 1] = (sums.spaces[index] ?? 0) + (gaps.stretch[index] ?? 0);
    const isLetter = name === "han" || name === "latin" || name === "digit";
    const isContent = isLetter && span.note === undefined;
    sums.content[index + 1] = (sums.content[index] ?? 0) + (isContent ? cluster.width / em : 0);
    sums.endWidth[index] = cluster.width - cluster.trimRight;
    sums.endRoom[index] = hang && isHangable(cells, index) ? cluster.width - cluster.trimRight : 0;
    sums.core[index] = isForbiddenAtLineStart(name) && index > 0 ? (sums.core[index - 1] ?? index) : index;
    const isHeld = index > 0 && penalties[index - 1] === FORBIDDEN;
    sums.whole[index] = isHeld ? (sums.whole[index - 1] ?? index) : index;
    sums.visible[index] = name === "space" && index > 0 ? (sums.visible[index - 1] ?? index) : index;
  }
  return sums;
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

/** One of ， 、 。 ； ： ！ ？, and no other mark before it (clreq, 标点悬挂). */
export function isHangable(cells: readonly Cell[], index: number): boolean {
  const name = cells[index]?.cluster.class;
  const before = cells[index - 1]?.cluster.class;
  const isPoint = name === "pause" || name === "stop" || name === "colon";
  return isPoint && before !== undefined && !isForbiddenAtLineStart(before);
}

function findBreaks(input: BreakInput, sums: Sums, tolerance: number): readonly LineRange[] | undefined {
  const { cells, penalties, measure, indent } = input;
  const count = cells.length;
  // Cost of the best way to end a line behind a cell, and where that line starts.
  const best = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(count).fill(-1);
  const starts: number[] = [0];
  let head = 0;
  for (let end = 0; end < count; end += 1) {
    const penalty = penalties[end] ?? FORBIDDEN;
    // The first pass does without emergency breaks; where it finds a way, none is needed.
    if (penalty === FORBIDDEN || (penalty >= COST_EMERGENCY && tolerance === TOLERANCE)) continue;
    const last = sums.visible[end] ?? end;
    const right = (sums.position[last] ?? 0) + (sums.endWidth[last] ?? 0);
    const room = sums.endRoom[last] ?? 0;
    for (let candidate = head; candidate < starts.length; candidate += 1) {
      const start = starts[candidate] ?? 0;
      const available = start === 0 ? measure - indent : measure;
      const width = right - (sums.position[start] ?? 0);
      const shrink = (sums.shrink[last] ?? 0) - (sums.shrink[start] ?? 0) + room;
      if (width - shrink > available + EPSILON && candidate === head && candidate < starts.length - 1) {
        head += 1;
        continue;
      }
      const isOnly = candidate === starts.length - 1;
      const line = { start, end, last, width, available, shrink };
      const cost = lineCost({ input, sums, ...line, tolerance, isOnly });
      if (cost === undefined) continue;
      const total = (start === 0 ? 0 : (best[start - 1] ?? 0)) + cost;
      if (total < (best[end] ?? 0)) {
        best[end] = total;
        from[end] = start;
      }
    }
    if ((best[end] ?? 0) < Number.POSITIVE_INFINITY && end + 1 < count) {
      if (penalty === FORCED) head = starts.length;
      starts.push(end + 1);
    } else if (penalty === FORCED && (from[end] ?? -1) < 0) {
      return undefined;
    }
  }
  return collectLines(input, from);
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
  readonly tolerance: number;
  /** no other start is left: better an overfull line than none */
  readonly isOnly: boolean;
}

/** @returns undefined where the line is not to be had */
function lineCost(choice: LineChoice): number | undefined {
  const { input, sums, start, end, last, width, available, shrink, tolerance } = choice;
  const penalty = input.penalties[end] ?? 0;
  const isFinal = penalty === FORCED;
  const short = available - width;
  if (short < -EPSILON) {
    const excess = -short;
    const price = excess > shrink + EPSILON ? undefined : priceOfAdmission(choice, isFinal);
    if (price === undefined) {
      return choice.isOnly && tolerance === Number.POSITIVE_INFINITY ? COST_OVERFULL + excess : undefined;
    }
    return price.fixed + price.full * (excess / shrink) + (isFinal ? 0 : penalty);
  }
  if (isFinal) return lonelyCost(sums, start, last);
  if (input.ragged) {
    const ratio = short / (0.25 * available);
    return ratio > tolerance ? undefined : stretchCost(ratio) + penalty;
  }
  const stretch = (sums.stretch[last] ?? 0) - (sums.stretch[start] ?? 0);
  const spaces = (sums.spaces[last] ?? 0) - (sums.spaces[start] ?? 0);
  const fromSpaces = spaces > 0 ? COST_SPACES * Math.min(1, short / spaces) : 0;
  const rest = Math.max(0, short - spaces);
  const ratio = rest < EPSILON ? 0 : rest / stretch;
  if (ratio > tolerance) return undefined;
  const em = input.cells[start]?.span.type.sizePt ?? 1;
  const gaps = stretch / (HAN_STRETCH * em);
  const missing = Math.max(0, rest - MOST_RATIO * stretch) / em;
  const share = Math.min(1, gaps / FEW_GAPS);
  return (
    fromSpaces + share * stretchCost(Math.min(ratio, MOST_RATIO)) + COST_RAGGED * missing * missing + penalty
  );
}

function stretchCost(ratio: number): number {
  const over = Math.max(0, ratio - 1);
  return COST_STRETCHED * ratio + ratio * ratio + COST_OVERSTRETCHED * over * over;
}

interface Price {
  readonly fixed: number;
  /** at full compression */
  readonly full: number;
}

const ADMITTED: Price = { fixed: 0, full: COST_COMPRESSED };
const WORD_ADMITTED: Price = { fixed: COST_WORD_ADMITTED, full: COST_WORD_COMPRESSED };

/**
 * Compression is for marks that may not start a line: without them the line fits. At the end of a
 * paragraph it may also pull up one last character (孤字不成行). It takes in a word or a number, which
 * cannot part, or a classifier, only at a price.
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
  if (isFinal) return core > start && fits(core - 1) ? ADMITTED : undefined;
  const whole = sums.whole[core] ?? core;
  if (core - whole < WORD_CELLS || whole <= start || !fits(whole - 1)) return undefined;
  const first = input.cells[whole]?.cluster.class;
  const isWord = first !== undefined && isAlphanumeric(first);
  return isWord || (input.penalties[whole - 1] ?? 0) > 0 ? WORD_ADMITTED : undefined;
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
