/**
 * The contents: sections and items with leaders and page numbers, every entry a link. Composed again
 * when page numbers turn out otherwise than assumed.
 */
import { type Furniture, sectionHeading, titleOnOneLine } from "../../model/furniture.js";
import type { Issue, Item, Section } from "../../model/issue.js";
import { baselineIn, pitchFor } from "../../model/page-geometry.js";
import { CONTENTS_HEADING_LINES } from "../../model/printed-measures.js";
import { type ElementNode, elementNode } from "../element-node.js";
import { breakEntry } from "../paragraph/break-title.js";
import { plainSpan, type SpanStyle } from "../paragraph/cell.js";
import { collectText } from "../paragraph/collect-cells.js";
import { composeParagraph, type Line } from "../paragraph/compose-paragraph.js";
import { collectValue } from "../paragraph/placed-words.js";
import { composeLines } from "./compose-lines.js";
import { itemDestination, sectionDestination } from "./compose-title.js";
import type { Column, Composing } from "./composing.js";
import { type Part, type Strip, withFaults } from "./strip.js";

export interface ContentsInput {
  readonly issue: Issue;
  readonly sections: readonly Section[];
  readonly furniture: Furniture;
  readonly column: Column;
  readonly parent: ElementNode;
  /** height left under the masthead */
  readonly available: number;
  /** number printed for an item */
  readonly pageOf: (section: number, item: number) => number;
}

/** Items stand one em in from the sections; what is left of a long title hangs below it. */
const ITEM_INDENT_EM = 1;
/** Room between a title's last line and its number, in em of the item's size. */
const LEADER_LEAST_EM = 2;
const LEADER = "…";

/**
 * Lines are set closer by at most this, where the contents then end on the page they start on: type of
 * 14 pt stands 21.7 pt apart, which is the leading of one and a half em that Chinese books have.
 */
const TIGHTEST_PITCH = 0.75;

export function composeContents(composing: Composing, input: ContentsInput): readonly Strip[] {
  const { geometry } = composing;
  const pitch = geometry.snap
    ? geometry.pitch
    : pitchFor(geometry, composing.book.style("contentsItem").sizePt);
  const strips = composeList(composing, input, pitch);
  const [heading, ...rows] = strips;
  const room = input.available - (heading?.height ?? 0);
  const fitting = room / rows.length;
  const isTight = fitting < pitch && fitting >= pitch * TIGHTEST_PITCH;
  return isTight ? composeList(composing, input, fitting) : strips;
}

function composeList(composing: Composing, input: ContentsInput, pitch: number): readonly Strip[] {
  const parent = elementNode("Sect", input.parent);
  const strips = [...composeHeading(composing, input, parent)];
  const toc = elementNode("TOC", parent);
  input.sections.forEach((section, sectionIndex) => {
    const entry = elementNode("TOCI", toc);
    strips.push(...composeSection(composing, input, { section, sectionIndex, entry, pitch }));
    section.items.forEach((item, itemIndex) => {
      const node = elementNode("TOCI", toc);
      const page = input.pageOf(sectionIndex, itemIndex);
      const title = titleOnOneLine(item);
      const offsets = offsetsOfTitle(item, title);
      const target = itemDestination({ section: sectionIndex, item: itemIndex });
      const place = item.title[0]?.span ?? item.listed;
      strips.push(...composeItem(composing, input, { title, offsets, page, target, node, place, pitch }));
    });
  });
  const last = strips.at(-1);
  if (last !== undefined) strips[strips.length - 1] = { ...last, keep: false };
  return strips;
}

function composeHeading(
  composing: Composing,
  { furniture, column }: ContentsInput,
  parent: ElementNode,
): readonly Strip[] {
  const { book, geometry } = composing;
  const type = book.style("contentsHeading");
  const text = collectText(furniture.contentsHeading, plainSpan(type, elementNode("H2", parent)));
  const shape = { measure: column.width, indent: 0, align: "center", hang: false } as const;
  const height = CONTENTS_HEADING_LINES * geometry.pitch;
  return composeParagraph(text, shape).map((line) => ({
    before: 0,
    height,
    snap: true,
    keep: true,
    parts: [{ kind: "line", line, x: column.x, baseline: baselineIn(height, type.sizePt) }],
    notes: [],
  }));
}

