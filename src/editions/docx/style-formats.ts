/**
 * What each style of the edition says, as data from the template: roles of type, heights in grid
 * lines, indents in em. How it becomes XML is in styles.ts.
 */
import type { XmlComponent } from "docx";
import type { RoleName, Template } from "../../model/template.js";
import { element } from "./ooxml-element.js";
import type { StyleId } from "./style-names.js";
import { type Edge, type ParagraphFormat, type RunFormat, wordColor } from "./style-properties.js";
import { titleSpacing } from "./title-spacing.js";
import { emTwips, looseLineTwips, type WordGeometry } from "./word-geometry.js";

/** What one style says. */
export interface StyleFormat {
  readonly kind: "paragraph" | "character" | "table";
  readonly basedOn?: StyleId;
  /** style of the paragraph behind */
  readonly next?: StyleId;
  /** shown in the gallery of quick styles */
  readonly quick?: boolean;
  readonly priority?: number;
  readonly role?: RoleName;
  readonly paragraph?: ParagraphFormat;
  readonly run?: RunFormat;
  readonly table?: XmlComponent;
}

export function styleFormats(
  template: Template,
  geometry: WordGeometry,
): Readonly<Record<StyleId, StyleFormat>> {
  return {
    ...textFormats(template, geometry),
    ...headingFormats(template, geometry),
    ...furnitureFormats(template, geometry),
    ...blockFormats(template, geometry),
    ...characterFormats(template),
  };
}

type Formats<Id extends StyleId> = Readonly<Record<Id, StyleFormat>>;

/** @returns an indent of the first line in both units that readers look for */
export function firstLineIndent(template: Template, role: RoleName): NonNullable<ParagraphFormat["indent"]> {
  const { indentEm } = template.rhythm;
  return {
    firstLineChars: Math.round(indentEm * 100),
    firstLine: Math.round(indentEm * emTwips(template, role)),
  };
}

function textFormats(
  template: Template,
  _geometry: WordGeometry,
): Formats<"Normal" | "BodyText" | "ListParagraph" | "ListContinue" | "Quote" | "FootnoteText"> {
  const em = emTwips(template, "body");
  const quoteIndent = Math.round(template.rhythm.indentEm * emTwips(template, "quote"));
  return {
    Normal: { kind: "paragraph", quick: true, priority: 0 },
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
      paragraph: { indent: { left: em * 4 } },
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
      paragraph: { snapToGrid: false, spacing: { line: looseLineTwips(template, "note") } },
    },
  };
}

