/**
 * Heights of the masthead's parts in twips: each fills whole lines of the grid, so that the text below
 * stays on it. What the styles say of them is in furniture-formats.ts, the paragraphs are in masthead.ts.
 */
import { linesTaken, textWidthEm } from "../../../han/text-width.js";
import type { Furniture } from "../../../model/furniture.js";
import { MARKS_ROLE } from "../../../model/issue-marks.js";
import {
  NAME_LEADING,
  nameHeight,
  nameSizePt,
  nameSpreadPt,
  nameTop,
  underIssueLine,
} from "../../../model/printed-measures.js";
import type { Template } from "../../../model/template.js";
import { pointsFromMm, twipsFromMm, twipsFromPoints } from "../../../model/units.js";
import { emTwips, type WordGeometry } from "./word-geometry.js";

/** The words that decide how high a masthead is, and how the composed pages broke them. */
export interface NamedMasthead extends Pick<Furniture, "name" | "marks"> {
  readonly nameLines?: readonly string[];
  readonly issuerLines?: readonly string[];
}

/** @returns the height of the whole masthead with the marks above it, down to the text below it */
export function mastheadTwips(masthead: NamedMasthead, template: Template, geometry: WordGeometry): number {
  const { height, after } = issuerRule(template, geometry);
  const issueLine = geometry.pitch + underIssueLineTwips(template, geometry);
  const issuer = Math.max(1, masthead.issuerLines?.length ?? 1) * geometry.pitch;
  return nameSpacing(masthead, template, geometry).whole + issueLine + issuer + height + after;
}

export interface NameSpacing {
  readonly before: number;
  readonly line: number;
  readonly after: number;
  /** all of it, with the room above and below and the marks over it */
  readonly whole: number;
}

export function nameSpacing(
  { name, marks, nameLines = [] }: NamedMasthead,
  template: Template,
  { pitch, textWidth }: WordGeometry,
): NameSpacing {
  const { sizePt } = nameSetting(name, template);
  const measureEm = textWidth / emTwips(template, MARKS_ROLE);
  const above = marks.reduce((sum, { text }) => sum + linesTaken(text, measureEm), 0);
  const over = above * pitch;
  // Whole twips of the template's own where nothing stands above.
  const before =
    above === 0 ? twipsFromMm(template.masthead.topMm) : Math.round(nameTop(template, above) * pitch) - over;
  const line = twipsFromPoints(sizePt * NAME_LEADING);
  // One too long even in the smallest size goes on in the next line.
  const lines = Math.max(nameLines.length, linesTaken(name, textWidth / 20 / sizePt));
  const whole = Math.round(nameHeight(template, sizePt, { marks: above, lines }) * pitch);
  return { before, line, after: whole - over - before - lines * line, whole };
}

/** @returns the largest size at which the name stays on one line as wide as allowed, and what room is left between characters */
export function nameSetting(
  name: string,
  template: Template,
): { readonly sizePt: number; readonly spreadPt: number } {
  const width = pointsFromMm(template.masthead.maxWidthMm);
  const em = Math.max(1, textWidthEm(name));
  const sizePt = nameSizePt(template.masthead, width, em);
  const spreadPt = Math.floor(nameSpreadPt(sizePt, width - em * sizePt, [...name].length - 1));
  return { sizePt, spreadPt: Math.max(0, spreadPt) };
}

/** @returns the room under the issue line */
export const underIssueLineTwips = (template: Template, { pitch }: WordGeometry): number =>
  Math.round(underIssueLine(template) * pitch);

export interface IssuerRule {
  /** from the text above to the rule, in points (ECMA-376, 17.3.1.7) */
  readonly spacePt: number;
  /** from the line above to the rule's lower edge */
  readonly height: number;
  /** room below the rule */
  readonly after: number;
}

/** The rule under the issuer's line; on the grid, rule and room below it make up one line. */
export function issuerRule(template: Template, { pitch, ruleDistancePt }: WordGeometry): IssuerRule {
  // The distance is meant from the characters; half the line's leading stands below them already.
  const leading = (pitch - emTwips(template, "issuerLine")) / 40;
  const spacePt = Math.min(MAX_EDGE_SPACE_PT, Math.max(1, Math.round(ruleDistancePt - leading)));
  const height = spacePt * 20 + Math.round(template.masthead.rulePt * 20);
  return { spacePt, height, after: template.grid.snap ? Math.max(0, pitch - height) : LEAST_UNDER_RULE };
}

/** Word's most between a paragraph's text and its border (ECMA-376, 17.3.1.7). */
const MAX_EDGE_SPACE_PT = 31;
/** Room under the masthead's rule where there is no grid. */
const LEAST_UNDER_RULE = 20;
