/**
 * What a browser parts and a printer does not: codes and numbers at their hyphens (YF-|300), addresses
 * inside a word, in titles also a number and its unit. The characters stay as they are; elements around
 * them or between them say where a line may end.
 */
import { findUnits, findUrlBreak } from "../../han/find-units.js";
import { type Child, element } from "./element.js";

/** Letters or digits joined by hyphens and solidi; looked for at a word's beginning alone, or long words would cost their square. */
const COMPOUND = /(?<![A-Za-z0-9])[A-Za-z0-9]+(?:[-/][A-Za-z0-9]+)+/g;
/** Longer ones are parted, or the line before them would gape on a narrow screen; in characters. */
const LONGEST_WHOLE = 12;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** @returns running text in which short compounds are kept on one line */
export const wholeWords = (text: string): readonly Child[] => keepWhole(text, compoundsIn(text));

/** @returns a title's text in which short compounds, and numbers with their units, are kept on one line */
export function wholeUnits(text: string): readonly Child[] {
  const units = findUnits(text).filter(({ kind }) => kind === "number" || kind === "range");
  return keepWhole(
    text,
    [...compoundsIn(text), ...units].sort((a, b) => a.start - b.start),
  );
}

/** @returns an address with an element at each place where it may be parted */
export function breakableAddress(address: string): readonly Child[] {
  const pieces: Child[] = [];
  let from = 0;
  // A scheme alone at a line's end looks like an address of its own.
  const first = address.indexOf("://") < 0 ? 1 : address.indexOf("://") + "://".length + 1;
  for (let at = first; at < address.length; at += 1) {
    if (address.charAt(at) !== "@" && findUrlBreak(address, at) === undefined) continue;
    pieces.push(address.slice(from, at), element("wbr", {}));
    from = at;
  }
  return [...pieces, address.slice(from)];
}

const compoundsIn = (text: string): readonly Stretch[] =>
  text.includes("-") || text.includes("/")
    ? [...text.matchAll(COMPOUND)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }))
    : [];

function keepWhole(text: string, stretches: readonly Stretch[]): readonly Child[] {
  const pieces: Child[] = [];
  let from = 0;
  for (const { start, end } of stretches) {
    if (start < from || end - start > LONGEST_WHOLE) continue;
    if (start > from) pieces.push(text.slice(from, start));
    pieces.push(element("span", { className: ["whole"] }, text.slice(start, end)));
    from = end;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}
