/**
 * The marks of a layout's page as boxes: lines of one block by the ink of their glyphs, from each
 * face's own outlines; rules; pictures.
 */
import type { GlyphRun, Layout, Mark, Page, StructureType } from "../../src/layout/layout.js";
import { around, type Box, type SeenMark } from "./seen-mark.js";

/** Elements inside a line; what they stand in is the block. */
const INLINE = new Set<StructureType>(["Span", "Em", "Strong", "Link", "Reference", "Code"]);

export function marksOf(layout: Layout, page: Page): readonly SeenMark[] {
  return linesOf(layout, page).map((line) => {
    const [first] = line;
    if (first?.kind !== "glyphs") return shapeOf(first);
    const runs = line.filter((mark) => mark.kind === "glyphs");
    const parts = runs.flatMap(inkOf);
    const text = runs.map((run) => run.text).join("");
    const rise = STRIKE_EM * first.sizePt;
    return {
      kind: "line",
      box: around(parts),
      parts,
      what: `“${text.slice(0, 24)}”`,
      isPageNumber: first.owner === "page-number",
      strikePlace: first.baseline - rise,
    };
  });
}

/** Height over the base line at which text is struck through, in em. */
const STRIKE_EM = 0.3;

function shapeOf(mark: Mark | undefined): SeenMark {
  if (mark === undefined || mark.kind === "glyphs") throw new Error("a line without marks");
  const { x, y, width, height } = mark;
  const box = { left: x, top: y, right: x + width, bottom: y + height };
  const strikes = mark.kind === "rule" && mark.owner === "decoration" ? { strikes: y + height / 2 } : {};
  const what = mark.kind === "rule" ? `rule at ${y.toFixed(1)}` : mark.path;
  return { kind: mark.kind, box, parts: [], what, isPageNumber: false, ...strikes };
}

/** Runs that one block sets on one base line; every other mark by itself. */
function linesOf(layout: Layout, { marks }: Page): readonly (readonly Mark[])[] {
  const lines: Mark[][] = [];
  let before: GlyphRun | undefined;
  for (const mark of marks) {
    if (mark.kind === "glyphs" && mark.glyphs.ids.length > 0 && inkOf(mark).length > 0) {
      const line = lines.at(-1);
      if (line !== undefined && before !== undefined && isSameLine(layout, before, mark)) line.push(mark);
      else lines.push([mark]);
      before = mark;
    } else if (mark.kind !== "glyphs") {
      // A rule through struck text stands amid the runs of its line.
      lines.splice(
        mark.kind === "rule" && mark.owner === "decoration" ? Math.max(0, lines.length - 1) : lines.length,
        0,
        [mark],
      );
    }
  }
  return lines;
}

/** Raised and smaller type belongs to the line it stands in. */
function isSameLine(layout: Layout, before: GlyphRun, after: GlyphRun): boolean {
  const isNear = Math.abs(after.baseline - before.baseline) < 0.5 * Math.max(before.sizePt, after.sizePt);
  if (!isNear || blockOf(layout, before) !== blockOf(layout, after)) return false;
  // Heads shown again have no element; their cells are a padding of an em or more apart.
  const gap = after.x - endOf(before);
  return typeof after.owner === "number"
    ? gap > -after.sizePt
    : gap > -0.6 * after.sizePt && gap < 0.9 * after.sizePt;
}

function endOf({ x, glyphs, face, sizePt }: GlyphRun): number {
  const last = glyphs.ids.length - 1;
  return x + (glyphs.dx[last] ?? 0) + face.advance(glyphs.ids[last] ?? 0) * sizePt;
}

export function blockOf(layout: Layout, { owner }: GlyphRun): number | string {
  if (typeof owner === "string") return owner;
  let element = layout.elements[owner];
  while (element?.parent !== undefined && INLINE.has(element.type)) element = layout.elements[element.parent];
  return element?.id ?? owner;
}

function inkOf({ x, baseline, face, sizePt, glyphs }: GlyphRun): readonly Box[] {
  return glyphs.ids.flatMap((id, index): Box[] => {
    const ink = face.ink(id);
    if (ink === undefined) return [];
    const origin = x + (glyphs.dx[index] ?? 0);
    // An f leans over its own width by the face's design; a combining mark has no width of its own.
    const advance = face.advance(id) || ink.right;
    return [
      {
        left: origin + (advance > 0 ? Math.max(0, ink.left) : ink.left) * sizePt,
        right: origin + Math.min(advance, ink.right) * sizePt,
        top: baseline - ink.top * sizePt,
        bottom: baseline - ink.bottom * sizePt,
      },
    ];
  });
}
