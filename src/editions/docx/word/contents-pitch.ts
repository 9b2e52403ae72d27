/**
 * Line spacing of the contents: on the grid, or tighter where the composed pages tightened it so that the
 * contents end on the page they start on. It is set in the contents' styles, so it survives a refresh of
 * the field.
 *
 * Filling a page to its last twip would be too tight. LibreOffice (7.4) fits only whole grid lines on a
 * page, and a single contents line that slips to the next page shifts everything after it and makes the
 * page numbers wrong. Word keeps exact heights and spacing in whole twips (ECMA-376, 17.3.1.33) but rounds
 * borders to device pixels, and WPS rounds line heights to a unit of its own. So half a grid line stays
 * free: with fourteen lines, about a point for each.
 */

import type { ContentsSetting } from "../../../layout/layout.js";
import { CONTENTS_HEADING_LINES } from "../../../model/printed-measures.js";
import type { Template } from "../../../model/template.js";
import { twipsFromPoints } from "../../../model/units.js";
import { mastheadTwips, type NamedMasthead } from "./masthead-heights.js";
import type { WordGeometry } from "./word-geometry.js";

/** Left free under the contents, in grid lines. */
const SLACK_LINES = 0.5;

export interface ContentsPitchInput {
  readonly furniture: NamedMasthead;
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
  const room = textHeight - mastheadTwips(furniture, template, geometry) - CONTENTS_HEADING_LINES * pitch;
  const endsOnPage = composed < pitch || setting.lines * pitch <= room;
  const fitting = Math.floor((room - SLACK_LINES * pitch) / setting.lines);
  return endsOnPage && fitting < pitch ? fitting : undefined;
}
