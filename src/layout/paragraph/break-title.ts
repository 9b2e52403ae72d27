/**
 * Where a title of more than one line is broken: at the sense, in the fewest lines, balanced, none
 * shorter than a third of the longest (TYPOGRAPHY, breaking titles); in the contents, at words. Which
 * borders of words are good ones is han/title-borders.ts's.
 */
import { BORDER_COSTS, borderCost, wordBorders } from "../../han/title-borders.js";
import type { Span } from "../../model/located.js";
import type { Fault } from "../fault.js";
import { breakLines } from "./break-lines.js";
import type { CellText } from "./cell.js";
import { FORBIDDEN, segmentParagraph } from "./segment-paragraph.js";
import { spaceCells } from "./space-cells.js";

export interface TitleMeasure {
  readonly measure: number;
  readonly place: Span;
  /** where given, only so many lines are tried … */
  readonly lines?: number;
  /** … and only breaks, by the cells that they stand behind, that it admits; none amid a word, a name or brackets */
  readonly admits?: (breaks: readonly number[]) => boolean;
}

export interface BrokenTitle {
  /** the same cells with the chosen breaks, or without any where the title fits one line */
  readonly text: CellText;
  readonly faults: readonly Fault[];
}

/** Lines of a title that is broken; what needs more is set like text. */
const LINE_COUNTS = [2, 3];
/** So many where fewer do not hold it, or would part a word. */
const MOST_LINES = 4;
const COST_OF_IMBALANCE = 25;
const COST_OF_SHORT_LINE = 100;
/** The first line rather longer than the last. */
const COST_OF_INVERSION = 6;
/** Of three lines the middle one is not the shortest: a trapezoid or a diamond, no hourglass. */
const COST_OF_WAIST = 15;

export function breakTitle(text: CellText, options: TitleMeasure): BrokenTitle {
  const { measure, place, admits } = options;
  const edges = edgesOf(text);
  const count = text.cells.length;
  const total = widthOf(edges, 0, count);
  if (total <= measure || count < 2) return { text, faults: [] };
  const gaps = spaceCells(text.cells);
  const penalties = segmentParagraph(text, gaps, measure);
  const costs = borderCosts(text, penalties);
  // A break that parts a word or a name is worse than one line more.
  const sound = costs.map((cost) => (cost < BORDER_COSTS.bad ? cost : FORBIDDEN));
  const lineCounts = options.lines === undefined ? LINE_COUNTS : [options.lines];
  const whole = costs.map((cost) => (cost < BORDER_COSTS.insideWord ? cost : FORBIDDEN));
  const tried = (prices: Float64Array, counts: readonly number[] = lineCounts) =>
    counts.map((lines) => ({ prices, lines }));
  const more =
    options.lines === undefined ? [sound, whole].flatMap((prices) => tried(prices, [MOST_LINES])) : [];
  const tries =
    admits === undefined ? [...tried(sound), ...tried(whole), ...more, ...tried(costs)] : tried(sound);
  for (const { prices, lines } of tries) {
    const breaks = bestBreaks({ edges, costs: prices, count, measure, lines, admits });
    if (breaks === undefined) continue;
    const insideWord = breaks.some((index) => (costs[index] ?? 0) >= BORDER_COSTS.insideWord);
    const start = breaks.at(-1) ?? -1;
    const isShort = count - start - 1 <= 2;
    const kind = insideWord ? "title-parts-word" : "short-title-end";
    const faults: readonly Fault[] = insideWord || isShort ? [{ kind, span: place }] : [];
    return { text: { ...text, breaksAfter: new Set(breaks) }, faults };
  }
  return { text, faults: [] };
}

/** A line of the contents that ends at a word is filled at least to this share of the measure. */
const FULL_ENOUGH = 0.75;

/**
 * The title of an entry in the contents: lines as full as they can be, each ending at a word, the last
 * of more than two characters.
 * @returns the same cells with the chosen breaks, or without any where no good ones are found
 */
