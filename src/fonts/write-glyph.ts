/**
 * A simple glyph of a TrueType font, written from its contours: what a subset of a variable font holds, whose outlines
 * are computed. No instructions; points in whole font units.
 * @see ISO/IEC 14496-22, 5.3.3 (glyf: simple glyph description)
 */

export interface OutlinePoint {
  readonly x: number;
  readonly y: number;
  /** false for a control point */
  readonly onCurve: boolean;
}

export const ON_CURVE = 0x01;
export const X_SHORT = 0x02;
export const Y_SHORT = 0x04;
/** Of a short delta: it is positive; of a long one: there is none. */
export const X_SAME_OR_POSITIVE = 0x10;
export const Y_SAME_OR_POSITIVE = 0x20;
/** Contours of variable fonts lie over each other. */
const OVERLAP_SIMPLE = 0x40;
const HEADER_BYTES = 10;

/** @returns the record of a glyph; empty for one without contours */
export function writeSimpleGlyph(contours: readonly (readonly OutlinePoint[])[]): DataView {
  const points = contours
    .flat()
    .map(({ x, y, onCurve }) => ({ x: Math.round(x), y: Math.round(y), onCurve }));
  if (points.length === 0) return new DataView(new ArrayBuffer(0));
  const flags: number[] = [];
  const xs: number[] = [];
  const ys: number[] = [];
  let [x, y] = [0, 0];
  for (const point of points) {
    const across = delta(point.x - x, { isShort: X_SHORT, isSame: X_SAME_OR_POSITIVE });
    const up = delta(point.y - y, { isShort: Y_SHORT, isSame: Y_SAME_OR_POSITIVE });
    flags.push(
      (point.onCurve ? ON_CURVE : 0) | across.flag | up.flag | (flags.length === 0 ? OVERLAP_SIMPLE : 0),
    );
    xs.push(...across.bytes);
    ys.push(...up.bytes);
    ({ x, y } = point);
  }
  const bodyStart = HEADER_BYTES + contours.length * 2 + 2;
  const length = bodyStart + flags.length + xs.length + ys.length;
  const bytes = new Uint8Array(length + (length % 2));
  const view = new DataView(bytes.buffer);
  const bounds = [
    Math.min(...points.map((point) => point.x)),
    Math.min(...points.map((point) => point.y)),
    Math.max(...points.map((point) => point.x)),
    Math.max(...points.map((point) => point.y)),
  ];
  for (const [index, value] of [contours.length, ...bounds].entries()) view.setInt16(index * 2, value);
  let end = -1;
  for (const [index, contour] of contours.entries()) {
    end += contour.length;
    view.setUint16(HEADER_BYTES + index * 2, end);
  }
  bytes.set([...flags, ...xs, ...ys], bodyStart);
  return view;
}

function delta(
  distance: number,
  { isShort, isSame }: { readonly isShort: number; readonly isSame: number },
): { readonly flag: number; readonly bytes: readonly number[] } {
  if (distance === 0) return { flag: isSame, bytes: [] };
  if (Math.abs(distance) < 0x100)
    return { flag: isShort | (distance > 0 ? isSame : 0), bytes: [Math.abs(distance)] };
  return { flag: 0, bytes: [(distance >> 8) & 0xff, distance & 0xff] };
}
