/**
 * Where what stands in a written draft came from: stretches of the file and, for each, the place in the manuscript's
 * text (manuscript-text.ts), so that a finding in the draft is told at paragraph and column of what the unit sent.
 */
import type { MarkedText } from "../marked-text.js";

/** A stretch in which the file and the manuscript go in step, unit by unit; or a character written by several. */
export interface PlacedStretch {
  /** offsets in the file */
  readonly start: number;
  readonly end: number;
  /** offset in the manuscript's text */
  readonly at: number;
  /** the whole stretch stands for what is at `at` */
  readonly isWhole: boolean;
}

/** In order, none over another. */
export type PlaceMap = readonly PlacedStretch[];

/**
 * @param offset in the written file
 * @returns the offset in the manuscript's text; that of the nearest words in front for what the writer added, undefined
 * in front of all words
 */
export function placeInManuscript(map: PlaceMap, offset: number): number | undefined {
  let low = 0;
  let high = map.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((map[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const stretch = map[low - 1];
  if (stretch === undefined) return undefined;
  if (stretch.isWhole) return offset < stretch.end ? stretch.at : stretch.at + 1;
  return stretch.at + Math.min(offset, stretch.end) - stretch.start;
}

/** A text in the making, with the places of its characters. */
export interface Writing {
  text: string;
  readonly stretches: PlacedStretch[];
}

export const newWriting = (): Writing => ({ text: "", stretches: [] });

/** Marks of Markdown, YAML: they stand nowhere in the manuscript. */
export function write(writing: Writing, text: string): void {
  writing.text += text;
}

/**
 * Writes a character of the manuscript.
 * @param index of its first unit in the words
 * @param written how it stands in the file, where that differs
 */
export function writeUnit(
  writing: Writing,
  { text, places }: MarkedText,
  { index, length, written }: { readonly index: number; readonly length: number; readonly written?: string },
): void {
  const words = written ?? text.slice(index, index + length);
  const start = writing.text.length;
  writing.text += words;
  const at = places[index];
  if (at === undefined) return;
  const last = writing.stretches.at(-1);
  const isPlain = written === undefined;
  if (
    isPlain &&
    last !== undefined &&
    !last.isWhole &&
    last.end === start &&
    last.at + last.end - last.start === at
  ) {
    writing.stretches[writing.stretches.length - 1] = { ...last, end: start + words.length };
    return;
  }
  writing.stretches.push({ start, end: start + words.length, at, isWhole: !isPlain });
}
