/**
 * One page of the layout as a content stream: every mark is painted inside marked content, either
 * as part of a structure element or as an artifact. The stream turns the y axis once, and keeps the
 * layout's coordinates from there on: y grows downwards from the top of the page.
 * @see ISO 32000-1, 14.6 (marked content), 14.8.2.2 (artifacts)
 */
import type {
  Artifact,
  GlyphRun,
  Layout,
  Mark,
  Owner,
  PictureMark,
  RuleMark,
} from "../../../layout/layout.js";
import type { FaceUses } from "../faces/embed-face.js";
import type { PictureUses } from "../pictures/embed-picture.js";
import { printFillColor, printNumber } from "./operators.js";
import { paintDots } from "./paint-dots.js";
import { type LineRun, showLine, type TextState } from "./show-text.js";

export interface PaintedPage {
  /** operators in latin1 */
  readonly content: string;
  /** owning element of each marked-content identifier, and the marks it encloses */
  readonly sequences: readonly MarkedSequence[];
  /** resource names of the pictures painted */
  readonly pictures: ReadonlySet<string>;
  readonly isTransparent: boolean;
}

export interface MarkedSequence {
  readonly element: number;
  /** index of its first mark on the page */
  readonly from: number;
}

export interface PaintOptions {
  readonly layout: Layout;
  /** index into the layout's pages */
  readonly page: number;
  /** indices of marks at which a new sequence has to begin, though the owner stays */
  readonly cuts: ReadonlySet<number>;
  readonly faces: FaceUses;
  readonly pictures: PictureUses;
}

const ARTIFACT_PROPERTIES: Record<Artifact, string> = {
  "page-number": "/Type /Pagination /Subtype /Footer /Attached [/Bottom]",
  // The standard names no subtype for it (ISO 32000-1, table 330).
  "line-number": "/Type /Pagination /Attached [/Left]",
  "repeated-header": "/Type /Pagination /Subtype /Header /Attached [/Top]",
  rule: "/Type /Layout",
  decoration: "/Type /Layout",
  background: "/Type /Background",
};

export function paintPage(options: PaintOptions): PaintedPage {
  const { layout, page, cuts } = options;
  const marks = layout.pages[page]?.marks ?? [];
  const state: TextState = { font: "", color: "" };
  const sequences: MarkedSequence[] = [];
  const pictures = new Set<string>();
  const nextStarts = findNextStarts(marks);
  const parts = [`1 0 0 -1 0 ${printNumber(layout.heightPt, 6)} cm\n`];
  for (const { from, to } of stretches(marks, cuts)) {
    const owner = marks[from]?.owner ?? "decoration";
    parts.push(openSequence(owner, { layout, sequences, from }));
    parts.push(paintMarks(marks.slice(from, to), { ...options, state, used: pictures, nextStarts }));
    parts.push("EMC\n");
  }
  const isTransparent = marks.some(
    (mark) => mark.kind === "picture" && options.pictures.use(mark.path).isTransparent,
  );
  return { content: parts.join(""), sequences, pictures, isTransparent };
}

/** Where the text of each run goes on in the same line, be it another owner's. */
function findNextStarts(marks: readonly Mark[]): ReadonlyMap<GlyphRun, number> {
  const starts = new Map<GlyphRun, number>();
  let before: GlyphRun | undefined;
  for (const mark of marks) {
    if (mark.kind !== "glyphs" || mark.glyphs.ids.length === 0 || isWordless(mark)) continue;
    if (before !== undefined && isSameLine(before, mark))
      starts.set(before, mark.x + (mark.glyphs.dx[0] ?? 0));
    before = mark;
  }
  return starts;
}

/** Raised and smaller type belongs to the line it stands in. */
function isSameLine(before: GlyphRun, after: GlyphRun): boolean {
  return after.x >= before.x && Math.abs(after.baseline - before.baseline) < before.sizePt / 2;
}

/** Stretches of neighbouring marks with one owner. */
function* stretches(
  marks: readonly Mark[],
  cuts: ReadonlySet<number>,
): Generator<{ from: number; to: number }> {
  let from = 0;
  for (let index = 1; index <= marks.length; index++) {
    const goesOn = index < marks.length && marks[index]?.owner === marks[from]?.owner && !cuts.has(index);
    if (goesOn) continue;
    yield { from, to: index };
    from = index;
  }
}

function openSequence(
  owner: Owner,
  { layout, sequences, from }: { layout: Layout; sequences: MarkedSequence[]; from: number },
): string {
  if (typeof owner === "string") return `/Artifact <<${ARTIFACT_PROPERTIES[owner]}>> BDC\n`;
  const type = layout.elements[owner]?.type;
  if (type === undefined)
    throw new Error(`A mark belongs to the structure element ${owner}, which does not exist`);
  sequences.push({ element: owner, from });
  return `/${type} <</MCID ${sequences.length - 1}>> BDC\n`;
}

interface PaintContext {
  readonly faces: FaceUses;
  readonly pictures: PictureUses;
  readonly state: TextState;
  readonly used: Set<string>;
  readonly nextStarts: ReadonlyMap<GlyphRun, number>;
}

function paintMarks(marks: readonly Mark[], context: PaintContext): string {
  const parts: string[] = [];
  let line: LineRun[] = [];
  let inText = false;
  const endLine = (): void => {
    if (line.length > 0) parts.push(showLine(line, context));
    line = [];
  };
  const endText = (): void => {
    endLine();
    if (inText) parts.push("ET\n");
    inText = false;
  };
  for (const mark of marks) {
    if (mark.kind !== "glyphs") {
      endText();
      parts.push(mark.kind === "rule" ? paintRule(mark, context.state) : paintPicture(mark, context));
      continue;
    }
    if (mark.glyphs.ids.length === 0) continue;
    if (isWordless(mark)) {
      endText();
      parts.push(paintDots(mark, context.state));
      continue;
    }
    if (!inText) parts.push("BT\n");
    inText = true;
    const last = line.at(-1);
    if (last !== undefined && !isSameLine(last.run, mark)) endLine();
    line.push({ run: mark, next: context.nextStarts.get(mark) });
  }
  endText();
  return parts.join("");
}

/** Glyphs that stand for no character: dots of emphasis under the text. */
const isWordless = (run: GlyphRun): boolean => typeof run.owner === "string" && run.text === "";

function paintRule(rule: RuleMark, state: TextState): string {
  const color = state.color === rule.color ? "" : `${printFillColor(rule.color)}\n`;
  state.color = rule.color;
  const box = [rule.x, rule.y, rule.width, rule.height].map((value) => printNumber(value)).join(" ");
  return `${color}${box} re f\n`;
}

function paintPicture(mark: PictureMark, { pictures, used }: PaintContext): string {
  const { resource, turn } = pictures.use(mark.path);
  used.add(resource);
  // The unit square of an image stands on its foot; the page's y axis points down.
  const place = [mark.width, 0, 0, -mark.height, mark.x, mark.y + mark.height];
  const matrix = place.map((value) => printNumber(value)).join(" ");
  const upright = turn === undefined ? "" : `${turn} cm\n`;
  return `q\n${matrix} cm\n${upright}/${resource} Do\nQ\n`;
}
