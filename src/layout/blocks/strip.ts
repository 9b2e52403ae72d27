/**
 * A strip is a piece of the galley: what stands across the text block and is never parted, a line
 * of text, a picture, a row of a table. Pages are filled with strips (fill-pages.ts) and painted
 * from them (paint-pages.ts).
 */

import type { Span } from "../../model/located.js";
import type { ElementNode } from "../element-node.js";
import type { Fault } from "../fault.js";
import type { Artifact } from "../layout.js";
import type { Line } from "../paragraph/compose-paragraph.js";

/** What a strip shows. x counts from the left edge of the text block, y from the strip's top. */
export type Part =
  | { readonly kind: "line"; readonly line: Line; readonly x: number; readonly baseline: number }
  | {
      readonly kind: "rule";
      readonly owner: ElementNode | Artifact;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly color: string;
    }
  | {
      readonly kind: "picture";
      readonly owner: ElementNode | Artifact;
      readonly path: string;
      /** of the figure in its author's file */
      readonly place: Span;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  /** where a link is live, beyond its own words */
  | {
      readonly kind: "area";
      readonly link: ElementNode;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  /** an element that may have no mark of its own: an empty cell */
  | { readonly kind: "element"; readonly node: ElementNode }
  | { readonly kind: "destination"; readonly name: string };

export interface Strip {
  /** space above, dropped at the top of a page */
  readonly before: number;
  readonly height: number;
  /** true: its top stands on the grid */
  readonly snap: boolean;
  /** true: no page ends behind it */
  readonly keep: boolean;
  readonly parts: readonly Part[];
  /** notes called in it */
  readonly notes: readonly number[];
  /** head of its table, repeated above it where it starts a page */
  readonly head?: Strip;
  /** a title or heading: even where what is kept together has to be parted, no page ends in it */
  readonly heads?: boolean;
  /** first strip of a paragraph or table: a waiting figure may stand before it */
  readonly startsBlock?: boolean;
  /** a picture: it stays in its place, or lets text go first where its page has no room for it */
  readonly figure?: "stays" | "floats";
  /** the same with its pictures one step smaller: it may stand in this one's stead where that fills a page better */
  readonly smaller?: Strip;
  /** elements that keep their place in the reading order, wherever the strip is painted */
  readonly anchors?: readonly ElementNode[];
  /** no figure floats past it */
  readonly barrier?: boolean;
  /** the contact line: what closes an issue, and is no text of its own */
  readonly closes?: boolean;
  /** true: it stands at the top of a page of its own, behind a cover */
  readonly startsPage?: boolean;
  /** true: its lines are left out where lines are numbered, as Word leaves out tables */
  readonly unnumbered?: boolean;
  /** what starts here, for the contents */
  readonly entry?: Entry;
  /** what composing it showed to be wrong */
  readonly faults?: readonly Fault[];
}

export interface Entry {
  readonly section: number;
  readonly item: number | undefined;
}

/** @returns the strips in pieces that no page's end parts */
export function chunksOf(strips: readonly Strip[]): readonly (readonly Strip[])[] {
  const chunks: Strip[][] = [];
  let chunk: Strip[] = [];
  for (const strip of strips) {
    chunk.push(strip);
    if (strip.keep) continue;
    chunks.push(chunk);
    chunk = [];
  }
  if (chunk.length > 0) chunks.push(chunk);
  return chunks;
}

/** @returns height of strips that stand together, with the space above them */
export const heightOf = (strips: readonly Strip[]): number =>
  strips.reduce((sum, { before, height }) => sum + before + height, 0);

/** The same strip with parts before its own. */
export function withLead(strips: readonly Strip[], lead: readonly Part[]): readonly Strip[] {
  const [first, ...rest] = strips;
  if (first === undefined) return strips;
  return [inAllSizes(first, (strip) => ({ ...strip, parts: [...lead, ...strip.parts] })), ...rest];
}

/** @returns what a change makes of a strip, and of the smaller ones that may stand in its stead */
export function inAllSizes(strip: Strip, change: (strip: Strip) => Strip): Strip {
  const changed = change(strip);
  return strip.smaller === undefined ? changed : { ...changed, smaller: inAllSizes(strip.smaller, change) };
}

/** @param faults found in composing them; the first strip carries them */
export function withFaults(strips: readonly Strip[], faults: readonly Fault[]): readonly Strip[] {
  const [first, ...rest] = strips;
  if (first === undefined || faults.length === 0) return strips;
  return [{ ...first, faults: [...(first.faults ?? []), ...faults] }, ...rest];
}

export const faultsOf = (strips: readonly Strip[]): readonly Fault[] =>
  strips.flatMap(({ faults }) => faults ?? NO_FAULTS);

const NO_FAULTS: readonly Fault[] = [];

/**
 * Figures are read where the author put them, though they may be painted later. The strip in front of one keeps its
 * place; of several behind each other, that in front of the first: one that waits cannot keep the place of another.
 */
export function anchorFigures(strips: readonly Strip[]): readonly Strip[] {
  const anchored = [...strips];
  let behind: readonly ElementNode[] = [];
  for (let index = strips.length - 1; index >= 0; index -= 1) {
    const strip = strips[index];
    if (strip === undefined) continue;
    if (strip.anchors !== undefined && index > 0) {
      behind = [...strip.anchors, ...behind];
      continue;
    }
    const places = behind.map((node): Part => ({ kind: "element", node }));
    behind = [];
    if (places.length > 0)
      anchored[index] = inAllSizes(strip, (size) => ({ ...size, parts: [...size.parts, ...places] }));
  }
  return anchored;
}
