/**
 * The head of the first page (报头): name, issue line, issuer and date, rule; paragraphs with tabs and
 * a border, which an editor can type into. Sizes and heights come from the template's masthead, and
 * each part fills whole lines of the grid, so that the text below stays on it.
 */
import { AlignmentType, type Paragraph, Tab, TextRun } from "docx";
import { textWidthEm } from "../../han/text-width.js";
import type { Furniture } from "../../model/furniture.js";
import type { Template } from "../../model/template.js";
import { halfPointsFromPoints, pointsFromMm, twipsFromMm, twipsFromPoints } from "../../model/units.js";
import type { DocumentContext } from "./document-context.js";
import { runsOfText } from "./inlines.js";
import { paragraphOf } from "./paragraph.js";
import { emTwips, type WordGeometry } from "./word-geometry.js";
import { xmlSafe } from "./word-text.js";

export function mastheadParagraphs(furniture: Furniture, context: DocumentContext): readonly Paragraph[] {
  return [
    nameParagraph(furniture.name, context),
    paragraphOf("IssueLine", runsOfText(furniture.issueLine)),
    issuerParagraph(furniture, context),
  ];
}

/** @returns the height of the whole masthead where its parts fill the grid, in twips: two lines each under the name */
export const mastheadTwips = (name: string, template: Template, geometry: WordGeometry): number =>
  nameSpacing(name, template, geometry).whole + 4 * geometry.pitch;

function nameSpacing(name: string, template: Template, { pitch }: WordGeometry) {
  const { sizePt } = nameSetting(name, template);
  const before = twipsFromMm(template.masthead.topMm);
  const line = twipsFromPoints(sizePt * NAME_LEADING);
  const least = before + line + UNDER_NAME_LINES * pitch;
  const whole = template.grid.snap ? Math.ceil(least / pitch) * pitch : Math.round(least);
  return { before, line, whole };
}

function nameParagraph(name: string, { template, geometry }: DocumentContext): Paragraph {
  const { sizePt, spreadPt } = nameSetting(name, template);
  const { before, line, whole } = nameSpacing(name, template, geometry);
  const spread = twipsFromPoints(spreadPt);
  const run = new TextRun({
    text: xmlSafe(name),
    size: halfPointsFromPoints(sizePt),
    font: { hint: "eastAsia" },
    ...(spread > 0 ? { characterSpacing: spread } : {}),
  });
  return paragraphOf("Masthead", [run], {
    spacing: { before, line, lineRule: "exact", after: whole - before - line },
    // The last character carries its spread too; the indent puts the name back in the middle.
    ...(spread > 0 ? { indent: { left: spread } } : {}),
  });
}

/** Issuer left and date right, one em in; a date alone stands in the middle. */
function issuerParagraph({ publisher, dateLine }: Furniture, { template }: DocumentContext): Paragraph {
  if (publisher === undefined) {
    return paragraphOf("IssuerLine", runsOfText(dateLine), { alignment: AlignmentType.CENTER });
  }
  const tab = new TextRun({ children: [new Tab()] });
  // The rule spans the whole line, so the inset belongs to the text and not to the paragraph.
  return paragraphOf("IssuerLine", [...runsOfText(publisher), tab, ...runsOfText(dateLine)], {
    indent: { firstLine: emTwips(template, "issuerLine") },
  });
}

/** Line of the name in its own size. */
const NAME_LEADING = 1.15;
/** Room under the name, in grid lines. */
const UNDER_NAME_LINES = 0.5;
/** A short name is letter-spread by at most this, in em of its size. */
const MOST_SPREAD_EM = 0.5;

/** @returns the largest size at which the name stays on one line as wide as allowed, and what room is left between characters */
function nameSetting(
  name: string,
  template: Template,
): { readonly sizePt: number; readonly spreadPt: number } {
  const { maxWidthMm, maxSizePt, minSizePt } = template.masthead;
  const width = pointsFromMm(maxWidthMm);
  const em = Math.max(1, textWidthEm(name));
  const fitting = Math.floor((width / em) * 2) / 2;
  const sizePt = Math.max(minSizePt, Math.min(maxSizePt, fitting));
  const gaps = Math.max(1, [...name].length - 1);
  const spreadPt = Math.floor(Math.min(MOST_SPREAD_EM * sizePt, (width - em * sizePt) / gaps));
  return { sizePt, spreadPt: Math.max(0, spreadPt) };
}
