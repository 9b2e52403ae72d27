/** The lines of a paragraph on top of each other, a strip each. */
import type { Line } from "../paragraph/compose-paragraph.js";
import type { Entry, Part, Strip } from "./strip.js";

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
