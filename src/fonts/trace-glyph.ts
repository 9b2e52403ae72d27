/**
 * What a TrueType glyph draws, as steps of a pen: the points of its contours, those of a composite's parts where they
 * are placed, and the curves between them. Where a glyph's bytes are found is left to read-glyphs.ts.
 * @see ISO/IEC 14496-22, 5.3.3 (glyf)
 */
import type { GlyphId, OutlineStep } from "./face.js";
import type { AdvanceTable } from "./read-font-metrics.js";
import { type Component, type GlyphTable, readComponents } from "./read-glyphs.js";
import {
  ON_CURVE,
  type OutlinePoint,
  X_SAME_OR_POSITIVE,
  X_SHORT,
  Y_SAME_OR_POSITIVE,
  Y_SHORT,
} from "./write-glyph.js";

type Contours = readonly (readonly OutlinePoint[])[];

export interface TracedGlyphs {
  readonly glyphTable: GlyphTable;
  readonly advances: AdvanceTable;
}

const HEADER_BYTES = 10;
/** The next byte says how often the flag before it is repeated. */
const REPEATED = 0x08;
/** A glyph counts its points in 16 bits; no composite that is meant to be seen has more, or so many parts. */
const MOST_POINTS = 0xffff;
const MOST_PARTS = 1024;
/** No font nests composites this deep; one that does goes in circles. */
const DEEPEST = 16;

/** @returns steps in font units */
export function traceGlyph({ glyphTable, advances }: TracedGlyphs, glyph: GlyphId): readonly OutlineStep[] {
  const bounds = glyphTable.bounds(glyph);
  if (bounds === undefined) return [];
  // The left edge stands where the bearing says, whatever the points do.
  const right = advances.bearing(glyph) - bounds[0];
  const moved = contoursOf(glyphTable, glyph, {
    depth: 0,
    left: { parts: MOST_PARTS, points: MOST_POINTS },
  }).map((contour) => contour.map(({ x, y, onCurve }) => ({ x: x + right, y, onCurve })));
  return moved.flatMap(stepsAround);
}

/** What may still be read of a glyph, over all of its parts: parts of parts of parts grow beyond any bound. */
interface Reading {
  readonly depth: number;
  readonly left: { parts: number; points: number };
}

function contoursOf(glyphTable: GlyphTable, glyph: GlyphId, { depth, left }: Reading): Contours {
  if (depth > DEEPEST) throw new RangeError(`glyph ${glyph} is part of itself`);
  left.parts -= 1;
  if (left.parts < 0 || left.points < 0) throw new RangeError(`glyph ${glyph} has too many parts`);
  const record = glyphTable.record(glyph);
  if (record.byteLength < HEADER_BYTES) return [];
  const count = record.getInt16(0);
  if (count >= 0) {
    const contours = readContours(record, count);
    for (const contour of contours) left.points -= contour.length;
    return contours;
  }
  let placed: Contours = [];
  for (const component of readComponents(record)) {
    const own = contoursOf(glyphTable, component.glyph, { depth: depth + 1, left });
    placed = [...placed, ...place(component, own, placed)];
  }
  return placed;
}

function place({ place: where, turn }: Component, contours: Contours, placed: Contours): Contours {
  const [xx, xy, yx, yy] = turn;
  const turned = contours.map((contour) =>
    contour.map(({ x, y, onCurve }) => ({ x: x * xx + y * yx, y: x * xy + y * yy, onCurve })),
  );
  const { right, up } = where.kind === "offset" ? where : distance(where, turned, placed);
  return turned.map((contour) => contour.map(({ x, y, onCurve }) => ({ x: x + right, y: y + up, onCurve })));
}

/** From the part's point to the one that it shall lie on. */
function distance(
  where: { readonly placed: number; readonly own: number },
  own: Contours,
  placed: Contours,
): { readonly right: number; readonly up: number } {
  const [from, to] = [own.flat()[where.own], placed.flat()[where.placed]];
  if (from === undefined || to === undefined)
    throw new RangeError("a part is placed by a point that is not there");
  return { right: to.x - from.x, up: to.y - from.y };
}

function readContours(record: DataView, count: number): Contours {
  const ends = Array.from({ length: count }, (_, index) => record.getUint16(HEADER_BYTES + index * 2));
  if (ends.some((end, index) => end < (ends[index - 1] ?? 0)))
    throw new RangeError("contours end in no order");
  const total = (ends.at(-1) ?? -1) + 1;
  let at = HEADER_BYTES + count * 2;
  at += 2 + record.getUint16(at);
  const flags: number[] = [];
  while (flags.length < total) {
    const flag = record.getUint8(at);
    at += 1;
    flags.push(flag);
    if ((flag & REPEATED) === 0) continue;
    const more = record.getUint8(at);
    at += 1;
    for (let index = 0; index < more; index += 1) flags.push(flag);
  }
  const readAxis = (isShort: number, isSame: number): readonly number[] => {
    let value = 0;
    return flags.slice(0, total).map((flag) => {
      if ((flag & isShort) !== 0) {
        value += (flag & isSame) !== 0 ? record.getUint8(at) : -record.getUint8(at);
        at += 1;
      } else if ((flag & isSame) === 0) {
        value += record.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = readAxis(X_SHORT, X_SAME_OR_POSITIVE);
  const ys = readAxis(Y_SHORT, Y_SAME_OR_POSITIVE);
  const points = xs.map((x, index) => ({
    x,
    y: ys[index] ?? 0,
    onCurve: ((flags[index] ?? 0) & ON_CURVE) !== 0,
  }));
  return ends.map((end, index) => points.slice(index === 0 ? 0 : (ends[index - 1] ?? -1) + 1, end + 1));
}

const middle = (a: OutlinePoint, b: OutlinePoint): OutlinePoint => ({
  x: (a.x + b.x) / 2,
  y: (a.y + b.y) / 2,
  onCurve: true,
});

/** Between two control points lies a point of the curve that is not written. */
function stepsAround(contour: readonly OutlinePoint[]): readonly OutlineStep[] {
  const [first, last] = [contour[0], contour.at(-1)];
  if (first === undefined || last === undefined || contour.length < 2) return [];
  const between = last.onCurve ? last : middle(last, first);
  const start = first.onCurve ? first : between;
  const steps: OutlineStep[] = [{ kind: "move", points: [start.x, start.y] }];
  let control: OutlinePoint | undefined;
  const goTo = (point: OutlinePoint): void => {
    if (control === undefined) steps.push({ kind: "line", points: [point.x, point.y] });
    else steps.push({ kind: "quadratic", points: [control.x, control.y, point.x, point.y] });
    control = undefined;
  };
  for (const point of first.onCurve ? contour.slice(1) : contour) {
    if (point.onCurve) goTo(point);
    else {
      if (control !== undefined) goTo(middle(control, point));
      control = point;
    }
  }
  if (control !== undefined) goTo(start);
  return steps;
}
