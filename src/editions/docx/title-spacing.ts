/**
 * How a title's block keeps to the grid: its lines stand closer or wider than the grid's, and the
 * space around them makes up whole lines, the same as in the PDF edition (TYPOGRAPHY, rhythm).
 */
import type { Template } from "../../model/template.js";
import type { WordGeometry } from "./word-geometry.js";

export interface TitleSpacing {
  readonly before: number;
  readonly after: number;
  readonly line: number;
}

/** @param lines number of printed lines, from 1; past the template's list each adds a grid line */
export function titleSpacing(template: Template, geometry: WordGeometry, lines: number): TitleSpacing {
  const { titleHeights, titlePitch } = template.rhythm;
  const last = titleHeights.at(-1) ?? lines;
  const height = titleHeights[lines - 1] ?? last + lines - titleHeights.length;
  const line = Math.round(geometry.pitch * titlePitch);
  const around = Math.max(0, Math.round(geometry.pitch * height) - line * lines);
  const before = Math.floor(around / 2);
  return { before, after: around - before, line };
}
