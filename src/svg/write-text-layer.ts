/**
 * The words of a page as text that is not seen, over its glyphs: what a browser's search finds, what is selected and
 * copied, and what a screen reader says. A paragraph is one `<text>`, so that a word which a line end parts is found
 * and copied whole; a run is a `<tspan>` as wide as its glyphs. Page furniture has no words here.
 * @see SVG 2, 11 (text): textLength, xml:space
 */
import type { GlyphRun, Layout, Mark, StructureElement, StructureType } from "../layout/layout.js";
import { escapeText, printAttributes } from "./svg-text.js";

type Elements = Layout["elements"];

/** Elements within a line or paragraph: their text goes on in that around them. */
const WITHIN_A_BLOCK: ReadonlySet<StructureType> = new Set([
  "Em",
  "LBody",
  "Lbl",
  "Link",
  "Reference",
  "Span",
  "Strong",
]);

/** @returns blocks of text, a line feed between two; figures by their alternative text */
export function writeTextLayer(marks: readonly Mark[], elements: Elements): string {
  const parts: string[] = [];
  let runs: GlyphRun[] = [];
  let block: StructureElement | undefined;
  const endBlock = (): void => {
    if (runs.length > 0) parts.push(writeBlock(runs));
    runs = [];
  };
  for (const mark of marks) {
    if (typeof mark.owner === "string" || mark.kind === "rule") continue;
    if (mark.kind === "picture") {
      endBlock();
      parts.push(writeFigure(mark, elements[mark.owner]?.alt));
      continue;
    }
    if (mark.text === "") continue;
    const around = blockOf(elements[mark.owner], elements);
    if (around !== block) endBlock();
    block = around;
    runs.push(mark);
  }
  endBlock();
  return parts.join("\n");
}

function blockOf(element: StructureElement | undefined, elements: Elements): StructureElement | undefined {
  if (element?.parent === undefined || !WITHIN_A_BLOCK.has(element.type)) return element;
  return blockOf(elements[element.parent], elements);
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function writeFigure({ x, y, width, height }: Box, alt: string | undefined): string {
  const attributes = { role: "img", "aria-label": alt ?? "", x, y, width, height, fill: "none" };
  return `<rect${printAttributes(attributes)}/>`;
}

function writeBlock(runs: readonly GlyphRun[]): string {
  const size = runs[0]?.sizePt ?? 0;
  return `<text${printAttributes({ "font-size": size })}>${runs.map((run) => writeRun(run, size)).join("")}</text>`;
}

/** Of a run of combining marks alone there is none. */
const LEAST_WIDTH_PT = 0.01;

/** A space that ends a line is not part of its width. */
const SPACE_AT_END = /\s*$/u;

function writeRun(run: GlyphRun, blockSize: number): string {
  const { ids, dx } = run.glyphs;
  const space = SPACE_AT_END.exec(run.text)?.[0] ?? "";
  const words = run.text.slice(0, run.text.length - space.length);
  if (words === "") return escapeText(space);
  const last = lastInked(run);
  // The empty half that a bracket was set without stands before the run.
  const start = run.x + Math.max(dx[0] ?? 0, 0);
  const advanced = run.x + (dx[last] ?? 0) + run.face.advance(ids[last] ?? 0) * run.sizePt;
  const width = Math.min(advanced, run.end ?? advanced) - start;
  const attributes = {
    x: start,
    y: run.baseline,
    "font-size": run.sizePt === blockSize ? undefined : run.sizePt,
    textLength: width >= LEAST_WIDTH_PT ? width : undefined,
  };
  return `<tspan${printAttributes(attributes)}>${escapeText(words)}</tspan>${escapeText(space)}`;
}

function lastInked({ glyphs: { texts } }: GlyphRun): number {
  const last = texts.findLastIndex((text) => text.trim() !== "");
  return last < 0 ? texts.length - 1 : last;
}
