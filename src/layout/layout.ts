/**
 * The outcome of composition: pages of placed marks, and the logical structure they belong to.
 * Plain data: the PDF edition paints it, print-layout.ts prints it as text, the DOCX edition takes
 * the page numbers of its contents from it. It knows neither PDF nor files.
 * Lengths are in points; x grows to the right from the left edge of the paper, y grows downwards
 * from its top edge.
 */
import type { FaceMetrics, GlyphId } from "../fonts/face.js";
import type { Span } from "../model/located.js";
import type { TitleFlow } from "../model/title-flow.js";

export interface Layout {
  readonly widthPt: number;
  readonly heightPt: number;
  readonly pages: readonly Page[];
  /** elements by id; element 0 is the Document. Their children are in `children` order. */
  readonly elements: readonly StructureElement[];
  readonly outline: readonly OutlineEntry[];
  /** the page on which each section and item starts, in reading order */
  readonly contents: readonly ContentsEntry[];
  /** how the contents' own lines are set; absent where none are printed */
  readonly contentsSetting?: ContentsSetting;
  /** white between what stands above the imprint on the last page, notes included, and the imprint; absent without one */
  readonly imprintRoomPt?: number;
}

export interface ContentsSetting {
  /** printed lines, those of the sections among them; the heading is none */
  readonly lines: number;
  /** their distance, less than the grid's where they end so on the page they start on */
  readonly pitchPt: number;
}

export interface ContentsEntry {
  readonly kind: "section" | "item";
  /** indices into the printed sections (furniture.ts), and of the item in its section */
  readonly section: number;
  readonly item: number | undefined;
  /** number printed on the page, from 1 */
  readonly page: number;
  /** an item's title in the lines that an office program is to set, with the spaces that ended them */
  readonly titleLines?: readonly string[];
  /** how it is brought to set them without a line break in the title; absent where only a break does it */
  readonly titleFlow?: TitleFlow;
  /** true where it begins the last page though it would fit the one before, so that this is not all but empty */
  readonly startsPage?: boolean;
}

export interface Page {
  /** from 1 */
  readonly number: number;
  /** in painting order, which is reading order inside an element */
  readonly marks: readonly Mark[];
  readonly destinations: readonly Destination[];
}

/** A named place that links and the outline lead to. */
export interface Destination {
  readonly name: string;
  readonly y: number;
}

/** Whose content a mark is: an element of the structure by its id, or page furniture. */
export type Owner = number | Artifact;

/** Page furniture that a screen reader skips (ISO 32000-1, 14.8.2.2). */
export type Artifact =
  | "page-number"
  | "line-number"
  | "rule"
  | "repeated-header"
  | "background"
  | "decoration";

export type Mark = GlyphRun | RuleMark | PictureMark;

/** Glyphs of one face and size on one base line. */
export interface GlyphRun {
  readonly kind: "glyphs";
  readonly owner: Owner;
  readonly face: FaceMetrics;
  readonly sizePt: number;
  /** #RRGGBB */
  readonly color: string;
  readonly x: number;
  /**
   * where the run's last cell ends as composed, if it ends its line: a mark whose empty half was
   * taken away there ends before its glyph's advance does
   */
  readonly end?: number;
  readonly baseline: number;
  readonly glyphs: PlacedGlyphs;
  /**
   * The characters the run stands for, exactly those of the source. Where the text goes on in the
   * next line without a space, nothing is added; where a space or line end divides, it is in here.
   */
  readonly text: string;
}

/** Rows of equal length, since an object a glyph would take three times the room. */
export interface PlacedGlyphs {
  readonly ids: readonly GlyphId[];
  /** distances from the run's `x` to the glyphs' origins, in points */
  readonly dx: readonly number[];
  /** the characters each stands for; a ligature has several, a part of one has none */
  readonly texts: readonly string[];
}

/** A filled rectangle: rules of masthead, imprint, tables, strikethrough. */
export interface RuleMark {
  readonly kind: "rule";
  readonly owner: Owner;
  readonly x: number;
  /** top edge */
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly color: string;
}

export interface PictureMark {
  readonly kind: "picture";
  readonly owner: Owner;
  /** key into the assets */
  readonly path: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Standard structure types used (ISO 32000-1, 14.8.4). */
export type StructureType =
  | "Document"
  | "Sect"
  | "Art"
  | "TOC"
  | "TOCI"
  | "Reference"
  | "H1"
  | "H2"
  | "H3"
  | "H4"
  | "H5"
  | "H6"
  | "P"
  | "Span"
  | "Em"
  | "Strong"
  | "L"
  | "LI"
  | "Lbl"
  | "LBody"
  | "Table"
  | "THead"
  | "TBody"
  | "TR"
  | "TH"
  | "TD"
  | "Figure"
  | "Caption"
  | "BlockQuote"
  | "Code"
  | "Link"
  | "Note";

/**
 * A node of the logical structure. Content comes to it through the owners of marks: an element's
 * kids are its child elements and its own marks, in the order in which `kids` lists them.
 */
export interface StructureElement {
  readonly id: number;
  readonly type: StructureType;
  readonly parent: number | undefined;
  /** child elements and places of own content, in reading order */
  readonly kids: readonly StructureKid[];
  /** alternative text of a Figure */
  readonly alt?: string;
  /** where a Link leads: a URL, or the name of a destination in this file */
  readonly target?: LinkTarget;
  /** areas of a Link, one a line */
  readonly areas?: readonly LinkArea[];
  /** box of a Figure */
  readonly box?: {
    readonly page: number;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  readonly scope?: "Column" | "Row";
  readonly listNumbering?: "None" | "Disc" | "Decimal";
  /** unique name of a Note */
  readonly noteId?: string;
  readonly title?: string;
  /** natural language, where it is not that of the document */
  readonly language?: string;
}

/** A child element by its id, or the element's own marks on one page: indices `from`…`to` (exclusive). */
export type StructureKid =
  | { readonly kind: "element"; readonly id: number }
  | { readonly kind: "marks"; readonly page: number; readonly from: number; readonly to: number };

export type LinkTarget =
  | { readonly kind: "url"; readonly url: string; readonly description: string }
  | { readonly kind: "destination"; readonly name: string; readonly description: string };

export interface LinkArea {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface OutlineEntry {
  readonly title: string;
  readonly destination: string;
  readonly children: readonly OutlineEntry[];
}

/** A character of the text in the author's file; layout findings name it. */
export interface TextPlace {
  readonly character: string;
  readonly span: Span;
}
