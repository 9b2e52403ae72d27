/**
 * Second step of a paragraph: what stands between neighbouring cells. Adjacent marks are closed
 * up, Han and Latin parted by a quarter of an em (clreq, 中西混排), Latin letters kerned; and each
 * gap learns by how much it may shrink or stretch, in which order (clreq, 行内调整).
 */
import { type CharacterClass, isAlphanumeric } from "../../han/character-class.js";
import { hasLetter } from "../../model/letters.js";
import type { Cell } from "./cell.js";

/** Order in which gaps shrink; the mark at the line's end (0) comes before all of them. */
export const SHRINK_CLASSES = 5;
export type ShrinkClass = 1 | 2 | 3 | 4;
const BRACKETS = 1;
const PAUSES = 2;
const AUTOSPACES = 3;
const STOPS = 4;

/** Order in which gaps stretch. */
export const STRETCH_NONE = 0;
export const STRETCH_WORD_SPACE = 1;
export const STRETCH_AUTOSPACE = 2;
export const STRETCH_HAN = 3;

/**
 * Space between Han and Latin in em: natural, least, what it grows to before Han gaps grow with it,
 * and most (clreq: 1/4, 1/8, 1/3, 1/2).
 */
const AUTOSPACE = 0.25;
const AUTOSPACE_LEAST = 0.125;
const AUTOSPACE_ALONE = 1 / 3;
const AUTOSPACE_MOST = 0.5;
/** By how much it may grow together with the Han gaps, in em. */
export const AUTOSPACE_SHARED = AUTOSPACE_MOST - AUTOSPACE_ALONE;
/** A Western word space grows to half an em before anything else does. */
const WORD_SPACE_MOST = 0.5;
/** Two adjacent marks take one and a half em instead of two. */
const ADJACENT_SQUEEZE = 0.5;

/** By cell: the gap behind it. Lengths in points. */
export interface Gaps {
  /** natural space; negative where marks are closed up */
  readonly space: Float64Array;
  readonly shrink: Float64Array;
  readonly shrinkClass: Uint8Array;
  /** room to grow for word spaces and automatic spaces; Han gaps have no limit */
  readonly stretch: Float64Array;
  readonly stretchClass: Uint8Array;
}

export function spaceCells(cells: readonly Cell[]): Gaps {
  const count = cells.length;
  const gaps = gapsFor(count);
  const words = westernWords(cells);
  for (let index = 0; index + 1 < count; index += 1) {
    const left = cells[index];
    const right = cells[index + 1];
    if (left === undefined || right === undefined) continue;
    const isBorder = words[index] !== words[index + 1] && isAutospaced(left, right);
    fillGap(gaps, { index, left, right, isBorder });
  }
  closeExclamations(cells, gaps);
  return gaps;
}

/** Rows in one piece of memory: each piece is asked of the system, and given back, by itself. */
function gapsFor(count: number): Gaps {
  const lengths = 8 * count;
  const memory = new ArrayBuffer(3 * lengths + 2 * count);
  return {
    space: new Float64Array(memory, 0, count),
    shrink: new Float64Array(memory, lengths, count),
    stretch: new Float64Array(memory, 2 * lengths, count),
    shrinkClass: new Uint8Array(memory, 3 * lengths, count),
    stretchClass: new Uint8Array(memory, 3 * lengths + count, count),
  };
}

/**
 * By cell, 1 inside a run of Western characters that has a letter or a digit in it: C++, C#, (ABC), 36%,
 * ￥1200. A sign alone among Han, as in *强调* and "直引号", is none.
 */
function westernWords(cells: readonly Cell[]): Uint8Array {
  const words = new Uint8Array(cells.length);
  for (let start = 0; start < cells.length; ) {
    let end = start;
    let isWord = false;
    for (let cell = cells[end]; cell !== undefined && isLatin(cell.cluster.class); cell = cells[end]) {
      isWord ||= hasLetter(cell.text);
      end += 1;
    }
    if (isWord) words.fill(1, isSigned(cells, start) ? start - 1 : start, end);
    start = Math.max(end, start + 1);
  }
  return words;
}

/** Whether a number bears a sign: 气温-5℃. Behind a number with its unit the same sign parts two: 11日-12日. */
function isSigned(cells: readonly Cell[], start: number): boolean {
  const classAt = (index: number) => cells[index]?.cluster.class;
  return (
    classAt(start) === "digit" &&
    cells[start - 1]?.text === "-" &&
    classAt(start - 2) === "han" &&
    classAt(start - 3) !== "digit"
  );
}

interface Gap {
  readonly index: number;
  readonly left: Cell;
  readonly right: Cell;
  /** between Han and a Western word */
  readonly isBorder: boolean;
}

