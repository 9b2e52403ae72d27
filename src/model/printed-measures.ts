/**
 * Measures that the printed editions, PDF and DOCX, have in common, so that what an editor sees in the one
 * stands as high in the other. Heights are in grid lines, which each edition takes in its own unit: points in
 * layout/, whole twips in editions/docx.
 */
import type { MastheadStyle, Template } from "./template.js";
import { pointsFromMm } from "./units.js";

/** Sums of whole lines come out whole. */
const EPSILON = 1e-6;

/**
 * Whole height of a title's block. Past the template's list, its lines and one grid line around them, made up to
 * whole ones.
 * @param lines printed lines, from 1
 */
export function titleHeight(
  { titleHeights, titlePitch }: Pick<Template["rhythm"], "titleHeights" | "titlePitch">,
  lines: number,
): number {
  return titleHeights[lines - 1] ?? Math.ceil(lines * titlePitch + 1 - EPSILON);
}

/** Line of the masthead's name in its own size. */
export const NAME_LEADING = 1.15;
/** Room under the name before the issue line, at least. */
const UNDER_NAME_LINES = 0.5;
/** A short name is letter-spread by at most this, in em of its size. */
const MOST_SPREAD_EM = 0.5;

/** @returns the largest size in points, in halves, at which a name of this width stays on one line */
export function nameSizePt({ minSizePt, maxSizePt }: MastheadStyle, widthPt: number, nameEm: number): number {
  const fitting = Math.floor((widthPt / Math.max(nameEm, 1)) * 2) / 2;
  return Math.max(minSizePt, Math.min(maxSizePt, fitting));
}

/** @returns what each gap of a name takes of the room that it leaves, in points; below zero where it leaves none */
export const nameSpreadPt = (sizePt: number, slackPt: number, gaps: number): number =>
  Math.min(MOST_SPREAD_EM * sizePt, slackPt / Math.max(1, gaps));

/**
 * Room between the marks above the masthead and the name, in grid lines: what three lines leave of the 35 mm over the
 * name (GB/T 9704-2012, 7.2.1 to 7.2.4), so that with all three the name stands where the standard wants it.
 */
const UNDER_MARKS_LINES = 0.427;
/** More marks than the standard has places for push the name down; it keeps a line between them. */
const MOST_STANDARD_MARKS = 3;
const UNDER_MANY_MARKS_LINES = 1;

/**
 * @param marks printed lines above the masthead
 * @returns from the top of the text block to that of the name, in grid lines: marks never reach into it
 */
export function nameTop({ masthead, grid }: Template, marks: number): number {
  const own = pointsFromMm(masthead.topMm) / grid.pitchPt;
  const under = marks > MOST_STANDARD_MARKS ? UNDER_MANY_MARKS_LINES : UNDER_MARKS_LINES;
  return marks === 0 ? own : Math.max(own, marks + under);
}

/** What stands in the name's block. */
export interface NameLines {
  /** printed lines of marks above it */
  readonly marks: number;
  /** of the name itself */
  readonly lines: number;
}

/** @returns height of the name with what is over and under it: whole lines where the page has a grid */
export function nameHeight(template: Template, sizePt: number, { marks, lines }: NameLines): number {
  const { grid } = template;
  const height = nameTop(template, marks) + (lines * NAME_LEADING * sizePt) / grid.pitchPt;
  const least = height + UNDER_NAME_LINES;
  return grid.snap ? Math.ceil(least - EPSILON) : least;
}

/** @returns room under the issue line */
export const underIssueLine = ({ grid }: Template): number => (grid.snap ? 1 : 0.5);

/** Heading of the contents, and the room under them that the text keeps besides its own, in grid lines. */
export const CONTENTS_HEADING_LINES = 2;
export const UNDER_CONTENTS_LINES = 1;

/** Line of type that is smaller than the body, in em of its own size: the half-line leading of Chinese books. */
export const SMALL_TYPE_LEADING = 1.5;
/** Room over and under a table, a picture or code, in grid lines. */
export const ROOM_LINES = 0.25;

/** A quotation stands so far in on both sides, in em. */
export const QUOTE_INDENT_EM = 2;

/** A table no higher than this share of a page is not parted; of others, so many rows stay together at either end. */
export const LARGEST_WHOLE_TABLE = 0.4;
export const LEAST_ROWS = 3;

/** Room between pictures side by side, in em of the body. */
export const PICTURE_GAP_EM = 0.5;

/** Text of a note stands this far behind its column's edge, in em of its size: the room of its number. */
export const NOTE_LABEL_EM = 1.5;

/** Line of the imprint, and room between its rules and the text beside them, in em of its size. */
export const IMPRINT_LEADING = 1.6;
export const IMPRINT_PADDING_EM = 0.2;

/** Numbers of lines in the margin: their size (小五), and how far they end before the text. */
export const LINE_NUMBER_PT = 9;
export const LINE_NUMBER_DISTANCE_MM = 5;

/** The mark of a draft stands as far over the text block as the page number does under it, in a line of 1.2 em. */
export const HEAD_LEADING = 1.2;
