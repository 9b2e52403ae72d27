/**
 * A line as marks: runs of glyphs of one style and one owner, rules through struck text, dots under
 * emphasised Han. The text of the runs together is the text of the line, dropped spaces included.
 */
import type { GlyphId } from "../../fonts/face.js";
import { isAlphanumeric, isInvisible } from "../../han/character-class.js";
import { hasLetter } from "../../model/letters.js";
import type { ElementNode } from "../element-node.js";
import type { LinkArea, PlacedGlyphs } from "../layout.js";
import type { Cell, SpanStyle } from "../paragraph/cell.js";
import type { Line } from "../paragraph/compose-paragraph.js";
import { type ClusterGlyph, clusterOf } from "../paragraph/type-style.js";

/** The glyphs of a run in the making. */
interface GlyphRows {
  readonly ids: GlyphId[];
  readonly dx: number[];
  readonly texts: string[];
  count: number;
}

/** Marks of a line before they are given to their page. */
export type LineMark =
  | {
      readonly kind: "glyphs";
      readonly span: SpanStyle;
      readonly cell: Cell;
      readonly x: number;
      readonly baseline: number;
      readonly glyphs: PlacedGlyphs;
      readonly text: string;
      readonly isText: boolean;
      /** where the line's last cell ends, for the run that ends its line */
      readonly end: number | undefined;
    }
  | {
      readonly kind: "rule";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly color: string;
    };

/** Strikethrough: height over the base line and thickness in em (as OpenType's usual 0.26 and 0.05). */
const STRIKE_HEIGHT = 0.3;
const STRIKE_THICKNESS = 0.05;
/** 着重号: centre of the dot under the base line, in em, and its size beside the text's. */
const DOT_DEPTH = 0.26;
const DOT_SIZE = 0.9;
const DOT = "·";

export function paintLine(line: Line, left: number, baseline: number): readonly LineMark[] {
  const marks: LineMark[] = [];
  let start = line.start;
  while (start < line.textEnd) {
    const end = runEnd(line, start);
    paintRun({ line, start, end, left, baseline }, marks);
    start = end;
  }
  return marks;
}

interface Run {
  readonly line: Line;
  readonly start: number;
  readonly end: number;
  readonly left: number;
  readonly baseline: number;
}

function runEnd(line: Line, start: number): number {
  const first = line.cells[start];
  let end = start + 1;
  while (end < line.textEnd) {
    const cell = line.cells[end];
    if (cell?.span !== first?.span || cell?.cluster.face !== first?.cluster.face) break;
    end += 1;
  }
  return end;
}

function paintRun(run: Run, marks: LineMark[]): void {
  const { line, start, end, left, baseline } = run;
  const first = line.cells[start];
  if (first === undefined) return;
  const x = left + leftOf(line, start);
  const base = baseline - first.span.raisePt;
  const rows = openRows(end - start);
  let text = "";
  for (let index = start; index < end; index += 1) {
    const cell = line.cells[index];
    if (cell === undefined) continue;
    placeGlyphs(rows, cell, left + leftOf(line, index) - x);
    text += cell.text;
  }
  const glyphs = closeRows(rows);
  const { span } = first;
  const isText = !span.artifact;
  const ends = end === line.textEnd && !isHanging(line) ? left + line.right : undefined;
  marks.push({ kind: "glyphs", span, cell: first, x, baseline: base, glyphs, text, isText, end: ends });
  if (span.struck) marks.push(strikeOf(run, first));
  if (span.dotted) paintDots(run, marks);
}

/** A mark that hangs outside the measure ends where its glyph does. */
function isHanging(line: Line): boolean {
  const last = line.cells[line.end - 1];
  return last !== undefined && line.right - leftOf(line, line.end - 1) < last.cluster.width / 4;
}

/** Spaces dropped at a line's end stand behind its last character, where nothing is seen of them. */
function leftOf(line: Line, index: number): number {
  return index < line.end ? (line.x[index - line.start] ?? 0) : line.right;
}

/** A mark trimmed at the line's end ends with the line, one that hangs there does not. */
function rightOf(line: Line, index: number): number {
  const right = leftOf(line, index) + (line.cells[index]?.cluster.width ?? 0);
  return index === line.end - 1 && !isHanging(line) ? Math.min(right, line.right) : right;
}

