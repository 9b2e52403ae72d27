/**
 * Dots of emphasis (着重号) as drawn circles. They stand for no character, and as glyphs they would
 * turn up in copied text amid the words that they mark: not every reader passes over artifacts.
 */
import type { GlyphRun } from "../../../layout/layout.js";
import { printFillColor, printNumber } from "./operators.js";
import type { TextState } from "./show-text.js";

/** Distance of the control points that make four Bézier curves a circle, in radii: 4/3 (√2 − 1). */
const ROUND = (4 / 3) * (Math.SQRT2 - 1);

/** @returns each glyph's ink as an ellipse of its size and place */
export function paintDots(run: GlyphRun, state: TextState): string {
  const color = state.color === run.color ? "" : `${printFillColor(run.color)}\n`;
  state.color = run.color;
  const paths = run.glyphs.ids.map((id, index) => {
    const dx = run.glyphs.dx[index] ?? 0;
    const ink = run.face.ink(id);
    if (ink === undefined) return "";
    return ellipse({
      x: run.x + dx + ((ink.left + ink.right) / 2) * run.sizePt,
      y: run.baseline - ((ink.bottom + ink.top) / 2) * run.sizePt,
      width: ((ink.right - ink.left) / 2) * run.sizePt,
      height: ((ink.top - ink.bottom) / 2) * run.sizePt,
    });
  });
  return `${color}${paths.join("")}f\n`;
}

interface Ellipse {
  /** centre and half axes */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function ellipse({ x, y, width, height }: Ellipse): string {
  const point = (right: number, down: number): string =>
    `${printNumber(x + right * width)} ${printNumber(y + down * height)}`;
  const curve = (...points: readonly string[]): string => `${points.join(" ")} c\n`;
  return (
    `${point(1, 0)} m\n` +
    curve(point(1, ROUND), point(ROUND, 1), point(0, 1)) +
    curve(point(-ROUND, 1), point(-1, ROUND), point(-1, 0)) +
    curve(point(-1, -ROUND), point(-ROUND, -1), point(0, -1)) +
    curve(point(ROUND, -1), point(1, -ROUND), point(1, 0))
  );
}
