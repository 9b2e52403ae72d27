/**
 * Titles and section headings: the editor's line breaks, else lines balanced and broken at the
 * sense (break-title.ts); a title's height is a whole number of grid lines.
 */

import { sectionHeading } from "../../model/furniture.js";
import type { Item, Section } from "../../model/issue.js";
import type { Span } from "../../model/located.js";
import { baselineIn, pitchFor } from "../../model/page-geometry.js";
import { titleHeight } from "../../model/printed-measures.js";
import type { TitleFlow } from "../../model/title-flow.js";
import { type ElementNode, elementNode } from "../element-node.js";
import type { Fault } from "../fault.js";
import { breakTitle } from "../paragraph/break-title.js";
import { type Cell, type CellText, joinCells, plainSpan } from "../paragraph/cell.js";
import { flowOfTitle } from "../paragraph/flow-title.js";
import type { InspectedLines } from "../paragraph/inspect-lines.js";
import { collectValue } from "../paragraph/placed-words.js";
import { composeLines } from "./compose-lines.js";
import type { Column, Composing } from "./composing.js";
import { sliceStrip } from "./slice-strip.js";
import { type Entry, type Part, type Strip, withFaults } from "./strip.js";

export interface HeadingPlace {
  readonly parent: ElementNode;
  readonly column: Column;
  readonly entry: Entry;
}

export const sectionDestination = (entry: Entry): string => `section-${entry.section + 1}`;
export const itemDestination = (entry: Entry): string => `item-${entry.section + 1}-${(entry.item ?? 0) + 1}`;

/** 【学术交流】 on its own line, flush left. */
export function composeSectionHeading(
  composing: Composing,
  section: Section,
  place: HeadingPlace,
): readonly Strip[] {
  const { book, geometry } = composing;
  const type = book.style("section");
  const span = plainSpan(type, elementNode("H2", place.parent));
  const text = collectValue(section.name, span, sectionHeading);
  const { lines, faults } = composeLines(composing, text, {
    column: place.column,
    sizePt: type.sizePt,
    indent: 0,
    align: "left",
    place: section.name.span,
  });
  const pitch = pitchFor(geometry, type.sizePt);
  const { sectionBefore, sectionAfter } = book.template.rhythm;
  const after = sectionAfter * geometry.pitch;
  const strips = lines.map((line, index): Strip => {
    const isFirst = index === 0;
    const lead: Part[] = isFirst ? [{ kind: "destination", name: sectionDestination(place.entry) }] : [];
    return {
      before: isFirst ? sectionBefore * geometry.pitch : 0,
      height: pitch + (index === lines.length - 1 ? after : 0),
      snap: true,
      keep: true,
      heads: true,
      barrier: isFirst,
      parts: [...lead, { kind: "line", line, x: place.column.x, baseline: baselineIn(pitch, type.sizePt) }],
      notes: [],
      ...(isFirst ? { entry: place.entry } : {}),
    };
  });
  return withFaults(strips, faults);
}

/**
 * A title's block: its lines in the middle of its height. At the top of a page the grid line above
 * is dropped.
 */
export function composeTitle(
  composing: Composing,
  title: BrokenTitle,
  place: HeadingPlace,
): readonly Strip[] {
  const { book, geometry } = composing;
  const { rhythm } = book.template;
  const type = book.style("title");
  const { lines, faults } = titleLines(composing, title, place.column);
  const pitch = rhythm.titlePitch * geometry.pitch;
  const text = lines.length * pitch;
  const whole = titleHeight(rhythm, lines.length) * geometry.pitch;
  const before = geometry.snap ? geometry.pitch : (whole - text) / 2;
  // At a page's top the lines may not rise out of the text block by more than their leading.
  const top = Math.max((whole - text) / 2 - before, -(pitch - type.sizePt) / 2);
  const parts = lines.map((line, index): Part => {
    const baseline = top + index * pitch + baselineIn(pitch, type.sizePt);
    return { kind: "line", line, x: place.column.x, baseline };
  });
  const destination: Part = { kind: "destination", name: itemDestination(place.entry) };
  const block: Strip = {
    before,
    height: whole - before,
    snap: true,
    keep: true,
    heads: true,
    barrier: true,
    parts: [destination, ...parts],
    notes: [],
    entry: place.entry,
    faults,
  };
  return sliceStrip(
    block,
    lines.slice(1).map((_, index) => top + (index + 1) * pitch),
  );
}

