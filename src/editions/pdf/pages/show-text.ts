/**
 * Glyphs of one line as text operators. Every glyph stands where the layout put it: what its own
 * width lacks or exceeds is written between the glyphs, and the rounding of one gap is carried into
 * the next, so that a full line ends where it should.
 *
 * Copied text has to be the source text. Readers take a gap for a space where it is wider than a
 * tenth of an em or so, though the layout's gaps (between Han and Latin, in a justified line) are
 * none; and they take the overlap of two squeezed marks for a new column. So a wide gap or overlap
 * goes into the advance of the glyph before it, in coarse steps to keep the codes few, and only what
 * is left stays a gap. What a font's table cannot say at all is said by
 * ActualText.
 * @see ISO 32000-1, 9.4.3 (TJ), 14.9.4 (ActualText)
 */
import type { GlyphRun } from "../../../layout/layout.js";
import type { FaceUse, FaceUses } from "../faces/embed-face.js";
import { printBytes, printFillColor, printNumber, printTextString, twoBytes } from "./operators.js";

/** What the stream has set so far; text state outlives a text object. */
export interface TextState {
  font: string;
  color: string;
}

/** One run, and where the next one of its line begins. */
export interface LineRun {
  readonly run: GlyphRun;
  /** x of the next run on the same line, whoever owns it */
  readonly next: number | undefined;
}

/**
 * Gaps up to here are read as none within a run (spaces begin at 0.1 em in poppler, 0.102 in pdf.js,
 * 0.15 in MuPDF), in thousandths of an em.
 */
const SILENT_GAP = 80;

/** Where the face or its size changes, poppler begins a new word and is stricter. */
const SILENT_GAP_BETWEEN_RUNS = 20;

/** Step of the gaps that advances carry; they are rounded up, so what is left never is a gap. */
const GAP_STEP = 100;

/** Keeps a gap of half an em half an em, whatever the last binary digit of its sum. */
const ROUNDING = 0.01;

/** A wider gap divides: columns, a page number behind its leader. */
const WIDEST_GAP = 1100;

/** An advance that carries an overlap keeps this much, in thousandths of an em. */
const LEAST_ADVANCE = 100;

/** From here on poppler takes a space for the gap between two columns. */
const WIDE_SPACE = 600;

/**
 * What poppler thins out: a line of single characters with spaces between, which it takes for one
 * word set wide; two spaces together; spaces at the beginning, as code has them.
 */
const THINNED_OUT = /^\S(?: \S)+$|^ | {2}/u;

export interface ShowOptions {
  readonly faces: FaceUses;
  readonly state: TextState;
}

/** @param line runs of one owner on one base line, in reading order */
export function showLine(line: readonly LineRun[], { faces, state }: ShowOptions): string {
  let shown = "";
  let misread = false;
  for (const part of line) {
    const face = faces.use(part.run.face);
    const glyphs = showGlyphs(part, face);
    shown += `${setState(part.run, face, state)}${glyphs.operator}\n`;
    misread ||= glyphs.misread || !spellsItsText(part.run);
  }
  const text = line.map(({ run }) => run.text).join("");
  const isHyphenated = text.endsWith("-") && line.at(-1)?.next === undefined;
  if (!misread && !isHyphenated && !THINNED_OUT.test(text)) return shown;
  // Poppler drops a hyphen that ends a line, unless something stands behind it.
  const actual = isHyphenated ? `${text} ` : text;
  return `/Span <</ActualText ${printTextString(actual)}>> BDC\n${shown}EMC\n`;
}

function setState(run: GlyphRun, face: FaceUse, state: TextState): string {
  let operators = "";
  const font = `/${face.resource} ${printNumber(run.sizePt, 4)} Tf\n`;
  if (state.font !== font) operators += font;
  state.font = font;
  if (state.color !== run.color) operators += `${printFillColor(run.color)}\n`;
  state.color = run.color;
  // The page's y axis points down, so the letters are turned back up.
  return `${operators}1 0 0 -1 ${printNumber(run.x)} ${printNumber(run.baseline)} Tm\n`;
}

/** Half a thousandth of an em stays under 0.01 pt up to this size; larger type gets a digit more. */
const FINE_SIZE_PT = 18;

interface ShownGlyphs {
  readonly operator: string;
  /** true where readers would make other text of it than the source's */
  readonly misread: boolean;
}

function showGlyphs({ run, next }: LineRun, face: FaceUse): ShownGlyphs {
  const { sizePt } = run;
  const { ids, dx, texts } = run.glyphs;
  const places = sizePt > FINE_SIZE_PT ? 1 : 0;
  const unit = 10 ** -places;
  const thousandths = (length: number): number => (length / sizePt) * 1000;
  const lineEnd = next ?? run.end;
  let operands = "";
  let bytes = "";
  let misread = false;
  /** where the next glyph would stand by widths alone, in thousandths of an em from the run's x */
  let pen = 0;
  for (let index = 0; index < ids.length; index += 1) {
    const id = ids[index] ?? 0;
    const text = texts[index] ?? "";
    const start = thousandths(dx[index] ?? 0);
    const back = Math.round((pen - start) / unit) * unit;
    if (back !== 0) {
      if (bytes !== "") operands += printBytes(bytes);
      operands += printNumber(back, places);
      bytes = "";
    }
    const follower = texts[index + 1];
    const end = dx[index + 1] ?? (lineEnd === undefined ? undefined : lineEnd - run.x);
    const width = run.face.advance(id) * 1000;
    const gap = end === undefined ? 0 : thousandths(end) - start - width;
    const endsLine = follower === undefined && next === undefined;
    const rounded = end === undefined ? 0 : start - (pen - back);
    const wanted = endsLine ? trimAtLineEnd(text, gap + rounded) : gapToCarry({ text, follower, gap, width });
    const carried = face.canCarryGaps ? wanted : 0;
    misread ||= (carried !== wanted && !endsLine) || (isSpace(text) && gap + width > WIDE_SPACE);
    const code = face.code({ id, text, gap: carried });
    bytes += twoBytes(code);
    pen += face.width(code) - back;
  }
  if (bytes !== "") operands += printBytes(bytes);
  return { operator: `[${operands}] TJ`, misread };
}

interface GapPlace {
  /** characters of the glyph, and of the one behind it in its run */
  readonly text: string;
  readonly follower: string | undefined;
  /** behind the glyph; an overlap is negative. In thousandths of an em, as the width */
  readonly gap: number;
  readonly width: number;
}

/** @returns the part of a gap, or of an overlap, that the glyph's advance has to take */
function gapToCarry({ text, follower, gap, width }: GapPlace): number {
  const silent = follower === undefined ? SILENT_GAP_BETWEEN_RUNS : SILENT_GAP;
  const size = Math.abs(gap);
  if (size <= silent || size > WIDEST_GAP) return 0;
  // Beside a real space a gap is part of it.
  const besideSpace = isSpace(text) || (follower !== undefined && isSpace(follower));
  if (besideSpace && gap > 0) return 0;
  return Math.max(Math.ceil(gap / GAP_STEP - ROUNDING) * GAP_STEP, LEAST_ADVANCE - width);
}

/** Exactly what was taken away, with what rounding left so far: nothing follows that could make it good. */
const trimAtLineEnd = (text: string, gap: number): number => (isSpace(text) ? 0 : Math.round(gap));

const isSpace = (text: string): boolean => text !== "" && text.trim() === "";

/** False where the characters of the codes do not come to those of the run, or a code has none. */
function spellsItsText({ text, glyphs: { texts } }: GlyphRun): boolean {
  return texts.join("") === text && !texts.includes("");
}
