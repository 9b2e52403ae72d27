/**
 * What the lines of a paragraph themselves show to be wrong: a character that no face has, gaps too
 * wide, a line that does not fit, a last line of one character.
 */
import { shapedScriptOf } from "../../han/shaped-scripts.js";
import type { Span } from "../../model/located.js";
import type { Fault } from "../fault.js";
import type { Cell, CellText } from "./cell.js";
import { composeParagraph, type Line, type ParagraphShape } from "./compose-paragraph.js";

/** Gaps between Han wider than this share of an em look like holes. */
const LOOSE_GAP_EM = 0.2;
/** A line that ends earlier than this before the edge looks as if its paragraph ended. */
const MISSING_EM = 1;
/** A line that stands out by less is within the tolerance of the eye, in points. */
const OVERFULL_PT = 0.5;

export interface InspectedLines {
  readonly lines: readonly Line[];
  readonly faults: readonly Fault[];
}

/** @param place the paragraph's; the file that its cells' offsets point into */
export function composeInspected(text: CellText, shape: ParagraphShape, place: Span): InspectedLines {
  const lines = composeParagraph(text, shape, place);
  return { lines, faults: inspectLines(lines, place) };
}

function inspectLines(lines: readonly Line[], place: Span): readonly Fault[] {
  const faults: Fault[] = [];
  let spaces = 0;
  lines.forEach((line, index) => {
    for (let at = line.start; at < line.textEnd; at += 1) {
      const cell = line.cells[at];
      if (cell === undefined) continue;
      if (cell.text.trim() === "") spaces += cell.text.length;
      else {
        const own = line.places?.[at] ?? place;
        addGlyphFault(faults, cell, { place: own, spaces });
        if (lacksFace(cell) && !lacksFace(line.cells[at - 1]))
          faults.push({
            kind: "emphasis-without-face",
            face: cell.cluster.face.name,
            span: spanOf(cell, own),
          });
        spaces = 0;
      }
    }
    if (line.excess > OVERFULL_PT)
      faults.push({ kind: "line-too-wide", excessPt: line.excess, span: spanOfLine(line, place) });
    const em = line.cells[line.start]?.span.type.sizePt ?? 1;
    if (line.growth > LOOSE_GAP_EM * em || line.missing > MISSING_EM * em)
      faults.push({
        kind: "loose-line",
        growthEm: line.growth / em,
        missingEm: line.missing / em,
        span: spanOfLine(line, place),
      });
    const isLast = index === lines.length - 1 && index > 0;
    if (isLast && contentOf(line) === 1)
      faults.push({ kind: "short-last-line", text: textOf(line), span: spanOfLine(line, place) });
  });
  return faults;
}

/** Latin letters have no other face to be emphasised by; nothing is missed there. */
const lacksFace = (cell: Cell | undefined): boolean =>
  cell?.span.lacksFace === true && cell.cluster.class === "han";

/**
 * Characters beside each other that lack the same are one fault.
 * @param spaces how many stand before the cell: they part the words of a passage, not the passage
 */
function addGlyphFault(
  faults: Fault[],
  cell: Cell,
  { place, spaces }: { place: Span; spaces: number },
): void {
  const fault = glyphFault(cell, place);
  if (fault === undefined) return;
  const last = faults.at(-1);
  const isBehind = last !== undefined && cell.offset >= 0 && last.span.end + spaces === cell.offset;
  if (isBehind) {
    const span = { ...last.span, end: cell.offset + cell.text.length };
    const together = joined(last, fault, " ".repeat(spaces));
    if (together !== undefined) {
      faults[faults.length - 1] = { ...together, span };
      return;
    }
  }
  faults.push(fault);
}

/** @returns undefined for faults of two kinds */
function joined(last: Fault, fault: Fault, between: string): Fault | undefined {
  if (
    last.kind === "unshaped-script" &&
    fault.kind === "unshaped-script" &&
    last.script.en === fault.script.en
  )
    return { ...last, text: last.text + between + fault.text };
  if (last.kind === "missing-glyph" && fault.kind === "missing-glyph")
    return { ...last, codePoints: [...last.codePoints, ...fault.codePoints] };
  return undefined;
}

function glyphFault(cell: Cell, place: Span): Fault | undefined {
  const { missing, face, asked } = cell.cluster;
  const span = spanOf(cell, place);
  const script = shapedScriptOf(cell.text.codePointAt(0) ?? 0);
  if (script !== undefined) return { kind: "unshaped-script", script, text: cell.text, span };
  if (missing.length > 0) {
    const faces = cell.span.type.faces.map(({ name }) => name);
    return { kind: "missing-glyph", codePoints: missing, faces, span };
  }
  if (face === asked || (face.isShipped === true && asked.isShipped === true)) return undefined;
  return { kind: "borrowed-glyph", text: cell.text, asked: asked.name, used: face.name, span };
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
