/**
 * The DOCX edition: a checked issue as a Word document that an editor can go on working in, with
 * Word's own styles, numbering, notes, fields and properties. The composed pages are asked for
 * nothing but the page numbers of the contents.
 */
import { Document, type FileChild, type Paragraph, SectionType } from "docx";
import { furnitureOf, hasContents, printedSections } from "../../model/furniture.js";
import { UNDER_CONTENTS_LINES } from "../../model/printed-measures.js";
import type { EditionFile, PagedEditionInput } from "../edition.js";
import { type BodyChild, blocksOfNote } from "./body/blocks.js";
import { contentsControl } from "./body/contents.js";
import { type DocumentContext, openDocument } from "./body/document-context.js";
import { contactParagraphs, imprintChildren } from "./body/imprint.js";
import { sectionChildren } from "./body/item-paragraphs.js";
import { mastheadParagraphs } from "./body/masthead.js";
import { pageNumberFooters } from "./body/page-numbers.js";
import { documentProperties } from "./package/document-properties.js";
import { countRelationships, partsOf, restoreFragments, zipParts } from "./package/pack.js";
import { patchPackage } from "./package/patch-package.js";
import { withPictures } from "./package/picture-parts.js";
import { writtenAtOnce } from "./package/written-block.js";
import { wordStyles } from "./styles/styles.js";
import { contentsPitch } from "./word/contents-pitch.js";
import { wordGeometry } from "./word/word-geometry.js";

export async function renderDocx(input: PagedEditionInput): Promise<EditionFile> {
  const { issue, template, timestamp, assets } = input;
  const language = issue.house.bulletin.language.value;
  const parts = withPictures(
    partsOf(composeDocument(input)),
    [...assets.values()].map(({ bytes }) => bytes),
  );
  const patched = patchPackage(parts, { template, timestamp, language });
  return {
    bytes: await zipParts(countRelationships(restoreFragments(patched))),
    pages: undefined,
  };
}

/**
 * @param write what comes between the blocks and the library; a test leaves it out
 * @returns the document as the library holds it, to be packed once
 */
export function composeDocument(
  { issue, template, assets, layout }: PagedEditionInput,
  write: (blocks: readonly FileChild[]) => readonly FileChild[] = writtenAtOnce,
): Document {
  const geometry = wordGeometry(template);
  const context = openDocument(template, geometry, assets);
  const furniture = furnitureOf(issue);
  const sections = printedSections(issue);
  const showsContents = template.contents.show && hasContents(issue);
  const hasCover = showsContents && template.contents.ownPage;
  const composed = new Map(layout.contents.map((entry) => [`${entry.section} ${entry.item}`, entry]));
  const body: readonly BodyChild[] = [
    ...sections.flatMap((section, index) =>
      sectionChildren(section, context, {
        index,
        isBehindCover: index === 0 && hasCover,
        linesAbove: index === 0 && showsContents && !hasCover ? UNDER_CONTENTS_LINES : 0,
        entryOf: (item) => composed.get(`${index} ${item}`),
      }),
    ),
    ...contactParagraphs(furniture.contact),
    ...imprintChildren(furniture.imprint, context),
  ];
  const children: readonly FileChild[] = [
    ...mastheadParagraphs(furniture, context),
    ...(showsContents ? [contentsControl({ furniture, sections, entries: layout.contents })] : []),
    ...body,
  ];
  const footnotes = notesOf(context);
  const contentsLine = showsContents
    ? contentsPitch({ furniture, setting: layout.contentsSetting, template, geometry })
    : undefined;
  return new Document({
    ...documentProperties(issue, furniture),
    styles: { importedStyles: [...wordStyles(template, geometry, contentsLine)] },
    numbering: { config: context.numbering.definitions() },
    footnotes,
    evenAndOddHeaderAndFooters: template.pageNumber.placement === "outer",
    compatibility: COMPATIBILITY,
    defaultTabStop: DEFAULT_TAB_STOP,
    sections: [
      {
        properties: {
          type: SectionType.NEXT_PAGE,
          titlePage: hasCover,
          page: {
            size: { width: geometry.pageWidth, height: geometry.pageHeight },
            margin: {
              top: geometry.marginTop,
              bottom: geometry.marginBottom,
              left: geometry.marginLeft,
              right: geometry.marginRight,
              header: geometry.footerDistance,
              footer: geometry.footerDistance,
              gutter: 0,
            },
          },
          ...(template.grid.snap ? { grid: { type: "lines" as const, linePitch: geometry.pitch } } : {}),
        },
        footers: pageNumberFooters(context, { hasCover }),
        children: write(children),
      },
    ],
  });
}

/** Notes are written last: by then the text has called them, in reading order. */
function notesOf(
  context: DocumentContext,
): Readonly<Record<string, { readonly children: readonly Paragraph[] }>> {
  return Object.fromEntries(
    context.notes.called().map(({ number, note }) => [
      String(number),
      // The library asks for paragraphs, and writes tables in a note just as well.
      { children: blocksOfNote(note, context) as readonly Paragraph[] },
    ]),
  );
}

/** Two em of the body, as Chinese offices set it: 420 twips is Word's own default for Chinese. */
const DEFAULT_TAB_STOP = 420;

/** What Word itself writes into a new Chinese document. */
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
