/**
 * The DOCX edition: a checked issue as a Word document that an editor can keep working on, with real
 * styles, numbering, notes, fields and properties. The composed pages supply only where items start, how
 * titles and masthead break, how closely the contents are set and how far down the imprint stands.
 */
import { type IPropertiesOptions, SectionType, type XmlComponent } from "docx";
import { aboveNoteLines } from "../../model/editors-note.js";
import { furnitureOf, printedSections, showsContents } from "../../model/furniture.js";
import type { Keep } from "../../model/kept-values.js";
import { UNDER_CONTENTS_LINES } from "../../model/printed-measures.js";
import type { Template } from "../../model/template.js";
import type { EditionFile, NumberedEditionInput } from "../edition.js";
import { blocksOfNote } from "./body/blocks.js";
import { contentsControl } from "./body/contents.js";
import { openDocument } from "./body/document-context.js";
import { draftHeaders, LINE_NUMBERS } from "./body/draft-header.js";
import { editorsNoteParagraphs } from "./body/editors-note.js";
import { contactParagraphs, imprintChildren, overImprintTwips } from "./body/imprint.js";
import { sectionChildren } from "./body/item-paragraphs.js";
import { mastheadParagraphs } from "./body/masthead.js";
import { pageNumberFooters } from "./body/page-numbers.js";
import { documentProperties } from "./package/document-properties.js";
import { type ComposedDocument, packDocument } from "./package/pack-document.js";
import type { DocumentMeasures } from "./styles/style-format.js";
import { styleMap } from "./styles/style-map.js";
import { wordStyles } from "./styles/styles.js";
import { composedLines } from "./word/composed-lines.js";
import { contentsPitch } from "./word/contents-pitch.js";
import { nameSpacing } from "./word/masthead-heights.js";
import { type WordGeometry, wordGeometry } from "./word/word-geometry.js";
import { keepingAllWritten, keepingWritten, WrittenOnce } from "./word/written-once.js";

export async function renderDocx(input: NumberedEditionInput): Promise<EditionFile> {
  const { issue, template, timestamp, assets } = input;
  const bytes = await packDocument(composeDocument(input), {
    template,
    timestamp,
    language: issue.house.bulletin.language.value,
    pictures: [...assets.values()].map((asset) => asset.bytes),
    keepEntry: input.memory?.docx.entries.open(),
  });
  return { bytes, pages: undefined };
}

/** @returns the components of the document; each can be written once */
export function composeDocument({
  issue,
  template,
  assets,
  layout,
  lineNumbers,
  memory,
}: NumberedEditionInput): ComposedDocument {
  const geometry = wordGeometry(template);
  const context = openDocument({
    template,
    geometry,
    assets,
    layout,
    keepBlock: memory && keepingWritten(memory.docx.blocks.open()),
  });
  const furniture = furnitureOf(issue);
  const masthead = {
    ...furniture,
    nameLines: composedLines(layout, furniture.name),
    issuerLines: composedLines(layout, furniture.publisher ?? ""),
  };
  const sections = printedSections(issue);
  const withContents = showsContents(issue, template);
  const hasCover = withContents && template.contents.ownPage;
  const composed = new Map(layout.contents.map((entry) => [`${entry.section} ${entry.item}`, entry]));
  const closing = [
    ...contactParagraphs(furniture.contact, context),
    ...imprintChildren(furniture.imprint, context),
  ];
  const closes = closing.length > 0;
  const blocks = [
    ...mastheadParagraphs(masthead, context),
    ...editorsNoteParagraphs(issue.editorsNote, context, { linesAbove: aboveNoteLines(template) }),
    ...(withContents ? [contentsControl({ furniture, sections, entries: layout.contents })] : []),
    ...sections.flatMap((section, index) =>
      sectionChildren(section, context, {
        index,
        isBehindCover: index === 0 && hasCover,
        closes: index === sections.length - 1 && closes,
        linesAbove: index === 0 && withContents && !hasCover ? UNDER_CONTENTS_LINES : 0,
        entryOf: (item) => composed.get(`${index} ${item}`),
      }),
    ),
    ...closing,
  ];
  // Last, because the text has called its notes by now; but before the numbering, because a note may open lists.
  const notes = context.notes.called().map(({ note }) => blocksOfNote(note, context));
  const measures = {
    contentsLine: withContents
      ? contentsPitch({ furniture: masthead, setting: layout.contentsSetting, template, geometry })
      : undefined,
    name: nameSpacing(masthead, template, geometry),
    overImprint: overImprintTwips(layout, geometry),
  };
  const properties = documentProperties(issue, furniture);
  const options: IPropertiesOptions = {
    customProperties: properties.customProperties,
    styles: {
      importedStyles: stylesOf(template, geometry, {
        measures,
        keep: memory && keepingAllWritten(memory.docx.styles.open()),
      }),
    },
    numbering: { config: context.numbering.definitions() },
    evenAndOddHeaderAndFooters: template.pageNumber.placement === "outer",
    compatibility: COMPATIBILITY,
    defaultTabStop: DEFAULT_TAB_STOP,
    sections: [
      {
        properties: {
          type: SectionType.NEXT_PAGE,
          titlePage: hasCover,
          page: pageOf(geometry, furniture.draft !== undefined),
          ...(lineNumbers === true ? { lineNumbers: LINE_NUMBERS } : {}),
          ...(template.grid.snap ? { grid: { type: "lines" as const, linePitch: geometry.pitch } } : {}),
        },
        ...(furniture.draft === undefined ? {} : { headers: draftHeaders(furniture.draft, { hasCover }) }),
        footers: pageNumberFooters(context, { hasCover }),
        children: [],
      },
    ],
  };
  return { options, blocks, notes, properties, styleMap };
}

/** They follow from the template and a few measures: most issues have those of the one before. */
function stylesOf(
  template: Template,
  geometry: WordGeometry,
  {
    measures,
    keep,
  }: {
    readonly measures: DocumentMeasures;
    readonly keep: Keep<"styles", readonly WrittenOnce[]> | undefined;
  },
): XmlComponent[] {
  const make = () => wordStyles(template, geometry, measures);
  if (keep === undefined) return [...make()];
  return [
    ...keep("styles", [template, JSON.stringify(measures)], () =>
      make().map((style) => new WrittenOnce(style)),
    ),
  ];
}

const pageOf = (geometry: WordGeometry, isDraft: boolean) => ({
  size: { width: geometry.pageWidth, height: geometry.pageHeight },
  margin: {
    top: geometry.marginTop,
    bottom: geometry.marginBottom,
    left: geometry.marginLeft,
    right: geometry.marginRight,
    header: isDraft ? geometry.headerDistance : geometry.footerDistance,
    footer: geometry.footerDistance,
    gutter: 0,
  },
});

/** In twips; Word's own default for Chinese documents. */
const DEFAULT_TAB_STOP = 420;

/** What Word writes into a new Chinese document. */
const COMPATIBILITY = {
  version: 15,
  spaceForUnderline: true,
  balanceSingleByteDoubleByteWidth: true,
  doNotLeaveBackslashAlone: true,
  underlineTrailingSpaces: true,
  doNotExpandShiftReturn: true,
  useFELayout: true,
  // Space below a paragraph and above the next add up; else Word takes the larger of the two.
  doNotUseHTMLParagraphAutoSpacing: true,
} as const;
