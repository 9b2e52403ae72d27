/**
 * How close the lines of the contents stand: on the grid, or so much closer that they end on the
 * page they start on, as in the PDF edition. It is said in the contents' styles, so that it outlives
 * a refresh of the field.
 */

import { linesTaken } from "../../han/text-width.js";
import { type Furniture, sectionHeading, titleOnOneLine } from "../../model/furniture.js";
import type { Section } from "../../model/issue.js";
import type { Template } from "../../model/template.js";
import { mastheadTwips } from "./masthead.js";
import { emTwips, type WordGeometry } from "./word-geometry.js";

/** Lines are set closer by at most this; more entries go on to the next page. */
const TIGHTEST_PITCH = 0.82;
/** Heading of the contents, in grid lines. */
const HEADING_LINES = 2;
/** An entry is indented by two em at most, and its number with the dots before it takes three. */
const ENTRY_FURNITURE_EM = 5;

export interface ContentsPitchInput {
  readonly furniture: Furniture;
  readonly sections: readonly Section[];
  readonly template: Template;
  readonly geometry: WordGeometry;
}

/** @returns the distance of lines in twips, or undefined where the grid's own does */
export function contentsPitch(input: ContentsPitchInput): number | undefined {
  const { furniture, sections, template, geometry } = input;
  const { pitch, textHeight, textWidth } = geometry;
  if (!template.grid.snap) return undefined;
  const measureEm = textWidth / emTwips(template, "contentsItem") - ENTRY_FURNITURE_EM;
  const lines = sections.reduce(
    (sum, { name, items }) =>
      sum +
      linesTaken(sectionHeading(name.value), measureEm) +
      items.reduce((count, item) => count + linesTaken(titleOnOneLine(item), measureEm), 0),
    0,
  );
  const room = textHeight - mastheadTwips(furniture.name, template, geometry) - HEADING_LINES * pitch;
  const fitting = Math.floor(room / Math.max(1, lines));
  return fitting < pitch && fitting >= pitch * TIGHTEST_PITCH ? fitting : undefined;
}