function placeGlyphs(rows: GlyphRows, cell: Cell, dx: number): void {
  const shapes = cell.cluster.glyphs;
  const only = shapes[0];
  const seen = cell.text.length === 1 ? cell.text : withoutInvisible(cell.text);
  if (only !== undefined && shapes.length === 1) {
    placeGlyph(rows, only, dx, seen);
    return;
  }
  const characters = [...seen];
  shapes.forEach((shape, index) => {
    const isLast = index === shapes.length - 1;
    const text = isLast ? characters.slice(index).join("") : (characters[index] ?? "");
    placeGlyph(rows, shape, dx, text);
  });
}

/**
 * A zero-width space has no glyph to stand for it, and a glyph that stood for 国 and one would be passed
 * over by pdf.js with it. It stays in the text of the run.
 */
const withoutInvisible = (text: string): string =>
  [...text].filter((character) => !isInvisible(character.codePointAt(0) ?? 0)).join("");

/** Most characters have one glyph: rows that are as long from the start take a third less room than grown ones. */
function openRows(length: number): GlyphRows {
  return { ids: new Array(length), dx: new Array(length), texts: new Array(length), count: 0 };
}

function closeRows({ ids, dx, texts, count }: GlyphRows): PlacedGlyphs {
  ids.length = count;
  dx.length = count;
  texts.length = count;
  return { ids, dx, texts };
}

function placeGlyph(rows: GlyphRows, shape: ClusterGlyph, dx: number, text: string): void {
  const { count } = rows;
  rows.ids[count] = shape.id;
  rows.dx[count] = dx + shape.dx;
  rows.texts[count] = text;
  rows.count = count + 1;
}

function strikeOf({ line, start, end, left, baseline }: Run, first: Cell): LineMark {
  const { sizePt, color } = first.span.type;
  const lastSeen = Math.min(end, line.end) - 1;
  const x = left + leftOf(line, start);
  const right = left + rightOf(line, lastSeen);
  const height = STRIKE_THICKNESS * sizePt;
  return {
    kind: "rule",
    x,
    y: baseline - STRIKE_HEIGHT * sizePt - height / 2,
    width: right - x,
    height,
    color,
  };
}

/** Under each Han, letter and digit, as Word and browsers set them; marks and spaces take no dot (clreq, 着重号). */
function paintDots({ line, start, end, left, baseline }: Run, marks: LineMark[]): void {
  const first = line.cells[start];
  if (first === undefined) return;
  const { sizePt } = first.span.type;
  const type = { ...first.span.type, sizePt: sizePt * DOT_SIZE, clusters: new Map() };
  const cluster = clusterOf(type, DOT, "han");
  const [shape] = cluster.glyphs;
  const ink = shape === undefined ? undefined : cluster.face.ink(shape.id);
  if (shape === undefined || ink === undefined || shape.id === 0) return;
  const middle = ((ink.left + ink.right) / 2) * type.sizePt;
  const base = baseline + DOT_DEPTH * sizePt + ((ink.bottom + ink.top) / 2) * type.sizePt;
  const rows = openRows(Math.max(0, Math.min(end, line.end) - start));
  for (let index = start; index < Math.min(end, line.end); index += 1) {
    const cell = line.cells[index];
    if (cell === undefined || !isDotted(cell)) continue;
    placeGlyph(rows, { id: shape.id, dx: cell.cluster.width / 2 - middle }, leftOf(line, index), "");
  }
  if (rows.count === 0) return;
  const glyphs = closeRows(rows);
  const span = { ...first.span, type };
  const cell = { ...first, cluster, text: "" };
  marks.push({
    kind: "glyphs",
    span,
    cell,
    x: left,
    baseline: base,
    glyphs,
    text: "",
    isText: false,
    end: undefined,
  });
}

function isDotted({ cluster, text }: Cell): boolean {
  return cluster.class === "han" || (isAlphanumeric(cluster.class) && hasLetter(text));
}

/** @returns the box of each link on the line: from the top of the type to its foot */
export function linkAreas(
  line: Line,
  { left, baseline, page }: { readonly left: number; readonly baseline: number; readonly page: number },
): readonly { readonly link: ElementNode; readonly area: LinkArea }[] {
  const areas: { link: ElementNode; area: LinkArea }[] = [];
  for (let start = line.start; start < line.end; ) {
    const cell = line.cells[start];
    const link = cell?.span.link;
    let end = start + 1;
    while (end < line.end && line.cells[end]?.span.link === link) end += 1;
    if (cell !== undefined && link !== undefined) {
      const { sizePt } = cell.span.type;
      const x = left + leftOf(line, start);
      const right = left + rightOf(line, end - 1);
      const y = baseline - cell.span.raisePt - sizePt;
      areas.push({ link, area: { page, x, y, width: right - x, height: sizePt * 1.25 } });
    }
    start = end;
  }
  return areas;
}
