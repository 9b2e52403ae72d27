/**
 * The glyphs that pages draw, each outline once and under an id: pages name it, whoever shows them defines it. A book
 * outlives a build, so that a page that did not change is the same bytes after the next one.
 */
import type { Face, FaceMetrics, GlyphId, OutlineStep } from "../fonts/face.js";

export interface GlyphOutline {
  /** unlike any other in the book; a name in XML and in CSS */
  readonly id: string;
  /** SVG path data in units of 1/1000 em, y downwards from the base line */
  readonly d: string;
}

export interface GlyphBook {
  /** @returns undefined for a glyph without ink; one that was not asked for before is entered behind the known ones */
  readonly idOf: (face: FaceMetrics, glyph: GlyphId) => string | undefined;
  /** grows at its end alone */
  readonly outlines: readonly GlyphOutline[];
}

interface FacePages {
  /** what the ids of its glyphs begin with */
  readonly prefix: string;
  readonly ids: Map<GlyphId, string | undefined>;
}

export function glyphBook(): GlyphBook {
  const outlines: GlyphOutline[] = [];
  // By the function, not by name: a font file may be replaced between builds, and a face under another name is a copy.
  const faces = new Map<Face["outline"], FacePages>();
  return {
    outlines,
    idOf(face, glyph) {
      if (!hasOutlines(face)) throw new Error(`The face ${face.name} has no outlines to draw`);
      const known = faces.get(face.outline) ?? { prefix: `g${faces.size.toString(36)}-`, ids: new Map() };
      faces.set(face.outline, known);
      if (known.ids.has(glyph)) return known.ids.get(glyph);
      const d = printOutline(face.outline(glyph));
      const id = d === "" ? undefined : `${known.prefix}${glyph.toString(36)}`;
      known.ids.set(glyph, id);
      if (id !== undefined) outlines.push({ id, d });
      return id;
    },
  };
}

const hasOutlines = (face: FaceMetrics): face is Face => "outline" in face;

const LETTERS = { move: "m", line: "l", quadratic: "q", cubic: "c" } as const;

/**
 * Relative steps between rounded places, which are half as long as places and do not add up their rounding: 1/1000 em is
 * the unit of most Chinese faces; of a finer one, a tenth of it is 0.002 pt at the size of a title.
 */
function printOutline(steps: readonly OutlineStep[]): string {
  let [x, y] = [0, 0];
  let d = "";
  let letter = "";
  for (const { kind, points } of steps) {
    const numbers: number[] = [];
    let [nextX, nextY] = [x, y];
    for (let index = 0; index < points.length; index += 2) {
      nextX = tenths(points[index] ?? 0);
      nextY = tenths(-(points[index + 1] ?? 0));
      numbers.push(nextX - x, nextY - y);
    }
    [x, y] = [nextX, nextY];
    if (kind === "move") {
      d += d === "" ? "" : "z";
      // A closed contour leaves the pen where it began, but each begins at a place of its own.
      d += `M${printTenths(x)}${separated(printTenths(y))}`;
      letter = "";
      continue;
    }
    if (letter !== LETTERS[kind]) d += LETTERS[kind];
    const printed = numbers.map(printTenths);
    d += printed
      .map((number, index) => (index === 0 && letter !== LETTERS[kind] ? number : separated(number)))
      .join("");
    letter = LETTERS[kind];
  }
  return d === "" ? "" : `${d}z`;
}

/** Whole numbers: sums and differences of tenths stay exact. */
const tenths = (em: number): number => Math.round(em * 10_000);

function printTenths(value: number): string {
  if (value % 10 === 0) return String(value / 10 || 0);
  return (value / 10).toFixed(1);
}

const separated = (number: string): string => (number.startsWith("-") ? number : ` ${number}`);
