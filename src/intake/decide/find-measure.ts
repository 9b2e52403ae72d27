/**
 * The measure that a program broke the lines of a text to, if one did: one of columns (Han 2, ASCII 1) or of characters,
 * as programs count either. What a line may lack of it: what the next line keeps together (a word, a number, a mark that
 * may begin no line), the indent of a first line that was lost in copying, marks that were set half as wide.
 */
import { isCutAmidWord } from "../../han/cut-amid-word.js";
import { lengthOf } from "./sheet.js";
import {
  beginsEntry,
  beginsParagraph,
  columnsOf,
  firstWord,
  type Group,
  isOpen,
  type TypedLine,
  typed,
  widestOf,
} from "./typed-line.js";

export interface Measure {
  readonly widthOf: (text: string) => number;
  readonly width: number;
  readonly slack: number;
}

/** Columns; shorter lines are verse, labels and names. */
export const LEAST_COLUMNS = 30;
/** Columns where many lines are broken, words amid them */
const LEAST_NARROW = 20;
const MANY = 8;
/** How tight lines fill the measure; what is loose needs more of them, and words that are cut beyond doubt. */
const FILLS: readonly { readonly counts: "columns" | "characters"; readonly slack: number }[] = [
  { counts: "columns", slack: 0 },
  { counts: "characters", slack: 0 },
  { counts: "columns", slack: 4 },
  { counts: "characters", slack: 2 },
];
const LEAST_TIGHT = 2;
const LEAST_LOOSE = 3;
/** Of the lines that end amid a sentence; others are headings without marks, verse, what was left unfinished. */
const LEAST_SHARE = 0.8;
/** Columns by which a first line is short whose indent is lost */
const LOST_INDENT = 4;

interface OpenEnd {
  readonly line: TypedLine;
  readonly next: TypedLine;
  /** a paragraph begins with the line, as far as anybody can see */
  readonly isFirst: boolean;
}

/** Line ends amid a sentence. */
function openEnds(group: Group): readonly OpenEnd[] {
  return group.slice(0, -1).flatMap((line, index) => {
    const next = group[index + 1];
    const before = group[index - 1];
    if (next === undefined || !isOpen(line, next)) return [];
    return [{ line, next, isFirst: beginsParagraph(before) }];
  });
}

export function measureOf(groups: readonly Group[]): Measure | undefined {
  const open = groups.flatMap(openEnds);
  // Headings, names and labels fill nothing.
  const running = open.filter(({ line }) => isRunning(line.words));
  if (running.length < LEAST_TIGHT || isOfEntries(groups)) return undefined;
  let best: Measure | undefined;
  let most = 0;
  for (const { counts, slack } of FILLS) {
    const widthOf = counts === "columns" ? columnsOf : lengthOf;
    const width = widthIn(running, widthOf);
    const measure = { widthOf, width, slack };
    const share = fits(groups, { measure, running, isLoose: slack > 0, isInColumns: counts === "columns" });
    if (share > most) [best, most] = [measure, share];
    if (best !== undefined && slack === 0 && counts === "characters") break;
  }
  return best;
}

/** Marks may hang over the end of a line: the measure is that of the widest line without one. */
function widthIn(running: readonly OpenEnd[], widthOf: Measure["widthOf"]): number {
  const widths = running.map(({ line }) => ({ hangs: HANGS.test(line.words), width: widthOf(typed(line)) }));
  const widest = widestOf(widths.map(({ width }) => width));
  const inside = widestOf(widths.filter(({ hangs }) => !hangs).map(({ width }) => width));
  return widest - inside <= widthOf("，") ? inside : widest;
}

const HANGS = /[，、；：！？）》”’,]$/u;

interface Fitting {
  readonly measure: Measure;
  readonly running: readonly OpenEnd[];
  readonly isLoose: boolean;
  readonly isInColumns: boolean;
}

/** @returns share of the lines that fill the measure; 0 where they tell of none */
function fits(groups: readonly Group[], { measure, running, isLoose, isInColumns }: Fitting): number {
  const { widthOf, width, slack } = measure;
  const full = running.filter((end) => isFull(end.line, end.next, measure));
  const first = looser(measure);
  const filled = running.filter(({ line, next, isFirst }) => isFull(line, next, isFirst ? first : measure));
  const least = isLoose ? LEAST_LOOSE : LEAST_TIGHT;
  if (full.length < least || filled.length < running.length * LEAST_SHARE) return 0;
  const cuts = full.filter(({ line, next }) => isCutAmidWord(line.words, next.words)).length;
  const columns = isInColumns ? width : width * 2;
  if (columns < (full.length >= MANY && cuts >= LEAST_TIGHT ? LEAST_NARROW : LEAST_COLUMNS)) return 0;
  // Verse and entries end in a mark, line by line; what a program breaks ends anywhere.
  const amid = full.filter(({ line }) => !/[，、,]$/u.test(line.words)).length;
  if (amid * 2 < full.length) return 0;
  if (isLoose && cuts === 0) return 0;
  // Half a mark may hang over; whole sentences beyond the measure were broken by nobody.
  const most = width + slack + (isInColumns ? 2 : 1);
  const isWithin = groups.every((group) =>
    group.every((line) => widthOf(typed(line)) <= most || /[!-~]{40}/u.test(line.words)),
  );
  return isWithin ? filled.length / running.length : 0;
}

/** For the first line of a paragraph, whose indent may be lost. */
export const looser = (measure: Measure): Measure => ({
  ...measure,
  slack: measure.slack + (measure.widthOf === columnsOf ? LOST_INDENT : LOST_INDENT / 2),
});

/** Would the first word of the next line have had room? A mark that may not begin a line goes with it. */
export function isFull(line: TypedLine, next: TypedLine, { widthOf, width, slack }: Measure): boolean {
  return widthOf(typed(line)) + widthOf(firstWord(next.words)) + slack > width;
}

export const isRunning = (words: string): boolean =>
  /[，。；]/u.test(words) || columnsOf(words) >= LEAST_COLUMNS * 2;

/** 张三，男，…, line by line: a list of persons, of units, of hours. */
function isOfEntries(groups: readonly Group[]): boolean {
  const lines = groups.flat();
  const entries = lines.filter(({ words }) => beginsEntry(words)).length;
  return entries * 2 > lines.length;
}
