/**
 * Fifth step of a paragraph: the places of a line's cells. Too wide, it shrinks in clreq's order
 * (the mark at the end, brackets, pauses, automatic spaces, stops); too narrow, it stretches (word
 * spaces, automatic spaces, then all gaps between Han alike). Each place of a class gives the same
 * share of what it has.
 */
import type { Cell } from "./cell.js";
import {
  AUTOSPACE_SHARED,
  type Gaps,
  SHRINK_CLASSES,
  STRETCH_AUTOSPACE,
  STRETCH_HAN,
  STRETCH_WORD_SPACE,
} from "./space-cells.js";

/**
 * No gap grows by more than this, in em. A line that lacks more is not filled at all: its gaps grow to what
 * is still comfortable, and it ends before the edge.
 */
const MOST_GROWTH = 0.24;
const COMFORTABLE_GROWTH = 0.095;

export interface JustifyInput {
  readonly cells: readonly Cell[];
  readonly gaps: Gaps;
  readonly start: number;
  /** behind the last cell that is seen */
  readonly end: number;
  readonly measure: number;
  /** what the mark at the end gives up on a full line (GB/T 15834-2011, 5.1.10), and elsewhere can */
  readonly endTrim: number;
  /** what it can give up where it may hang */
  readonly endRoom: number;
  /** true for a full line; false: the line keeps its natural width where it is too narrow */
  readonly stretch: boolean;
}

export interface JustifiedLine {
  /** left edges of the cells from `start`, in points from the line's left edge */
  readonly x: Float64Array;
  /** width from the left edge to the right edge of the last cell, trimmed where it was trimmed */
  readonly width: number;
  /** what one Han gap grew by, in points */
  readonly growth: number;
  /** how far the line stands out of the measure, in points */
  readonly excess: number;
}

export function justifyLine(input: JustifyInput): JustifiedLine {
  const { cells, gaps, start, end, measure } = input;
  const x = new Float64Array(Math.max(0, end - start));
  let width = 0;
  for (let index = start; index < end; index += 1) {
    x[index - start] = width;
    width += cells[index]?.cluster.width ?? 0;
    if (index + 1 < end) width += gaps.space[index] ?? 0;
  }
  if (input.stretch) width -= input.endTrim;
  const short = measure - width;
  if (short < -1e-9) return shrinkLine(input, x, width);
  if (!input.stretch || short < 1e-9) return { x, width, growth: 0, excess: 0 };
  return stretchLine(input, x, width);
}

function shrinkLine(input: JustifyInput, x: Float64Array, width: number): JustifiedLine {
  const { gaps, start, end, measure } = input;
  const endRoom = input.stretch ? input.endRoom - input.endTrim : input.endRoom;
  let excess = width - measure;
  const fromEnd = Math.min(excess, endRoom);
  excess -= fromEnd;
  const shares = new Float64Array(SHRINK_CLASSES);
  const rooms = roomByClass(input);
  for (let order = 1; order < SHRINK_CLASSES && excess > 1e-9; order += 1) {
    const room = rooms[order] ?? 0;
    const taken = Math.min(excess, room);
    if (room > 0) shares[order] = taken / room;
    excess -= taken;
  }
  let shift = 0;
  for (let index = start; index < end; index += 1) {
    x[index - start] = (x[index - start] ?? 0) - shift;
    shift += (gaps.shrink[index] ?? 0) * (shares[gaps.shrinkClass[index] ?? 0] ?? 0);
  }
  return { x, width: measure + excess, growth: 0, excess };
}

function roomByClass({ gaps, start, end }: JustifyInput): Float64Array {
  const rooms = new Float64Array(SHRINK_CLASSES);
  for (let index = start; index + 1 < end; index += 1) {
    const order = gaps.shrinkClass[index] ?? 0;
    rooms[order] = (rooms[order] ?? 0) + (gaps.shrink[index] ?? 0);
  }
  return rooms;
}

function stretchLine(input: JustifyInput, x: Float64Array, width: number): JustifiedLine {
  const { start, end, measure } = input;
  let short = measure - width;
  const growth = new Float64Array(Math.max(0, end - start));
  for (const order of [STRETCH_WORD_SPACE, STRETCH_AUTOSPACE]) {
    short -= growClass({ input, growth, order, short });
  }
  const { taken, each } = growTogether(input, growth, short);
  short -= taken;
  let shift = 0;
  for (let index = start; index < end; index += 1) {
    x[index - start] = (x[index - start] ?? 0) + shift;
    shift += growth[index - start] ?? 0;
  }
  return { x, width: measure - short, growth: each, excess: 0 };
}

/**
 * What is left goes to all Han gaps alike, and to automatic spaces with them as far as they may. A
 * line of Latin words alone widens its word spaces. Letters are never spaced.
 */
function growTogether(
  input: JustifyInput,
  growth: Float64Array,
  short: number,
): { readonly taken: number; readonly each: number } {
  if (short <= 1e-9) return { taken: 0, each: 0 };
  const { cells, gaps, start, end } = input;
  const han = countOf(input, STRETCH_HAN);
  const spaces = han > 0 ? countOf(input, STRETCH_AUTOSPACE) : 0;
  const order = han > 0 ? STRETCH_HAN : STRETCH_WORD_SPACE;
  const places = han > 0 ? han : countOf(input, STRETCH_WORD_SPACE);
  if (places <= 0) return { taken: 0, each: 0 };
  const em = cells[start]?.span.type.sizePt ?? 0;
  const even = short / (places + spaces);
  // Before Han gaps grow past what is comfortable, automatic spaces take all they may (clreq: half an em).
  const asked = spaces > 0 ? Math.max(even, (short - COMFORTABLE_GROWTH * em * places) / spaces) : 0;
  const shared = Math.min(asked, AUTOSPACE_SHARED * em);
  const wanted = (short - shared * spaces) / places;
  const each = han > 0 && wanted > MOST_GROWTH * em ? COMFORTABLE_GROWTH * em : wanted;
  for (let index = start; index + 1 < end; index += 1) {
    const stretchClass = gaps.stretchClass[index];
    const more =
      stretchClass === order ? each : stretchClass === STRETCH_AUTOSPACE && spaces > 0 ? shared : 0;
    growth[index - start] = (growth[index - start] ?? 0) + more;
  }
  return { taken: each * places + shared * spaces, each };
}

interface Growing {
  readonly input: JustifyInput;
  readonly growth: Float64Array;
  readonly order: number;
  readonly short: number;
}

function growClass({ input, growth, order, short }: Growing): number {
  const { gaps, start, end } = input;
  let room = 0;
  for (let index = start; index + 1 < end; index += 1) {
    if (gaps.stretchClass[index] === order) room += gaps.stretch[index] ?? 0;
  }
  if (room <= 0 || short <= 1e-9) return 0;
  const taken = Math.min(room, short);
  for (let index = start; index + 1 < end; index += 1) {
    if (gaps.stretchClass[index] === order)
      growth[index - start] = ((gaps.stretch[index] ?? 0) * taken) / room;
  }
  return taken;
}

function countOf({ gaps, start, end }: JustifyInput, order: number): number {
  let count = 0;
  for (let index = start; index + 1 < end; index += 1) if (gaps.stretchClass[index] === order) count += 1;
  return count;
}
