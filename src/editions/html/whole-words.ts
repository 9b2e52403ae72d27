/**
 * What a browser parts and a printer does not: codes and numbers at their hyphens (YF-|300), addresses
 * inside a word, in titles also a number and its unit. The characters stay as they are; elements around
 * them say where no line may end. Between two of an address one may: <wbr> would say so too, but is a space to those
 * who hear the page, and what is no place to break needs no mark.
 */
import { findUnits, findUrlBreak } from "../../han/find-units.js";
import { type Child, element } from "./element.js";
import type { MarkedStretch, Stretch } from "./mark-stretches.js";

/** Letters or digits joined by hyphens and solidi; looked for at a word's beginning alone, or long words would cost their square. */
const COMPOUND = /(?<![A-Za-z0-9])[A-Za-z0-9]+(?:[-/][A-Za-z0-9]+)+/g;
/** Longer ones are parted, or the line before them would gape on a narrow screen; in characters. */
const LONGEST_WHOLE = 12;
/** A longer part of an address does not fit the lines of a telephone, and is parted wherever a line ends; in characters. */
const LONGEST_PART = 24;

/** @returns the short compounds of running text */
export const wholeWords = (text: string): readonly MarkedStretch[] => kept(compoundsIn(text));

/** @returns the short compounds of a title, and its numbers with their units */
export const wholeUnits = (text: string): readonly MarkedStretch[] =>
  kept([
    ...compoundsIn(text),
    ...findUnits(text).filter(({ kind }) => kind === "number" || kind === "range"),
  ]);

const kept = (stretches: readonly Stretch[]): readonly MarkedStretch[] =>
  stretches.flatMap(({ start, end }) =>
    end - start > LONGEST_WHOLE ? [] : [{ name: "whole", start, end } as const],
  );

/** @returns letters and digits that hyphens and solidi join */
export const compoundsIn = (text: string): readonly Stretch[] =>
  text.includes("-") || text.includes("/")
    ? [...text.matchAll(COMPOUND)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }))
    : [];

/** @returns an address, an element around each part of it between places where it may be parted */
export function breakableAddress(address: string): readonly Child[] {
  const parts: string[] = [];
  let from = 0;
  // A scheme alone at a line's end looks like an address of its own.
  const first = address.indexOf("://") < 0 ? 1 : address.indexOf("://") + "://".length + 1;
  for (let at = first; at < address.length; at += 1) {
    if (address.charAt(at) !== "@" && findUrlBreak(address, at) === undefined) continue;
    parts.push(address.slice(from, at));
    from = at;
  }
  parts.push(address.slice(from));
  return parts.map((part) =>
    part.length > LONGEST_PART ? part : element("span", { className: ["whole"] }, part),
  );
}
