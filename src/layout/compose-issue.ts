/**
 * A checked issue as pages: galley → pages → contents with the page numbers found, again until they
 * stand still → marks and structure. The only entry to layout/.
 */
import type { Diagnosed, Diagnostic } from "../diagnostics/diagnostic.js";
import {
  attributionText,
  furnitureOf,
  hasContents,
  printedSections,
  sectionHeading,
  titleOnOneLine,
} from "../model/furniture.js";
import type { CheckedIssue, Item, Section } from "../model/issue.js";
import { pageGeometry } from "../model/page-geometry.js";
import type { Template } from "../model/template.js";
import { type BlockContext, composeBlocks } from "./blocks/compose-blocks.js";
import { composeContact } from "./blocks/compose-contact.js";
import { composeContents } from "./blocks/compose-contents.js";
import { composeImprint } from "./blocks/compose-imprint.js";
import { composeMasthead } from "./blocks/compose-masthead.js";
import { composeNote } from "./blocks/compose-notes.js";
import {
  composeSectionHeading,
  composeTitle,
  itemDestination,
  sectionDestination,
} from "./blocks/compose-title.js";
import type { Column, Composing } from "./blocks/composing.js";
import { anchorFigures, type Entry, heightOf, type Strip } from "./blocks/strip.js";
import { type ElementNode, elementNode, finishElements } from "./element-node.js";
import type { ContentsEntry, ContentsSetting, Layout, OutlineEntry } from "./layout.js";
import { type FilledPages, fillPages } from "./pages/fill-pages.js";
import { inspectLastPage } from "./pages/inspect-last-page.js";
import { paintPages } from "./pages/paint-pages.js";
import type { ClusterMemory } from "./paragraph/cluster-memory.js";
import { type RoleFaces, typeBook } from "./paragraph/type-book.js";

export interface ComposeIssueInput {
  readonly issue: CheckedIssue;
  readonly template: Template;
  readonly faces: RoleFaces;
  /** what the last composition of the same issue left */
  readonly memory?: ClusterMemory | undefined;
}

/** Passes until the contents' page numbers stand still; two are enough but for a title at the edge. */
const MOST_PASSES = 5;

export function composeIssue({ issue, template, faces, memory }: ComposeIssueInput): Diagnosed<Layout> {
  const findings: Diagnostic[] = [];
  const geometry = pageGeometry(template);
  const book = typeBook(template, faces, memory?.open());
  const composing: Composing = { book, geometry, findings, reported: new Set() };
  const galley = composeGalley(composing, issue);
  const { filled, setting } = fillWithContents(composing, issue, galley);
  const unnumbered = new Set([...(galley.hasCover ? [1] : []), ...filled.imprintPages]);
  const { pages, nodes } = paintPages({ filled, geometry, book, root: galley.root, unnumbered });
  const contents = contentsEntries(galley, filled);
  inspectLastPage(filled, issue, findings);
  const value: Layout = {
    widthPt: geometry.paperWidth,
    heightPt: geometry.paperHeight,
    pages,
    elements: finishElements(nodes),
    outline: outlineOf(galley.sections),
    contents,
    ...(setting === undefined ? {} : { contentsSetting: setting }),
  };
  return { value, diagnostics: findings };
}

interface Galley {
  readonly root: ElementNode;
  readonly column: Column;
  readonly sections: readonly Section[];
  /** lines of the items' titles, by section and item */
  readonly titles: ReadonlyMap<string, readonly string[]>;
  readonly masthead: readonly Strip[];
  readonly body: readonly Strip[];
  readonly notes: ReadonlyMap<number, readonly Strip[]>;
  readonly imprint: readonly Strip[];
  readonly hasCover: boolean;
  readonly hasContents: boolean;
}

function composeGalley(composing: Composing, issue: CheckedIssue): Galley {
  const { geometry, book } = composing;
  const furniture = furnitureOf(issue);
  const root = elementNode("Document", undefined);
  const column: Column = { x: 0, width: geometry.width, role: "body" };
  const sections = printedSections(issue);
  const masthead = composeMasthead(composing, {
    furniture,
    house: issue.house,
    date: issue.date.span,
    number: issue.number.span,
    column,
    parent: root,
  });
  const notes = new Map<number, readonly Strip[]>();
  const titles = new Map<string, readonly string[]>();
  const body: Strip[] = [];
  sections.forEach((section, sectionIndex) => {
    const parent = elementNode("Sect", root, { title: section.name.value });
    const entry = { section: sectionIndex, item: undefined };
    const heading = composeSectionHeading(composing, section, { parent, column, entry });
    body.push(...heading);
    section.items.forEach((item, itemIndex) => {
      const place = {
        parent: elementNode("Art", parent),
        column,
        entry: { section: sectionIndex, item: itemIndex },
      };
      const title = composeTitle(composing, item, place);
      titles.set(`${sectionIndex} ${itemIndex}`, title.flatMap(linesOfStrip));
      body.push(...title);
      const above = heightOf(title) + (itemIndex === 0 ? heightOf(heading) : 0);
      for (const strip of composeItemBody(composing, item, { column, parent: place.parent, above }))
        body.push(strip);
      for (const note of item.notes) notes.set(note.number, composeNote(composing, note, place.parent));
    });
  });
  body.push(
    ...composeContact(composing, {
      line: furniture.contact,
      contact: issue.house.contact,
      column,
      parent: root,
    }),
  );
  const imprint = composeImprint(composing, {
    imprint: furniture.imprint,
    parent: root,
    place: issue.date.span,
  });
  const { contents } = book.template;
  const withContents = contents.show && hasContents(issue);
  return {
    root,
    column,
    sections,
    titles,
    masthead,
    body: anchorFigures(body),
    notes,
    imprint,
    hasCover: withContents && contents.ownPage,
    hasContents: withContents,
  };
}

