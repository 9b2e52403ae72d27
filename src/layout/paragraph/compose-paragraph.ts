/**
 * A paragraph from cells to lines: space → segment → break → justify. Knows nothing of pages.
 */

import type { Span } from "../../model/located.js";
import { breakLines, isOneLine, type LineRange } from "./break-lines.js";
import type { Cell, CellText } from "./cell.js";
import { justifyLine } from "./justify-line.js";
import { isHangable } from "./line-sums.js";
import { type HeldCells, holdAttribution, segmentParagraph } from "./segment-paragraph.js";
import { spaceCells } from "./space-cells.js";

export type Alignment = "justify" | "left" | "center" | "right";

/** Cells of one line with their places. */
export interface Line {
  readonly cells: readonly Cell[];
  /** first cell, and the one behind the last that is seen */
  readonly start: number;
  readonly end: number;
  /** behind the spaces that the line's end dropped */
  readonly textEnd: number;
  /** left edges of the cells in points, from the left edge of the measure */
  readonly x: Float64Array;
  readonly right: number;
  /** what one Han gap grew by, in points */
  readonly growth: number;
  readonly excess: number;
  /** what a full line was left short of the edge, as its gaps would have become holes; in points */
  readonly missing: number;
  readonly final: boolean;
  /** of the paragraph in an author's file, which the cells' offsets point into; undefined for words of our own */
  readonly place: Span | undefined;
  /** of its cells where the offsets do not say them (CellText) */
  readonly places: CellText["places"];
}

export interface ParagraphShape {
  readonly measure: number;
  /** room taken from the first line, in points */
  readonly indent: number;
  readonly align: Alignment;
  readonly hang: boolean;
  /** an opening mark gives up its left half, so that its ink stands under that of other lines */
  readonly trimsStart?: boolean;
  /** cells of an attribution, which is parted only where it must */
  readonly attribution?: HeldCells;
}

/** @param place the paragraph's; the file that its cells' offsets point into */
export function composeParagraph(text: CellText, shape: ParagraphShape, place?: Span): readonly Line[] {
  const { cells, places } = text;
  const gaps = spaceCells(cells);
  // An opening mark behind an indent gives up its left half, so that the indent looks like two em.
  const free = cells[0]?.cluster.trimLeft ?? 0;
  const trimmed = shape.trimsStart === true ? free : Math.min(shape.indent, free);
  const indent = shape.align === "justify" || shape.align === "left" ? shape.indent - trimmed : 0;
  const { measure, hang } = shape;
  const ragged = shape.align !== "justify";
  const ranges = findRanges();
  return ranges.map((range) => composeLine(range));

  function findRanges(): readonly LineRange[] {
    const last = cells.length - 1;
    const isParted = [...text.breaksAfter].some((index) => index >= 0 && index < last);
    if (!isParted && isOneLine(cells, gaps, measure - indent)) {
      return last < 0 ? [] : [{ start: 0, end: last + 1, final: true }];
    }
    const penalties = segmentParagraph(text, gaps, measure);
    const { attribution } = shape;
    if (attribution !== undefined) holdAttribution(penalties, attribution);
    return breakLines({ cells, gaps, penalties, measure, indent, hang, ragged });
  }

  function composeLine({ start, end: textEnd, final }: LineRange): Line {
    let end = textEnd;
    while (end > start + 1 && cells[end - 1]?.cluster.class === "space") end -= 1;
    const left = start === 0 ? indent : 0;
    const last = cells[end - 1];
    const hangs = hang && isHangable(cells, end - 1);
    const endTrim = last?.cluster.trimRight ?? 0;
    const endRoom = hangs ? (last?.cluster.width ?? 0) : endTrim;
    const stretch = !final && !ragged;
    const line = justifyLine({ cells, gaps, start, end, measure: measure - left, endTrim, endRoom, stretch });
    // A mark at a right edge gives up its open side, so that its ink stands where a character's would; a
    // centred line is centred by its ink.
    const behind = last?.cluster.trimRight ?? 0;
    const before = cells[start]?.cluster.trimLeft ?? 0;
    const open = shape.align === "right" ? behind : shape.align === "center" ? behind - before : 0;
    const slack = measure - left - line.width;
    const isCentred = shape.align === "center";
    const shift = left + (isCentred ? centred(slack, open) : alignShift(shape.align, slack + open));
    for (let index = 0; index < line.x.length; index += 1) line.x[index] = (line.x[index] ?? 0) + shift;
    const { x, growth, excess } = line;
    const missing = stretch ? Math.max(0, measure - left - line.width) : 0;
    const right = shift + line.width;
    return { cells, start, end, textEnd, x, right, growth, excess, missing, final, place, places };
  }
}

/** Centred by its ink as far as its squares stay inside the measure. */
const centred = (slack: number, open: number): number =>
  slack <= 0 ? slack / 2 : Math.max(0, Math.min(slack, (slack + open) / 2));

const alignShift = (align: Alignment, slack: number): number => (align === "right" ? slack : 0);
