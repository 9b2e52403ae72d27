/**
 * Blocks of an item as Word's paragraphs and tables, each in a style of its own. For a block
 * inside another (a quote in a list), only the indent is set directly (place.ts).
 */
import { Tab, type Table, TextRun, type Paragraph as WordParagraph, type XmlComponent } from "docx";
import { textWidthEm } from "../../../han/text-width.js";
import { attributionPlace } from "../../../model/furniture.js";
import { plainText } from "../../../model/plain-text.js";
import { staysWithNext } from "../../../model/stays-with-next.js";
import type {
  Block,
  CodeBlock,
  Heading,
  Inline,
  List,
  ListItem,
  Note,
  Paragraph,
} from "../../../model/text.js";
import { DEEPEST_LEVEL, type Marker } from "../styles/numbering.js";
import { element } from "../word/ooxml-element.js";
import { emTwips, looseLineTwips, roomTwips } from "../word/word-geometry.js";
import { WrittenOnce } from "../word/written-once.js";
import type { DocumentContext } from "./document-context.js";
import { childrenOfFigureRow } from "./figure-row.js";
import { paragraphsOfFigure } from "./figures.js";
import { runsOfInlines, runsOfText } from "./inlines.js";
import { boxOf, type EnclosingList, markerOf, openList } from "./lists.js";
import { paragraphOf } from "./paragraph.js";
import { indentIn, listPlace, markedIndent, notePlace, type Place, quotePlace } from "./place.js";
import { tableChildren } from "./tables.js";

export type BodyChild = WordParagraph | Table | WrittenOnce;

export interface BlocksOptions {
  readonly place: Place;
  /** the item's attribution, set after its last words */
  readonly tail?: readonly XmlComponent[];
  /** keeps the last lines on the page of what stands behind the blocks */
  readonly keepLast?: boolean;
}

export function blocksOf(
  blocks: readonly Block[],
  context: DocumentContext,
  { place, tail = [], keepLast = false }: BlocksOptions,
): readonly BodyChild[] {
  const { index: last, joins } = attributionPlace(blocks);
  const own =
    tail.length > 0 && !joins
      ? [paragraphOf(place.style, tail, { ...keepOf(keepLast), ...indentIn(place, place.style, context) })]
      : [];
  const fills = openFills(context);
  const children = blocks.flatMap((block, index) => {
    const isLast = index === blocks.length - 1;
    const keepNext =
      keepsWithNext(blocks, index, { place, context }) ||
      (keepLast && (isLast || isBeforeShortLast(blocks, index, { place, context })));
    const options = {
      place,
      keepNext,
      keepLast: keepLast && isLast,
      isBeforeCode: blocks[index + 1]?.kind === "code-block",
      fillGrid: fills(blocks[index + 1]),
    };
    return index === last
      ? [...blockOf(block, context, { ...options, ...(joins ? { tail } : {}) }), ...own]
      : keptBlockOf(block, context, options);
  });
  return last < 0 ? [...own, ...children] : children;
}

/**
 * @param height of code, including the room above and below it, in twips
 * @returns what is missing to the next whole grid line, in twips
 */
type FillGrid = (height: number) => number;

/** Code is set off the grid. As in the PDF edition, a run of it is filled up to whole grid lines behind its last block. */
function openFills({ template, geometry }: DocumentContext): (next: Block | undefined) => FillGrid {
  const { pitch } = geometry;
  let above = 0;
  return (next) => (height) => {
    const isLast = next?.kind !== "code-block";
    const run = above + height;
    above = isLast ? 0 : run;
    return isLast && template.grid.snap ? Math.ceil(run / pitch) * pitch - run : 0;
  };
}

interface BlockOptions extends BlocksOptions {
  /** keeps a paragraph on the page of the next block */
  readonly keepNext: boolean;
  readonly isBeforeCode: boolean;
  /** called once for each block of code */
  readonly fillGrid: FillGrid;
}

