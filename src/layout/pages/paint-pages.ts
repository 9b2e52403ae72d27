/**
 * Places become marks: every strip of every page is painted in reading order, and each mark is
 * given to its element or named an artifact. What stands in the margins is painted by paint-margins.ts.
 */

import type { Located } from "../../model/located.js";
import type { PageGeometry } from "../../model/page-geometry.js";
import type { Part } from "../blocks/strip.js";
import { type ElementNode, openStructure } from "../element-node.js";
import type { Page, StructureElement } from "../layout.js";
import type { PageSources, SourcePiece } from "../page-sources.js";
import type { TypeBook } from "../paragraph/type-book.js";
import type { FilledPage, FilledPages, PlacedStrip } from "./filling.js";
import { linkAreas, paintLine } from "./paint-line.js";
import { paintDraftMark, paintLineNumbers, paintPageNumber } from "./paint-margins.js";
import { ownerOf, type Painter, pushMark } from "./painter.js";
import { placeSources } from "./place-sources.js";

export interface PaintInput {
  readonly filled: FilledPages;
  readonly geometry: PageGeometry;
  readonly book: TypeBook;
  readonly root: ElementNode;
  /** pages that carry no number: a cover, the imprint by itself */
  readonly unnumbered: ReadonlySet<number>;
  /** the mark of a draft, at the head of every page */
  readonly draft: Located<string> | undefined;
  /** numbers of lines in the margin */
  readonly lineNumbers: boolean;
  /** places in the authors' files are asked for */
  readonly places: boolean;
}

export interface PaintedPages {
  readonly pages: readonly Page[];
  readonly elements: readonly StructureElement[];
  /** by page; empty where they are not asked for */
  readonly sources: readonly PageSources[];
}

interface PagePainter extends Painter {
  readonly input: PaintInput;
}

/** A short rule over the notes, a quarter of the measure, as footnotes are parted from the text. */
const NOTE_RULE_SHARE = 0.25;
const NOTE_RULE_PT = 0.5;

export function paintPages(input: PaintInput): PaintedPages {
  const structure = openStructure();
  structure.attach(input.root);
  const sources: PageSources[] = [];
  const pages = input.filled.pages.map((filled, index) => {
    const own: SourcePiece[] | undefined = input.places ? [] : undefined;
    const number = index + 1;
    const painter: PagePainter = { input, structure, number, marks: [], destinations: [], sources: own };
    paintPage(painter, filled);
    if (own !== undefined) sources.push(own);
    return { number, marks: painter.marks, destinations: painter.destinations };
  });
  return { pages, elements: structure.finish(), sources };
}

function paintPage(painter: PagePainter, filled: FilledPage): void {
  const { geometry, book, unnumbered, draft, lineNumbers } = painter.input;
  const margins = { geometry, book, root: painter.input.root };
  if (draft !== undefined) paintDraftMark(painter, draft, margins);
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
  if (!unnumbered.has(painter.number)) paintPageNumber(painter, margins);
  if (lineNumbers) paintLineNumbers(painter, filled.strips, margins);
}

function paintStrip(painter: PagePainter, { strip, y, repeated }: PlacedStrip): void {
  for (const part of strip.parts) paintPart(painter, part, { y, repeated });
}

interface Placing {
  readonly y: number;
  readonly repeated: boolean;
}

function paintPart(painter: PagePainter, part: Part, { y, repeated }: Placing): void {
  const { geometry } = painter.input;
  const top = geometry.top + y;
  switch (part.kind) {
    case "element":
      if (!repeated) painter.structure.attach(part.node);
      return;
    case "destination":
      if (!repeated) painter.destinations.push({ name: part.name, y: top });
      return;
    case "line":
      paintLinePart(painter, part, { y, repeated });
      return;
    case "area": {
      const { x, width, height } = part;
      const area = { page: painter.number, x: geometry.left + x, y: top + part.y, width, height };
      painter.structure.addArea(part.link, area);
      return;
    }
    case "rule": {
      const { kind, width, height, color } = part;
      const owner = ownerOf(painter, repeated ? "repeated-header" : part.owner);
      painter.marks.push({
        kind,
        x: geometry.left + part.x,
        y: top + part.y,
        width,
        height,
        color,
        owner,
      });
      return;
    }
    case "picture": {
      const { owner, place, ...shape } = part;
      const placed = { ...shape, x: geometry.left + part.x, y: top + part.y };
      const { x, y: pictureTop, width, height } = placed;
      const box = { page: painter.number, x, y: pictureTop, width, height };
      if (typeof owner !== "string") painter.structure.setBox(owner, box);
      painter.sources?.push({ kind: "picture", ...box, span: place });
      pushMark(painter, repeated ? "repeated-header" : owner, placed);
      return;
    }
    default:
      part satisfies never;
  }
}

function paintLinePart(
  painter: PagePainter,
  part: Extract<Part, { kind: "line" }>,
  { y, repeated }: Placing,
): void {
  const { geometry } = painter.input;
  const left = geometry.left + part.x;
  const baseline = geometry.top + y + part.baseline;
  for (const mark of paintLine(part.line, left, baseline)) {
    if (mark.kind === "rule") {
      pushMark(painter, repeated ? "repeated-header" : "decoration", mark);
      continue;
    }
    const { span, cell, x, baseline: base, glyphs, text, isText, end } = mark;
    const owner = ownerOf(painter, repeated ? "repeated-header" : isText ? span.owner : "decoration");
    const { sizePt, color } = span.type;
    const { face } = cell.cluster;
    // Written out twice: what is spread and added to gets a hidden class of its own, and there is one of these a line.
    painter.marks.push(
      end === undefined
        ? { kind: "glyphs", owner, face, sizePt, color, x, baseline: base, glyphs, text }
        : { kind: "glyphs", owner, face, sizePt, color, x, baseline: base, glyphs, text, end },
    );
  }
  painter.sources?.push(...placeSources(part.line, { page: painter.number, left, baseline, repeated }));
  if (repeated) return;
  for (const { link, area } of linkAreas(part.line, { left, baseline, page: painter.number })) {
    painter.structure.addArea(link, area);
  }
}
