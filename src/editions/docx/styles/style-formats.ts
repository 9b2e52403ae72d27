/**
 * What each style of the edition sets, as data derived from the template: type roles, heights in grid
 * lines, indents in em. styles.ts turns it into XML.
 */
import type { RoleName, Template } from "../../../model/template.js";
import { titleSpacing } from "../word/title-spacing.js";
import { emTwips, looseLineTwips, type WordGeometry } from "../word/word-geometry.js";
import { blockFormats } from "./block-formats.js";
import { endFormats } from "./end-formats.js";
import { furnitureFormats } from "./furniture-formats.js";
import {
  type DocumentMeasures,
  type Formats,
  firstLineIndent,
  listContinueIndentTwips,
  noteIndentTwips,
  quoteIndentTwips,
  type StyleFormat,
} from "./style-format.js";
import type { StyleId } from "./style-names.js";
import { wordColor } from "./style-properties.js";

export function styleFormats(
  template: Template,
  geometry: WordGeometry,
  measures: DocumentMeasures,
): Readonly<Record<StyleId, StyleFormat>> {
  return {
    ...textFormats(template),
    ...headingFormats(template, geometry, measures.contentsLine),
    ...furnitureFormats(template, geometry, measures),
    ...blockFormats(template, geometry),
    ...endFormats(template, geometry),
    ...characterFormats(template),
  };
}

function textFormats(
  template: Template,
): Formats<"Normal" | "BodyText" | "ListParagraph" | "ListContinue" | "Quote" | "FootnoteText"> {
  const noteIndent = noteIndentTwips(template);
  const quoteIndent = quoteIndentTwips(template);
  return {
    Normal: {
      kind: "paragraph",
      quick: true,
      priority: 0,
      paragraph: { eastAsian: true },
    },
    BodyText: {
      kind: "paragraph",
      basedOn: "Normal",
      quick: true,
      priority: 1,
      paragraph: { indent: firstLineIndent(template, "body") },
    },
    ListParagraph: { kind: "paragraph", basedOn: "Normal", quick: true, priority: 34 },
    ListContinue: {
      kind: "paragraph",
      basedOn: "Normal",
      priority: 35,
      paragraph: { indent: { left: listContinueIndentTwips(template) } },
    },
    Quote: {
      kind: "paragraph",
      basedOn: "Normal",
      next: "BodyText",
      quick: true,
      priority: 29,
      role: "quote",
      paragraph: {
        indent: { left: quoteIndent, right: quoteIndent, ...firstLineIndent(template, "quote") },
      },
    },
    FootnoteText: {
      kind: "paragraph",
      basedOn: "Normal",
      priority: 99,
      role: "note",
      // The number comes first; the text is indented behind it at a tab.
      paragraph: {
        // LibreOffice would number notes, too.
        unnumbered: true,
        snapToGrid: false,
        spacing: { line: looseLineTwips(template, "note") },
        indent: { left: noteIndent, hanging: noteIndent },
      },
    },
  };
}

interface EntryShape {
  readonly indentEm: number;
  readonly hasNumber: boolean;
}

function headingFormats(
  template: Template,
  geometry: WordGeometry,
  contentsLine: number | undefined,
): Formats<"Heading1" | "Heading2" | "Heading3" | "Heading4" | "Heading5" | "TOCHeading" | "TOC1" | "TOC2"> {
  const { pitch, textWidth } = geometry;
  const { sectionBefore, sectionAfter } = template.rhythm;
  const stay = { keepNext: true, keepLines: true };
  const subheading = (role: RoleName, outlineLevel: number): StyleFormat => ({
    kind: "paragraph",
    basedOn: "Normal",
    next: "BodyText",
    quick: true,
    priority: 9,
    role,
    paragraph: { ...stay, indent: firstLineIndent(template, role), outlineLevel },
  });
  const entry = (role: RoleName, { indentEm, hasNumber }: EntryShape): StyleFormat => {
    const em = emTwips(template, "contentsSection");
    return {
      kind: "paragraph",
      basedOn: "Normal",
      next: "Normal",
      priority: 39,
      role,
      paragraph: {
        // A section heading is never left alone at the foot of a page.
        keepNext: !hasNumber,
        // For sections, too: not every program that refreshes the contents leaves their numbers out.
        tabs: [{ align: "right", position: textWidth, leader: "dot" }],
        ...(contentsLine === undefined ? {} : { snapToGrid: false, spacing: { line: contentsLine } }),
        // A long entry wraps under its own text. (A right indent would keep it clear of the numbers,
        // but LibreOffice loses a number that stands beyond it.)
        indent: { left: em * (indentEm + 1), hanging: em },
        align: "left",
      },
    };
  };
  return {
    Heading1: {
      kind: "paragraph",
      basedOn: "Normal",
      next: "Heading2",
      quick: true,
      priority: 9,
      role: "section",
      paragraph: {
        ...stay,
        spacing: { before: Math.round(sectionBefore * pitch), after: Math.round(sectionAfter * pitch) },
        align: "left",
        outlineLevel: 0,
      },
    },
    Heading2: {
      kind: "paragraph",
      basedOn: "Normal",
      next: "BodyText",
      quick: true,
      priority: 9,
      role: "title",
      paragraph: {
        ...stay,
        snapToGrid: false,
        spacing: titleSpacing(template, geometry, 1),
        align: "center",
        outlineLevel: 1,
      },
    },
    Heading3: subheading("heading1", 2),
    Heading4: subheading("heading2", 3),
    Heading5: subheading("heading3", 4),
    TOCHeading: {
      kind: "paragraph",
      basedOn: "Normal",
      next: "Normal",
      priority: 39,
      role: "contentsHeading",
      paragraph: {
        ...stay,
        spacing: { before: Math.floor(pitch / 2), after: Math.ceil(pitch / 2) },
        align: "center",
      },
    },
    TOC1: entry("contentsSection", { indentEm: 0, hasNumber: false }),
    TOC2: entry("contentsItem", { indentEm: 1, hasNumber: true }),
  };
}

/** Character styles take the size of the surrounding text and set only what differs from it. */
function characterFormats(
  template: Template,
): Formats<
  | "Strong"
  | "Emphasis"
  | "CodeText"
  | "Attribution"
  | "PartLabel"
  | "Hyperlink"
  | "FootnoteReference"
  | "EndnoteReference"
> {
  const { roles, colors } = template;
  const own = (role: RoleName) => {
    const { office } = roles[role];
    const { eastAsia, latin } = roles.body.office;
    return office.eastAsia === eastAsia && office.latin === latin ? {} : { font: office, sized: false };
  };
  const dots = template.composition.emphasis === "dots";
  return {
    Strong: {
      kind: "character",
      quick: true,
      priority: 22,
      run: { ...own("strong"), bold: roles.strong.office.bold },
    },
    Emphasis: {
      kind: "character",
      quick: true,
      priority: 20,
      run: dots ? { emphasisDots: true } : own("emphasis"),
    },
    CodeText: { kind: "character", run: { ...own("code"), noProof: true } },
    Attribution: { kind: "character", run: own("attribution") },
    PartLabel: { kind: "character", run: own("heading1") },
    Hyperlink: {
      kind: "character",
      priority: 99,
      run: { color: wordColor(colors.link), underline: colors.link === colors.text ? "none" : "single" },
    },
    FootnoteReference: { kind: "character", priority: 99, run: { raised: true } },
    // Referred to by the endnote separators that the library writes.
    EndnoteReference: { kind: "character", priority: 99, run: { raised: true } },
  };
}
