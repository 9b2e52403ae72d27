/**
 * The laws of composed pages, asked of a layout: each answers with what breaks it, in words. What is
 * seen on the page alone (overlaps, the type area) is seen-mark.ts.
 */
import type { GlyphRun, Layout, StructureElement, StructureType } from "../../src/layout/layout.js";
import { figuresOf } from "../../src/model/figures.js";
import { printedSections } from "../../src/model/furniture.js";
import type { Issue } from "../../src/model/issue.js";
import { type EditionText, withoutSpace } from "../edition-text/edition-text.js";

/** Pictures stand in the order of the source, over all pages. */
export function figuresOutOfOrder(layout: Layout, issue: Issue): readonly string[] {
  const printed = layout.pages.flatMap(({ marks }) =>
    marks.flatMap((mark) => (mark.kind === "picture" ? [mark.path] : [])),
  );
  const written = printedSections(issue)
    .flatMap(({ items }) => items)
    .flatMap(({ blocks }) => figuresOf(blocks))
    .flatMap(({ image }) => (image.state === "found" ? [image.path] : []));
  return printed.join() === written.join() ? [] : [`printed ${printed.join()}, written ${written.join()}`];
}

/**
 * A note begins on the page that calls it. Only where a note before it took what room there was may
 * it begin later: on the page where that one ends, or the next. It goes on from page to page.
 */
export function notesAstray(layout: Layout): readonly string[] {
  const called = new Map<string, number>();
  const found: string[] = [];
  let lastEnd = 0;
  for (const { type, target, kids } of layout.elements) {
    if (type !== "Link" || target?.kind !== "destination" || !target.name.startsWith("note-")) continue;
    const [kid] = kids;
    if (kid?.kind === "marks" && !called.has(target.name)) called.set(target.name, kid.page);
  }
  const notes = layout.elements.filter(({ type }) => type === "Note");
  for (const note of notes) {
    const pages = [...new Set(pagesOf(layout, note))];
    const [first = 0] = pages;
    const last = pages.at(-1) ?? 0;
    const call = called.get(note.noteId ?? "") ?? 0;
    const isCarried = first > call && (first === lastEnd || first === lastEnd + 1) && lastEnd >= call;
    if (first !== call && !isCarried) found.push(`${note.noteId} called on ${call}, begins on ${first}`);
    if (last - first + 1 !== pages.length) found.push(`${note.noteId} on pages ${pages.join()}`);
    lastEnd = last;
  }
  return notes.length === called.size ? found : [...found, `${called.size} called, ${notes.length} printed`];
}

/** @returns the page of each mark of an element and what it holds, in reading order */
export function pagesOf(layout: Layout, element: StructureElement): readonly number[] {
  return element.kids.flatMap((kid) => {
    if (kid.kind === "marks") return [kid.page];
    const child = layout.elements[kid.id];
    return child === undefined ? [] : pagesOf(layout, child);
  });
}

/** Between the first and the last line of the imprint stands nothing else. */
export function linesInImprint(layout: Layout): readonly string[] {
  const imprint = layout.elements.find(
    ({ type, parent, kids }) =>
      type === "Sect" &&
      parent === 0 &&
      kids.every((kid) => kid.kind === "element" && layout.elements[kid.id]?.type === "P"),
  );
  if (imprint === undefined) return [];
  return layout.pages.flatMap(({ number, marks }) => {
    const lines = marks
      .filter((mark) => mark.kind === "glyphs")
      .filter(({ owner }) => typeof owner === "number");
    const isOwn = ({ owner }: GlyphRun) =>
      typeof owner === "number" && owningIds(layout, owner).has(imprint.id);
    const own = lines.filter(isOwn).map(({ baseline }) => baseline);
    const [top, bottom] = [Math.min(...own), Math.max(...own)];
    return lines
      .filter(
        (line) => !isOwn(line) && line.baseline > top - line.sizePt && line.baseline - line.sizePt < bottom,
      )
      .map(({ text }) => `page ${number}: “${text.slice(0, 24)}” stands in the imprint`);
  });
}

/** An element and all that it stands in. */
function owningIds(layout: Layout, id: number): ReadonlySet<number> {
  const ids = new Set<number>();
  for (let at: number | undefined = id; at !== undefined; at = layout.elements[at]?.parent) ids.add(at);
  return ids;
}

/** Every page has something of the issue on it. */
export const blankPages = (layout: Layout): readonly string[] =>
  layout.pages.flatMap(({ number, marks }) =>
    marks.some(({ owner }) => typeof owner === "number") ? [] : [`page ${number} is blank`],
  );

/** Elements of pictures side by side and their captions. */
const MOST_BESIDE = 8;

/** A list item's label stands on the page where its text begins, a caption on that of its picture. */
export function partedFromTheirOwn(layout: Layout): readonly string[] {
  return layout.elements.flatMap((element, index) => {
    if (element.type === "LI") {
      const [label, body] = element.kids.flatMap((kid) => {
        const child = kid.kind === "element" ? layout.elements[kid.id] : undefined;
        return child === undefined ? [] : [pagesOf(layout, child)[0]];
      });
      return label === body || body === undefined ? [] : [`label on ${label}, its text on ${body}`];
    }
    if (element.type !== "Caption") return [];
    const figure = layout.elements.slice(0, index).findLast(({ type }) => type === "Figure");
    const own = pagesOf(layout, element)[0];
    const page = figure?.box?.page;
    // The caption of pictures side by side goes on where the longest of theirs ends.
    const isBehind = layout.elements
      .slice(Math.max(0, index - MOST_BESIDE), index)
      .some((other) => other.type === "Caption" && pagesOf(layout, other).at(-1) === own);
    return page === own || isBehind ? [] : [`picture on ${page}, its caption on ${own}`];
  });
}

