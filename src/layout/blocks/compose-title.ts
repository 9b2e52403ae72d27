/**
 * Titles and section headings: the editor's line breaks, else lines balanced and broken at the
 * sense (break-title.ts); a title's height is a whole number of grid lines.
 */

import { sectionHeading } from "../../model/furniture.js";
import type { Item, Section } from "../../model/issue.js";
import { baselineIn, pitchFor } from "../../model/page-geometry.js";
import { titleHeight } from "../../model/printed-measures.js";
import { type ElementNode, elementNode } from "../element-node.js";
import { breakTitle } from "../paragraph/break-title.js";
import { joinCells, plainSpan } from "../paragraph/cell.js";
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
export function composeTitle(composing: Composing, item: Item, place: HeadingPlace): readonly Strip[] {
  const { book, geometry } = composing;
  const { rhythm } = book.template;
  const type = book.style("title");
  const { lines, faults } = titleLines(composing, item, place);
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

function titleLines(composing: Composing, item: Item, place: HeadingPlace): InspectedLines {
  const type = composing.book.style("title");
  const span = plainSpan(type, elementNode("H3", place.parent));
  const written = item.title.map((line) => collectValue(line, span));
  const spanOfTitle = item.title[0]?.span ?? item.listed;
  const options = {
    column: place.column,
    sizePt: type.sizePt,
    indent: 0,
    align: "center",
    place: spanOfTitle,
  } as const;
  const [only] = written;
  if (written.length === 1 && only !== undefined) {
    const broken = breakTitle(only, { measure: place.column.width, place: spanOfTitle });
    const { lines, faults } = composeLines(composing, broken.text, options);
    return { lines, faults: [...broken.faults, ...faults] };
  }
  const joined = joinCells(...written);
  let count = 0;
  const breaksAfter = new Set<number>();
  for (const line of written.slice(0, -1)) {
    count += line.cells.length;
    breaksAfter.add(count - 1);
  }
  return composeLines(composing, { ...joined, breaksAfter }, options);
}