function composeSection(
  composing: Composing,
  { column }: ContentsInput,
  {
    section,
    sectionIndex,
    entry,
    pitch,
  }: {
    readonly section: Section;
    readonly sectionIndex: number;
    readonly entry: ElementNode;
    readonly pitch: number;
  },
): readonly Strip[] {
  const { book } = composing;
  const type = book.style("contentsSection");
  const words = sectionHeading(section.name.value);
  const span = linkSpan(plainSpan(type, entry), {
    name: sectionDestination({ section: sectionIndex, item: undefined }),
    description: words,
  });
  const { lines, faults } = composeLines(composing, collectValue(section.name, span, sectionHeading), {
    column,
    sizePt: type.sizePt,
    indent: 0,
    align: "left",
    trimsStart: true,
    place: section.name.span,
  });
  const strips = lines.map(
    (line): Strip => ({
      before: 0,
      height: pitch,
      snap: false,
      keep: true,
      parts: [{ kind: "line", line, x: column.x, baseline: baselineIn(pitch, type.sizePt) }],
      notes: [],
    }),
  );
  return withFaults(strips, faults);
}

function linkSpan(span: SpanStyle, to: { readonly name: string; readonly description: string }): SpanStyle {
  const reference = elementNode("Reference", span.owner);
  const link = elementNode("Link", reference, { target: { kind: "destination", ...to } });
  return { ...span, owner: link, link };
}

/** @returns source offset of each unit of the title on one line, a space that parts two of its lines among them */
function offsetsOfTitle(item: Item, title: string): readonly number[] {
  const all: number[] = [];
  for (const { value, span, offsets } of item.title) {
    if (!title.startsWith(value, all.length)) all.push(span.start);
    for (let unit = 0; unit < value.length; unit += 1) all.push(offsets?.[unit] ?? span.start + unit);
  }
  return all;
}

interface ItemEntry {
  readonly title: string;
  /** of the title's units in the author's file */
  readonly offsets: readonly number[];
  readonly page: number;
  readonly target: string;
  readonly node: ElementNode;
  readonly place: ContentsInput["sections"][number]["span"];
  readonly pitch: number;
}

function composeItem(composing: Composing, { column }: ContentsInput, entry: ItemEntry): readonly Strip[] {
  const { book } = composing;
  const type = book.style("contentsItem");
  const em = type.sizePt;
  const description = `${entry.title}，第${entry.page}页`;
  const { link, ...span } = linkSpan(plainSpan(type, entry.node), { name: entry.target, description });
  const words = { ...span, link: undefined };
  const number = collectText(String(entry.page), words);
  const indent = ITEM_INDENT_EM * book.style("contentsSection").sizePt;
  const width = column.width - indent;
  const [numberLine] = composeParagraph(number, { measure: width, indent: 0, align: "right", hang: false });
  const numberWidth = number.cells.reduce((sum, cell) => sum + cell.cluster.width, 0);
  const inner: Column = {
    ...column,
    x: column.x + indent,
    width: width - numberWidth - LEADER_LEAST_EM * em,
  };
  // The space parts title and number for those who hear or copy the line; it is not seen.
  const { lines, faults } = composeLines(
    composing,
    breakEntry(collectText(`${entry.title} `, words, entry.offsets), inner.width),
    {
      column: inner,
      sizePt: em,
      indent: 0,
      align: "left",
      trimsStart: true,
      place: entry.place,
    },
  );
  const { pitch } = entry;
  const baseline = baselineIn(pitch, em);
  const strips = lines.map((line, index): Strip => {
    const isLast = index === lines.length - 1;
    const parts: Part[] = [{ kind: "line", line, x: inner.x, baseline }];
    if (isLast && numberLine !== undefined) {
      const leader = leaderLine({ from: line.right, to: width - Math.max(em, numberWidth), owner: words });
      if (leader !== undefined) parts.push({ kind: "line", line: leader, x: inner.x, baseline });
      parts.push({ kind: "line", line: numberLine, x: inner.x, baseline });
    }
    if (link !== undefined) {
      const area = { x: inner.x, y: baseline - em, width: isLast ? width : line.right, height: 1.25 * em };
      parts.push({ kind: "area", link, ...area });
    }
    return { before: 0, height: pitch, snap: false, keep: !isLast, parts, notes: [] };
  });
  return withFaults(strips, faults);
}

interface Leader {
  readonly from: number;
  readonly to: number;
  readonly owner: SpanStyle;
}

/** Dots on a common measure from the right, so that those of all entries stand under each other. */
function leaderLine({ from, to, owner }: Leader): Line | undefined {
  const { type } = owner;
  const room = 0.5 * type.sizePt;
  const count = Math.floor((to - from - room - 0.25 * type.sizePt) / type.sizePt);
  if (count < 1) return undefined;
  const span = { ...plainSpan(type, owner.owner), artifact: true };
  const { cells } = collectText(LEADER, span);
  const [cell] = cells;
  if (cell === undefined) return undefined;
  const x = Float64Array.from({ length: count }, (_, index) => to - room - (count - index) * type.sizePt);
  const row = Array.from({ length: count }, () => cell);
  return {
    cells: row,
    start: 0,
    end: count,
    textEnd: count,
    x,
    right: to - room,
    growth: 0,
    excess: 0,
    missing: 0,
    final: true,
    place: undefined,
    places: undefined,
  };
}
