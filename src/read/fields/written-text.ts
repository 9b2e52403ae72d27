/** A YAML text as its author typed it, each character at its place: what the rules about words judge and mend. */
import { Scalar } from "yaml";
import type { Span } from "../../model/located.js";
import type { TypedPiece, TypedText, WrittenText } from "../../model/typed-text.js";
import { charactersOfScalar, type WrittenCharacters } from "../yaml-characters.js";
import { spanOf } from "../yaml-document.js";
import type { FieldReader } from "./field.js";

export interface ReadScalar {
  readonly node: Scalar;
  /** span of the words themselves, quotes left out */
  readonly span: Span;
}

/** The characters of a scalar, as written where YAML would make a number of them. */
export function wordsOf(scalar: Scalar): string {
  return typeof scalar.value === "string" ? scalar.value : (scalar.source ?? String(scalar.value));
}

/** @returns the characters of a scalar with their places; undefined where the file does not show them */
export function charactersOf(
  { node }: ReadScalar,
  { document: { source } }: FieldReader,
): WrittenCharacters | undefined {
  const { start, end } = spanOf(node, source);
  return charactersOfScalar(node, source.text, { start, end });
}

/** The value trimmed and in NFC; a line break of the file between two Han is no space. */
export function readWrittenText(scalar: ReadScalar, reader: FieldReader): WrittenText {
  const characters = charactersOf(scalar, reader);
  if (characters === undefined) return { value: normal(wordsOf(scalar.node)), span: scalar.span };
  const { units, folds } = characters;
  const joined = folds.size === 0 ? units : withoutFolds(units, folds);
  const typed = typedCharacters(characters, { scalar, reader, from: 0, until: units.length });
  return { value: normal(joined), span: scalar.span, ...(typed && { written: typed }) };
}

const normal = (words: string): string => words.trim().normalize("NFC");

const WIDE = /[\p{Script=Han}，。、；：？！“”‘’（）《》【】]/u;

function withoutFolds(units: string, folds: ReadonlySet<number>): string {
  return [...units.split("").keys()]
    .filter((at) => !(folds.has(at) && WIDE.test(units.charAt(at - 1)) && WIDE.test(units.charAt(at + 1))))
    .map((at) => units.charAt(at))
    .join("");
}

interface Part {
  readonly scalar: ReadScalar;
  readonly reader: FieldReader;
  readonly from: number;
  readonly until: number;
}

/** @returns a part of the characters as typed text, blanks at its edges left out; undefined where nothing is left */
export function typedCharacters(
  { units, starts, ends, folds }: WrittenCharacters,
  { scalar, reader, from, until }: Part,
): TypedText | undefined {
  const { path, text: source } = reader.document.source;
  let first = from;
  let last = until;
  while (first < last && units.charAt(first).trim() === "") first += 1;
  while (last > first && units.charAt(last - 1).trim() === "") last -= 1;
  if (first === last) return undefined;
  let text = "";
  const pieces: TypedPiece[] = [];
  for (let at = first; at < last; at += 1) {
    const start = starts[at] ?? 0;
    const end = ends[at] ?? start;
    const unit = folds.has(at) ? "\n" : units.charAt(at);
    const whole = end - start !== 1 || source.charAt(start) !== unit;
    const before = pieces.at(-1);
    const goesOn =
      before !== undefined &&
      (whole ? before.whole && before.start === start : !before.whole && before.end === start);
    if (before !== undefined && goesOn)
      pieces[pieces.length - 1] = { ...before, length: before.length + 1, end };
    else pieces.push({ at: text.length, length: 1, start, end, whole });
    text += unit;
  }
  const span = { path, start: starts[first] ?? 0, end: ends[last - 1] ?? 0 };
  return { text, span, pieces, quoting: quotingOf(scalar.node) };
}

function quotingOf({ type }: Scalar): NonNullable<TypedText["quoting"]> {
  if (type === Scalar.QUOTE_DOUBLE) return "double";
  if (type === Scalar.QUOTE_SINGLE) return "single";
  return type === Scalar.BLOCK_LITERAL || type === Scalar.BLOCK_FOLDED ? "block" : "plain";
}
