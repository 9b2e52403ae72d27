/**
 * Blocks of an item as Word's paragraphs and tables, each in a style of its own. Where a block
 * stands inside another (a quote in a list), only its indent is said directly.
 */
import type { Paragraph, Table, XmlComponent } from "docx";
import type { Block, CodeBlock, List, ListItem } from "../../model/text.js";
import type { DocumentContext } from "./document-context.js";
import { paragraphsOfFigure } from "./figures.js";
import { runsOfInlines, runsOfText } from "./inlines.js";
import {
  CHECKED_BOX,
  DEEPEST_LEVEL,
  type ListReference,
  listTextIndentEm,
  type Marker,
  OPEN_BOX,
} from "./numbering.js";
import { paragraphOf } from "./paragraph.js";
import type { StyleId } from "./style-names.js";
import { tableOf } from "./tables.js";
import { emTwips, looseLineTwips } from "./word-geometry.js";

export type BodyChild = Paragraph | Table;

/** Where blocks stand. */
export interface Place {
  /** style of a plain paragraph */
  readonly style: StyleId;
  /** what lists and quotes around it move it in, in em of the body; 0 outside of them */
  readonly indentEm: number;
  /** level of the list it stands in, from 0; -1 outside of lists */
  readonly listLevel: number;
}

export const bodyPlace: Place = { style: "BodyText", indentEm: 0, listLevel: -1 };
export const notePlace: Place = { style: "FootnoteText", indentEm: 0, listLevel: -1 };

export interface BlocksOptions {
  readonly place: Place;
  /** set behind the last paragraph, where the blocks end in one (an item's attribution) */
  readonly tail?: readonly XmlComponent[];
}

export function blocksOf(
  blocks: readonly Block[],
  context: DocumentContext,
  { place, tail = [] }: BlocksOptions,
): readonly BodyChild[] {
  return blocks.flatMap((block, index) => {
    const isLast = index === blocks.length - 1;
    return blockOf(block, context, { place, ...(isLast ? { tail } : {}) });
  });
}

function blockOf(block: Block, context: DocumentContext, options: BlocksOptions): readonly BodyChild[] {
  const { place, tail = [] } = options;
  switch (block.kind) {
    case "paragraph":
      return [
        paragraphOf(place.style, [...runsOfInlines(block.children, context), ...tail], {
          ...indentOf(place, context),
        }),
      ];
    case "heading":
      return [
        paragraphOf(HEADING_STYLES[block.level], runsOfInlines(block.children, context), {
          ...indentOf(place, context),
        }),
      ];
    case "list":
      return paragraphsOfList(block, context, place);
    case "quote":
      return blocksOf(block.children, context, { place: quotePlace(place) });
    case "code-block":
      return [codeParagraph(block, context, place)];
    case "table":
      // A table needs a paragraph behind it, or Word joins it with the next one.
      return [tableOf(block, context)];
    case "figure":
      return paragraphsOfFigure(block, context);
    case "thematic-break":
      return [paragraphOf("ThematicBreak", [])];
    default:
      return block satisfies never;
  }
}

const HEADING_STYLES = { 1: "Heading3", 2: "Heading4", 3: "Heading5" } as const;

const quotePlace = (place: Place): Place =>
  place.style === "FootnoteText"
    ? place
    : {
        style: "Quote",
        indentEm: place.style === "BodyText" ? 0 : place.indentEm + QUOTE_STEP_EM,
        listLevel: place.listLevel,
      };

/** Further indent of a quote inside another, or inside a list. */
const QUOTE_STEP_EM = 2;

function indentOf(place: Place, context: DocumentContext) {
  return place.indentEm === 0
    ? {}
    : { indent: { left: Math.round(place.indentEm * emTwips(context.template, "body")) } };
}

function paragraphsOfList(list: List, context: DocumentContext, place: Place): readonly BodyChild[] {
  const level = Math.min(place.listLevel + 1, DEEPEST_LEVEL);
  const lists = new Map<string, ListReference>();
  return list.items.flatMap((item) => {
    const marker = markerOf(list, item);
    const reference = lists.get(marker.kind) ?? context.numbering.openList(marker);
    lists.set(marker.kind, reference);
    return paragraphsOfItem(item, { list, context, place, level, reference });
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

interface ItemOptions {
  readonly list: List;
  readonly context: DocumentContext;
  readonly place: Place;
  readonly level: number;
  readonly reference: ListReference;
}

/** The first paragraph carries the marker; what stands behind it in the item lines up with its text. */
function paragraphsOfItem(item: ListItem, options: ItemOptions): readonly BodyChild[] {
  const { list, context, place, level, reference } = options;
  const [first, ...rest] = item.children;
  const startsWithText = first?.kind === "paragraph";
  const isNote = place.style === "FootnoteText";
  const marked = paragraphOf(
    isNote ? "FootnoteText" : "ListParagraph",
    [...boxOf(list, item), ...(startsWithText ? runsOfInlines(first.children, context) : [])],
    { numbering: { ...reference, level } },
  );
  const inside: Place = {
    style: isNote ? "FootnoteText" : "ListContinue",
    indentEm: listTextIndentEm(level),
    listLevel: level,
  };
  return [marked, ...blocksOf(startsWithText ? rest : item.children, context, { place: inside })];
}

function codeParagraph(block: CodeBlock, context: DocumentContext, place: Place): Paragraph {
  // What the lines lack to whole grid lines comes behind them, so that the text stays on the grid.
  const { template, geometry } = context;
  const height = block.value.split("\n").length * looseLineTwips(template, "code");
  const after = Math.ceil(height / geometry.pitch) * geometry.pitch - height;
  return paragraphOf("Code", runsOfText(block.value), { spacing: { after }, ...indentOf(place, context) });
}