function headingFormats(
  template: Template,
  geometry: WordGeometry,
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
  const entry = (role: RoleName, indentEm: number): StyleFormat => {
    const em = emTwips(template, role);
    return {
      kind: "paragraph",
      basedOn: "Normal",
      next: "Normal",
      priority: 39,
      role,
      paragraph: {
        tabs: [{ align: "right", position: textWidth, leader: "dot" }],
        // A long entry wraps under its own text and keeps clear of the numbers.
        indent: { left: em * (indentEm + 1), right: em * 2, hanging: em },
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
      paragraph: { ...stay, spacing: titleSpacing(template, geometry, 1), align: "center", outlineLevel: 1 },
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
      paragraph: { ...stay, align: "center" },
    },
    TOC1: entry("contentsSection", 0),
    TOC2: entry("contentsItem", 1),
  };
}

function furnitureFormats(
  template: Template,
  geometry: WordGeometry,
): Formats<
  | "Masthead"
  | "IssueLine"
  | "IssuerLine"
  | "AttributionLine"
  | "ContactLine"
  | "ImprintFirst"
  | "Imprint"
  | "ImprintLast"
  | "Footer"
> {
  const { pitch, textWidth, footerLine } = geometry;
  const accent = wordColor(template.colors.accent);
  const text = wordColor(template.colors.text);
  const issuerEm = emTwips(template, "issuerLine");
  const inset = Math.round(template.imprint.insetEm * emTwips(template, "imprint"));
  const rule = (widthPt: number): Edge => ({ size: Math.round(widthPt * 8), space: 1, color: text });
  const outer = rule(template.imprint.outerRulePt);
  const inner = rule(template.imprint.innerRulePt);
  const imprint = (edges: NonNullable<ParagraphFormat["edges"]>, keepNext: boolean): StyleFormat => ({
    kind: "paragraph",
    basedOn: "Normal",
    role: "imprint",
    paragraph: {
      keepNext,
      keepLines: true,
      edges,
      tabs: [{ align: "right", position: textWidth - inset }],
      indent: { left: inset, right: inset },
      align: "left",
    },
  });
  return {
    Masthead: {
      kind: "paragraph",
      basedOn: "Normal",
      next: "IssueLine",
      role: "masthead",
      paragraph: { keepNext: true, align: "center" },
      run: { color: accent },
    },
    IssueLine: {
      kind: "paragraph",
      basedOn: "Normal",
      next: "IssuerLine",
      role: "issueLine",
      paragraph: { keepNext: true, align: "center" },
    },
    IssuerLine: {
      kind: "paragraph",
      basedOn: "Normal",
      next: "Normal",
      role: "issuerLine",
      paragraph: {
        edges: {
          bottom: {
            size: Math.round(template.masthead.rulePt * 8),
            space: Math.min(MAX_EDGE_SPACE, Math.round(geometry.ruleDistancePt)),
            color: accent,
          },
        },
        tabs: [{ align: "right", position: textWidth - issuerEm }],
        spacing: { after: pitch },
        align: "left",
      },
    },
    AttributionLine: {
      kind: "paragraph",
      basedOn: "Normal",
      role: "attribution",
      paragraph: { align: "right" },
    },
    ContactLine: {
      kind: "paragraph",
      basedOn: "Normal",
      role: "contact",
      paragraph: { spacing: { before: Math.round(template.rhythm.contactBefore * pitch) }, align: "left" },
    },
    ImprintFirst: imprint({ top: outer, bottom: inner }, true),
    Imprint: imprint({ bottom: inner }, true),
    ImprintLast: imprint({ bottom: outer }, false),
    Footer: {
      kind: "paragraph",
      basedOn: "Normal",
      priority: 99,
      role: "pageNumber",
      paragraph: { snapToGrid: false, spacing: { line: footerLine }, align: "left" },
    },
  };
}

/** Points between a paragraph's text and its border (ECMA-376, 17.3.1.7). */
const MAX_EDGE_SPACE = 31;

function blockFormats(
  template: Template,
  geometry: WordGeometry,
): Formats<"Caption" | "Figure" | "Code" | "TableText" | "TableHeading" | "ThematicBreak" | "TableGrid"> {
  const table = {
    snapToGrid: false,
    spacing: { line: looseLineTwips(template, "table") },
    align: "left",
  } as const;
  const muted = wordColor(template.colors.muted);
  return {
    Caption: {
      kind: "paragraph",
      basedOn: "Normal",
      next: "BodyText",
      quick: true,
      priority: 35,
      role: "caption",
      paragraph: { keepLines: true, align: "center" },
    },
    Figure: {
      kind: "paragraph",
      basedOn: "Normal",
      next: "Caption",
      // A line of exact height would cut the picture.
      paragraph: { spacing: { line: "auto" }, align: "center" },
    },
    Code: {
      kind: "paragraph",
      basedOn: "Normal",
      role: "code",
      paragraph: {
        wordWrap: false,
        snapToGrid: false,
        spacing: { line: looseLineTwips(template, "code") },
        indent: { left: Math.round(template.rhythm.indentEm * emTwips(template, "body")) },
        align: "left",
      },
      run: { noProof: true },
    },
    TableText: { kind: "paragraph", basedOn: "Normal", role: "table", paragraph: table },
    TableHeading: {
      kind: "paragraph",
      basedOn: "TableText",
      role: "tableHeader",
      paragraph: { keepNext: true },
    },
    ThematicBreak: {
      kind: "paragraph",
      basedOn: "Normal",
      next: "BodyText",
      paragraph: {
        edges: { bottom: { size: 4, space: 1, color: muted } },
        spacing: { line: Math.round(geometry.pitch / 2), after: Math.ceil(geometry.pitch / 2) },
      },
    },
    TableGrid: { kind: "table", priority: 39, table: gridTable(template) },
  };
}

function gridTable(template: Template): XmlComponent {
  const line = { "w:val": "single", "w:sz": 4, "w:space": 0, "w:color": wordColor(template.colors.text) };
  const sides = ["top", "left", "bottom", "right", "insideH", "insideV"];
  return element("w:tblPr", {}, [
    element(
      "w:tblBorders",
      {},
      sides.map((side) => element(`w:${side}`, line)),
    ),
  ]);
}

/** Styles of characters follow the size of the text around them and say only what differs from it. */
function characterFormats(
  template: Template,
): Formats<"Strong" | "Emphasis" | "CodeText" | "Attribution" | "Hyperlink" | "FootnoteReference"> {
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
    Hyperlink: {
      kind: "character",
      priority: 99,
      run: { color: wordColor(colors.link), underline: colors.link === colors.text ? "none" : "single" },
    },
    FootnoteReference: { kind: "character", priority: 99, run: { raised: true } },
  };
}
