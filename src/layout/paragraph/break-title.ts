/**
 * Where a title of more than one line is broken: at the sense, in the fewest lines, balanced, none
 * shorter than a third of the longest (TYPOGRAPHY, breaking titles); in the contents, at words. Words
 * come from Intl.Segmenter; which of their borders are good ones, from a short list.
 */
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
  /** … and only breaks, by the cells that they stand behind, that it admits */
  readonly admits?: (breaks: readonly number[]) => boolean;
}

export interface BrokenTitle {
  /** the same cells with the chosen breaks, or without any where the title fits one line */
  readonly text: CellText;
  readonly faults: readonly Fault[];
}

/** Lines of a title that is broken; what needs more is set like text. */
const LINE_COUNTS = [2, 3];
/** A line may end behind these words … */
const GOOD_BEHIND = /(?:暨|及|与|和|在|座谈会|研讨会|推进会|论证会|交流会|报告会|、|，|：|》|”|）|·)$/u;
/** … and in front of these. */
const GOOD_BEFORE =
  /^(?:成功|圆满|顺利|隆重|正式|全面|深入|扎实|持续|积极|举办|举行|召开|开幕|闭幕|启动|开展|组织|赴|走进|荣获|入选|通过|会见|调研|发布|揭牌|签约|助力|推动|推进|促进|共商|共话|共谋|共建|聚焦|围绕|在|为|以)/u;
/** … but not in front of these, which belong to what stands before them … */
const BAD_BEFORE = /^(?:的|了|着|们|等|会(?![见谈商同晤])|者|工作者|委员会|办公室|年|届|期|暨|、|，)/u;
/** … nor behind an ordinal, or a number with its classifier, which belong to what is counted. */
const BAD_BEHIND =
  /(?:第[一二三四五六七八九十百\d]+|(?:\d|第[一二三四五六七八九十百]+)[个项场名位所家次届期篇部套台支条件])$/u;
/** … nor in front of the last words of a name or a set phrase: 国际|科学理事会, 青年|人才托举工程. */
const IN_PHRASE =
  /^[^、，：与和及暨在的·“”《》（）\d]{0,5}(?:工程|计划|行动|理事会|委员会|基金会|联合会|研究院|研究所|实验室|代表大会|学会|协会|学院|大学|博物馆|科技馆)/u;
/** Behind the last word of a body's name a border is one, though the segmenter cuts 理事会 in two. */
const ENDS_BODY = /(?:理事会|委员会|基金会|联合会|联谊会|代表大会|学会|协会|商会|工会|科协|文联|妇联)$/u;
const COST_GOOD = 0;
const COST_WORD_BORDER = 30;
const COST_IN_PHRASE = 50;
const COST_BAD = 70;
const COST_INSIDE_WORD = 400;
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
  const sound = costs.map((cost) => (cost < COST_BAD ? cost : FORBIDDEN));
  const lineCounts = options.lines === undefined ? LINE_COUNTS : [options.lines];
  const tries = [sound, costs].flatMap((prices) => lineCounts.map((lines) => ({ prices, lines })));
  for (const { prices, lines } of tries) {
    const breaks = bestBreaks({ edges, costs: prices, count, measure, lines, admits });
    if (breaks === undefined) continue;
    const insideWord = breaks.some((index) => (costs[index] ?? 0) >= COST_INSIDE_WORD);
    const start = breaks.at(-1) ?? -1;
    const isShort = count - start - 1 <= 2;
    const kind = insideWord ? "title-parts-word" : "short-title-end";
    const faults: readonly Fault[] = insideWord || isShort ? [{ kind, span: place }] : [];
    return { text: { cells: text.cells, breaksAfter: new Set(breaks) }, faults };
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
    while (end > start && (costs[end] ?? FORBIDDEN) >= COST_BAD) end -= 1;
    if (end === start || widthOf(edges, start, end + 1) < FULL_ENOUGH * measure) return text;
    breaks.push(end);
    start = end + 1;
  }
  return { cells: text.cells, breaksAfter: new Set(breaks) };
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
    const border = borderCost({ text, unit, borders, isSpace: cell.cluster.class === "space" });
    costs[index] = Math.max(0, law) + border + (depth > 0 ? COST_BAD : 0);
  });
  return costs;
}

interface Border {
  readonly text: string;
  readonly unit: number;
  readonly borders: ReadonlySet<number>;
  readonly isSpace: boolean;
}

function borderCost({ text, unit, borders, isSpace }: Border): number {
  if (isSpace) return COST_GOOD;
  if (!borders.has(unit)) return COST_INSIDE_WORD;
  const before = text.slice(Math.max(0, unit - 8), unit);
  const behind = text.slice(unit, unit + 4);
  if (BAD_BEFORE.test(behind) || BAD_BEHIND.test(before)) return COST_BAD;
  if (GOOD_BEFORE.test(behind) || GOOD_BEHIND.test(before)) return COST_GOOD;
  // A word of one character is more often the segmenter's mistake than a word.
  const isLonely = (borders.has(unit - 1) && unit > 1 && !ENDS_BODY.test(before)) || borders.has(unit + 1);
  if (isLonely) return COST_BAD;
  return IN_PHRASE.test(text.slice(unit, unit + 10)) ? COST_IN_PHRASE : COST_WORD_BORDER;
}

let segmenter: Intl.Segmenter | undefined;

function wordBorders(text: string): ReadonlySet<number> {
  segmenter ??= new Intl.Segmenter("zh", { granularity: "word" });
  const borders = new Set<number>();
  for (const { index } of segmenter.segment(text)) borders.add(index);
  return borders;
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
