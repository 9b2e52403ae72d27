/** Which characters of the authors' files a line of print shows, cell by cell (page-sources.ts). */
import type { Span } from "../../model/located.js";
import type { ElementNode } from "../element-node.js";
import type { SourceLine } from "../page-sources.js";
import type { Cell } from "../paragraph/cell.js";
import type { Line } from "../paragraph/compose-paragraph.js";

/** Over and under the base line, in em: what letters of any script reach, and no more than lines stand apart. */
const ASCENT = 0.92;
const DESCENT = 0.24;

export interface LinePlace {
  readonly page: number;
  readonly left: number;
  readonly baseline: number;
  /** true for the head of a table shown again */
  readonly repeated: boolean;
}

/** @returns a line a file; none of words that no author wrote */
export function placeSources(line: Line, place: LinePlace): readonly SourceLine[] {
  const placed: SourceRows[] = [];
  let rows: SourceRows | undefined;
  const sources = sourcesOf(line);
  for (let index = line.start; index < line.end; index += 1) {
    const cell = line.cells[index];
    const source = sources[index - line.start];
    if (cell === undefined || source === undefined || cell.span.artifact) continue;
    if (rows?.path !== source.path) {
      rows = openRows(line, source.path, place);
      placed.push(rows);
    }
    const x = place.left + (line.x[index - line.start] ?? 0);
    addCell(rows, { cell, source, x }, place);
  }
  return placed;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] extends readonly number[] ? number[] : T[Key] };
type SourceRows = Writable<SourceLine>;

function openRows(line: Line, path: string, { page, repeated, baseline }: LinePlace): SourceRows {
  const again = repeated || isOfContents(line.cells[line.start]?.span.owner);
  const y = baseline;
  return { kind: "line", page, path, y, height: 0, lefts: [], rights: [], starts: [], ends: [], again };
}

interface PlacedCell {
  readonly cell: Cell;
  readonly source: Span;
  readonly x: number;
}

function addCell(rows: SourceRows, { cell, source, x }: PlacedCell, { baseline }: LinePlace): void {
  const { sizePt } = cell.span.type;
  const base = baseline - cell.span.raisePt;
  const foot = Math.max(rows.y + rows.height, base + DESCENT * sizePt);
  rows.y = Math.min(rows.y, base - ASCENT * sizePt);
  rows.height = foot - rows.y;
  // The empty half that an opening mark gave up lies over the character before it.
  const before = rows.rights.at(-1) ?? x;
  const left = x < before ? x + cell.cluster.trimLeft : x;
  if (left < before) rows.rights[rows.rights.length - 1] = left;
  rows.lefts.push(left);
  rows.rights.push(x + cell.cluster.width);
  rows.starts.push(source.start);
  rows.ends.push(source.end);
}

/**
 * Places of the cells of a line. Words of our own have an empty one: before what they lead in (责任编辑：), else behind
 * what they close, else where the paragraph starts, as the label of a list does. The number of a note has the mark that
 * calls it, which is what stands between the characters around it.
 */
function sourcesOf(line: Line): readonly (Span | undefined)[] {
  const written: (Span | undefined)[] = [];
  for (let index = line.start; index < line.end; index += 1) written.push(writtenPlace(line, index));
  let next: Span | undefined;
  const behind = written
    .toReversed()
    .map((own) => (next = own ?? next))
    .toReversed();
  const { place } = line;
  let last: Span | undefined = place && { ...place, end: place.start };
  return written.map((own, index) => {
    const ahead = behind[index];
    if (own !== undefined) last = { ...own, start: own.end };
    if (own !== undefined || ahead === undefined) return own ?? last;
    const { start } = ahead;
    const callsNote = line.cells[line.start + index]?.span.note !== undefined;
    return {
      ...ahead,
      start: callsNote && last !== undefined ? Math.min(last.end, start) : start,
      end: start,
    };
  });
}

/** @returns undefined for words of our own */
function writtenPlace({ cells, place, places }: Line, index: number): Span | undefined {
  const placed = places?.[index];
  if (placed !== undefined) return placed;
  const { offset = -1, text = "" } = cells[index] ?? {};
  if (offset < 0 || place === undefined) return undefined;
  return { path: place.path, start: offset, end: offset + text.length };
}

function isOfContents(owner: ElementNode | undefined): boolean {
  for (let node = owner; node !== undefined; node = node.parent) if (node.type === "TOC") return true;
  return false;
}
