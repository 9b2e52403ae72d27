/**
 * Sections and items in reading order: headings for Word's navigation pane and contents, bookmarks for the
 * contents, the text, and the attribution after its last word.
 */
import { BookmarkEnd, BookmarkStart, type Paragraph, TextRun, type XmlComponent } from "docx";
import { linesTaken } from "../../../han/text-width.js";
import type { ContentsEntry } from "../../../layout/layout.js";
import { isPicture } from "../../../model/figures.js";
import { attributionText, sectionHeading, titleOnOneLine } from "../../../model/furniture.js";
import type { Item, Section } from "../../../model/issue.js";
import { blocksAroundEnd, itemEnd } from "../../../model/item-end.js";
import type { TitleFlow } from "../../../model/title-flow.js";
import { element } from "../word/ooxml-element.js";
import { titleSpacing } from "../word/title-spacing.js";
import { emTwips } from "../word/word-geometry.js";
import { type BodyChild, blocksOf } from "./blocks.js";
import { contentsBookmark } from "./contents.js";
import type { DocumentContext } from "./document-context.js";
import { editorsNoteParagraphs } from "./editors-note.js";
import { plainTone, runsOfText } from "./inlines.js";
import { itemEndParagraphs } from "./item-end.js";
import { paragraphOf } from "./paragraph.js";
import { bodyPlace } from "./place.js";

export interface SectionOptions {
  /** index among the printed sections */
  readonly index: number;
  readonly isBehindCover: boolean;
  /** its last lines stay on the page of what closes the issue */
  readonly closes: boolean;
  /** grid lines left free above, in addition to those of the style */
  readonly linesAbove: number;
  /** @returns where the composed pages put an item (undefined: the section itself) and how they broke its title */
  readonly entryOf: (item: number | undefined) => ContentsEntry | undefined;
}

export function sectionChildren(
  section: Section,
  context: DocumentContext,
  { index, isBehindCover, closes, linesAbove, entryOf }: SectionOptions,
): readonly BodyChild[] {
  const { pitch } = context.geometry;
  const { sectionBefore } = context.template.rhythm;
  const heading = paragraphOf(
    "Heading1",
    bookmarked(contentsBookmark(index), runsOfText(sectionHeading(section.name.value)), context),
    {
      ...pageBreak(isBehindCover || entryOf(undefined)?.startsPage === true),
      ...(linesAbove > 0 ? { spacing: { before: Math.round(pitch * (sectionBefore + linesAbove)) } } : {}),
    },
  );
  return [
    heading,
    ...section.items.flatMap((item, itemIndex) =>
      itemChildren(item, context, {
        bookmark: contentsBookmark(index, itemIndex),
        composed: entryOf(itemIndex),
        closes: closes && itemIndex === section.items.length - 1,
      }),
    ),
  ];
}

/** As in the PDF: the last item moves to a new page with what closes the issue, which never has a page alone. */
const pageBreak = (startsPage: boolean) => (startsPage ? { pageBreakBefore: true } : {});

interface TitleOptions {
  readonly bookmark: string;
  readonly composed: ContentsEntry | undefined;
}

interface ItemOptions extends TitleOptions {
  readonly closes: boolean;
}

function itemChildren(item: Item, context: DocumentContext, options: ItemOptions): readonly BodyChild[] {
  context.notes.enterItem(item.notes);
  const attribution =
    item.attribution === undefined
      ? []
      : runsOfText(attributionText(item.attribution.value), { ...plainTone, attribution: true });
  const [first] = item.blocks;
  const note = editorsNoteParagraphs(item.editorsNote, context, {
    keepNext: first === undefined || !isPicture(first),
  });
  const head = [titleParagraph(item, context, options), ...note];
  if (itemEnd(item) === undefined)
    return [
      ...head,
      ...blocksOf(item.blocks, context, { place: bodyPlace, tail: attribution, keepLast: options.closes }),
    ];
  const { text, pictures } = blocksAroundEnd(item.blocks);
  return [
    ...head,
    ...blocksOf(text, context, { place: bodyPlace, tail: attribution, keepLast: true }),
    ...itemEndParagraphs(item, context),
    ...blocksOf(pictures, context, { place: bodyPlace }),
  ];
}

/**
 * Word breaks a title wherever the line is full and does not balance lines. One of several lines gets the measure
 * that is full where the composed pages break it: its words stay the author's to the character, so that a refreshed
 * contents, search and other readers see them whole. Only where no measure does it, breaks stand in it as an editor
 * sets them (Shift+Enter).
 */
function titleParagraph(
  item: Item,
  context: DocumentContext,
  { bookmark, composed }: TitleOptions,
): Paragraph {
  const { template, geometry } = context;
  const { titleLines = [], titleFlow } = composed ?? {};
  const isBroken = titleFlow === undefined;
  const printed = isBroken ? linesOfTitle(item, titleLines) : titleLines;
  const runs = isBroken
    ? printed.flatMap((line, index) => [
        ...(index === 0 ? [] : [new TextRun({ children: [element("w:br")] })]),
        ...runsOfText(line),
      ])
    : runsOfText(titleOnOneLine(item));
  const em = emTwips(template, "title");
  const measureEm = geometry.textWidth / em;
  const lines = printed.reduce((count, line) => count + linesTaken(line, measureEm), 0);
  const ofStyle = titleSpacing(template, geometry, 1);
  const { before, after, line } = titleSpacing(template, geometry, lines);
  const isOfStyle = before === ofStyle.before && after === ofStyle.after && line === ofStyle.line;
  return paragraphOf("Heading2", bookmarked(bookmark, runs, context), {
    ...pageBreak(composed?.startsPage === true),
    ...(titleFlow === undefined ? {} : { indent: indentOfFlow(titleFlow, geometry.textWidth, em) }),
    ...(isOfStyle
      ? {}
      : { spacing: { before, after, ...(line === ofStyle.line ? {} : { line, lineRule: "exact" }) } }),
  });
}

/** @param em of the title's type; both in twips */
function indentOfFlow({ measureEm, firstLineEm }: TitleFlow, textWidth: number, em: number) {
  const side = Math.max(0, Math.round((textWidth - measureEm * em) / 2));
  const firstLine = Math.round(firstLineEm * em);
  return { left: side, right: side, ...(firstLine === 0 ? {} : { firstLine }) };
}

/** What the editor broke stays so; else the lines of the composed pages, if they are of these words. */
function linesOfTitle(item: Item, composed: readonly string[]): readonly string[] {
  const [only, ...others] = item.title.map(({ value }) => value);
  if (only === undefined || others.length > 0) return item.title.map(({ value }) => value);
  return composed.join("") === only ? composed : [only];
}

function bookmarked(
  name: string,
  children: readonly XmlComponent[],
  context: DocumentContext,
): readonly XmlComponent[] {
  const id = context.takeBookmarkId();
  return [new BookmarkStart(name, id), ...children, new BookmarkEnd(id)];
}
