/**
 * Paragraph and character properties of a style, in the order of CT_PPr and CT_RPr (ECMA-376,
 * 17.3.1.26 and 17.3.2.28). The library's own lack kinsoku and related switches, cannot turn a property
 * off, and drop a character spacing of 0.
 */
import type { XmlComponent } from "docx";
import type { OfficeFont } from "../../../model/template.js";
import { element, switchElement, valueElement } from "../word/ooxml-element.js";

export interface Spacing {
  readonly before?: number;
  readonly after?: number;
  /** line spacing in twips; `auto` is single spacing, which a picture needs */
  readonly line?: number | "auto";
}

export interface Indent {
  readonly left?: number;
  readonly right?: number;
  readonly hanging?: number;
  readonly firstLine?: number;
  /** the same in hundredths of a character, which Word prefers and LibreOffice ignores */
  readonly firstLineChars?: number;
}

export interface Edge {
  /** eighths of a point */
  readonly size: number;
  /** distance between rule and text, in points */
  readonly space: number;
  /** RRGGBB */
  readonly color: string;
}

export interface TabStop {
  readonly align: "left" | "right";
  readonly position: number;
  readonly leader?: "dot";
}

export interface ParagraphFormat {
  readonly keepNext?: boolean;
  readonly keepLines?: boolean;
  readonly widowControl?: boolean;
  /** its lines are left out where lines are numbered */
  readonly unnumbered?: boolean;
  readonly edges?: { readonly top?: Edge; readonly left?: Edge; readonly bottom?: Edge };
  readonly tabs?: readonly TabStop[];
  /** the rules of Chinese line breaking */
  readonly eastAsian?: boolean;
  readonly wordWrap?: boolean;
  readonly snapToGrid?: boolean;
  readonly spacing?: Spacing;
  readonly indent?: Indent;
  /** no space between paragraphs of this same style */
  readonly contextualSpacing?: boolean;
  readonly align?: "left" | "center" | "right" | "both";
  /** from 0 */
  readonly outlineLevel?: number;
}

export interface RunFormat {
  readonly font?: OfficeFont;
  /** false leaves out size and spacing, for styles that take those of the surrounding text */
  readonly sized?: boolean;
  /** size alone, where the faces are those of the text around */
  readonly sizeHalfPoints?: number;
  readonly bold?: boolean;
  readonly strike?: boolean;
  /** RRGGBB */
  readonly color?: string;
  readonly underline?: "single" | "none";
  readonly raised?: boolean;
  readonly emphasisDots?: boolean;
  readonly noProof?: boolean;
}

export function paragraphProperties(format: ParagraphFormat): XmlComponent {
  const { edges, eastAsian, spacing, indent } = format;
  return element("w:pPr", {}, [
    ...flag("w:keepNext", format.keepNext),
    ...flag("w:keepLines", format.keepLines),
    ...flag("w:widowControl", format.widowControl),
    ...flag("w:suppressLineNumbers", format.unnumbered),
    ...(edges === undefined ? [] : [bordersOf(edges)]),
    ...(format.tabs === undefined ? [] : [element("w:tabs", {}, format.tabs.map(tabOf))]),
    ...flag("w:kinsoku", eastAsian),
    ...flag("w:wordWrap", format.wordWrap),
    // Always on, whatever the template says about hanging punctuation. Word then hangs one mark and so
    // breaks lines where the PDF does by squeezing. LibreOffice (7.4) reads the switch the wrong way
    // round: with it off, it hangs marks and fails to print some of them.
    ...flag("w:overflowPunct", eastAsian),
    ...flag("w:topLinePunct", eastAsian),
    ...flag("w:autoSpaceDE", eastAsian),
    ...flag("w:autoSpaceDN", eastAsian),
    ...flag("w:snapToGrid", format.snapToGrid),
    ...(spacing === undefined ? [] : [spacingOf(spacing)]),
    ...(indent === undefined ? [] : [indentOf(indent)]),
    ...flag("w:contextualSpacing", format.contextualSpacing),
    ...(format.align === undefined ? [] : [valueElement("w:jc", format.align)]),
    ...(format.outlineLevel === undefined ? [] : [valueElement("w:outlineLvl", format.outlineLevel)]),
  ]);
}

export function runProperties(format: RunFormat): XmlComponent {
  const { font, sized = true } = format;
  const bold = format.bold ?? (font?.bold === true ? true : undefined);
  return element("w:rPr", {}, [
    ...(font === undefined ? [] : [fontsOf(font)]),
    ...(bold === undefined ? [] : [switchElement("w:b", bold), switchElement("w:bCs", bold)]),
    ...flag("w:strike", format.strike),
    ...flag("w:noProof", format.noProof),
    ...(format.color === undefined ? [] : [valueElement("w:color", format.color)]),
    ...(font === undefined || !sized
      ? []
      : [
          valueElement("w:spacing", font.spacingTwips),
          valueElement("w:sz", font.sizeHalfPoints),
          valueElement("w:szCs", font.sizeHalfPoints),
        ]),
    ...(format.sizeHalfPoints === undefined
      ? []
      : [valueElement("w:sz", format.sizeHalfPoints), valueElement("w:szCs", format.sizeHalfPoints)]),
    ...(format.underline === undefined ? [] : [valueElement("w:u", format.underline)]),
    ...(format.raised === true ? [valueElement("w:vertAlign", "superscript")] : []),
    ...(format.emphasisDots === true ? [valueElement("w:em", "dot")] : []),
  ]);
}

/** Names a face for each script: one left out would come from the theme, and Word would use Calibri. */
export const fontsOf = (font: OfficeFont): XmlComponent =>
  element("w:rFonts", {
    "w:hint": "eastAsia",
    "w:ascii": font.latin,
    "w:hAnsi": font.latin,
    "w:eastAsia": font.eastAsia,
    "w:cs": font.latin,
  });

/** @returns a colour of the template, #RRGGBB, as Word writes it */
export const wordColor = (color: string): string => color.replace("#", "").toUpperCase();

const flag = (name: string, on: boolean | undefined): readonly XmlComponent[] =>
  on === undefined ? [] : [switchElement(name, on)];

const bordersOf = (edges: NonNullable<ParagraphFormat["edges"]>): XmlComponent =>
  element(
    "w:pBdr",
    {},
    (["top", "left", "bottom"] as const).flatMap((side) => {
      const edge = edges[side];
      if (edge === undefined) return [];
      const { size, space, color } = edge;
      return [element(`w:${side}`, { "w:val": "single", "w:sz": size, "w:space": space, "w:color": color })];
    }),
  );

const tabOf = ({ align, position, leader }: TabStop): XmlComponent =>
  element("w:tab", { "w:val": align, "w:leader": leader, "w:pos": position });

const spacingOf = ({ before, after, line }: Spacing): XmlComponent =>
  element("w:spacing", {
    "w:before": before,
    "w:after": after,
    "w:line": line === "auto" ? SINGLE_LINE : line,
    "w:lineRule": line === undefined ? undefined : line === "auto" ? "auto" : "exact",
  });

/** 240ths of a line (ECMA-376, 17.3.1.33). */
const SINGLE_LINE = 240;

const indentOf = ({ left, right, hanging, firstLine, firstLineChars }: Indent): XmlComponent =>
  element("w:ind", {
    "w:left": left,
    "w:right": right,
    "w:hanging": hanging,
    "w:firstLineChars": firstLineChars,
    "w:firstLine": firstLine,
  });
