/**
 * The template's measures as Word wants them: whole twips (1/20 pt). Word sets a role's characters
 * at the size in half-points plus the run spacing, so the em of a role is taken from there and not
 * from the size the PDF uses.
 */

import { MARKS_ROLE } from "../../../model/issue-marks.js";
import { HEAD_LEADING, ROOM_LINES, SMALL_TYPE_LEADING } from "../../../model/printed-measures.js";
import type { RoleName, Template } from "../../../model/template.js";
import { pointsFromMm, twipsFromMm, twipsFromPoints } from "../../../model/units.js";

export interface WordGeometry {
  readonly pageWidth: number;
  readonly pageHeight: number;
  readonly marginTop: number;
  readonly marginBottom: number;
  readonly marginLeft: number;
  readonly marginRight: number;
  /** what Word has left between the margins */
  readonly textWidth: number;
  /** height that lines may fill: whole grid lines where the page has a grid */
  readonly textHeight: number;
  /** one line of the grid (U) */
  readonly pitch: number;
  /** from the lower edge of the paper to that of the page number */
  readonly footerDistance: number;
  /** line of the page number */
  readonly footerLine: number;
  /** from the upper edge of the paper to the line of a draft's mark */
  readonly headerDistance: number;
  /** line of a draft's mark */
  readonly headerLine: number;
  /** space of the masthead's rule from the text above it, in points */
  readonly ruleDistancePt: number;
}

export function wordGeometry(template: Template): WordGeometry {
  const { page, grid, pageNumber } = template;
  const pitch = twipsFromPoints(grid.pitchPt);
  const pageWidth = twipsFromMm(page.widthMm);
  const pageHeight = twipsFromMm(page.heightMm);
  const marginTop = twipsFromMm(page.marginTopMm);
  const marginBottom = twipsFromMm(page.marginBottomMm);
  // Both side margins are rounded down: a text block a twip too wide does no harm, one too narrow loses a character.
  const marginLeft = Math.floor(pointsFromMm(page.marginLeftMm) * 20);
  const marginRight = Math.floor(pointsFromMm(page.marginRightMm) * 20);
  const between = pageHeight - marginTop - marginBottom;
  // The distance is meant to the top of the dashes, which stand in the middle of the em.
  const halfEm = template.roles.pageNumber.office.sizeHalfPoints * 5;
  const footerLine = Math.round(template.roles.pageNumber.office.sizeHalfPoints * 10 * FOOTER_LEADING);
  const headerEm = template.roles[MARKS_ROLE].office.sizeHalfPoints * 10;
  const headerLine = Math.round(headerEm * HEAD_LEADING);
  const overText = twipsFromMm(pageNumber.distanceMm) - (headerLine - headerEm) / 2;
  return {
    pageWidth,
    pageHeight,
    marginTop,
    marginBottom,
    marginLeft,
    marginRight,
    textWidth: pageWidth - marginLeft - marginRight,
    // LibreOffice (7.4) leaves free what is over on a page with a grid of lines; Word fills it.
    textHeight: grid.snap ? Math.min(grid.linesPerPage * pitch, between) : between,
    pitch,
    footerDistance: Math.max(0, marginBottom - twipsFromMm(pageNumber.distanceMm) - footerLine + halfEm),
    footerLine,
    headerDistance: Math.max(0, Math.round(marginTop - overText) - headerLine),
    headerLine,
    ruleDistancePt: pointsFromMm(template.masthead.ruleDistanceMm),
  };
}

/** Line of a page number in its own size; 1.2 is the usual solid setting of Song faces. */
const FOOTER_LEADING = 1.2;

/** @returns the width of one Han character of a role in Word, in twips */
export function emTwips(template: Template, role: RoleName): number {
  const { sizeHalfPoints, spacingTwips } = template.roles[role].office;
  return sizeHalfPoints * 10 + spacingTwips;
}

/** @returns the height of a line of a role that stands in no grid, in twips */
export const looseLineTwips = (template: Template, role: RoleName): number =>
  Math.round(template.roles[role].office.sizeHalfPoints * 10 * SMALL_TYPE_LEADING);

/** @returns the least room above a table, a picture or code, and below it */
export const roomTwips = ({ pitch }: WordGeometry): number => Math.round(ROOM_LINES * pitch);
