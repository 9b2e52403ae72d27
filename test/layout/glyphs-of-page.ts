/** The glyphs of a composed page one by one, each where its ink is. */
import type { FaceMetrics, GlyphId } from "../../src/fonts/face.js";
import type { GlyphRun, Page } from "../../src/layout/layout.js";
import type { PageBox } from "../../src/layout/source-places.js";

export interface Glyph {
  readonly page: number;
  /** middle of the ink across, and a little over the base line */
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** furniture that a screen reader skips, or what is shown again */
  readonly artifact: boolean;
}

export function glyphsOf({ number, marks }: Page): readonly Glyph[] {
  return marks
    .filter((mark): mark is GlyphRun => mark.kind === "glyphs")
    .flatMap(({ glyphs, face, sizePt, x, baseline, owner }) =>
      glyphs.ids.map((id, index) => ({
        page: number,
        x: x + (glyphs.dx[index] ?? 0) + middleOf(face, id) * sizePt,
        y: baseline - 0.3 * sizePt,
        text: glyphs.texts[index] ?? "",
        artifact: typeof owner === "string",
      })),
    );
}

/** Of the ink: a mark that gave up its empty half has its ink in what it kept. */
function middleOf(face: FaceMetrics, id: GlyphId): number {
  const ink = face.ink(id);
  return ink === undefined ? face.advance(id) / 2 : (ink.left + ink.right) / 2;
}

export const isIn = ({ x, y, width, height }: PageBox, glyph: Glyph): boolean =>
  glyph.x >= x && glyph.x <= x + width && glyph.y >= y && glyph.y <= y + height;