function composeItemBody(
  composing: Composing,
  item: Item,
  place: Pick<BlockContext, "column" | "parent" | "above">,
): readonly Strip[] {
  const { indentEm } = composing.book.template.rhythm;
  const { attribution } = item;
  const signature =
    attribution === undefined
      ? undefined
      : { text: attributionText(attribution.value), span: attribution.span };
  return composeBlocks(item.blocks, { ...place, composing, indentEm }, signature);
}

/** The contents' height is known before their numbers are; only a number's width can move a line. */
function fillWithContents(
  composing: Composing,
  issue: CheckedIssue,
  galley: Galley,
): { readonly filled: FilledPages; readonly setting: ContentsSetting | undefined } {
  const { geometry } = composing;
  const fill = (contents: readonly Strip[]) => {
    const [first, ...rest] = galley.body;
    // The text stands one line further from the contents than sections from each other.
    const body =
      contents.length === 0 || first === undefined
        ? galley.body
        : [{ ...first, before: first.before + geometry.pitch, startsPage: galley.hasCover }, ...rest];
    return fillPages({
      strips: [...galley.masthead, ...contents, ...body],
      notes: galley.notes,
      imprint: galley.imprint,
      geometry,
    });
  };
  if (!galley.hasContents) return { filled: fill([]), setting: undefined };
  let pages = new Map<string, number>();
  for (let pass = 1; ; pass += 1) {
    const quiet: Composing = pass === 1 ? composing : { ...composing, findings: [] };
    const known = pages;
    const contents = composeContents(quiet, {
      issue,
      sections: galley.sections,
      furniture: furnitureOf(issue),
      column: galley.column,
      parent: galley.root,
      available: geometry.height - galley.masthead.reduce((sum, strip) => sum + strip.height, 0),
      pageOf: (section, item) => known.get(`${section} ${item}`) ?? 1,
    });
    const filled = fill(contents);
    pages = new Map(filled.entries.map(({ section, item, page }) => [`${section} ${item}`, page]));
    const stands = [...pages].every(([key, page]) => known.get(key) === page);
    if (stands || pass === MOST_PASSES) return { filled, setting: settingOf(contents) };
  }
}

/** @param contents its heading and its lines */
function settingOf([, ...rows]: readonly Strip[]): ContentsSetting | undefined {
  const [first] = rows;
  return first === undefined ? undefined : { lines: rows.length, pitchPt: first.height };
}

function linesOfStrip({ parts }: Strip): readonly string[] {
  return parts.flatMap((part) =>
    part.kind === "line"
      ? [
          part.line.cells
            .slice(part.line.start, part.line.textEnd)
            .map(({ text }) => text)
            .join(""),
        ]
      : [],
  );
}

function contentsEntries({ sections, titles }: Galley, filled: FilledPages): readonly ContentsEntry[] {
  const keyOf = ({ section, item }: Entry) => `${section} ${item}`;
  const pages = new Map(filled.entries.map((entry) => [keyOf(entry), entry.page]));
  const moved = filled.moved === undefined ? undefined : keyOf(filled.moved);
  const placeOf = (entry: Entry) => ({
    ...entry,
    page: pages.get(keyOf(entry)) ?? 1,
    ...(keyOf(entry) === moved ? { startsPage: true } : {}),
  });
  return sections.flatMap(({ items }, section): ContentsEntry[] => [
    { kind: "section", ...placeOf({ section, item: undefined }) },
    ...items.map((_, item): ContentsEntry => {
      const entry = { section, item };
      return { kind: "item", ...placeOf(entry), titleLines: titles.get(keyOf(entry)) ?? [] };
    }),
  ]);
}

function outlineOf(sections: readonly Section[]): readonly OutlineEntry[] {
  return sections.map((section, sectionIndex) => ({
    title: sectionHeading(section.name.value),
    destination: sectionDestination({ section: sectionIndex, item: undefined }),
    children: section.items.map((item, itemIndex) => ({
      title: titleOnOneLine(item),
      destination: itemDestination({ section: sectionIndex, item: itemIndex }),
      children: [],
    })),
  }));
}
