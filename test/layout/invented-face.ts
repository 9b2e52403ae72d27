/**
 * A face of invented widths, so that composition is tested in whole and half em and no font is
 * needed: Han and full-width marks one em, everything else half an em, marks with their ink in
 * one half of their square, as Chinese faces draw them.
 */
import type { FaceMetrics, InkBox } from "../../src/fonts/face.js";
import { classOf, isFullWidth } from "../../src/han/character-class.js";
import { elementNode } from "../../src/layout/element-node.js";
import { plainSpan } from "../../src/layout/paragraph/cell.js";
import { collectText } from "../../src/layout/paragraph/collect-cells.js";
import {
  composeParagraph,
  type Line,
  type ParagraphShape,
} from "../../src/layout/paragraph/compose-paragraph.js";
import { type TypeStyle, typeStyle } from "../../src/layout/paragraph/type-style.js";

/** Twice the space, so that a glyph of —— is not one of another character. */
const PAIR = 0x110000;

export function inventedFace(options: { readonly lacks?: string; readonly name?: string } = {}): FaceMetrics {
  const lacks = new Set([...(options.lacks ?? "")].map((character) => character.codePointAt(0)));
  return {
    name: options.name ?? "Invented",
    ascent: 0.88,
    descent: -0.12,
    capHeight: 0.7,
    underline: { position: -0.1, thickness: 0.05 },
    glyph: (codePoint) => (lacks.has(codePoint) ? 0 : codePoint),
    advance: (glyph) => (glyph >= PAIR ? 2 : widthOf(glyph)),
    ink: inkOf,
    substitute: (glyph) => glyph,
    pair: (first, second) => (first === second && first === 0x2014 ? PAIR + first : undefined),
    attach: () => undefined,
    combine: () => undefined,
    kern: (left, right) => (left === 0x41 && right === 0x56 ? -0.1 : 0),
  };
}

function widthOf(glyph: number): number {
  if (glyph === 0x20) return 0.25;
  const name = classOf(glyph);
  const isMark = ["opening", "closing", "pause", "colon", "stop", "dash", "ellipsis"].includes(name);
  return isMark || isFullWidth(glyph) ? 1 : 0.5;
}

function inkOf(glyph: number): InkBox | undefined {
  const box = (left: number, right: number): InkBox => ({ left, right, bottom: 0, top: 0.8 });
  if (glyph === 0x20 || glyph === 0x3000) return undefined;
  switch (classOf(glyph)) {
    case "opening":
      return box(0.6, 0.95);
    case "closing":
    case "pause":
    case "colon":
    case "stop":
      return box(0.05, 0.4);
    default:
      return box(0.05, widthOf(glyph) - 0.05);
  }
}

/** One em is ten points: a width of 25 is two and a half em. */
export const EM = 10;

export const inventedStyle = (face = inventedFace()): TypeStyle =>
  typeStyle({ faces: [face], sizePt: EM, color: "#000000" });

/** @param measure in em */
export function setLines(
  text: string,
  measure: number,
  shape: Partial<ParagraphShape> = {},
): readonly Line[] {
  const cells = collectText(text, plainSpan(inventedStyle(), elementNode("P", undefined)));
  return composeParagraph(cells, {
    measure: measure * EM,
    indent: 0,
    align: "justify",
    hang: false,
    ...shape,
  });
}

/** @returns the words of each line, without the spaces its end dropped */
export function linesOf(
  text: string,
  measure: number,
  shape: Partial<ParagraphShape> = {},
): readonly string[] {
  return setLines(text, measure, shape).map((line) =>
    line.cells
      .slice(line.start, line.end)
      .map((cell) => cell.text)
      .join(""),
  );
}

/** @returns left edges of a line's cells in em, rounded to a thousandth */
export function placesOf(line: Line | undefined): readonly number[] {
  return [...(line?.x ?? [])].map((x) => Math.round((x / EM) * 1000) / 1000);
}

/** @returns right edge of a line in em, rounded to a thousandth */
export function rightOf(line: Line | undefined): number {
  return Math.round(((line?.right ?? 0) / EM) * 1000) / 1000;
}