/** A block that stands by itself is taken as it was written before. */
function keptBlockOf(block: Block, context: DocumentContext, options: BlockOptions): readonly BodyChild[] {
  const { keepBlock, template } = context;
  if (keepBlock === undefined || !standsAlone(block)) return blockOf(block, context, options);
  const { place, keepNext } = options;
  const { style, left, right, listLeft, listLevel } = place;
  const under = [template, style, left, right, listLeft, listLevel, keepNext];
  return [keepBlock(block, under, () => onlyOf(blockOf(block, context, options)))];
}

/** Text of which the document counts nothing: no notes, no relationships of links. */
const standsAlone = (block: Block): block is Paragraph | Heading =>
  (block.kind === "paragraph" || block.kind === "heading") && block.children.every(isCountedNowhere);

const isCountedNowhere = (inline: Inline): boolean =>
  inline.kind !== "note-reference" &&
  inline.kind !== "link" &&
  (!("children" in inline) || inline.children.every(isCountedNowhere));

function onlyOf(children: readonly BodyChild[]): WrittenOnce {
  const [only, ...others] = children;
  if (only === undefined || others.length > 0) throw new Error("a paragraph of text became several");
  return new WrittenOnce(only);
}

function blockOf(block: Block, context: DocumentContext, options: BlockOptions): readonly BodyChild[] {
  const { place, keepNext, fillGrid, tail = [] } = options;
  switch (block.kind) {
    case "paragraph":
      return [
        paragraphOf(place.style, [...runsOfInlines(block.children, context, ROLES[place.style]), ...tail], {
          ...keepOf(keepNext),
          ...indentIn(place, place.style, context),
        }),
      ];
    case "heading": {
      const style = HEADING_STYLES[block.level];
      return [
        paragraphOf(
          style,
          runsOfInlines(block.children, context, HEADING_ROLES[block.level]),
          indentIn(place, style, context),
        ),
      ];
    }
    case "list":
      return paragraphsOfList(block, context, { place, keepLast: options.keepLast === true });
    case "quote":
      return blocksOf(block.children, context, {
        place: quotePlace(place, context),
        keepLast: options.keepLast === true,
      });
    case "code-block":
      return [
        codeParagraph(block, context, { place, fillGrid }),
        // The style has no room between paragraphs of code, which may be of one block.
        ...(options.isBeforeCode ? [paragraphOf("AfterTableWide", [])] : []),
      ];
    case "table":
      return tableChildren(block, context, place);
    case "figure":
      return paragraphsOfFigure(block, { context, place });
    case "figure-row":
      return childrenOfFigureRow(block, context, place);
    case "thematic-break":
      return [thematicBreak(place, context, keepNext)];
    default:
      return block satisfies never;
  }
}

const HEADING_STYLES = { 1: "Heading3", 2: "Heading4", 3: "Heading5" } as const;
/** The roles that the styles are made from. */
const HEADING_ROLES = { 1: "heading1", 2: "heading2", 3: "heading3" } as const;
const ROLES = { BodyText: "body", Quote: "quote", ListContinue: "body", FootnoteText: "note" } as const;

const keepOf = (keepNext: boolean) => (keepNext ? { keepNext } : {});

interface KeepOptions {
  readonly place: Place;
  readonly context: DocumentContext;
}

function keepsWithNext(blocks: readonly Block[], index: number, options: KeepOptions): boolean {
  const isOneLine = () => isOneLineIn(blocks[index], options);
  return staysWithNext({ blocks, index, isUnderTitle: options.place.style === "BodyText", isOneLine });
}

function isOneLineIn(block: Block | undefined, { place, context }: KeepOptions): boolean {
  const { template, geometry } = context;
  const text = block?.kind === "paragraph" ? plainText(block.children) : "";
  const measureEm = (geometry.textWidth - place.left - place.right) / emTwips(template, "body");
  return !text.includes("\n") && template.rhythm.indentEm + textWidthEm(text) <= measureEm;
}

