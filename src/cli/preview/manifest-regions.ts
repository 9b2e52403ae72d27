/**
 * Where the items of a section stand in the text of a manifest, as lines or within brackets, parted into pieces that
 * can be put together in another order. What stands in a way that is not known here has no region.
 */
import { isScalar, type Pair, type YAMLMap, type YAMLSeq } from "yaml";
import { lineEndOf } from "../new/held-edit.js";

/** An item with the comments before it and at the end of its line, without indent; blank lines that part it from the one before. */
export interface Piece {
  readonly gap: string;
  readonly words: string;
}

export interface Region {
  readonly start: number;
  readonly end: number;
  readonly pieces: readonly Piece[];
  readonly print: (pieces: readonly Piece[]) => string;
}

export interface SectionItems {
  readonly section: YAMLMap;
  readonly seq: YAMLSeq | undefined;
}

/** Blank lines part groups: they stay where the first of a group goes. */
export function removePiece(pieces: readonly Piece[], at: number): readonly Piece[] {
  const gap = pieces[at]?.gap ?? "";
  return pieces.flatMap((piece, index) => {
    if (index === at) return [];
    return index === at + 1 && piece.gap === "" ? [{ ...piece, gap }] : [piece];
  });
}

export function insertPiece(pieces: readonly Piece[], at: number, { words }: Piece): readonly Piece[] {
  const [first] = pieces;
  if (at > 0 || first === undefined) return pieces.toSpliced(at, 0, { gap: "", words });
  return [{ gap: first.gap, words }, { ...first, gap: "" }, ...pieces.slice(1)];
}

export function regionOf(text: string, { section, seq }: SectionItems): Region | undefined {
  if (section.flow === true && seq === undefined) return undefined;
  const key = keyOf(text, section);
  if (key === undefined) return missingOf(text, section);
  if (seq === undefined) return emptyOf(text, key, key.valueEnd);
  if (!seq.range) return undefined;
  if (seq.flow !== true) return linesOf(text, key, seq);
  if (seq.items.length > 0 || section.flow === true) return bracketsOf(text, seq);
  return emptyOf(text, key, seq.range[1]);
}

function linesOf(text: string, key: Key, seq: YAMLSeq): Region | undefined {
  const begin = text.indexOf("\n", key.end) + 1;
  const pieces: string[] = [];
  let start = begin;
  for (const item of seq.items) {
    if (!isScalar(item) || !item.range || begin === 0) return undefined;
    const end = lineBehind(text, item.range[1]);
    pieces.push(text.slice(start, end));
    start = end;
  }
  const indent = /^([ \t]*)-/m.exec(pieces[0]?.split("\n").findLast((line) => /^[ \t]*-/.test(line)) ?? "");
  const lead = indent?.[1] ?? "";
  const head = text.slice(key.end, begin);
  return {
    start: key.end,
    end: start,
    pieces: pieces.map(pieceOf),
    print: (all) =>
      all.length === 0
        ? head.replace(/^[ \t]*:/, "$& []")
        : `${head}${printLines(all, lead, lineEndOf(text))}`,
  };
}