/** No page ends in a heading or a title, unless its item ends with it or no page holds it. */
export function headingsAtFoot(layout: Layout): readonly string[] {
  return layout.pages.slice(0, -1).flatMap(({ number, marks }) => {
    const text = marks.filter(
      (mark): mark is GlyphRun & { owner: number } =>
        mark.kind !== "rule" && typeof mark.owner === "number" && !isInside(layout, mark.owner, "Note"),
    );
    const last = text.at(-1);
    const type = last === undefined ? undefined : headingOf(layout, last.owner);
    if (last === undefined || type === undefined || isLastOfItem(layout, last.owner)) return [];
    const element = layout.elements[last.owner];
    if (element !== undefined && pagesOf(layout, element).some((page) => page > number)) return [];
    return [`page ${number} ends in a ${type}`];
  });
}

const headingOf = (layout: Layout, id: number): StructureType | undefined =>
  [...owningIds(layout, id)]
    .map((at) => layout.elements[at]?.type)
    .find((type) => type !== undefined && /^H[2-6]$/.test(type));

/** Nothing of its item is read behind it but notes. */
function isLastOfItem(layout: Layout, id: number): boolean {
  let at = layout.elements[id];
  let from = at;
  while (at?.parent !== undefined && at.type !== "Art") {
    from = at;
    at = layout.elements[at.parent];
  }
  const kids = (at?.kids ?? []).filter(
    (kid) => kid.kind === "element" && layout.elements[kid.id]?.type !== "Note",
  );
  const last = kids.at(-1);
  return at?.type === "Art" && last?.kind === "element" && last.id === from?.id;
}

export const isInside = (layout: Layout, id: number, type: StructureType): boolean =>
  [...owningIds(layout, id)].some((at) => layout.elements[at]?.type === type);

/** A line stands under the line painted before it, or right of it: pages read from the top down. */
export function linesOutOfOrder(layout: Layout): readonly string[] {
  return layout.pages.flatMap(({ number, marks }) => {
    let lowest = 0;
    let caption: { readonly id: number; readonly right: number } | undefined;
    return marks.flatMap((mark) => {
      if (mark.kind !== "glyphs" || typeof mark.owner !== "number" || mark.text.trim() === "") return [];
      // The cells of a row are read one after the other, each from its top.
      if (isInside(layout, mark.owner, "Table")) return [];
      const own = captionOf(layout, mark.owner);
      const right = mark.x + (mark.glyphs.dx.at(-1) ?? 0);
      // So are the captions of pictures side by side.
      const isBeside =
        own !== undefined && caption !== undefined && own !== caption.id && mark.x > caption.right;
      const isOwn = own === caption?.id;
      if (own === undefined) caption = undefined;
      else caption = { id: own, right: Math.max(right, isOwn ? (caption?.right ?? 0) : 0) };
      if (isBeside) lowest = mark.baseline;
      const isAbove = mark.baseline < lowest - 0.5 * mark.sizePt - 4;
      lowest = Math.max(lowest, mark.baseline);
      return isAbove ? [`page ${number}: ${mark.text.slice(0, 20)}`] : [];
    });
  });
}

/** @returns the caption that an element is or stands in */
function captionOf(layout: Layout, id: number): number | undefined {
  for (let at: number | undefined = id; at !== undefined; at = layout.elements[at]?.parent)
    if (layout.elements[at]?.type === "Caption") return at;
  return undefined;
}

/** The text of a layout in reading order, apart as the readers of editions give it. */
export function layoutText(layout: Layout): Omit<EditionText, "tasks"> {
  const parts = { body: "", captions: "" };
  const notes = new Map<number, string>();
  const read = (element: StructureElement, into: "body" | "captions" | number, inContents: boolean): void => {
    if (element.type === "Lbl" || (element.type === "Reference" && !inContents)) return;
    const number = Number(/^note-(\d+)$/.exec(element.noteId ?? "")?.[1] ?? 0);
    const part = number > 0 ? number : element.type === "Caption" ? "captions" : into;
    for (const kid of element.kids) {
      if (kid.kind === "element") {
        const child = layout.elements[kid.id];
        if (child !== undefined) read(child, part, inContents || element.type === "TOCI");
        continue;
      }
      for (const mark of layout.pages[kid.page - 1]?.marks.slice(kid.from, kid.to) ?? [])
        if (mark.kind !== "glyphs") continue;
        else if (typeof part === "number") notes.set(part, (notes.get(part) ?? "") + mark.text);
        else parts[part] += mark.text;
    }
  };
  const [root] = layout.elements;
  if (root !== undefined) read(root, "body", false);
  const ordered = [...notes].sort(([a], [b]) => a - b).map(([, text]) => text);
  return {
    body: withoutSpace(parts.body),
    captions: withoutSpace(parts.captions),
    notes: withoutSpace(ordered.join("")),
  };
}

/** Fewest lines of an item's text on a page that ends in the imprint. */
const LEAST_LINES = 2;

/** @returns lines of text and notes, pictures and rows on the last page besides imprint and contact line */
export function linesBesideImprint(layout: Layout): number {
  const last = layout.pages.at(-1);
  const places = (last?.marks ?? []).flatMap((mark) => {
    if (typeof mark.owner !== "number") return [];
    if (mark.kind === "picture") return [mark.y, mark.y + mark.height];
    if (mark.kind !== "glyphs") return [];
    return isInside(layout, mark.owner, "Art") ? [Math.round(mark.baseline)] : [];
  });
  return Math.min(LEAST_LINES, new Set(places).size);
}
