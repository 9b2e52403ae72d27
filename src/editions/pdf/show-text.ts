/**
 * Glyphs of one line as text operators. Every glyph stands where the layout put it: what its own
 * width lacks or exceeds is written between the glyphs, and the rounding of one gap is carried into
 * the next, so that a full line ends where it should.
 *
 * Lines whose copied text could differ from the source carry it as ActualText: readers take a gap
 * between Han and Latin letters for a space, and the layout's gaps are no spaces.
 * @see ISO 32000-1, 9.4.3 (TJ), 14.9.4 (ActualText)
 */
import type { GlyphRun } from "../../layout/layout.js";
import type { FaceUse, FaceUses } from "./embed-face.js";
import { printBytes, printFillColor, printNumber, printTextString, twoBytes } from "./operators.js";

/** What the stream has set so far; text state outlives a text object. */
export interface TextState {
  font: string;
  color: string;
}

/** Gaps up to this part of an em are read as none by all readers tried (poppler 0.1, pdf.js 0.1, mupdf 0.15). */
const SILENT_GAP_EM = 0.08;

/** Runs of one owner on one base line, in reading order. */
export type TextLine = readonly GlyphRun[];

export function showLine(line: TextLine, { faces, state }: { faces: FaceUses; state: TextState }): string {
  const shown = line.map((run) => showRun(run, faces.use(run.face), state)).join("");
  if (!needsActualText(line)) return shown;
  const text = line.map((run) => run.text).join("");
  return `/Span <</ActualText ${printTextString(text)}>> BDC\n${shown}EMC\n`;
}

function showRun(run: GlyphRun, face: FaceUse, state: TextState): string {
  let operators = "";
  const font = `/${face.resource} ${printNumber(run.sizePt, 4)} Tf`;
  if (state.font !== font) operators += `${font}\n`;
  state.font = font;
  if (state.color !== run.color) operators += `${printFillColor(run.color)}\n`;
  state.color = run.color;
  // The page's y axis points down, so the letters are turned back up.
  operators += `1 0 0 -1 ${printNumber(run.x)} ${printNumber(run.baseline)} Tm\n`;
  return `${operators}${showGlyphs(run, face)}\n`;
}

function showGlyphs(run: GlyphRun, face: FaceUse): string {
  // Half a thousandth of an em stays under 0.01 pt up to 18 pt; larger type gets a digit more.
  const places = run.sizePt <= 18 ? 0 : 1;
  const step = 10 ** places;
  const parts: string[] = [];
  let bytes = "";
  /** where the next glyph would stand, in thousandths of an em from the run's x */
  let pen = 0;
  for (const glyph of run.glyphs) {
    const back = Math.round((pen - (glyph.dx / run.sizePt) * 1000) * step) / step;
    if (back !== 0) {
      if (bytes !== "") parts.push(printBytes(bytes));
      parts.push(printNumber(back, places));
      bytes = "";
    }
    const code = face.code(glyph);
    bytes += twoBytes(code);
    pen += face.width(code) - back;
  }
  if (bytes !== "") parts.push(printBytes(bytes));
  return `[${parts.join("")}] TJ`;
}

function needsActualText(line: TextLine): boolean {
  let end: number | undefined;
  for (const run of line) {
    let text = "";
    let endsInSpace = true;
    for (const glyph of run.glyphs) {
      const start = run.x + glyph.dx;
      const isSpace = glyph.text.trim() === "";
      if (end !== undefined && !endsInSpace && !isSpace && start - end > SILENT_GAP_EM * run.sizePt)
        return true;
      end = start + run.face.advance(glyph.id) * run.sizePt;
      endsInSpace = isSpace;
      text += glyph.text;
    }
    if (text !== run.text) return true;
  }
  return false;
}
