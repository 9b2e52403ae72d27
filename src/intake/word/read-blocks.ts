/**
 * Paragraphs and tables in the order of a story. A paragraph whose mark was deleted, or is hidden, has no end of its
 * own: its text joins the next. Each w:p takes its number, seen or not, so that numbers are those of the file.
 */
import type { ManuscriptBlock, ParagraphNumber } from "../manuscript.js";
import type { Inline } from "./inline.js";
import type { ListDefinition, ListLevel } from "./list-definitions.js";
import {
  breaksPageBehind,
  finishDraft,
  isEmptyDraft,
  joinDrafts,
  type ParagraphDraft,
  startDraft,
} from "./paragraph-draft.js";
import {
  layParagraphProperties,
  type ParagraphProperties,
  readParagraphProperties,
} from "./paragraph-format.js";
import { readInline } from "./read-inline.js";
import { readTable } from "./read-table.js";
import { layRunProperties, type RunProperties, readRunProperties } from "./run-format.js";
import type { Style } from "./style-sheet.js";
import { lostObjectNotice } from "./word-notices.js";
import { isTold, type Story } from "./word-reading.js";
import { attribute, child, childValue, type XmlElement } from "./xml-element.js";

/** Word's size where nothing says one, in pt. */
const DEFAULT_SIZE = 10;

interface Row {
  readonly story: Story;
  readonly blocks: ManuscriptBlock[];
  /** text that waits for the paragraph it belongs to */
  waiting: { readonly draft: ParagraphDraft; readonly frame: Frame } | undefined;
}

/** What holds for a paragraph as a whole. */
interface Frame {
  readonly style: Style | undefined;
  readonly own: ParagraphProperties;
  readonly base: RunProperties;
  readonly mark: RunProperties;
}

export function readBlocks(elements: readonly XmlElement[], story: Story): readonly ManuscriptBlock[] {
  const row: Row = { story, blocks: [], waiting: undefined };
  for (const one of elements) readBlock(one, row);
  flush(row);
  return row.blocks;
}

function readBlock(element: XmlElement, row: Row): void {
  const { story } = row;
  const { notes, place } = story.reading;
  switch (element.name) {
    case "w:p":
      readParagraph(element, row);
      return;
    case "w:tbl": {
      flush(row);
      const table = readTable(element, story, readBlocks);
      if (table !== undefined) row.blocks.push(table);
      return;
    }
    case "w:altChunk":
    case "w:subDoc":
      if (isTold(story)) notes.tell(lostObjectNotice("embedded-document", place + 1, {}));
      return;
    case "w:commentRangeStart":
      notes.commentStarts(attribute(element, "w:id") ?? "", place + 1);
      return;
    case "w:commentRangeEnd":
      notes.commentEnds(attribute(element, "w:id") ?? "");
      return;
    case "w:sectPr":
    case "w:del":
    case "w:moveFrom":
    case "w:sdtPr":
    case "w:sdtEndPr":
    case "w:customXmlPr":
    case "w:tcPr":
      return;
    case "m:oMathPara":
    case "m:oMath":
      readParagraph({ name: "w:p", attributes: [], children: [element], text: "" }, row);
      return;
    default:
      // Wrappers, known and to come.
      if (element.name.startsWith("w:")) for (const one of element.children) readBlock(one, row);
  }
}

function readParagraph(paragraph: XmlElement, row: Row): void {
  const { story } = row;
  const { reading } = story;
  reading.place += 1;
  const draft = startDraft(reading.place);
  const properties = child(paragraph, "w:pPr");
  const markFormat = child(properties, "w:rPr");
  const frame = readFrame(properties, markFormat, story);
  const inline: Inline = { story, draft, base: frame.base, url: undefined, isRevised: false };
  readInline(paragraph.children, inline);
  noteMark(markFormat, draft, story);
  // Unchanged, a paragraph without text parts revisions, too.
  if (child(markFormat, "w:ins") === undefined && !isMarkDeleted(markFormat)) reading.notes.settled();

  if (isMarkDeleted(markFormat) || frame.mark.hidden === true) {
    wait(row, { draft, frame });
  } else {
    const { waiting } = row;
    row.waiting = undefined;
    if (waiting !== undefined) joinDrafts(waiting.draft, draft);
    push(row, waiting?.draft ?? draft, frame);
  }
  const section = child(properties, "w:sectPr");
  if (section !== undefined && reading.pageSections.has(section)) reading.isPageBroken = true;
}

