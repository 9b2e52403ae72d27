/**
 * The measures of a page in points, from the template: text block (版心), grid, and where in a line's
 * pitch its base line stands.
 */

import { SMALL_TYPE_LEADING } from "./printed-measures.js";
import type { Template } from "./template.js";
import { pointsFromMm } from "./units.js";

export interface PageGeometry {
  readonly paperWidth: number;
  readonly paperHeight: number;
  /** left and top edge of the text block */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  /** height that lines may fill: whole grid lines where the page has a grid */
  readonly height: number;
  /** height of the text block itself, whose foot the imprint stands on */
  readonly blockHeight: number;
  /** one grid line, U */
  readonly pitch: number;
  readonly snap: boolean;
  /** size of the body's type */
  readonly em: number;
}

/** Ascent of the ideographic em box (OpenType BASE idtp of the usual Chinese faces: 0.88 em). */
const EM_BOX_ASCENT = 0.88;
/** Type at least this large beside the body keeps the body's pitch. */
const FULL_PITCH_FROM = 0.85;

export function pageGeometry(template: Template): PageGeometry {
  const { page, grid } = template;
  const paperWidth = pointsFromMm(page.widthMm);
  const paperHeight = pointsFromMm(page.heightMm);
  const blockHeight = paperHeight - pointsFromMm(page.marginTopMm + page.marginBottomMm);
  const gridHeight = grid.linesPerPage * grid.pitchPt;
  return {
    paperWidth,
    paperHeight,
    left: pointsFromMm(page.marginLeftMm),
    top: pointsFromMm(page.marginTopMm),
    width: paperWidth - pointsFromMm(page.marginLeftMm + page.marginRightMm),
    height: grid.snap ? Math.min(gridHeight, blockHeight) : blockHeight,
    blockHeight,
    pitch: grid.pitchPt,
    snap: grid.snap,
    em: template.roles.body.sizePt,
  };
}

/** @returns the pitch of lines of a size: the grid's own, or less for small type */
export function pitchFor(geometry: PageGeometry, sizePt: number): number {
  if (sizePt > geometry.em)
    return geometry.snap ? wholeLines(geometry, sizePt * 1.2) : sizePt * SMALL_TYPE_LEADING;
  return sizePt >= geometry.em * FULL_PITCH_FROM ? geometry.pitch : sizePt * SMALL_TYPE_LEADING;
}

/** @returns the distance from a line's top to its base line: the em box in the middle of the pitch */
export function baselineIn(pitch: number, sizePt: number): number {
  return (pitch - sizePt) / 2 + EM_BOX_ASCENT * sizePt;
}

/** @returns a height rounded up to whole grid lines, where the page has a grid */
export function wholeLines(geometry: PageGeometry, height: number): number {
  return geometry.snap ? Math.ceil(height / geometry.pitch - 1e-6) * geometry.pitch : height;
}