function titleLines(
  composing: Composing,
  { text, faults, place }: BrokenTitle,
  column: Column,
): InspectedLines {
  const composed = composeLines(composing, text, {
    column,
    sizePt: composing.book.style("title").sizePt,
    indent: 0,
    align: "center",
    place,
  });
  return { lines: composed.lines, faults: [...faults, ...composed.faults] };
}

/** An item's title and where its lines end, which the pages and the office programs both go by. */
export interface BrokenTitle {
  readonly text: CellText;
  readonly faults: readonly Fault[];
  /** of its first line */
  readonly place: Span;
  /** the breaks are the editor's own, not to be changed */
  readonly isWritten: boolean;
}

/** The title's cells with the breaks that the editor wrote, else with those at the sense. */
export function breakItemTitle(
  composing: Composing,
  item: Item,
  { parent, column }: HeadingPlace,
): BrokenTitle {
  const span = plainSpan(composing.book.style("title"), elementNode("H3", parent));
  const written = item.title.map((line) => collectValue(line, span));
  const place = item.title[0]?.span ?? item.listed;
  const [only] = written;
  if (written.length === 1 && only !== undefined)
    return { ...breakTitle(only, { measure: column.width, place }), place, isWritten: false };
  const joined = joinCells(...written);
  let count = 0;
  const breaksAfter = new Set<number>();
  for (const line of written.slice(0, -1)) {
    count += line.cells.length;
    breaksAfter.add(count - 1);
  }
  return { text: { cells: joined.cells, breaksAfter }, faults: [], place, isWritten: true };
}

export interface OfficeTitle {
  /** with the spaces that ended them; one where the program breaks it as it breaks text */
  readonly lines: readonly string[];
  /** absent where a single line needs none, or where no measure gives these lines */
  readonly flow?: TitleFlow;
}

/** Another break than that of the pages leaves no line shorter than this share of the longest. */
const SHORTEST_SHARE = 1 / 3;

/**
 * A title as an office program is to break it. Where no measure brings it to the breaks of the composed pages, it
 * gets the best ones that a measure does give and the sense allows. What no measure gives, and what the editor broke, is
 * broken by hand.
 * @param measure of the column, in points
 */
export function officeTitle({ text, place, isWritten }: BrokenTitle, measure: number): OfficeTitle {
  const { cells } = text;
  const flowOf = (breaks: readonly number[]) => flowOfTitle({ cells }, breaks, measure);
  const breaks = [...text.breaksAfter].sort((a, b) => a - b);
  const lines = linesBetween(text);
  const flow = flowOf(breaks);
  if (flow !== undefined) return { lines, flow };
  if (breaks.length === 0 || isWritten) return { lines };
  const other = breakTitle(
    { cells, breaksAfter: new Set() },
    {
      measure,
      place,
      lines: breaks.length + 1,
      admits: (tried) => hasNoShortLine(tried, cells) && flowOf(tried) !== undefined,
    },
  );
  const otherFlow = flowOf([...other.text.breaksAfter]);
  return otherFlow === undefined ? { lines } : { lines: linesBetween(other.text), flow: otherFlow };
}

function hasNoShortLine(breaks: readonly number[], cells: readonly Cell[]): boolean {
  const ends = [...breaks.map((end) => end + 1), cells.length];
  const widths = ends.map((end, index) =>
    cells.slice(ends[index - 1] ?? 0, end).reduce((sum, { cluster }) => sum + cluster.width, 0),
  );
  return Math.min(...widths) >= Math.max(...widths) * SHORTEST_SHARE;
}

function linesBetween({ cells, breaksAfter }: CellText): readonly string[] {
  const lines = [""];
  cells.forEach(({ text }, index) => {
    lines.push(`${lines.pop() ?? ""}${text}`);
    if (breaksAfter.has(index)) lines.push("");
  });
  return lines;
}
