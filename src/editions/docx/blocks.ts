/**
 * Blocks of an item as Word's paragraphs and tables, each in a style of its own. Where a block
 * stands inside another (a quote in a list), only its indent is said directly.
 */
import { type Paragraph, Tab, Table, TextRun, type XmlComponent } from "docx";
import { attributionPlace } from "../../model/furniture.js";
import type { Block, CodeBlock, List, ListItem, Table as ModelTable, Note } from "../../model/text.js";
import { isUnmarkedHeading } from "../../model/unmarked-heading.js";
import type { DocumentContext } from "./document-context.js";
import { paragraphsOfFigure } from "./figures.js";
import { runsOfInlines, runsOfText } from "./inlines.js";
import {
  CHECKED_BOX,
  DEEPEST_LEVEL,
  type ListReference,
  listTextIndentEm,
  type Marker,
  markerWidthEm,
  OPEN_BOX,
} from "./numbering.js";
import { paragraphOf } from "./paragraph.js";
import { noteIndentTwips } from "./style-format.js";
import type { StyleId } from "./style-names.js";
import { tableTwips } from "./table-measure.js";
import { tableOf } from "./tables.js";
import { emTwips, looseLineTwips } from "./word-geometry.js";

export type BodyChild = Paragraph | Table;

/** Where blocks stand. */
export interface Place {
  /** style of a plain paragraph */
  readonly style: StyleId;
  /** where text begins on the left, in em of the body, besides what its style says */
  readonly left: number;
  /** the same for lists, which bring their own indent */
  readonly listLeft: number;
  /** level of the list it stands in, from 0; -1 outside of lists */
  readonly listLevel: number;
  /** room above, in twips, where a table stands before it (Word's tables have none below them) */
  readonly above?: number;
}

export const bodyPlace: Place = { style: "BodyText", left: 0, listLeft: 0, listLevel: -1 };
const notePlace: Place = { style: "FootnoteText", left: 0, listLeft: 0, listLevel: -1 };

export interface BlocksOptions {
  readonly place: Place;
  /** set behind the last words, where an item is signed (its attribution) */
  readonly tail?: readonly XmlComponent[];
}

interface BlockOptions extends BlocksOptions {
  /** true for a paragraph that stands as a heading: it stays with the one behind it */
  readonly heads?: boolean;
}

export function blocksOf(
  blocks: readonly Block[],
  context: DocumentContext,
  { place, tail = [] }: BlocksOptions,
): readonly BodyChild[] {
  const { index: last, joins } = attributionPlace(blocks);
  const placeAt = (index: number): Place => {
    const before = blocks[index - 1];
    return index === 0
      ? place
      : { ...place, above: before?.kind === "table" ? roomUnder(before, context) : 0 };
  };
  const own =
    tail.length > 0 && !joins ? [paragraphOf(place.style, tail, formatAt(placeAt(last + 1), context))] : [];
  const children = blocks.flatMap((block, index) => {
    const heads = isUnmarkedHeading(blocks, index);
    return index === last
      ? [...blockOf(block, context, { place: placeAt(index), heads, ...(joins ? { tail } : {}) }), ...own]
      : blockOf(block, context, { place: placeAt(index), heads });
  });
  return last < 0 ? [...own, ...children] : children;
}

function blockOf(block: Block, context: DocumentContext, options: BlockOptions): readonly BodyChild[] {
  const { place, tail = [], heads = false } = options;
  switch (block.kind) {
    case "paragraph":
      return [
        paragraphOf(place.style, [...runsOfInlines(block.children, context), ...tail], {
          ...formatAt(place, context),
          ...(heads ? { keepNext: true } : {}),
        }),
      ];
    case "heading":
      return [
        paragraphOf(
          HEADING_STYLES[block.level],
          runsOfInlines(block.children, context),
          formatAt(place, context),
        ),
      ];
    case "list":
      return paragraphsOfList(block, context, place);
    case "quote":
      return blocksOf(block.children, context, { place: quotePlace(place) });
    case "code-block":
      return [codeParagraph(block, context, place)];
    case "table":
      return [tableOf(block, context)];
    case "figure":
      return paragraphsOfFigure(block, context);
    case "thematic-break":
      return [paragraphOf("ThematicBreak", [])];
    default:
      return block satisfies never;
  }
}

/** Word joins two tables that touch, and wants a paragraph behind the last. */
export function withParagraphsAfterTables(children: readonly BodyChild[]): readonly BodyChild[] {
  return children.flatMap((child, index) => {
    const next = children[index + 1];
    const needsOne = child instanceof Table && (next === undefined || next instanceof Table);
    return needsOne ? [child, paragraphOf("AfterTable", [])] : [child];
  });
}

const HEADING_STYLES = { 1: "Heading3", 2: "Heading4", 3: "Heading5" } as const;

/** A quote's style brings the first indent; a quote inside a quote or a list moves further in. */
function quotePlace(place: Place): Place {
  if (place.style === "FootnoteText") return place;
  const isOuter = place.style === "BodyText";
  return {
    style: "Quote",
    left: isOuter ? 0 : Math.max(place.left, QUOTE_STEP_EM) + QUOTE_STEP_EM,
    listLeft: place.listLeft + QUOTE_STEP_EM,
    listLevel: place.listLevel,
    ...aboveOf(place),
  };
}

/** Further indent of a quote, in em. */
const QUOTE_STEP_EM = 2;

