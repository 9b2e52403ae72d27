/**
 * Fourth step of a paragraph: the line ends, chosen for the whole paragraph at once (Knuth and
 * Plass, Breaking Paragraphs into Lines, 1981) under the Chinese law 先挤进，后推出: a line may be
 * compressed to admit marks that may not start the next line, never to admit ordinary characters;
 * where that is not enough, characters are pushed to the next line and the gaps expand.
 * Linear: each line end looks back over one line's length.
 */
import { isForbiddenAtLineStart } from "../../han/character-class.js";
import type { Cell } from "./cell.js";
import { COST_EMERGENCY, FORBIDDEN, FORCED } from "./segment-paragraph.js";
import { type Gaps, STRETCH_HAN, STRETCH_NONE } from "./space-cells.js";

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
  readonly content: Uint32Array;
  /** by cell, its width at a line's end: a mark takes half an em there (GB/T 15834-2011, 5.1.10) */
  readonly endWidth: Float64Array;
  /** by cell, what its line can gain by hanging it */
  readonly endRoom: Float64Array;
  /** by cell, the last cell before the marks that end with it: those are admitted, it is not */
  readonly core: Int32Array;
  /** by cell, itself or the last cell before the spaces that end with it */
  readonly visible: Int32Array;
}

/** A gap between Han that grows by this much, in em, is as bad as a gap of full elasticity. */
const HAN_STRETCH = 0.1;
/** Longest admissible stretch ratio in the first pass; the second takes what there is. */
const TOLERANCE = 2.2;
/**
 * What a stretched line costs at ratio 1. In proportion to the ratio, so that what is short is not
 * spread over lines that could be solid; only past ratio 1 it grows faster.
 */
const COST_STRETCHED = 20;
const COST_OVERSTRETCHED = 100;
/** Less than pushing characters down ever costs: 先挤进，后推出. */
const COST_COMPRESSED = 2;
const COST_LONELY_LAST_LINE = 400;
const COST_OVERFULL = 1e9;
const EPSILON = 1e-6;

export function breakLines(input: BreakInput): readonly LineRange[] {
  if (input.cells.length === 0) return [];
  const sums = sumsOf(input);
  return findBreaks(input, sums, TOLERANCE) ?? findBreaks(input, sums, Number.POSITIVE_INFINITY) ?? [];
}

function sumsOf({ cells, gaps, hang }: BreakInput): Sums {
  const count = cells.length;
  const sums: Sums = {
    position: new Float64Array(count + 1),
    shrink: new Float64Array(count + 1),
    stretch: new Float64Array(count + 1),
    content: new Uint32Array(count + 1),
    endWidth: new Float64Array(count),
    endRoom: new Float64Array(count),
    core: new Int32Array(count),
    visible: new Int32Array(count),
  };
  for (let index = 0; index < count; index += 1) {
    const cell = cells[index];
    if (cell === undefined) continue;
    const { cluster, span } = cell;
    const name = cluster.class;
    const stretchClass = gaps.stretchClass[index] ?? STRETCH_NONE;
    const own = stretchClass === STRETCH_HAN ? HAN_STRETCH * span.type.sizePt : (gaps.stretch[index] ?? 0);
    sums.position[index + 1] = (sums.position[index] ?? 0) + cluster.width + (gaps.space[index] ?? 0);
    sums.shrink[index + 1] = (sums.shrink[index] ?? 0) + (gaps.shrink[index] ?? 0);
    sums.stretch[index + 1] = (sums.stretch[index] ?? 0) + own;
    const isLetter = name === "han" || name === "latin" || name === "digit";
    const isContent = isLetter && span.note === undefined;
    sums.content[index + 1] = (sums.content[index] ?? 0) + (isContent ? 1 : 0);
    sums.endWidth[index] = cluster.width - cluster.trimRight;
    sums.endRoom[index] = hang && isHangable(cells, index) ? cluster.width - cluster.trimRight : 0;
    sums.core[index] = isForbiddenAtLineStart(name) && index > 0 ? (sums.core[index - 1] ?? index) : index;
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
      const cost = lineCost({
        input,
        sums,
        start,
        end,
        last,
        width,
        available,
        shrink,
        tolerance,
        isOnly: candidate === starts.length - 1,
      });
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
    if (excess > shrink + EPSILON || !isAdmission(choice, isFinal)) {
      return choice.isOnly && tolerance === Number.POSITIVE_INFINITY ? COST_OVERFULL + excess : undefined;
    }
    return COST_COMPRESSED * (excess / shrink) + (isFinal ? 0 : penalty);
  }
  if (isFinal) return lonelyCost(sums, start, last);
  const stretch = (sums.stretch[last] ?? 0) - (sums.stretch[start] ?? 0);
  const ratio = input.ragged ? short / (0.25 * available) : short / Math.max(stretch, 0.02 * available);
  if (ratio > tolerance) return undefined;
  return stretchCost(ratio) + penalty;
}

function stretchCost(ratio: number): number {
  const over = Math.max(0, ratio - 1);
  return COST_STRETCHED * ratio + ratio * ratio + COST_OVERSTRETCHED * over * over;
}

/**
 * Compression is for marks that may not start a line: without them the line fits. At the end of a
 * paragraph it may also pull up one last character (孤字不成行).
 */
function isAdmission({ input, sums, start, last, available }: LineChoice, isFinal: boolean): boolean {
  const core = sums.core[last] ?? last;
  const fits = (cell: number) =>
    cell >= start &&
    (sums.position[cell] ?? 0) + (input.cells[cell]?.cluster.width ?? 0) - (sums.position[start] ?? 0) <=
      available + EPSILON;
  if (core !== last && fits(core)) return true;
  return isFinal && core > start && fits(core - 1);
}

/** A last line of one character with its marks, where the paragraph has other lines. */
function lonelyCost(sums: Sums, start: number, last: number): number {
  const content = (sums.content[last + 1] ?? 0) - (sums.content[start] ?? 0);
  return start > 0 && content < 2 ? COST_LONELY_LAST_LINE : 0;
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
