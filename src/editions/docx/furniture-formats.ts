/**
 * Styles of what stands around the items: masthead, contact line, imprint, page number.
 */
import type { Template } from "../../model/template.js";
import type { Formats } from "./style-format.js";
import { wordColor } from "./style-properties.js";
import { emTwips, type WordGeometry } from "./word-geometry.js";

export function furnitureFormats(
  template: Template,
  geometry: WordGeometry,
): Formats<"Masthead" | "IssueLine" | "IssuerLine" | "ContactLine" | "Imprint" | "Footer"> {
  const { pitch, textWidth, footerLine } = geometry;
  const accent = wordColor(template.colors.accent);
  const issuerEm = emTwips(template, "issuerLine");
  const { snap } = template.grid;
  // The distance is meant from the characters; half the line's leading stands below them already.
  const ruleSpace = Math.min(
    MAX_EDGE_SPACE,
    Math.max(1, Math.round(geometry.ruleDistancePt - (pitch - issuerEm) / 40)),
  );
  const inset = Math.round(template.imprint.insetEm * emTwips(template, "imprint"));
  const ruleHeight = ruleSpace * 20 + Math.round(template.masthead.rulePt * 20);
  const underRule = snap ? Math.max(0, pitch - ruleHeight) : LEAST_UNDER_RULE;
  return {
    Masthead: {
      kind: "paragraph",
      basedOn: "Normal",
      next: "IssueLine",
      role: "masthead",
      // The size of the name is said with its text; only its paragraph knows the line it needs.
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
        spacing: { after: snap ? pitch : Math.round(pitch / 2) },
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
          bottom: { size: Math.round(template.masthead.rulePt * 8), space: ruleSpace, color: accent },
        },
        tabs: [{ align: "right", position: textWidth - issuerEm }],
        // On the grid, rule and room below it make up one line.
        spacing: { after: underRule },
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

/** Line of the imprint in its own size. */
const IMPRINT_LEADING = 1.6;

/** Room under the masthead's rule where there is no grid, in twips. */
const LEAST_UNDER_RULE = 20;

/** Points between a paragraph's text and its border (ECMA-376, 17.3.1.7). */
const MAX_EDGE_SPACE = 31;
