/**
 * Styles of blocks other than running text: pictures, code, tables, breaks.
 */
import type { XmlComponent } from "docx";
import type { Template } from "../../../model/template.js";
import { element } from "../word/ooxml-element.js";
import { emTwips, looseLineTwips, roomTwips, type WordGeometry } from "../word/word-geometry.js";
import { codeIndentTwips, type Formats } from "./style-format.js";
import { wordColor } from "./style-properties.js";

export function blockFormats(
  template: Template,
  geometry: WordGeometry,
): Formats<
  "Caption" | "Figure" | "Code" | "TableText" | "TableHeading" | "AfterTable" | "ThematicBreak" | "TableGrid"
> {
  const table = {
    snapToGrid: false,
    spacing: { line: looseLineTwips(template, "table") },
    align: "left",
  } as const;
  const muted = wordColor(template.colors.muted);
  return {
    Caption: {
      kind: "paragraph",
      basedOn: "Normal",
      next: "BodyText",
      quick: true,
      priority: 35,
      role: "caption",
      paragraph: {
        keepLines: true,
        snapToGrid: false,
        spacing: { line: looseLineTwips(template, "caption") },
        align: "center",
      },
    },
    Figure: {
      kind: "paragraph",
      basedOn: "Normal",
      next: "Caption",
      // An exact line height would clip the picture.
      paragraph: { unnumbered: true, snapToGrid: false, spacing: { line: "auto" }, align: "center" },
    },
    Code: {
      kind: "paragraph",
      basedOn: "Normal",
      role: "code",
      paragraph: {
        edges: { left: { size: 8, space: 8, color: muted } },
        wordWrap: false,
        snapToGrid: false,
        spacing: { before: roomTwips(geometry), line: looseLineTwips(template, "code") },
        indent: { left: codeIndentTwips(template) },
        align: "left",
      },
      run: { noProof: true },
    },
    TableText: { kind: "paragraph", basedOn: "Normal", role: "table", paragraph: table },
    TableHeading: {
      kind: "paragraph",
      basedOn: "TableText",
      role: "tableHeader",
      paragraph: { keepNext: true },
    },
    AfterTable: {
      kind: "paragraph",
      basedOn: "Normal",
      next: "BodyText",
      // As low as Word allows; the room below a table is the space above this paragraph (tables.ts).
      paragraph: { unnumbered: true, snapToGrid: false, spacing: { line: LEAST_LINE } },
    },
    ThematicBreak: {
      kind: "paragraph",
      basedOn: "Normal",
      next: "BodyText",
      paragraph: {
        unnumbered: true,
        snapToGrid: false,
        edges: { bottom: { size: 4, space: 0, color: wordColor(template.colors.text) } },
        // The rule itself adds half a point.
        spacing: { line: Math.floor(geometry.pitch / 2), after: Math.ceil(geometry.pitch / 2) - 10 },
        // A centred rule, a third of the text width.
        indent: { left: Math.round(geometry.textWidth / 3), right: Math.round(geometry.textWidth / 3) },
      },
    },
    TableGrid: { kind: "table", priority: 39, table: gridTable(template) },
  };
}

/** The smallest exact line height that Word keeps: one point. */
export const LEAST_LINE = 20;

/**
 * Outer rules of 1 pt, inner rules of 0.5 pt; cell margins of half an em at the sides and a quarter above
 * and below, from which the rule between two rows takes its half point.
 */
function gridTable(template: Template): XmlComponent {
  const em = emTwips(template, "table");
  const color = wordColor(template.colors.text);
  const rules = [
    ["top", 8],
    ["left", 8],
    ["bottom", 8],
    ["right", 8],
    ["insideH", 4],
    ["insideV", 4],
  ] as const;
  const margins = [
    ["top", 0.25, 5],
    ["left", 0.5, 0],
    ["bottom", 0.25, 5],
    ["right", 0.5, 0],
  ] as const;
  return element("w:tblPr", {}, [
    element(
      "w:tblBorders",
      {},
      rules.map(([side, size]) =>
        element(`w:${side}`, { "w:val": "single", "w:sz": size, "w:space": 0, "w:color": color }),
      ),
    ),
    element(
      "w:tblCellMar",
      {},
      margins.map(([side, share, ruled]) =>
        element(`w:${side}`, { "w:w": Math.round(share * em - ruled), "w:type": "dxa" }),
      ),
    ),
  ]);
}
