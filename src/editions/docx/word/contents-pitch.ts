/**
 * How close the lines of the contents stand: on the grid, or closer where the composed pages set them so
 * that they end on the page they start on. It is said in the contents' styles, so that it outlives a
 * refresh of the field.
 *
 * Lines that fill a page to its last twip are not enough. LibreOffice (7.4) takes the page for whole
 * lines of the grid, and one line of the contents on the next page moves all that stands behind it, so
 * that the numbers in them are wrong. Exact heights and spaces are whole twips to Word too (ECMA-376,
 * 17.3.1.33), but it rounds borders to its screen's or printer's dots, and WPS rounds heights of lines to
 * its own unit. Half a grid line is left free for that: of fourteen lines, a point for each.
 */

import type { ContentsSetting } from "../../../layout/layout.js";
import type { Furniture } from "../../../model/furniture.js";
import { CONTENTS_HEADING_LINES } from "../../../model/printed-measures.js";
import type { Template } from "../../../model/template.js";
import { twipsFromPoints } from "../../../model/units.js";
import { mastheadTwips } from "./masthead-heights.js";
import type { WordGeometry } from "./word-geometry.js";

/** Left free under the contents, in grid lines. */
const SLACK_LINES = 0.5;

export interface ContentsPitchInput {
  readonly furniture: Furniture;
  readonly setting: ContentsSetting | undefined;
  readonly template: Template;
  readonly geometry: WordGeometry;
}

/** @returns the distance of lines in twips, or undefined where the grid's own does */
export function contentsPitch(input: ContentsPitchInput): number | undefined {
  const { furniture, setting, template, geometry } = input;
  if (setting === undefined) return undefined;
  const { pitch, textHeight } = geometry;
  const composed = twipsFromPoints(setting.pitchPt);
  const room =
    textHeight - mastheadTwips(furniture.name, template, geometry) - CONTENTS_HEADING_LINES * pitch;
  const endsOnPage = composed < pitch || setting.lines * pitch <= room;
  const fitting = Math.floor((room - SLACK_LINES * pitch) / setting.lines);
  return endsOnPage && fitting < pitch ? fitting : undefined;
}