/** `[items/01.md, items/02.md]`, on one line. */
function bracketsOf(text: string, { range, items }: YAMLSeq): Region | undefined {
  if (!range) return undefined;
  const [start, end] = range;
  if (/[\r\n#]/.test(text.slice(start, end))) return undefined;
  const pieces = items.map((item) => ({
    gap: "",
    words: isScalar(item) && item.range ? text.slice(item.range[0], item.range[1]) : "",
  }));
  return { start, end, pieces, print: (all) => `[${all.map(asName).join(", ")}]` };
}

/** `items: []`, or nothing behind the colon: lines below, behind a comment of that line. */
function emptyOf(text: string, key: Key, valueEnd: number): Region | undefined {
  const end = lineBehind(text, valueEnd);
  const rest = text.slice(valueEnd, end).trimEnd();
  if (/[\r\n]/.test(text.slice(key.end, valueEnd)) || !/^[ \t]*(?:#.*)?$/.test(rest)) return undefined;
  const eol = lineEndOf(text);
  const lead = " ".repeat(key.column + 2);
  return {
    start: key.end,
    end,
    pieces: [],
    print: (all) =>
      all.length === 0
        ? text.slice(key.end, end)
        : `:${rest}${eol}${closed(printLines(all, lead, eol), text.slice(key.end, end))}`,
  };
}

/** A section that says nothing of items: below its last line. */
function missingOf(text: string, section: YAMLMap): Region | undefined {
  const last = section.items.at(-1);
  const first = section.items[0]?.key;
  const from = isScalar(first) ? first.range?.[0] : undefined;
  const to = last && endOf(last);
  if (from === undefined || to === undefined) return undefined;
  const column = columnOf(text, from);
  const eol = lineEndOf(text);
  const at = text.charAt(to - 1) === "\n" ? to : lineBehind(text, to);
  const before = text.charAt(at - 1) === "\n" ? "" : eol;
  const lead = " ".repeat(column);
  const print = (all: readonly Piece[]) =>
    all.length === 0 ? "" : `${before}${lead}items:${eol}${printLines(all, `${lead}  `, eol)}`;
  return { start: at, end: at, pieces: [], print };
}

function pieceOf(lines: string): Piece {
  const [gap = ""] = /^(?:[ \t]*\r?\n)+/.exec(lines) ?? [];
  const words = lines
    .slice(gap.length)
    .replace(/^[ \t]+/gm, "")
    .replace(/\r?\n$/, "");
  return { gap, words };
}

const printLines = (pieces: readonly Piece[], lead: string, eol: string): string =>
  pieces.map(({ gap, words }) => `${gap}${indented(asLine(words), lead, eol)}`).join("");

/** Where the text ended without a line end, it goes on to. */
const closed = (lines: string, before: string): string =>
  before.endsWith("\n") ? lines : lines.replace(/\r?\n$/, "");

/** A piece out of brackets becomes a line, and one of a line a name, its comments left behind: then no edit is made. */
const asLine = (words: string): string => (/^(?:-|#)/.test(words) ? words : `- ${words}`);
const asName = ({ words }: Piece): string => (words.startsWith("- ") ? words.slice(2) : words);

const indented = (piece: string, lead: string, eol: string): string =>
  piece
    .split(/\r?\n/)
    .map((line) => (line === "" ? eol : `${lead}${line}${eol}`))
    .join("");

/** @returns where the line of a place ends, behind its line end */
function lineBehind(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end + 1;
}

const columnOf = (text: string, at: number): number => at - (text.lastIndexOf("\n", at - 1) + 1);

interface Key {
  /** behind its word */
  readonly end: number;
  /** from 0 */
  readonly column: number;
  /** behind what stands after its colon */
  readonly valueEnd: number;
}

function keyOf(text: string, section: YAMLMap): Key | undefined {
  const pair = section.items.find(({ key }) => isScalar(key) && key.value === "items");
  const key = pair?.key;
  if (pair === undefined || !isScalar(key) || !key.range) return undefined;
  const [start, end] = key.range;
  const { value } = pair;
  // Nothing is found behind the comment that follows it.
  const isThere = !(isScalar(value) && value.source === "");
  const valueEnd = (isThere ? endOf(pair) : undefined) ?? text.indexOf(":", end) + 1;
  return { end, column: columnOf(text, start), valueEnd };
}

/** @returns where a value ends; of one that is not there, its colon */
function endOf({ value }: Pair): number | undefined {
  const range = typeof value === "object" && value !== null && "range" in value ? value.range : undefined;
  // Of nodes that were parsed, it has three numbers.
  return Array.isArray(range) ? (range as [number, number, number])[1] : undefined;
}
