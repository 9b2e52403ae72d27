/**
 * Places become marks: every strip of every page is painted in reading order, and each mark is
 * given to its element or named an artifact. Page numbers come last.
 */

import type { PageGeometry } from "../../model/page-geometry.js";
import type { Template } from "../../model/template.js";
import { pointsFromMm } from "../../model/units.js";
import type { Part } from "../blocks/strip.js";
import { addMark, attach, type ElementNode } from "../element-node.js";
import type { Artifact, Destination, Mark, Owner, Page } from "../layout.js";
import { plainSpan } from "../paragraph/cell.js";
import { collectText } from "../paragraph/collect-cells.js";
import { composeParagraph } from "../paragraph/compose-paragraph.js";
import type { TypeBook } from "../paragraph/type-book.js";
import type { FilledPage, FilledPages, PlacedStrip } from "./filling.js";
import { linkAreas, paintLine } from "./paint-line.js";

export interface PaintInput {
  readonly filled: FilledPages;
  readonly geometry: PageGeometry;
  readonly book: TypeBook;
  readonly root: ElementNode;
  /** pages that carry no number: a cover, the imprint by itself */
  readonly unnumbered: ReadonlySet<number>;
}

export interface PaintedPages {
  readonly pages: readonly Page[];
  readonly nodes: readonly ElementNode[];
}

/** A short rule over the notes, a quarter of the measure, as footnotes are parted from the text. */
const NOTE_RULE_SHARE = 0.25;
const NOTE_RULE_PT = 0.5;

interface Painter {
  readonly input: PaintInput;
  readonly nodes: ElementNode[];
  readonly number: number;
  readonly marks: Mark[];
  readonly destinations: Destination[];
}

export function paintPages(input: PaintInput): PaintedPages {
  const nodes: ElementNode[] = [];
  attach(input.root, nodes);
  const pages = input.filled.pages.map((filled, index) => {
    const painter: Painter = { input, nodes, number: index + 1, marks: [], destinations: [] };
    paintPage(painter, filled);
    return { number: index + 1, marks: painter.marks, destinations: painter.destinations };
  });
  return { pages, nodes };
}

function paintPage(painter: Painter, filled: FilledPage): void {
  const { geometry, book, unnumbered } = painter.input;
  for (const placed of filled.strips) paintStrip(painter, placed);
  if (filled.noteRule !== undefined) {
    painter.marks.push({
      kind: "rule",
      owner: "rule",
      x: geometry.left,
      y: geometry.top + filled.noteRule,
      width: geometry.width * NOTE_RULE_SHARE,
      height: NOTE_RULE_PT,
      color: book.template.colors.text,
    });
  }
  for (const placed of filled.notes) paintStrip(painter, placed);
  for (const placed of filled.imprint) paintStrip(painter, placed);
  if (!unnumbered.has(painter.number)) paintPageNumber(painter, book.template);
}

function paintStrip(painter: Painter, { strip, y, repeated }: PlacedStrip): void {
  for (const part of strip.parts) paintPart(painter, part, { y, repeated });
}

interface Placing {
  readonly y: number;
  readonly repeated: boolean;
}

function paintPart(painter: Painter, part: Part, { y, repeated }: Placing): void {
  const { geometry } = painter.input;
  const top = geometry.top + y;
  switch (part.kind) {
    case "element":
      if (!repeated) attach(part.node, painter.nodes);
      return;
    case "destination":
      if (!repeated) painter.destinations.push({ name: part.name, y: top });
      return;
    case "line":
      paintLinePart(painter, part, { y, repeated });
      return;
    case "area": {
      const { x, width, height } = part;
      part.link.areas.push({ page: painter.number, x: geometry.left + x, y: top + part.y, width, height });
      return;
    }
    case "rule":
    case "picture": {
      const { owner, ...shape } = part;
      const placed = { ...shape, x: geometry.left + part.x, y: top + part.y };
      if (part.kind === "picture" && typeof owner !== "string") {
        const { x, y: pictureTop, width, height } = placed;
        owner.box = { page: painter.number, x, y: pictureTop, width, height };
      }
      push(painter, repeated ? "repeated-header" : owner, placed);
      return;
    }
    default:
      part satisfies never;
  }
}

function paintLinePart(
  painter: Painter,
  part: Extract<Part, { kind: "line" }>,
  { y, repeated }: Placing,
): void {
  const { geometry } = painter.input;
  const left = geometry.left + part.x;
  const baseline = geometry.top + y + part.baseline;
  for (const mark of paintLine(part.line, left, baseline)) {
    if (mark.kind === "rule") {
      push(painter, repeated ? "repeated-header" : "decoration", mark);
      continue;
    }
    const { span, cell, x, baseline: base, glyphs, text, isText, end } = mark;
    const owner = ownerOf(painter, repeated ? "repeated-header" : isText ? span.owner : "decoration");
    const { sizePt, color } = span.type;
    const { face } = cell.cluster;
    const run = { kind: "glyphs", owner, face, sizePt, color, x, baseline: base, glyphs, text } as const;
    painter.marks.push(end === undefined ? run : { ...run, end });
  }
  if (repeated) return;
  for (const { link, area } of linkAreas(part.line, { left, baseline, page: painter.number })) {
    link.areas.push(area);
  }
}

type Unowned<T> = T extends { readonly owner: Owner } ? Omit<T, "owner"> : never;

function push(painter: Painter, owner: ElementNode | Artifact, mark: Unowned<Mark>): void {
  painter.marks.push({ ...mark, owner: ownerOf(painter, owner) });
}

/** Attaches the element to which the page's next mark belongs. */
function ownerOf({ nodes, number, marks }: Painter, owner: ElementNode | Artifact): Owner {
  if (typeof owner === "string") return owner;
  const id = attach(owner, nodes);
  addMark(owner, number, marks.length);
  return id;
}

/** — 1 —: outer side, one em in, its top 7 mm under the text block (GB/T 9704-2012, 7.5). */
function paintPageNumber(painter: Painter, template: Template): void {
  const { geometry, book, root } = painter.input;
  const { pageNumber } = template;
  const type = book.style("pageNumber");
  const words = pageNumber.format.replace("{n}", String(painter.number));
  const isOdd = painter.number % 2 === 1;
  const align = pageNumber.placement === "center" ? "center" : isOdd ? "right" : "left";
  const inset = align === "center" ? 0 : pageNumber.insetEm * type.sizePt;
  const shape = { measure: geometry.width - 2 * inset, indent: 0, align, hang: false } as const;
  const [line] = composeParagraph(collectText(words, plainSpan(type, root)), shape);
  if (line === undefined) return;
  // The dash stands at about 0.38 em over the base line; its top is what the distance is measured to.
  const baseline =
    geometry.top + geometry.blockHeight + pointsFromMm(pageNumber.distanceMm) + DASH_TOP * type.sizePt;
  for (const mark of paintLine(line, geometry.left + inset, baseline)) {
    if (mark.kind !== "glyphs") continue;
    const { x, glyphs, text, cell } = mark;
    const { sizePt, color } = type;
    push(painter, "page-number", {
      kind: "glyphs",
      face: cell.cluster.face,
      sizePt,
      color,
      x,
      baseline,
      glyphs,
      text,
    });
  }
}

const DASH_TOP = 0.4;
