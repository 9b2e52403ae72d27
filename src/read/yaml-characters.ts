/**
 * Where each character of a YAML text stands in its file, whatever the style: plain, quoted with
 * escapes, literal or folded. Source: YAML 1.2.2, 5.7 (escapes), 7.3 (flow scalars), 8.1 (block scalars).
 * What is found is compared with what the YAML reader gave; where the two differ there are no places.
 */
import { Scalar } from "yaml";

export interface WrittenCharacters {
  /** UTF-16 units of the value; a line break that YAML reads as one space is that space */
  readonly units: string;
  /** source offsets of the file at which each unit begins and ends; an escape has several characters */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** indexes of spaces that are line breaks in the file */
  readonly folds: ReadonlySet<number>;
}

interface Gathering {
  readonly text: string;
  units: string;
  readonly starts: number[];
  readonly ends: number[];
  readonly folds: Set<number>;
}

/** @param place source offsets of the scalar, with its quotes or its block header */
export function charactersOfScalar(
  scalar: Scalar,
  text: string,
  place: { readonly start: number; readonly end: number },
): WrittenCharacters | undefined {
  const value = typeof scalar.value === "string" ? scalar.value : (scalar.source ?? "");
  const found: Gathering = { text, units: "", starts: [], ends: [], folds: new Set() };
  switch (scalar.type) {
    case Scalar.QUOTE_DOUBLE:
    case Scalar.QUOTE_SINGLE:
      addFlow(found, { start: place.start + 1, end: place.end - 1 }, scalar.type);
      break;
    case Scalar.BLOCK_LITERAL:
    case Scalar.BLOCK_FOLDED:
      addBlock(found, place, { value, isFolded: scalar.type === Scalar.BLOCK_FOLDED });
      break;
    default:
      addFlow(found, place, Scalar.PLAIN);
  }
  return found.units === value ? found : undefined;
}

function add(found: Gathering, units: string, start: number, end: number): void {
  for (let at = 0; at < units.length; at += 1) {
    found.starts.push(start);
    found.ends.push(end);
  }
  found.units += units;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function addFlow(found: Gathering, { start, end }: Range, type: Scalar.Type): void {
  const { text } = found;
  let at = start;
  while (at < end) {
    const unit = text.charAt(at);
    if (unit === "\\" && type === Scalar.QUOTE_DOUBLE) at = addEscape(found, at, end);
    else if (unit === "'" && type === Scalar.QUOTE_SINGLE) {
      add(found, "'", at, at + 2);
      at += 2;
    } else if (isBlank(unit) || isBreak(unit)) at = addWhite(found, at, end);
    else {
      add(found, unit, at, at + 1);
      at += 1;
    }
  }
}

/** Blanks beside a line break are not the value's; one break is a space, each further one a line end. */
function addWhite(found: Gathering, start: number, end: number): number {
  const { text } = found;
  let at = start;
  while (at < end && (isBlank(text.charAt(at)) || isBreak(text.charAt(at)))) at += 1;
  const white = text.slice(start, at);
  const breaks = white.match(/\r\n|\n|\r/g)?.length ?? 0;
  if (breaks === 0)
    for (let index = start; index < at; index += 1) add(found, text.charAt(index), index, index + 1);
  else if (breaks === 1) {
    found.folds.add(found.units.length);
    add(found, " ", start, at);
  } else add(found, "\n".repeat(breaks - 1), start, at);
  return at;
}

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\u0007",
  b: "\b",
  t: "\t",
  "\t": "\t",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
  e: "\u001b",
  " ": " ",
  '"': '"',
  "/": "/",
  "\\": "\\",
  N: "\u0085",
  _: "\u00a0",
  L: "\u2028",
  P: "\u2029",
};
const HEX_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

function addEscape(found: Gathering, start: number, end: number): number {
  const { text } = found;
  const letter = text.charAt(start + 1);
  if (isBreak(letter)) {
    // An escaped line end joins the two lines; only the next line's indent goes.
    let at = start + (text.startsWith("\r\n", start + 1) ? 3 : 2);
    while (at < end && isBlank(text.charAt(at))) at += 1;
    return at;
  }
  const digits = HEX_LENGTHS[letter];
  const until = start + 2 + (digits ?? 0);
  const point = digits === undefined ? undefined : Number.parseInt(text.slice(start + 2, until), 16);
  const isPoint = point !== undefined && point <= 0x10ffff;
  add(found, isPoint ? String.fromCodePoint(point) : (SIMPLE_ESCAPES[letter] ?? ""), start, until);
  return until;
}

/** Each unit of the value is looked for behind the last one; indents and breaks lie between. */
function addBlock(
  found: Gathering,
  { start, end }: Range,
  { value, isFolded }: { readonly value: string; readonly isFolded: boolean },
): void {
  const { text } = found;
  let at = start + (/^[^\r\n]*(?:\r\n|\n|\r)?/.exec(text.slice(start, end))?.[0].length ?? 0);
  const indent = /^(?:[ \t]*(?:\r\n|\n|\r))*( *)/.exec(text.slice(at, end))?.[1]?.length ?? 0;
  at = skipIndent(text, at, indent);
  for (const unit of value) {
    const here = text.charAt(at);
    if (isBreak(here) && (unit === "\n" || (unit === " " && isFolded))) {
      const until = skipIndent(text, at + (text.startsWith("\r\n", at) ? 2 : 1), indent);
      if (unit === " ") found.folds.add(found.units.length);
      add(found, unit, at, until);
      at = until;
    } else if (isBreak(here) && isFolded) {
      // Folding leaves one break less than the file has.
      at = skipIndent(text, at + (text.startsWith("\r\n", at) ? 2 : 1), indent);
      if (text.startsWith(unit, at)) {
        add(found, unit, at, at + unit.length);
        at += unit.length;
      }
    } else if (text.startsWith(unit, at)) {
      for (let part = 0; part < unit.length; part += 1)
        add(found, unit.charAt(part), at + part, at + part + 1);
      at += unit.length;
    } else if (unit === "\n" && at >= end) add(found, unit, end, end);
  }
}

function skipIndent(text: string, from: number, indent: number): number {
  let at = from;
  while (at < from + indent && text.charAt(at) === " ") at += 1;
  return at;
}

const isBlank = (unit: string): boolean => unit === " " || unit === "\t";
const isBreak = (unit: string): boolean => unit === "\n" || unit === "\r";
