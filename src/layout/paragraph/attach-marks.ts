/**
 * Letters with combining marks that no single character stands for (m̄, n̂): each mark where the face's anchors place
 * it, else over or under the middle of the letter's ink, clear of it. Marks that cross a letter, and letters that are
 * not alphabetic, need the face's anchors. Two are made one glyph where the face can make it, so that they are copied
 * as what they are.
 * @see ISO/IEC 14496-22, 6.3.3 (mark to base); UAX 44, canonical combining classes 220 and 230
 */
import type { FaceMetrics, GlyphId } from "../../fonts/face.js";

/** In points from the cell's left edge. */
interface PlacedGlyph {
  readonly id: GlyphId;
  readonly dx: number;
}

interface Marked {
  /** code point of the letter */
  readonly letter: number;
  readonly marks: readonly number[];
  /** of the letter in its cell */
  readonly glyphs: readonly PlacedGlyph[];
  readonly sizePt: number;
}

/** From the letter's origin, in em. */
interface Offset {
  readonly dx: number;
  readonly dy: number;
}

/** @returns the glyphs of the cell; undefined where it cannot be told where a mark stands */
export function withMarks(
  face: FaceMetrics,
  { letter, marks, glyphs, sizePt }: Marked,
): readonly PlacedGlyph[] | undefined {
  const [first] = glyphs;
  if (first === undefined) return undefined;
  const letterId = marks.some(isAbove) ? dotless(face, letter, first.id) : first.id;
  let made: readonly PlacedGlyph[] = [{ ...first, id: letterId }];
  let under: { readonly id: GlyphId; readonly at: Offset } | undefined;
  for (const mark of marks) {
    const id = face.glyph(mark);
    const onMark = under && addedTo(under.at, face.attach(under.id, id));
    const at: Offset | undefined =
      onMark ??
      face.attach(letterId, id) ??
      (isLetter(letter) ? byInk(face, { letterId, id, mark, under }) : undefined);
    if (at === undefined) return undefined;
    const [only] = made;
    const whole = made.length === 1 && only ? face.combine(only.id, id, at.dx, at.dy) : undefined;
    if (whole !== undefined) made = [{ id: whole, dx: first.dx }];
    else if (Math.abs(at.dy) < LEAST_RISE) made = [...made, { id, dx: first.dx + at.dx * sizePt }];
    else return undefined;
    under = { id, at };
  }
  return made;
}

/** Less than this is not seen, in em. */
const LEAST_RISE = 0.005;

const addedTo = (below: Offset, step: Offset | undefined): Offset | undefined =>
  step && { dx: below.dx + step.dx, dy: below.dy + step.dy };

interface InkPlace {
  readonly letterId: GlyphId;
  readonly id: GlyphId;
  readonly mark: number;
  /** the mark before it, on which one of its kind stands */
  readonly under: { readonly id: GlyphId; readonly at: Offset } | undefined;
}

/** Marks are drawn for letters of the height of x; higher ones and marks before lift them by what they are higher. */
function byInk(face: FaceMetrics, { letterId, id, mark, under }: InkPlace): Offset | undefined {
  const base = face.ink(letterId);
  const ink = face.ink(id);
  const x = face.ink(face.glyph(0x78));
  if (base === undefined || ink === undefined || x === undefined) return undefined;
  const dx = (base.left + base.right) / 2 - (ink.left + ink.right) / 2;
  const last = under && face.ink(under.id);
  if (isAbove(mark)) {
    const top = last === undefined ? base.top : last.top + (under?.at.dy ?? 0);
    return { dx, dy: Math.max(0, top - x.top) };
  }
  if (!isBelow(mark)) return undefined;
  const bottom = last === undefined ? base.bottom : last.bottom + (under?.at.dy ?? 0);
  return { dx, dy: Math.min(0, bottom - x.bottom) };
}

/** i and j lose their dot under a mark. */
function dotless(face: FaceMetrics, letter: number, id: GlyphId): GlyphId {
  if (letter === 0x69) return face.glyph(0x131) || id;
  return letter === 0x6a ? face.glyph(0x237) || id : id;
}

/** Letters and figures of Latin, Greek and Cyrillic. */
const isLetter = (codePoint: number): boolean =>
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}0-9]$/u.test(String.fromCodePoint(codePoint));

/** Combining class 230, from the block of combining marks and that of marks for symbols. */
function isAbove(mark: number): boolean {
  return (
    (mark >= 0x300 && mark <= 0x314) ||
    (mark >= 0x33d && mark <= 0x344) ||
    (mark >= 0x34a && mark <= 0x34c) ||
    (mark >= 0x363 && mark <= 0x36f) ||
    mark === 0x20d0 ||
    mark === 0x20d1 ||
    (mark >= 0x20d4 && mark <= 0x20d7)
  );
}

/** Combining class 220. */
function isBelow(mark: number): boolean {
  return (
    (mark >= 0x316 && mark <= 0x319) ||
    (mark >= 0x31c && mark <= 0x320) ||
    (mark >= 0x323 && mark <= 0x326) ||
    (mark >= 0x329 && mark <= 0x333) ||
    (mark >= 0x347 && mark <= 0x349)
  );
}
