/**
 * A strip is a piece of the galley: what stands across the text block and is never parted, a line
 * of text, a picture, a row of a table. Pages are filled with strips (fill-pages.ts) and painted
 * from them (paint-pages.ts).
 */

import type { ElementNode } from "../element-node.js";
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
  /** elements that keep their place in the reading order, wherever the strip is painted */
  readonly anchors?: readonly ElementNode[];
  /** no figure floats past it */
  readonly barrier?: boolean;
  /** the contact line: what closes an issue, and is no text of its own */
  readonly closes?: boolean;
  /** true: it stands at the top of a page of its own, behind a cover */
  readonly startsPage?: boolean;
  /** what starts here, for the contents */
  readonly entry?: Entry;
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

/**
 * Cuts a strip at these distances from its top. The slices keep together, and look like the whole, as
 * long as one page holds them all. A part goes to the slice in which its base line or its top stands.
 */
export function sliceStrip(strip: Strip, cuts: readonly number[]): readonly Strip[] {
  const tops = [0, ...cuts];
  const parts = tops.map((): Part[] => []);
  for (const part of strip.parts) {
    const index = Math.max(
      0,
      tops.findLastIndex((top) => placeOf(part) > top - 1e-6),
    );
    parts[index]?.push(raisePart(part, tops[index] ?? 0));
  }
  return tops.map((top, index) => {
    const isLast = index === tops.length - 1;
    const height = (tops[index + 1] ?? strip.height) - top;
    const slice = { height, parts: parts[index] ?? [], keep: !isLast || strip.keep };
    return index === 0 ? { ...strip, ...slice } : { ...slice, before: 0, snap: false, notes: [] };
  });
}

function placeOf(part: Part): number {
  if (part.kind === "line") return part.baseline;
  return part.kind === "element" || part.kind === "destination" ? 0 : part.y;
}

function raisePart(part: Part, by: number): Part {
  if (part.kind === "line") return { ...part, baseline: part.baseline - by };
  return part.kind === "element" || part.kind === "destination" ? part : { ...part, y: part.y - by };
}

/** @returns numbers of the notes that a line calls */
export function notesIn(line: Line): readonly number[] {
  let notes: number[] | undefined;
  for (let index = line.start; index < line.end; index += 1) {
    const note = line.cells[index]?.span.note;
    if (note !== undefined && notes?.at(-1) !== note) notes = [...(notes ?? []), note];
  }
  return notes ?? NO_NOTES;
}

const NO_NOTES: readonly number[] = [];

export interface StackOptions {
  /** left edge of the measure in the text block */
  readonly x: number;
  readonly pitch: number;
  /** from a line's top to its base line */
  readonly baseline: number;
  readonly before?: number;
  readonly snap: boolean;
  /** the last line keeps with what follows */
  readonly keepWithNext?: boolean;
  /** no page ends inside */
  readonly whole?: boolean;
  readonly barrier?: boolean;
  readonly heads?: boolean;
  readonly entry?: Entry | undefined;
}

/**
 * Lines of a paragraph as strips. Neither its first line alone stays at a page's foot nor its
 * last alone at the top (孤行不成页).
 */
export function stackLines(lines: readonly Line[], options: StackOptions): readonly Strip[] {
  const { x, pitch, baseline, snap, whole = false, keepWithNext = false } = options;
  const last = lines.length - 1;
  return lines.map((line, index) => {
    const isKept = index === last ? keepWithNext : whole || index === 0 || index === last - 1;
    const part: Part = { kind: "line", line, x, baseline };
    const strip: Strip = {
      before: index === 0 ? (options.before ?? 0) : 0,
      height: pitch,
      snap,
      keep: isKept,
      parts: [part],
      notes: notesIn(line),
    };
    const heads = options.heads === true ? { heads: true } : {};
    if (index > 0) return options.heads === true ? { ...strip, ...heads } : strip;
    return {
      ...strip,
      ...heads,
      startsBlock: true,
      ...(options.barrier === true ? { barrier: true } : {}),
      ...(options.entry === undefined ? {} : { entry: options.entry }),
    };
  });
}

/** @returns height of strips that stand together, with the space above them */
export const heightOf = (strips: readonly Strip[]): number =>
  strips.reduce((sum, { before, height }) => sum + before + height, 0);

/** The same strip with parts before its own. */
export function withLead(strips: readonly Strip[], lead: readonly Part[]): readonly Strip[] {
  const [first, ...rest] = strips;
  return first === undefined ? strips : [{ ...first, parts: [...lead, ...first.parts] }, ...rest];
}

/** Figures are read where the author put them, though they may be painted later. */
export function anchorFigures(strips: readonly Strip[]): readonly Strip[] {
  return strips.map((strip, index) => {
    const anchors = strips[index + 1]?.anchors;
    if (anchors === undefined) return strip;
    return { ...strip, parts: [...strip.parts, ...anchors.map((node): Part => ({ kind: "element", node }))] };
  });
}