/** Two lines of text stay with what closes an item: a last paragraph of one line takes the one above along. */
function isBeforeShortLast(blocks: readonly Block[], index: number, options: KeepOptions): boolean {
  const last = blocks[index + 1];
  return index === blocks.length - 2 && last?.kind === "paragraph" && isOneLineIn(last, options);
}

function paragraphsOfList(
  list: List,
  context: DocumentContext,
  { place, keepLast }: { readonly place: Place; readonly keepLast: boolean },
): readonly BodyChild[] {
  const level = Math.min(place.listLevel + 1, DEEPEST_LEVEL);
  const marker = markerOf(list);
  const opened = openList(list, level, { numbering: context.numbering, around: place.list });
  return list.items.flatMap((item) => {
    const isKept = keepLast && item === list.items.at(-1);
    return paragraphsOfItem(item, { list, context, place, level, marker, opened, keepLast: isKept });
  });
}

interface ItemOptions {
  readonly list: List;
  readonly context: DocumentContext;
  readonly place: Place;
  readonly level: number;
  readonly marker: Marker;
  readonly opened: Pick<EnclosingList, "reference" | "markers">;
  readonly keepLast: boolean;
}

/** The first paragraph carries the marker; the rest of the item lines up with its text. */
function paragraphsOfItem(item: ListItem, options: ItemOptions): readonly BodyChild[] {
  const { list, context, place, level, marker, opened, keepLast } = options;
  const [first, ...rest] = item.children;
  const startsWithText = first?.kind === "paragraph";
  const around: EnclosingList = { ...opened, taken: new Set() };
  const inside = { ...listPlace(place, { level, marker }, context), list: around };
  const marked = paragraphOf(
    place.style === "FootnoteText" ? "FootnoteText" : "ListParagraph",
    [
      ...boxOf(list, item),
      ...(startsWithText ? runsOfInlines(first.children, context, ROLES[place.style]) : []),
    ],
    {
      numbering: { ...opened.reference, level },
      ...keepOf(
        (startsWithText && keepsWithNext(item.children, 0, { place: inside, context })) ||
          (keepLast && item.children.length <= 1),
      ),
      ...markedIndent(place, { level, marker }, context),
    },
  );
  return [marked, ...blocksOf(startsWithText ? rest : item.children, context, { place: inside, keepLast })];
}

function codeParagraph(
  block: CodeBlock,
  context: DocumentContext,
  { place, fillGrid }: Pick<BlockOptions, "place" | "fillGrid">,
): WordParagraph {
  const height = block.value.split("\n").length * looseLineTwips(context.template, "code");
  const room = roomTwips(context.geometry);
  const lacking = fillGrid(height + 2 * room);
  return paragraphOf("Code", runsOfText(block.value), {
    ...indentIn(place, "Code", context),
    ...(lacking > 0 ? { spacing: { after: room + lacking } } : {}),
  });
}

/** A centred rule, a third as wide as its column; the style itself measures it by the text block. */
function thematicBreak(
  { left, right }: Place,
  { geometry }: DocumentContext,
  keepNext: boolean,
): WordParagraph {
  const keep = keepOf(keepNext);
  if (left === 0 && right === 0) return paragraphOf("ThematicBreak", [], keep);
  const third = Math.round((geometry.textWidth - left - right) / 3);
  return paragraphOf("ThematicBreak", [], { ...keep, indent: { left: left + third, right: right + third } });
}

/** @returns a note's blocks, the first of them with the note's number and a tab in front */
export function blocksOfNote(note: Note, context: DocumentContext): readonly BodyChild[] {
  const [first, ...rest] = note.children;
  const number = new TextRun({ style: "FootnoteReference", children: [element("w:footnoteRef")] });
  const tab = new TextRun({ children: [new Tab()] });
  const startsWithText = first?.kind === "paragraph";
  const opening = startsWithText ? runsOfInlines(first.children, context, "note") : [];
  return [
    paragraphOf("FootnoteText", [number, tab, ...opening]),
    ...blocksOf(startsWithText ? rest : note.children, context, { place: notePlace(context) }),
  ];
}
