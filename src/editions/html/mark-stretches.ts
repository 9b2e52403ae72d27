/**
 * Elements around stretches of a text, for the style sheet alone: what is kept on one line, what another face sets. The
 * characters stay as they are.
 */
import { findLatinMarks } from "../../han/find-latin-marks.js";
import { type Child, element } from "./element.js";

/** In UTF-16 units, half-open. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface MarkedStretch extends Stretch {
  /** a class of the style sheets */
  readonly name: "whole" | "latin-mark";
}

/** @returns the text, an element around each stretch; of two that cross, the earlier one alone */
export function markStretches(text: string, stretches: readonly MarkedStretch[]): readonly Child[] {
  const pieces: Child[] = [];
  let from = 0;
  for (const { start, end, name } of [...stretches].sort((a, b) => a.start - b.start)) {
    if (start < from) continue;
    if (start > from) pieces.push(text.slice(from, start));
    pieces.push(element("span", { className: [name] }, text.slice(start, end)));
    from = end;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}

/**
 * The quotes and dashes that Chinese and Latin text share, where they stand amid Latin: a face for Latin sets them
 * narrow, as it does on paper.
 * @param places what findLatinMarks found in the whole paragraph
 * @param from where in the paragraph the text begins, in UTF-16 units
 */
export function latinStretches(
  places: ReadonlySet<number>,
  from: number,
  length: number,
): readonly MarkedStretch[] {
  if (places.size === 0) return [];
  const stretches: MarkedStretch[] = [];
  for (let at = 0; at < length; at += 1)
    if (places.has(from + at)) stretches.push({ name: "latin-mark", start: at, end: at + 1 });
  return stretches;
}

/** @returns words that stand by themselves, their Latin marks told from Chinese ones */
export const withLatinMarks = (text: string): readonly Child[] =>
  markStretches(text, latinStretches(findLatinMarks(text), 0, text.length));
