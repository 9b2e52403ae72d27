/**
 * Fifth step of a paragraph: the places of a line's cells. Too wide, it shrinks in clreq's order
 * (the mark at the end, brackets, pauses, automatic spaces, stops); too narrow, it stretches
 * (grow-gaps.ts). Each place of a class gives the same share of what it has.
 */
import type { Cell } from "./cell.js";
import { growGaps, type Lack } from "./grow-gaps.js";
import {
  type Gaps,
  SHRINK_CLASSES,
  STRETCH_AUTOSPACE,
  STRETCH_HAN,
  STRETCH_WORD_SPACE,
} from "./space-cells.js";

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
  const { gaps, start, end, measure } = input;
  const lack = lackOf(input, measure - width);
  const { wordShare, autoShare, shared, each, missing } = growGaps(lack);
  let shift = 0;
  for (let index = start; index < end; index += 1) {
    x[index - start] = (x[index - start] ?? 0) + shift;
    if (index + 1 === end) break;
    const room = gaps.stretch[index] ?? 0;
    switch (gaps.stretchClass[index]) {
      case STRETCH_WORD_SPACE:
        shift += room * wordShare + (lack.han > 0 ? 0 : each);
        break;
      case STRETCH_AUTOSPACE:
        shift += room * autoShare + shared;
        break;
      case STRETCH_HAN:
        shift += each;
    }
  }
  return { x, width: measure - missing, growth: each, excess: 0 };
}

function lackOf({ cells, gaps, start, end }: JustifyInput, short: number): Lack {
  const counts = new Int32Array(STRETCH_HAN + 1);
  const rooms = new Float64Array(STRETCH_HAN + 1);
  for (let index = start; index + 1 < end; index += 1) {
    const kind = gaps.stretchClass[index] ?? 0;
    counts[kind] = (counts[kind] ?? 0) + 1;
    rooms[kind] = (rooms[kind] ?? 0) + (gaps.stretch[index] ?? 0);
  }
  return {
    short,
    em: cells[start]?.span.type.sizePt ?? 0,
    han: counts[STRETCH_HAN] ?? 0,
    words: counts[STRETCH_WORD_SPACE] ?? 0,
    autos: counts[STRETCH_AUTOSPACE] ?? 0,
    wordRoom: rooms[STRETCH_WORD_SPACE] ?? 0,
    autoRoom: rooms[STRETCH_AUTOSPACE] ?? 0,
  };
}
