/**
 * Styles of what stands around the items: marks, masthead, contact line, imprint, page number, the head of a draft.
 */

import { MARKS_ROLE } from "../../../model/issue-marks.js";
import { IMPRINT_LEADING, LINE_NUMBER_PT } from "../../../model/printed-measures.js";
import type { Template } from "../../../model/template.js";
import { halfPointsFromPoints } from "../../../model/units.js";
import { issuerRule, type NameSpacing, underIssueLineTwips } from "../word/masthead-heights.js";
import { emTwips, type WordGeometry } from "../word/word-geometry.js";
import { type DocumentMeasures, type Formats, LEAST_LINE } from "./style-format.js";
import { wordColor } from "./style-properties.js";

export function furnitureFormats(
  template: Template,
  geometry: WordGeometry,
  measures: DocumentMeasures,
): Formats<
  | "DocumentMark"
  | "Masthead"
  | "IssueLine"
  | "IssuerLine"
  | "ContactLine"
  | "Imprint"
  | "BeforeImprint"
  | "AfterImprint"
  | "Footer"
  | "Header"
  | "LineNumber"
> {
  const { pitch, textWidth, footerLine, headerLine } = geometry;
  const accent = wordColor(template.colors.accent);
  const issuerEm = emTwips(template, "issuerLine");
  const rule = issuerRule(template, geometry);
  const inset = Math.round(template.imprint.insetEm * emTwips(template, "imprint"));
  return {
    DocumentMark: {
      kind: "paragraph",
      basedOn: "Normal",
      next: "Masthead",
      role: MARKS_ROLE,
      paragraph: { keepNext: true, unnumbered: true, align: "left" },
    },
    Masthead: {
      kind: "paragraph",
      basedOn: "Normal",
      next: "IssueLine",
      role: "masthead",
      // Height and distances are those of this document's name (masthead-heights.ts).
      paragraph: {
        keepNext: true,
        unnumbered: true,
        snapToGrid: false,
        ...(measures.name === undefined ? {} : { spacing: spacingOf(measures.name) }),
        align: "center",
      },
      run: { color: accent },
    },
    IssueLine: {
      kind: "paragraph",
      basedOn: "Normal",
      next: "IssuerLine",
      role: "issueLine",
      paragraph: {
        keepNext: true,
        unnumbered: true,
        spacing: { after: underIssueLineTwips(template, geometry) },
        align: "center",
      },
    },
    IssuerLine: {
      kind: "paragraph",
      basedOn: "Normal",
      next: "Normal",
      role: "issuerLine",
      paragraph: {
        unnumbered: true,
        edges: {
          bottom: { size: Math.round(template.masthead.rulePt * 8), space: rule.spacePt, color: accent },
        },
        tabs: [
          { align: "left", position: issuerEm },
          { align: "right", position: textWidth - issuerEm },
        ],
        spacing: { after: rule.after },
        align: "left",
      },
    },
    ContactLine: {
      kind: "paragraph",
      basedOn: "Normal",
      role: "contact",
      paragraph: {
        // The imprint never has a page alone.
        keepNext: true,
        spacing: { before: Math.round(template.rhythm.contactBefore * pitch) },
        align: "left",
      },
    },
    Imprint: {
      kind: "paragraph",
      basedOn: "Normal",
      role: "imprint",
      paragraph: {
        keepNext: true,
        keepLines: true,
        tabs: [{ align: "right", position: textWidth - inset }],
        snapToGrid: false,
        spacing: { line: Math.round(emTwips(template, "imprint") * IMPRINT_LEADING) },
        indent: { left: inset, right: inset },
        align: "left",
      },
    },
    BeforeImprint: {
      kind: "paragraph",
      basedOn: "Normal",
      next: "BodyText",
      // Its line and not the space above it, which programs drop at the top of a page.
      paragraph: {
        keepNext: true,
        unnumbered: true,
        snapToGrid: false,
        spacing: { line: measures.overImprint ?? pitch },
      },
    },
    AfterImprint: {
      kind: "paragraph",
      basedOn: "Normal",
      paragraph: { unnumbered: true, snapToGrid: false, spacing: { line: LEAST_LINE } },
    },
    Footer: {
      kind: "paragraph",
      basedOn: "Normal",
      priority: 99,
      role: "pageNumber",
      paragraph: { snapToGrid: false, spacing: { line: footerLine }, align: "left" },
    },
    Header: {
      kind: "paragraph",
      basedOn: "Normal",
      priority: 99,
      role: MARKS_ROLE,
      paragraph: { snapToGrid: false, spacing: { line: headerLine }, align: "right" },
    },
    LineNumber: {
      kind: "character",
      priority: 99,
      run: {
        font: {
          ...template.roles.pageNumber.office,
          sizeHalfPoints: halfPointsFromPoints(LINE_NUMBER_PT),
          spacingTwips: 0,
        },
        color: wordColor(template.colors.muted),
      },
    },
  };
}

const spacingOf = ({ before, line, after }: NameSpacing) => ({ before, line, after });
