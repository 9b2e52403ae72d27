/**
 * What the lines of a paragraph themselves show to be wrong: a character that no face has, gaps too
 * wide, a line that does not fit, a last line of one character.
 */
import type { Span } from "../../model/located.js";
import type { Fault } from "../fault.js";
import type { Cell, CellText } from "./cell.js";
import { composeParagraph, type Line, type ParagraphShape } from "./compose-paragraph.js";

/** Gaps between Han wider than this share of an em look like holes. */
const LOOSE_GAP_EM = 0.2;
/** A line that stands out by less is within the tolerance of the eye, in points. */
const OVERFULL_PT = 0.5;

export interface InspectedLines {
  readonly lines: readonly Line[];
  readonly faults: readonly Fault[];
}

/** @param place the paragraph's; the file that its cells' offsets point into */
export function composeInspected(text: CellText, shape: ParagraphShape, place: Span): InspectedLines {
  const lines = composeParagraph(text, shape);
  return { lines, faults: inspectLines(lines, place) };
}

function inspectLines(lines: readonly Line[], place: Span): readonly Fault[] {
  const faults: Fault[] = [];
  lines.forEach((line, index) => {
    for (let at = line.start; at < line.end; at += 1) {
      const cell = line.cells[at];
      if (cell !== undefined && cell.cluster.missing.length > 0) faults.push(...missingGlyphs(cell, place));
    }
    if (line.excess > OVERFULL_PT)
      faults.push({ kind: "line-too-wide", excessPt: line.excess, span: spanOfLine(line, place) });
    const em = line.cells[line.start]?.span.type.sizePt ?? 1;
    if (line.growth > LOOSE_GAP_EM * em)
      faults.push({ kind: "loose-line", growthEm: line.growth / em, span: spanOfLine(line, place) });
    const isLast = index === lines.length - 1 && index > 0;
    if (isLast && contentOf(line) === 1)
      faults.push({ kind: "short-last-line", text: textOf(line), span: spanOfLine(line, place) });
  });
  return faults;
}

function missingGlyphs(cell: Cell, place: Span): readonly Fault[] {
  const span = spanOf(cell, place);
  const faces = cell.span.type.faces.map(({ name }) => name);
  return cell.cluster.missing.map((codePoint) => ({ kind: "missing-glyph", codePoint, faces, span }));
}

function contentOf(line: Line): number {
  let content = 0;
  for (let index = line.start; index < line.end; index += 1) {
    const cell = line.cells[index];
    if (cell?.span.note !== undefined) continue;
    const name = cell?.cluster.class;
    if (name === "han" || name === "latin" || name === "digit") content += 1;
  }
  return content;
}

const textOf = ({ cells, start, end }: Line): string =>
  cells
    .slice(start, end)
    .map(({ text }) => text)
    .join("");

function spanOfLine(line: Line, place: Span): Span {
  let start = -1;
  let end = -1;
  for (let index = line.start; index < line.end; index += 1) {
    const cell = line.cells[index];
    if (cell === undefined || cell.offset < 0) continue;
    if (start < 0) start = cell.offset;
    end = Math.max(end, cell.offset + cell.text.length);
  }
  return start < 0 ? place : { path: place.path, start, end };
}

function spanOf(cell: Cell, place: Span): Span {
  if (cell.offset < 0) return place;
  return { path: place.path, start: cell.offset, end: cell.offset + cell.text.length };
}
