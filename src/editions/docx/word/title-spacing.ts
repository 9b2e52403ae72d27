/**
 * How a title's block keeps to the grid: lines and the space around them make up whole grid lines, the
 * same as in the PDF edition (TYPOGRAPHY, rhythm).
 *
 * Where each line more makes the block higher by the same, that is the distance of the lines, and the space
 * around them is one for all titles: the style says it, and a paragraph that an editor begins behind a title
 * of two lines inherits nothing. Otherwise the template's distance holds, and a title of several lines says
 * its own distance and space.
 */

import { titleHeight } from "../../../model/printed-measures.js";
import type { Template } from "../../../model/template.js";
import type { WordGeometry } from "./word-geometry.js";

export interface TitleSpacing {
  readonly before: number;
  readonly after: number;
  readonly line: number;
}

/** @param lines number of printed lines, from 1 */
export function titleSpacing(template: Template, geometry: WordGeometry, lines: number): TitleSpacing {
  const { pitch } = geometry;
  const { rhythm } = template;
  const line = Math.round(pitch * (evenStep(template, lines) ?? rhythm.titlePitch));
  const around = Math.max(0, Math.round(pitch * titleHeight(rhythm, lines)) - line * lines);
  // Word and LibreOffice drop the space above a paragraph at the top of a page: on the grid it is a whole
  // line, as in the PDF edition, so that what stands below stays on the grid there too.
  const before = template.grid.snap ? Math.min(around, pitch) : Math.floor(around / 2);
  return { before, after: around - before, line };
}

/**
 * @returns what each line more adds, in grid lines; undefined where that differs among the template's heights
 * and up to a title of so many lines, or is too little for the type
 */
function evenStep(template: Template, lines: number): number | undefined {
  const { rhythm } = template;
  const count = Math.max(lines, rhythm.titleHeights.length);
  const heights = Array.from({ length: count }, (_, index) => titleHeight(rhythm, index + 1));
  const [first = 0, second = first] = heights;
  const step = second - first;
  const isEven = heights.every((height, index) => Math.abs(height - first - index * step) < 1e-6);
  const least = (template.roles.title.office.sizeHalfPoints / 2) * LEAST_LEADING;
  return isEven && step * template.grid.pitchPt >= least ? step : undefined;
}

/** A title's lines stand no closer than this, in its own size. */
const LEAST_LEADING = 1.2;