/** ？！ and ！！ take one character together; three take two (GB/T 15834-2011; clreq). */
function closeExclamations(cells: readonly Cell[], gaps: Gaps): void {
  for (let start = 0; start < cells.length; ) {
    let end = start;
    while (EXCLAMATION.test(cells[end]?.text ?? "")) end += 1;
    const last = cells[end - 1];
    if (end - start === 2 && last !== undefined && end < cells.length) {
      gaps.space[end - 1] = Math.min(gaps.space[end - 1] ?? 0, -last.cluster.trimRight);
      gaps.shrink[end - 1] = 0;
    }
    start = Math.max(end, start + 1);
  }
}

const EXCLAMATION = /^[？！]$/;

function fillGap(gaps: Gaps, { index, left, right, isBorder }: Gap): void {
  const a = left.cluster.class;
  const b = right.cluster.class;
  const em = Math.min(left.span.type.sizePt, right.span.type.sizePt);
  if (a === "han" && b === "han") {
    gaps.stretchClass[index] = STRETCH_HAN;
    return;
  }
  if (isBorder) {
    const size = left.cluster.class === "han" ? left.span.type.sizePt : right.span.type.sizePt;
    gaps.space[index] = AUTOSPACE * size;
    gaps.shrink[index] = (AUTOSPACE - AUTOSPACE_LEAST) * size;
    gaps.shrinkClass[index] = AUTOSPACES;
    gaps.stretch[index] = (AUTOSPACE_ALONE - AUTOSPACE) * size;
    gaps.stretchClass[index] = STRETCH_AUTOSPACE;
    return;
  }
  if (a === "space") {
    const isWordSpace = left.cluster.width < 0.9 * em;
    gaps.stretch[index] = isWordSpace ? Math.max(0, WORD_SPACE_MOST * em - left.cluster.width) : 0;
    gaps.stretchClass[index] = isWordSpace ? STRETCH_WORD_SPACE : STRETCH_HAN;
    return;
  }
  if (b === "space") return;
  const isLatinPair = isLatin(a) && isLatin(b);
  if (isLatinPair) {
    if (left.cluster.face === right.cluster.face && !left.span.type.monospaced)
      gaps.space[index] = kern(left, right);
    return;
  }
  if (right.span.note !== undefined) {
    // A note's number follows the ink of the mark that it stands behind.
    gaps.space[index] = -left.cluster.trimRight;
    return;
  }
  const room = left.cluster.trimRight + right.cluster.trimLeft;
  const squeeze = room > 0 && isMark(a) && isMark(b) ? Math.min(ADJACENT_SQUEEZE * em, room) : 0;
  gaps.space[index] = -squeeze;
  gaps.shrink[index] = room - squeeze;
  gaps.shrinkClass[index] = room - squeeze > 0 ? shrinkClassOf(a, right.cluster.trimLeft > 0) : 0;
  gaps.stretchClass[index] = isStretchable(a, b) ? STRETCH_HAN : STRETCH_NONE;
}

/**
 * Han beside a Western word or a number. Full-width marks bring their own room, and a note's number or a
 * hard space asks for none.
 */
function isAutospaced(left: Cell, right: Cell): boolean {
  if (left.span.note !== undefined || right.span.note !== undefined) return false;
  if (left.span.type.monospaced && right.span.type.monospaced) return false;
  const a = left.cluster.class;
  const b = right.cluster.class;
  // A mark that closes, as the dot of 文件.html, belongs to the Han in front of it.
  return (a === "han" && b !== "latin-closing") || (b === "han" && a !== "latin-opening");
}

function isLatin(name: CharacterClass): boolean {
  return (
    isAlphanumeric(name) ||
    name === "latin-opening" ||
    name === "latin-closing" ||
    name === "postfix" ||
    name === "prefix"
  );
}

function isMark(name: CharacterClass): boolean {
  return name === "opening" || name === "closing" || name === "pause" || name === "colon" || name === "stop";
}

function shrinkClassOf(left: CharacterClass, opensRight: boolean): ShrinkClass {
  if (opensRight || left === "closing") return BRACKETS;
  return left === "pause" ? PAUSES : STOPS;
}

/**
 * Connectors, solidi and the dot of a name keep their place; so does a pause behind a Latin word or a
 * number, and what opens in front of one. All else may part.
 */
function isStretchable(left: CharacterClass, right: CharacterClass): boolean {
  if (isFixed(left) || isFixed(right)) return false;
  if (isLatin(left) && isMark(right) && right !== "opening") return false;
  return !(left === "opening" && isLatin(right));
}

function isFixed(name: CharacterClass): boolean {
  return name === "connector" || name === "solidus" || name === "middle-dot";
}

function kern(left: Cell, right: Cell): number {
  const a = left.cluster.glyphs.at(-1);
  const b = right.cluster.glyphs[0];
  if (a === undefined || b === undefined) return 0;
  return left.cluster.face.kern(a.id, b.id) * left.span.type.sizePt;
}
