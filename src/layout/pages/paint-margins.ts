/**
 * What stands around the text block: the page number under it, the mark of a draft over it, the numbers of its
 * lines beside it. A screen reader passes over all of it, but reads the mark of a draft once, at the head of the first
 * page.
 */
import { MARKS_ROLE } from "../../model/issue-marks.js";
import type { Located } from "../../model/located.js";
import type { PageGeometry } from "../../model/page-geometry.js";
import { HEAD_LEADING, LINE_NUMBER_DISTANCE_MM, LINE_NUMBER_PT } from "../../model/printed-measures.js";
import { pointsFromMm } from "../../model/units.js";
import type { ElementNode } from "../element-node.js";
import { elementNode } from "../element-node.js";
import type { Fault } from "../fault.js";
import type { Artifact } from "../layout.js";
import { plainSpan } from "../paragraph/cell.js";
import { collectText } from "../paragraph/collect-cells.js";
import { type Alignment, composeParagraph, type Line } from "../paragraph/compose-paragraph.js";
import { composeInspected } from "../paragraph/inspect-lines.js";
import { collectValue } from "../paragraph/placed-words.js";
import type { TypeBook } from "../paragraph/type-book.js";
import type { TypeStyle } from "../paragraph/type-style.js";
import type { PlacedStrip } from "./filling.js";
import { paintLine } from "./paint-line.js";
import { type Painter, pushMark } from "./painter.js";
import { placeSources } from "./place-sources.js";

export interface Margins {
  readonly geometry: PageGeometry;
  readonly book: TypeBook;
  readonly root: ElementNode;
}

/** — 1 —: outer side, one em in, its top 7 mm under the text block (GB/T 9704-2012, 7.5). */
export function paintPageNumber(painter: Painter, margins: Margins): void {
  const { geometry, book } = margins;
  const { pageNumber } = book.template;
  const type = book.style("pageNumber");
  const isOdd = painter.number % 2 === 1;
  const align = pageNumber.placement === "center" ? "center" : isOdd ? "right" : "left";
  const inset = align === "center" ? 0 : pageNumber.insetEm * type.sizePt;
  paintWords(painter, margins, {
    words: pageNumber.format.replace("{n}", String(painter.number)),
    owner: "page-number",
    type,
    align,
    left: geometry.left + inset,
    measure: geometry.width - 2 * inset,
    // The dash stands at about 0.38 em over the base line; its top is what the distance is measured to.
    baseline:
      geometry.top + geometry.blockHeight + pointsFromMm(pageNumber.distanceMm) + DASH_TOP * type.sizePt,
  });
}

const DASH_TOP = 0.4;

/** Flush right, as far over the text block as the page number stands under it; smaller where the page is narrow. */
export function paintDraftMark(painter: Painter, draft: Located<string>, margins: Margins): void {
  const { geometry, book, root } = margins;
  const type = draftStyle(draft.value, margins);
  const over = pointsFromMm(book.template.pageNumber.distanceMm) + EM_BOX_DESCENT * type.sizePt;
  // Where the margin is too low for it, at the edge of the paper.
  const least = (HEAD_LEADING - EM_BOX_DESCENT) * type.sizePt;
  paintWords(painter, margins, {
    words: draft.value,
    written: draft,
    owner: painter.number === 1 ? elementNode("P", root) : "repeated-header",
    type,
    align: "right",
    left: geometry.left,
    measure: geometry.width,
    baseline: Math.max(least, geometry.top - over),
  });
}

function draftStyle(words: string, { geometry, book, root }: Margins): TypeStyle {
  const type = book.style(MARKS_ROLE);
  const { cells } = collectText(words, plainSpan(type, root));
  const width = cells.reduce((sum, { cluster }) => sum + cluster.width, 0) + AUTOSPACES_EM * type.sizePt;
  return width <= geometry.width ? type : book.style(MARKS_ROLE, (type.sizePt * geometry.width) / width);
}

/** Room for the spaces between Han and digits, 第2稿. */
const AUTOSPACES_EM = 1;

/** @returns what is wrong with it: a character that no face has, more than the line holds */
export function inspectDraftMark({ value, span }: Located<string>, margins: Margins): readonly Fault[] {
  const { geometry, root } = margins;
  const shape = { measure: geometry.width, indent: 0, align: "right", hang: false } as const;
  return composeInspected(collectText(value, plainSpan(draftStyle(value, margins), root)), shape, span)
    .faults;
}

/** Under the base line, of the ideographic em box. */
const EM_BOX_DESCENT = 0.12;

/** Each line of the text but captions, from the top of the page down; two that stand on one base line are one. */
export function paintLineNumbers(painter: Painter, strips: readonly PlacedStrip[], margins: Margins): void {
  const { geometry, book } = margins;
  const { muted } = book.template.colors;
  const type = book.style("pageNumber", LINE_NUMBER_PT, muted);
  const baselines = strips
    .filter(({ strip, repeated }) => strip.unnumbered !== true && !repeated)
    .flatMap(({ strip, y }) =>
      strip.parts.flatMap((part) =>
        part.kind === "line" && !isCaption(part.line) ? [y + part.baseline] : [],
      ),
    )
    .sort((a, b) => a - b);
  let number = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (const baseline of baselines) {
    if (baseline - last < SAME_LINE_PT) continue;
    last = baseline;
    number += 1;
    paintWords(painter, margins, {
      words: String(number),
      owner: "line-number",
      type,
      align: "right",
      left: 0,
      measure: geometry.left - pointsFromMm(LINE_NUMBER_DISTANCE_MM),
      baseline: geometry.top + baseline,
    });
  }
}

/** Captions stand off the grid; of pictures side by side, Word has them in a table, whose lines it does not count. */
function isCaption({ cells, start }: Line): boolean {
  let node: ElementNode | undefined = cells[start]?.span.owner;
  while (node !== undefined && node.type !== "Caption") node = node.parent;
  return node !== undefined;
}

/** Base lines nearer than this are one line's. */
const SAME_LINE_PT = 2;

interface Words {
  readonly words: string;
  /** where an author wrote them */
  readonly written?: Located<string>;
  readonly owner: ElementNode | Artifact;
  readonly type: TypeStyle;
  readonly align: Alignment;
  readonly left: number;
  readonly measure: number;
  readonly baseline: number;
}

function paintWords(
  painter: Painter,
  { root }: Margins,
  { words, written, owner, type, align, left, measure, baseline }: Words,
): void {
  const shape = { measure, indent: 0, align, hang: false } as const;
  const style = plainSpan(type, root);
  const text = written === undefined ? collectText(words, style) : collectValue(written, style);
  const [line] = composeParagraph(text, shape, written?.span);
  if (line === undefined) return;
  const place = { page: painter.number, left, baseline, repeated: painter.number > 1 };
  painter.sources?.push(...placeSources(line, place));
  for (const mark of paintLine(line, left, baseline)) {
    if (mark.kind !== "glyphs") continue;
    const { x, glyphs, text, cell } = mark;
    const { sizePt, color } = type;
    const { face } = cell.cluster;
    pushMark(painter, owner, { kind: "glyphs", face, sizePt, color, x, baseline, glyphs, text });
  }
}