export function breakEntry(text: CellText, measure: number): CellText {
  const edges = edgesOf(text);
  // The space behind the last character is dropped at the line's end.
  const count = text.cells.findLastIndex((cell) => cell.cluster.class !== "space") + 1;
  if (widthOf(edges, 0, count) <= measure) return text;
  const { cells } = text;
  const gaps = spaceCells(cells);
  const penalties = segmentParagraph(text, gaps, measure);
  const lines = breakLines({ cells, gaps, penalties, measure, indent: 0, hang: false, ragged: true });
  // What the line breaker squeezes into one line stays there.
  if (lines.length === 1) return text;
  const costs = borderCosts(text, penalties);
  const breaks: number[] = [];
  let start = 0;
  while (widthOf(edges, start, count) > measure) {
    let end = start;
    while (end < count - 3 && widthOf(edges, start, end + 2) <= measure) end += 1;
    while (end > start && (costs[end] ?? FORBIDDEN) >= BORDER_COSTS.bad) end -= 1;
    if (end === start || widthOf(edges, start, end + 1) < FULL_ENOUGH * measure) return text;
    breaks.push(end);
    start = end + 1;
  }
  return { ...text, breaksAfter: new Set(breaks) };
}

/** Edges of the cells on one line. */
interface Edges {
  readonly left: Float64Array;
  readonly right: Float64Array;
}

function edgesOf({ cells }: CellText): Edges {
  const gaps = spaceCells(cells);
  const edges: Edges = { left: new Float64Array(cells.length), right: new Float64Array(cells.length) };
  let x = 0;
  cells.forEach((cell, index) => {
    edges.left[index] = x;
    edges.right[index] = x + cell.cluster.width;
    x += cell.cluster.width + (gaps.space[index] ?? 0);
  });
  return edges;
}

/** Width of the cells from the first to the one before `to`. */
const widthOf = ({ left, right }: Edges, from: number, to: number): number =>
  (right[to - 1] ?? 0) - (left[from] ?? 0);

/** Opens the dictionary of words, for which the first title that is broken would wait; once in a process. */
export const openWords = (): void => {
  wordBorders("字");
};

/** By cell, the cost of ending a line behind it. */
function borderCosts({ cells }: CellText, penalties: Float64Array): Float64Array {
  const text = cells.map((cell) => cell.text).join("");
  const borders = wordBorders(text);
  const costs = new Float64Array(cells.length);
  let unit = 0;
  let depth = 0;
  cells.forEach((cell, index) => {
    unit += cell.text.length;
    if (cell.cluster.class === "opening") depth += 1;
    if (cell.cluster.class === "closing") depth = Math.max(0, depth - 1);
    const law = penalties[index] ?? 0;
    const border = cell.cluster.class === "space" ? BORDER_COSTS.good : borderCost(text, unit, borders);
    costs[index] = Math.max(0, law) + border + (depth > 0 ? BORDER_COSTS.bad : 0);
  });
  return costs;
}

interface Search {
  readonly edges: Edges;
  readonly costs: Float64Array;
  readonly count: number;
  readonly measure: number;
  readonly lines: number;
  readonly admits: TitleMeasure["admits"] | undefined;
}

/** @returns the cells behind which the lines end, or undefined where the title does not fit so few */
function bestBreaks(search: Search): readonly number[] | undefined {
  const { edges, costs, count, measure, lines, admits } = search;
  let best: { readonly cost: number; readonly breaks: readonly number[] } | undefined;
  const tryBreaks = (breaks: readonly number[], start: number, cost: number): void => {
    if (breaks.length === lines - 1) {
      if (widthOf(edges, start, count) > measure || admits?.(breaks) === false) return;
      const total = cost + shapeCost(search, breaks);
      if (best === undefined || total < best.cost) best = { cost: total, breaks };
      return;
    }
    for (let end = start; end < count - 1; end += 1) {
      if (widthOf(edges, start, end + 1) > measure) break;
      const own = costs[end] ?? FORBIDDEN;
      if (own !== FORBIDDEN) tryBreaks([...breaks, end], end + 1, cost + own);
    }
  };
  tryBreaks([], 0, 0);
  return best?.breaks;
}

/** Balance, no short line, and the first line rather longer than shorter. */
function shapeCost({ edges, count, measure }: Search, breaks: readonly number[]): number {
  const starts = [0, ...breaks.map((end) => end + 1)];
  const lengths = starts.map((start, index) => widthOf(edges, start, starts[index + 1] ?? count));
  const longest = Math.max(...lengths);
  const last = lengths.at(-1) ?? 0;
  const difference = (longest - Math.min(...lengths)) / measure;
  const short = Math.min(...lengths) < longest / 3 ? COST_OF_SHORT_LINE : 0;
  const inverted = (lengths[0] ?? 0) < last - 1e-6 ? COST_OF_INVERSION : 0;
  const [first = 0, middle = 0] = lengths;
  const waisted = lengths.length === 3 && middle < Math.min(first, last) ? COST_OF_WAIST : 0;
  return COST_OF_IMBALANCE * difference + short + inverted + waisted;
}