/** @returns what a paragraph says directly, because of where it stands */
const formatAt = (place: Place, context: DocumentContext) => ({
  ...indentOf(place, context),
  ...spacingOf(place),
});

const aboveOf = ({ above = 0 }: Place) => (above > 0 ? { above } : {});

const spacingOf = ({ above = 0 }: Place) => (above > 0 ? { spacing: { before: above } } : {});

/** @returns what fills a table up to whole grid lines, a quarter of a line at least */
function roomUnder(table: ModelTable, context: DocumentContext): number {
  const { pitch } = context.geometry;
  const height = tableTwips(table, context);
  const least = Math.round(ROOM_UNDER_LINES * pitch);
  return context.template.grid.snap
    ? Math.ceil((height + least) / pitch) * pitch - Math.round(height)
    : least;
}

const ROOM_UNDER_LINES = 0.25;

function indentOf({ style, left, listLevel }: Place, { template }: DocumentContext) {
  if (left === 0) return {};
  const indent = { left: Math.round(left * emTwips(template, "body")) };
  // In a list no first line is indented, in neither of the units that a style says it in.
  return {
    indent: style === "Quote" && listLevel >= 0 ? { ...indent, firstLine: 0, firstLineChars: 0 } : indent,
  };
}

function paragraphsOfList(list: List, context: DocumentContext, place: Place): readonly BodyChild[] {
  const level = Math.min(place.listLevel + 1, DEEPEST_LEVEL);
  const lists = new Map<string, ListReference>();
  return list.items.flatMap((item, index) => {
    const marker = markerOf(list, item);
    const reference = lists.get(marker.kind) ?? context.numbering.openList(marker);
    lists.set(marker.kind, reference);
    const itsPlace = index === 0 ? place : { ...place, above: 0 };
    return paragraphsOfItem(item, { list, context, place: itsPlace, level, marker, reference });
  });
}

function markerOf(list: List, item: ListItem): Marker {
  if (list.ordered) return { kind: "number", start: list.start };
  if (item.checked === undefined) return { kind: "bullet" };
  return { kind: item.checked ? "checked-box" : "open-box" };
}

/** In a numbered list the number is the marker, and the box of a task comes behind it. */
function boxOf(list: List, item: ListItem): readonly XmlComponent[] {
  if (!list.ordered || item.checked === undefined) return [];
  return runsOfText(item.checked ? CHECKED_BOX : OPEN_BOX);
}

/** The numbering brings a list's indent; only a quote around the list adds to it. */
function listIndentOf(
  { listLeft }: Place,
  { level, marker }: { readonly level: number; readonly marker: Marker },
  { template }: DocumentContext,
) {
  if (listLeft === 0) return {};
  const em = emTwips(template, "body");
  return {
    indent: { left: (listTextIndentEm(level, marker) + listLeft) * em, hanging: markerWidthEm(marker) * em },
  };
}

interface ItemOptions {
  readonly list: List;
  readonly context: DocumentContext;
  readonly place: Place;
  readonly level: number;
  readonly marker: Marker;
  readonly reference: ListReference;
}

/** The first paragraph carries the marker; what stands behind it in the item lines up with its text. */
function paragraphsOfItem(item: ListItem, options: ItemOptions): readonly BodyChild[] {
  const { list, context, place, level, marker, reference } = options;
  const [first, ...rest] = item.children;
  const startsWithText = first?.kind === "paragraph";
  const isNote = place.style === "FootnoteText";
  const marked = paragraphOf(
    isNote ? "FootnoteText" : "ListParagraph",
    [...boxOf(list, item), ...(startsWithText ? runsOfInlines(first.children, context) : [])],
    {
      numbering: { ...reference, level },
      ...listIndentOf(place, { level, marker }, context),
      ...spacingOf(place),
    },
  );
  const inside: Place = {
    style: isNote ? "FootnoteText" : "ListContinue",
    left: listTextIndentEm(level, marker) + place.listLeft,
    listLeft: place.listLeft,
    listLevel: level,
  };
  return [marked, ...blocksOf(startsWithText ? rest : item.children, context, { place: inside })];
}

function codeParagraph(block: CodeBlock, context: DocumentContext, place: Place): Paragraph {
  // What the lines lack to whole grid lines comes behind them, so that the text stays on the grid.
  const { template, geometry } = context;
  const height = block.value.split("\n").length * looseLineTwips(template, "code");
  const after = Math.ceil(height / geometry.pitch) * geometry.pitch - height;
  return paragraphOf("Code", runsOfText(block.value), {
    ...indentOf(place, context),
    spacing: { ...spacingOf(place).spacing, after },
  });
}

/** @returns a note's blocks; its number comes before the first paragraph and wants a tab behind it */
export function blocksOfNote(note: Note, context: DocumentContext): readonly BodyChild[] {
  const [first, ...rest] = note.children;
  const tab = new TextRun({ children: [new Tab()] });
  const startsWithText = first?.kind === "paragraph";
  const opening = startsWithText ? runsOfInlines(first.children, context) : [];
  const indent = { left: noteIndentTwips(context.template), hanging: 0 };
  return withParagraphsAfterTables([
    paragraphOf("FootnoteText", [tab, ...opening]),
    ...(startsWithText ? rest : note.children).flatMap((block) =>
      block.kind === "paragraph"
        ? [paragraphOf("FootnoteText", runsOfInlines(block.children, context), { indent })]
        : blockOf(block, context, { place: notePlace }),
    ),
  ]);
}