function wait(row: Row, later: { readonly draft: ParagraphDraft; readonly frame: Frame }): void {
  const { waiting } = row;
  if (waiting === undefined) row.waiting = isEmptyDraft(later.draft) ? undefined : later;
  else {
    joinDrafts(waiting.draft, later.draft);
    row.waiting = { draft: waiting.draft, frame: later.frame };
  }
}

/** Nothing follows that it could join: it stands alone. */
function flush(row: Row): void {
  if (row.waiting !== undefined) push(row, row.waiting.draft, row.waiting.frame);
  row.waiting = undefined;
}

function push(row: Row, draft: ParagraphDraft, { style, own, base, mark }: Frame): void {
  const { story } = row;
  const { reading } = story;
  const { properties, number } = numbered(style, own, story);
  const isBroken = reading.isPageBroken || draft.pageBreak === 0;
  const isBare = draft.pieces.length === 0;
  reading.isPageBroken = breaksPageBehind(draft);
  row.blocks.push(
    finishDraft(draft, {
      properties,
      number,
      styleName: style?.name,
      markSize: mark.size ?? base.size,
      region: story.region,
      startsPage: properties.startsPage === true || (isBroken && !(isBare && draft.pageBreak === 0)),
    }),
  );
  for (const block of draft.boxes) row.blocks.push(block);
}

function readFrame(
  properties: XmlElement | undefined,
  markFormat: XmlElement | undefined,
  story: Story,
): Frame {
  const { styles } = story.reading;
  const style = styles.paragraphStyle(childValue(properties, "w:pStyle"));
  const defaults = layRunProperties({ size: DEFAULT_SIZE }, styles.run);
  const base = style === undefined ? defaults : layRunProperties(defaults, style.run);
  const own = readParagraphProperties(properties);
  return { style, own, base, mark: layRunProperties(base, readRunProperties(markFormat, styles.themeFace)) };
}

const isMarkDeleted = (markFormat: XmlElement | undefined): boolean =>
  child(markFormat, "w:del") !== undefined || child(markFormat, "w:moveFrom") !== undefined;

function noteMark(markFormat: XmlElement | undefined, { place }: ParagraphDraft, story: Story): void {
  if (markFormat === undefined || !isTold(story)) return;
  const { notes } = story.reading;
  for (const [name, kind] of [
    ["w:ins", "insertion"],
    ["w:moveTo", "arrival"],
    ["w:del", "deletion"],
    ["w:moveFrom", "departure"],
  ] as const) {
    const change = child(markFormat, name);
    if (change !== undefined) notes.revised(kind, attribute(change, "w:author") ?? "", place);
  }
}

/** Number of the paragraph, and its properties with those of its level (17.9.22): under the style, over the own. */
function numbered(
  style: Style | undefined,
  own: ParagraphProperties,
  story: Story,
): { readonly properties: ParagraphProperties; readonly number: ParagraphNumber | undefined } {
  const { styles, definitionOf } = story.reading;
  const styled = layParagraphProperties(styles.paragraph, style?.paragraph ?? {});
  const list = own.list ?? styled.list;
  const definition = list === undefined ? undefined : definitionOf(list);
  if (list === undefined || definition === undefined) {
    return { properties: layParagraphProperties(styled, own), number: undefined };
  }
  const depth = own.listLevel ?? levelOfStyle(definition, style) ?? styled.listLevel ?? 0;
  const level = definition.levels[depth];
  const number = story.countList(list, depth);
  return { properties: layParagraphProperties(withLevel(styled, level, own), own), number: shown(number) };
}

/** A level's indent gives way to the style's where the style names the list. */
function withLevel(
  styled: ParagraphProperties,
  level: ListLevel | undefined,
  own: ParagraphProperties,
): ParagraphProperties {
  if (level?.firstLine === undefined) return styled;
  const isByStyle = own.list === undefined;
  return isByStyle && styled.firstLine !== undefined
    ? styled
    : { ...styled, firstLine: { points: 0, characters: undefined, ...level.firstLine } };
}

function levelOfStyle({ levels }: ListDefinition, style: Style | undefined): number | undefined {
  if (style?.listedBy === undefined) return undefined;
  for (const id of [style.id, style.listedBy]) {
    const level = levels.findIndex((one) => one?.style === id);
    if (level >= 0) return level;
  }
  return undefined;
}

/** A level may show nothing. */
const shown = (number: ParagraphNumber | undefined): ParagraphNumber | undefined =>
  number === undefined || number.text.trim() === "" ? undefined : { ...number, text: number.text.trim() };
