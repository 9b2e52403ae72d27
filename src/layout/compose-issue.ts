/**
 * A checked issue as pages: galley → pages → contents with the page numbers found, again until they
 * stand still → marks and structure. The only entry to layout/.
 */
import type { Diagnosed } from "../diagnostics/diagnostic.js";
import { furnitureOf, printedSections, sectionHeading, titleOnOneLine } from "../model/furniture.js";
import type { CheckedIssue, Section } from "../model/issue.js";
import { pageGeometry } from "../model/page-geometry.js";
import { UNDER_CONTENTS_LINES } from "../model/printed-measures.js";
import type { Template } from "../model/template.js";
import { composeContents } from "./blocks/compose-contents.js";
import {
  composeGalley,
  composeSection,
  faultsOfGalley,
  type Galley,
  type GalleyMaking,
} from "./blocks/compose-galley.js";
import { itemDestination, sectionDestination } from "./blocks/compose-title.js";
import type { Composing } from "./blocks/composing.js";
import { type Entry, faultsOf, heightOf, type Strip } from "./blocks/strip.js";
import { elementNode } from "./element-node.js";
import type { ContentsEntry, ContentsSetting, Layout, OutlineEntry } from "./layout.js";
import { type LayoutMemory, layoutMemory } from "./layout-memory.js";
import { fillPages } from "./pages/fill-pages.js";
import type { FilledPages } from "./pages/filling.js";
import { imprintRoom } from "./pages/imprint-room.js";
import { inspectLastPage } from "./pages/inspect-last-page.js";
import { inspectDraftMark } from "./pages/paint-margins.js";
import { paintPages } from "./pages/paint-pages.js";
import { openWords } from "./paragraph/break-title.js";
import { type RoleFaces, typeBook } from "./paragraph/type-book.js";
import { type IssueSources, issueSources } from "./source-places.js";
import { tellFaults } from "./tell-faults.js";

export interface ComposeIssueInput {
  readonly issue: CheckedIssue;
  readonly template: Template;
  readonly faces: RoleFaces;
  /** what the last composition of the same issue left */
  readonly memory?: LayoutMemory | undefined;
  /** numbers of lines in the margin, of a draft alone */
  readonly lineNumbers?: boolean;
  /** remember where what stands on the pages comes from */
  readonly places?: boolean;
}

export interface ComposedIssue extends Diagnosed<Layout> {
  /** where they are asked for */
  readonly places?: IssueSources;
}

/** Passes until the contents' page numbers stand still; two are enough but for a title at the edge. */
const MOST_PASSES = 5;

/** Opens what composing reads besides an issue and its fonts. */
export const prepareComposing = (): void => openWords();

export function composeIssue({
  issue,
  template,
  faces,
  memory = layoutMemory(),
  lineNumbers = false,
  places = false,
}: ComposeIssueInput): ComposedIssue {
  const { composing, making } = openComposing({ template, faces, memory });
  const { book, geometry } = composing;
  const galley = composeGalley(composing, issue, making);
  const { filled, contents } = fillWithContents(composing, issue, galley);
  const unnumbered = new Set([...(galley.hasCover ? [1] : []), ...filled.imprintPages]);
  const draft = issue.marks.draft;
  const { pages, elements, sources } = paintPages({
    filled,
    geometry,
    book,
    root: galley.root,
    unnumbered,
    draft,
    lineNumbers,
    places,
  });
  const setting = settingOf(contents);
  const imprintRoomPt = imprintRoom(filled);
  const value: Layout = {
    widthPt: geometry.paperWidth,
    heightPt: geometry.paperHeight,
    pages,
    elements,
    outline: outlineOf(galley.sections),
    contents: contentsEntries(galley, filled),
    ...(setting === undefined ? {} : { contentsSetting: setting }),
    ...(imprintRoomPt === undefined ? {} : { imprintRoomPt }),
  };
  const ofDraft = draft === undefined ? [] : inspectDraftMark(draft, { geometry, book, root: galley.root });
  const faults = [
    ...ofDraft,
    ...faultsOfGalley(galley),
    ...faultsOf(contents),
    ...inspectLastPage(filled, issue),
  ];
  const diagnostics = tellFaults(faults);
  return places ? { value, diagnostics, places: issueSources(sources, issue) } : { value, diagnostics };
}

/** Of what the last composition with this memory made, all that is still the same is found again. */
function openComposing({
  template,
  faces,
  memory,
}: Pick<ComposeIssueInput, "template" | "faces"> & { readonly memory: LayoutMemory }) {
  const { book, root } = memory.start(template, faces, () => ({
    book: typeBook(template, faces),
    root: elementNode("Document", undefined),
  }));
  const making: GalleyMaking = {
    root,
    keepSection: memory.sections.open(),
    keepItem: memory.items.open(),
  };
  const composing: Composing = { book, geometry: pageGeometry(template) };
  return { composing, making };
}

/**
 * Composes items of an issue that is still being read: `composeIssue` with the same memory finds them done.
 * @returns what takes the sections so far, the last of them with new items from an index on
 */
export function composeAhead(
  input: Pick<ComposeIssueInput, "template" | "faces"> & { readonly memory: LayoutMemory },
): (sections: readonly Section[], from: number) => void {
  const { composing, making } = openComposing(input);
  return (sections, from) => {
    const printed = printedSections({ sections });
    const last = printed.at(-1);
    if (last !== undefined) composeSection(composing, last, { index: printed.length - 1, from, making });
  };
}

/** The contents' height is known before their numbers are; only a number's width can move a line. */
function fillWithContents(
  composing: Composing,
  issue: CheckedIssue,
  galley: Galley,
): { readonly filled: FilledPages; readonly contents: readonly Strip[] } {
  const { geometry } = composing;
  const fill = (contents: readonly Strip[]) => {
    const [first, ...rest] = galley.body;
    // The text stands one line further from the contents than sections from each other.
    const body =
      contents.length === 0 || first === undefined
        ? galley.body
        : [
            {
              ...first,
              before: first.before + UNDER_CONTENTS_LINES * geometry.pitch,
              startsPage: galley.hasCover,
            },
            ...rest,
          ];
    return fillPages({
      strips: [...galley.masthead, ...contents, ...body],
      notes: galley.notes,
      imprint: galley.imprint,
      geometry,
    });
  };
  if (!galley.hasContents) return { filled: fill([]), contents: [] };
  let pages = new Map<string, number>();
  for (let pass = 1; ; pass += 1) {
    const known = pages;
    const contents = composeContents(composing, {
      issue,
      sections: galley.sections,
      furniture: furnitureOf(issue),
      column: galley.column,
      parent: galley.root,
      available: geometry.height - heightOf(galley.masthead),
      pageOf: (section, item) => known.get(`${section} ${item}`) ?? 1,
    });
    const filled = fill(contents);
    pages = new Map(filled.entries.map(({ section, item, page }) => [`${section} ${item}`, page]));
    const stands = [...pages].every(([key, page]) => known.get(key) === page);
    if (stands || pass === MOST_PASSES) return { filled, contents };
  }
}

/** @param contents its heading and its lines */
function settingOf([, ...rows]: readonly Strip[]): ContentsSetting | undefined {
  const [first] = rows;
  return first === undefined ? undefined : { lines: rows.length, pitchPt: first.height };
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
      const title = titles.get(keyOf(entry));
      return {
        kind: "item",
        ...placeOf(entry),
        titleLines: title?.lines ?? [],
        ...(title?.flow === undefined ? {} : { titleFlow: title.flow }),
      };
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
