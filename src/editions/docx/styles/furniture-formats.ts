/**
 * Styles of what stands around the items: masthead, contact line, imprint, page number.
 */

import { IMPRINT_LEADING } from "../../../model/printed-measures.js";
import type { Template } from "../../../model/template.js";
import { issuerRule, underIssueLineTwips } from "../word/masthead-heights.js";
import { emTwips, type WordGeometry } from "../word/word-geometry.js";
import type { Formats } from "./style-format.js";
import { wordColor } from "./style-properties.js";

export function furnitureFormats(
  template: Template,
  geometry: WordGeometry,
): Formats<"Masthead" | "IssueLine" | "IssuerLine" | "ContactLine" | "Imprint" | "Footer"> {
  const { pitch, textWidth, footerLine } = geometry;
  const accent = wordColor(template.colors.accent);
  const issuerEm = emTwips(template, "issuerLine");
  const rule = issuerRule(template, geometry);
  const inset = Math.round(template.imprint.insetEm * emTwips(template, "imprint"));
  return {
    Masthead: {
      kind: "paragraph",
      basedOn: "Normal",
      next: "IssueLine",
      role: "masthead",
      // Size and line height depend on the length of the name, so the paragraph sets them (masthead.ts).
      paragraph: { keepNext: true, snapToGrid: false, align: "center" },
      run: { color: accent },
    },
    IssueLine: {
      kind: "paragraph",
      basedOn: "Normal",
      next: "IssuerLine",
      role: "issueLine",
      paragraph: {
        keepNext: true,
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
        edges: {
          bottom: { size: Math.round(template.masthead.rulePt * 8), space: rule.spacePt, color: accent },
        },
        tabs: [{ align: "right", position: textWidth - issuerEm }],
        spacing: { after: rule.after },
        align: "left",
      },
    },
    ContactLine: {
      kind: "paragraph",
      basedOn: "Normal",
      role: "contact",
      paragraph: {
        spacing: { before: Math.round(template.rhythm.contactBefore * pitch), after: pitch },
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
    Footer: {
      kind: "paragraph",
      basedOn: "Normal",
      priority: 99,
      role: "pageNumber",
      paragraph: { snapToGrid: false, spacing: { line: footerLine }, align: "left" },
    },
  };
}
