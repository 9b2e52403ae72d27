/**
 * The contents (目录): a real TOC field whose result is already filled in, entry by entry, with the page
 * numbers of the composed pages. It is right when the file opens, prompts for nothing, and can be refreshed
 * in Word. The library's own would fix the tab at 9025 twips and prompt for an update.
 */
import { type Paragraph, Tab, TextRun, type XmlComponent } from "docx";
import type { ContentsEntry } from "../../../layout/layout.js";
import { type Furniture, sectionHeading, titleOnOneLine } from "../../../model/furniture.js";
import type { Section } from "../../../model/issue.js";
import { element, valueElement } from "../word/ooxml-element.js";
import { type FieldLook, field, fieldInstruction, fieldMark } from "./fields.js";
import { runsOfText } from "./inlines.js";
import { paragraphOf } from "./paragraph.js";

export interface ContentsInput {
  readonly furniture: Furniture;
  readonly sections: readonly Section[];
  readonly entries: readonly ContentsEntry[];
}

/**
 * Word allows 40 characters. A section's name is none of Word's `_Toc` names: what LibreOffice finds in a link to
 * those, it saves as a page number, and the next refresh in Word would write one over the section's name.
 * @returns the name of the bookmark around a section's heading or an item's title
 */
export function contentsBookmark(section: number, item?: number): string {
  const digits = (index: number) => String(index + 1).padStart(4, "0");
  return item === undefined ? `_Sec${digits(section)}` : `_Toc${digits(section)}${digits(item)}`;
}

/** The field is in the content control that Word itself uses for contents, with its update button. */
export function contentsControl({ furniture, sections, entries }: ContentsInput): XmlComponent {
  const pages = new Map(entries.map(({ section, item, page }) => [`${section} ${item}`, page]));
  const pageOf = (section: number, item: number) => pages.get(`${section} ${item}`) ?? 1;
  const lines = sections.flatMap((section, sectionIndex) => [
    entryOf({ section: sectionIndex, text: sectionHeading(section.name.value) }),
    ...section.items.map((item, itemIndex) =>
      entryOf({
        section: sectionIndex,
        item: itemIndex,
        text: titleOnOneLine(item),
        page: pageOf(sectionIndex, itemIndex),
      }),
    ),
  ]);
  const paragraphs = lines.map(({ style, children }, index) =>
    paragraphOf(style, [
      ...(index === 0 ? FIELD_START() : []),
      ...children,
      ...(index === lines.length - 1 ? [fieldMark("end")] : []),
    ]),
  );
  return control([paragraphOf("TOCHeading", runsOfText(furniture.contentsHeading)), ...paragraphs]);
}

/**
 * Levels 1 and 2 (\o), no numbers for sections (\n), linked (\h), no numbers in web view (\z),
 * outline levels too (\u); ECMA-376, 17.16.5.68.
 */
const FIELD_START = (): readonly XmlComponent[] => [
  fieldMark("begin"),
  fieldInstruction('TOC \\o "1-2" \\n "1-1" \\h \\z \\u'),
  fieldMark("separate"),
];

/** `noProof` as in Word; a scale of 100 per cent changes nothing but keeps the run separate. */
const NUMBER_LOOK: FieldLook = { noProof: true, scale: 100 };

interface EntryInput {
  readonly section: number;
  readonly item?: number;
  readonly text: string;
  /** number shown behind the dots */
  readonly page?: number;
}

function entryOf({ section, item, text, page }: EntryInput) {
  const anchor = contentsBookmark(section, item);
  // The tab and the number are formatted differently from the text before them: LibreOffice saves the last run of the
  // link as the page number.
  const number =
    page === undefined
      ? []
      : [
          new TextRun({ ...NUMBER_LOOK, children: [new Tab()] }),
          ...field(`PAGEREF ${anchor} \\h`, String(page), NUMBER_LOOK),
        ];
  const link = element("w:hyperlink", { "w:anchor": anchor, "w:history": 1 }, [
    ...runsOfText(text),
    ...number,
  ]);
  return { style: item === undefined ? ("TOC1" as const) : ("TOC2" as const), children: [link] };
}

const control = (paragraphs: readonly Paragraph[]): XmlComponent =>
  element("w:sdt", {}, [
    element("w:sdtPr", {}, [
      element("w:docPartObj", {}, [
        valueElement("w:docPartGallery", "Table of Contents"),
        element("w:docPartUnique"),
      ]),
    ]),
    element("w:sdtContent", {}, paragraphs),
  ]);
