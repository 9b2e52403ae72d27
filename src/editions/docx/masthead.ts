/**
 * The head of the first page (报头): name, issue line, issuer and date, rule; paragraphs with tabs and
 * a border, which an editor can type into. Sizes and heights come from the template's masthead.
 */
import { type Paragraph, Tab, TextRun } from "docx";
import type { Furniture } from "../../model/furniture.js";
import type { Template } from "../../model/template.js";
import { halfPointsFromPoints, pointsFromMm, twipsFromMm } from "../../model/units.js";
import type { DocumentContext } from "./document-context.js";
import { runsOfText } from "./inlines.js";
import { paragraphOf } from "./paragraph.js";
import { emTwips } from "./word-geometry.js";
import { xmlSafe } from "./word-text.js";

export function mastheadParagraphs(
  furniture: Furniture,
  { template, geometry }: DocumentContext,
): readonly Paragraph[] {
  const sizePt = mastheadSizePt(furniture.name, template);
  const before = twipsFromMm(template.masthead.topMm);
  // Name and the space above it fill whole lines of the grid, so that the text below stays on it.
  const lines = Math.ceil((before + sizePt * 20 * NAME_LEADING) / geometry.pitch);
  const inset = emTwips(template, "issuerLine");
  return [
    paragraphOf(
      "Masthead",
      [
        new TextRun({
          text: xmlSafe(furniture.name),
          size: halfPointsFromPoints(sizePt),
          font: { hint: "eastAsia" },
        }),
      ],
      { spacing: { before, line: lines * geometry.pitch - before, lineRule: "exact" } },
    ),
    paragraphOf("IssueLine", runsOfText(furniture.issueLine)),
    paragraphOf(
      "IssuerLine",
      [
        ...runsOfText(furniture.publisher ?? ""),
        new TextRun({ children: [new Tab()] }),
        ...runsOfText(furniture.dateLine),
      ],
      // The rule spans the whole line, so the inset belongs to the text and not to the paragraph.
      { indent: { firstLine: inset } },
    ),
  ];
}

/** Line of the name in its own size. */
const NAME_LEADING = 1.3;

/** @returns the largest size, in whole points, at which the name stays on one line as wide as allowed */
function mastheadSizePt(name: string, template: Template): number {
  const { maxWidthMm, maxSizePt, minSizePt } = template.masthead;
  const em = [...name].reduce((sum, character) => sum + (character < "\u2000" ? 0.5 : 1), 0);
  const fitting = Math.floor(pointsFromMm(maxWidthMm) / Math.max(1, em));
  return Math.min(maxSizePt, Math.max(minSizePt, fitting));
}
