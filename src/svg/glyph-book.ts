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

/**
 * Relative steps between rounded places, which are half as long as places and do not add up their rounding: 1/1000 em is
 * the unit of most Chinese faces; of a finer one, a tenth of it is 0.002 pt at the size of a title.
 */
function printOutline(steps: readonly OutlineStep[]): string {
  let [x, y] = [0, 0];
  let d = "";
  let last = "";
  for (const { kind, points } of steps) {
    const numbers = points.map((em, index) => tenths(index % 2 === 0 ? em : -em));
    const [endX = 0, endY = 0] = numbers.slice(-2);
    if (kind === "move") {
      // Where the pen stands after the contour before is of no account: each begins at a place of its own.
      d += `${d === "" ? "" : "z"}M${joined(numbers)}`;
      last = "";
    } else {
      const moves = numbers.map((number, index) => number - (index % 2 === 0 ? x : y));
      const { letter, operands } = shortest(kind, moves);
      const printed = joined(operands);
      d += letter !== last ? `${letter}${printed}` : printed.startsWith("-") ? printed : ` ${printed}`;
      last = letter;
    }
    [x, y] = [endX, endY];
  }
  return d === "" ? "" : `${d}z`;
}

const LETTERS = { line: "l", quadratic: "q", cubic: "c" } as const;

function shortest(
  kind: keyof typeof LETTERS,
  moves: readonly number[],
): { readonly letter: string; readonly operands: readonly number[] } {
  const [right = 0, down = 0] = moves;
  if (kind === "line" && down === 0) return { letter: "h", operands: [right] };
  if (kind === "line" && right === 0) return { letter: "v", operands: [down] };
  return { letter: LETTERS[kind], operands: moves };
}

/** Whole numbers: sums and differences of tenths stay exact. */
const tenths = (em: number): number => Math.round(em * 10_000) || 0;

/** A minus parts two numbers as a space does. */
const joined = (numbers: readonly number[]): string =>
  numbers
    .map((number) => String(number / 10))
    .join(" ")
    .replaceAll(" -", "-");
