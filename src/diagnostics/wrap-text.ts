/**
 * Breaks a text into lines for a terminal. Between Han a line may break anywhere, save in front of
 * a closing mark and behind an opening one (clreq, prohibition rules for line start and line end);
 * Latin words and paths stay whole, even where one is wider than the line.
 */
import { displayWidth, isWide } from "./display-width.js";

export interface WrapOptions {
  /** columns of a line; undefined leaves the text as it is */
  readonly width: number | undefined;
  /** columns that stand in front of the first line already; default: those of `indent` */
  readonly used?: number;
  /** blanks in front of every line but the first; default none */
  readonly indent?: number;
}

export function wrapText(text: string, { width, indent = 0, used = indent }: WrapOptions): string {
  if (width === undefined) return text;
  const lines: string[] = [];
  let line = "";
  let columns = used;
  let blank = "";
  for (const piece of piecesOf(text)) {
    if (/^\s/.test(piece)) {
      blank = piece;
      continue;
    }
    const wide = displayWidth(blank) + displayWidth(piece);
    const isFirst = line === "";
    if (isFirst || columns + wide <= width) {
      line += isFirst ? piece : blank + piece;
      columns += isFirst ? displayWidth(piece) : wide;
    } else {
      lines.push(line);
      line = piece;
      columns = indent + displayWidth(piece);
    }
    blank = "";
  }
  return [...lines, line].join(`\n${" ".repeat(indent)}`);
}

/** Narrower, a text falls into pieces; wider, the eye loses the line. */
const LEAST_COLUMNS = 40;
const MOST_COLUMNS = 100;

/** @returns the width at which text for this terminal is broken; undefined for what is no terminal */
export const widthToRead = (columns: number | undefined): number | undefined =>
  columns === undefined ? undefined : Math.min(MOST_COLUMNS, Math.max(LEAST_COLUMNS, columns));

/** @returns white space, and what stays together on a line, in order */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  let isOpen = false;
  for (const character of text) {
    const last = pieces.at(-1);
    if (/\s/.test(character)) {
      if (last !== undefined && /^\s/.test(last)) pieces[pieces.length - 1] = last + character;
      else pieces.push(character);
      isOpen = false;
    } else if (last === undefined || /^\s/.test(last) || !(isOpen || clings(last, character))) {
      pieces.push(character);
      isOpen = OPENING.test(character);
    } else {
      pieces[pieces.length - 1] = last + character;
      isOpen = OPENING.test(character);
    }
  }
  return pieces;
}

/** May no line end between what stands so far and this character? */
function clings(before: string, character: string): boolean {
  if (CLOSING.test(character)) return true;
  return !isWide(character) && !CHINESE_OPENING.test(character) && !isWide(lastOf(before));
}

const lastOf = (text: string): string => [...text].at(-1) ?? "";

/** Counted as narrow, though they stand amid Han. */
const CHINESE_OPENING = /^[“‘]$/;
const OPENING = /^[“‘（《〈【〔「『([{]$/;
const CLOSING = /^[”’）》〉】〕」』)\]},.;:!?、，。；：！？…—·%％℃]$/;
