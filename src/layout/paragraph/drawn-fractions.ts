/**
 * Fractions that hardly any face has (⅕ ⅙ ⅒): a raised figure, the slash of fractions and lowered figures that stand
 * on the base line, made one glyph, so that they are copied as the one character that they are. The text stays the
 * author's; which face lends them is decided here.
 * @see Unicode, Number Forms (U+2150–U+215F, U+2189)
 */
import type { FaceMetrics, GlyphId } from "../../fonts/face.js";

/** Numerator and denominator in small figures, by code point. */
const FRACTIONS: ReadonlyMap<number, readonly [over: string, under: string]> = new Map([
  [0x2150, ["¹", "₇"]],
  [0x2151, ["¹", "₉"]],
  [0x2152, ["¹", "₁₀"]],
  [0x2153, ["¹", "₃"]],
  [0x2154, ["²", "₃"]],
  [0x2155, ["¹", "₅"]],
  [0x2156, ["²", "₅"]],
  [0x2157, ["³", "₅"]],
  [0x2158, ["⁴", "₅"]],
  [0x2159, ["¹", "₆"]],
  [0x215a, ["⁵", "₆"]],
  [0x215b, ["¹", "₈"]],
  [0x215c, ["³", "₈"]],
  [0x215d, ["⁵", "₈"]],
  [0x215e, ["⁷", "₈"]],
  [0x2189, ["⁰", "₃"]],
]);
const FRACTION_SLASH = 0x2044;

export interface DrawnFraction {
  readonly face: FaceMetrics;
  readonly glyph: GlyphId;
  /** in em */
  readonly width: number;
}

/** @returns undefined where the character is no such fraction, or none of the faces can make it */
export function drawnFraction(faces: readonly FaceMetrics[], codePoint: number): DrawnFraction | undefined {
  const parts = FRACTIONS.get(codePoint);
  if (parts === undefined) return undefined;
  for (const face of faces) {
    const drawn = drawIn(face, parts);
    if (drawn !== undefined) return { face, ...drawn };
  }
  return undefined;
}

function drawIn(
  face: FaceMetrics,
  [over, under]: readonly [string, string],
): Pick<DrawnFraction, "glyph" | "width"> | undefined {
  const idOf = (figure: string) => face.glyph(figure.codePointAt(0) ?? 0);
  const base = idOf(over);
  const slash = face.glyph(FRACTION_SLASH);
  const figures = [...under].map(idOf);
  if ([base, slash, ...figures].includes(0)) return undefined;
  const slashAt = face.advance(base);
  let made = face.combine(base, slash, slashAt);
  let width = slashAt + face.advance(slash);
  for (const figure of figures) {
    const bottom = face.ink(figure)?.bottom;
    if (made === undefined || bottom === undefined) return undefined;
    made = face.combine(made, figure, width, -bottom);
    width += face.advance(figure);
  }
  return made === undefined ? undefined : { glyph: made, width };
}
