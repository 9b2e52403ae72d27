/**
 * Styles of blocks other than running text: pictures, code, tables, breaks.
 */
import type { XmlComponent } from "docx";
import type { Template } from "../../../model/template.js";
import { element } from "../word/ooxml-element.js";
import { emTwips, looseLineTwips, roomTwips, type WordGeometry } from "../word/word-geometry.js";
import { codeIndentTwips, type Formats, type StyleFormat } from "./style-format.js";
import { type ParagraphFormat, wordColor } from "./style-properties.js";

export function blockFormats(
  template: Template,
  geometry: WordGeometry,
): Formats<
  | "Caption"
  | "Figure"
  | "PlainFigure"
  | "PlainFigureWide"
  | "Code"
  | "TableText"
  | "TableHeading"
  | "BeforeTable"
  | "BeforeTableWide"
  | "AfterTable"
  | "AfterTableWide"
  | "ThematicBreak"
  | "TableGrid"
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
        unnumbered: true,
        snapToGrid: false,
        spacing: { line: looseLineTwips(template, "caption"), after: captionRoomTwips(template, geometry) },
        align: "center",
        // Between two captions of one picture there is no room.
        contextualSpacing: true,
      },
    },
    Figure: {
      kind: "paragraph",
      basedOn: "Normal",
      next: "Caption",
      // An exact line height would clip the picture.
      paragraph: {
        keepNext: true,
        unnumbered: true,
        snapToGrid: false,
        spacing: { line: "auto" },
        align: "center",
      },
    },
    PlainFigure: plainFigure(roomTwips(geometry)),
    PlainFigureWide: plainFigure(roomTwips(geometry) + Math.floor(geometry.pitch / 4)),
    Code: {
      kind: "paragraph",
      basedOn: "Normal",
      role: "code",
      paragraph: {
        edges: { left: { size: 8, space: 8, color: muted } },
        wordWrap: false,
        snapToGrid: false,
        spacing: {
          before: roomTwips(geometry),
          after: roomTwips(geometry),
          line: looseLineTwips(template, "code"),
        },
        indent: { left: codeIndentTwips(template) },
        // Code that an editor goes on with in a new paragraph stays one.
        contextualSpacing: true,
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
    BeforeTable: tableRoom(tableRoomTwips(geometry), { keepNext: true }),
    BeforeTableWide: tableRoom(wideTableRoomTwips(geometry), { keepNext: true }),
    AfterTable: tableRoom(tableRoomTwips(geometry)),
    AfterTableWide: tableRoom(wideTableRoomTwips(geometry)),
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

/**
 * Programs differ in how much height rules add to a table. This much is left free above and below each, so that none
 * of them pushes the last line of a page over.
 */
const RULES_TOLERANCE = 25;

/** @returns the height of the empty paragraph above a table and of the one below it, in twips */
export const tableRoomTwips = (geometry: WordGeometry): number => roomTwips(geometry) - RULES_TOLERANCE;

/** The same where a table leaves half a grid line more or less of whole ones on either side. */
export const wideTableRoomTwips = (geometry: WordGeometry): number =>
  tableRoomTwips(geometry) + Math.floor(geometry.pitch / 4);

/**
 * Tables have no space around them in OOXML, so an empty paragraph on either side is it, by its line and not by
 * spacing: a program drops the space above a paragraph at the top of a page, and the text below would leave the grid.
 * What is typed into one by mistake can be read, and Enter begins plain text.
 */
const tableRoom = (line: number, paragraph: ParagraphFormat = {}): StyleFormat => ({
  kind: "paragraph",
  basedOn: "Normal",
  next: "BodyText",
  paragraph: { ...paragraph, unnumbered: true, snapToGrid: false, spacing: { line } },
  run: { sizeHalfPoints: Math.max(2, Math.floor(line / 10 / ROOM_LEADING)) },
});

const ROOM_LEADING = 1.2;

/** Depth of a body line below its baseline, on which a picture with a caption stands, in twips. */
export const FIGURE_DESCENT = 100;

/**
 * @returns the room under a caption, in twips. On the grid it takes what the least rooms above and below leave beside
 * the picture's descent: all that whole lines have besides stands above the picture, and neither comes to much more.
 */
export const captionRoomTwips = ({ grid }: Template, geometry: WordGeometry): number =>
  grid.snap ? 2 * roomTwips(geometry) - FIGURE_DESCENT : roomTwips(geometry);

/**
 * A picture without words under it. No paragraph carries a distance of this one picture, for what an editor begins
 * behind it would inherit that in LibreOffice: the text below stands on the grid, or up to half a line above it.
 */
const plainFigure = (room: number): StyleFormat => ({
  kind: "paragraph",
  basedOn: "Normal",
  next: "BodyText",
  paragraph: {
    unnumbered: true,
    snapToGrid: false,
    spacing: { before: room, after: Math.max(0, room - PLAIN_FIGURE_DESCENT), line: "auto" },
    align: "center",
  },
  // The less its type reaches under the base line, the nearer the line is to the picture's own height.
  run: { sizeHalfPoints: PLAIN_FIGURE_HALF_POINTS },
});

const PLAIN_FIGURE_HALF_POINTS = 10;
/** In twips, in any face. */
const PLAIN_FIGURE_DESCENT = 40;

/** @returns the room above and below the text of a cell, in twips: a rule takes half a point of it */
export const cellMarginTwips = (template: Template): number =>
  Math.round(0.25 * emTwips(template, "table") - 5);

/**
 * Outer rules of 1 pt, inner rules of 0.5 pt; cell margins of half an em at the sides and a quarter above
 * and below, from which the rule between two rows takes its half point.
 */
function gridTable(template: Template): XmlComponent {
  const block = cellMarginTwips(template);
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
    ["top", block],
    ["left", Math.round(em / 2)],
    ["bottom", block],
    ["right", Math.round(em / 2)],
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
      margins.map(([side, size]) => element(`w:${side}`, { "w:w": size, "w:type": "dxa" })),
    ),
  ]);
}
