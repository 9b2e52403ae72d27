/**
 * How editions look, as data: page, grid, roles of type, rhythm, furniture. Read from
 * templates/<name>/template.yaml; the default profile is that of GB/T 9704-2012.
 * Lengths are in the unit of their name.
 */
import type { AccountStyle } from "./account-style.js";
import type { PageFrame } from "./page-frame.js";

export interface Template {
  readonly name: string;
  readonly page: PageGeometry;
  readonly grid: Grid;
  readonly roles: Readonly<Record<RoleName, TypeRole>>;
  readonly colors: {
    readonly text: string;
    readonly accent: string;
    readonly link: string;
    readonly muted: string;
  };
  /**
   * those of `colors` that the house gives in place of the template's: the HTML edition's style sheet, written for the
   * template, has to be told
   */
  readonly houseColors?: Readonly<Partial<Record<"text" | "accent" | "link" | "muted", string>>>;
  readonly rhythm: Rhythm;
  readonly masthead: MastheadStyle;
  readonly contents: { readonly show: boolean; readonly ownPage: boolean };
  readonly pageNumber: PageNumberStyle;
  readonly imprint: ImprintStyle;
  readonly composition: CompositionStyle;
  readonly pictures: PictureStyle;
  /** of the article for an official account; `wechat` in template.yaml */
  readonly account: AccountStyle;
  /** style sheet of the HTML edition */
  readonly styleSheet: string;
  /** page frame of the HTML edition; a plain one stands in where the template has none */
  readonly pageFrame?: PageFrame | undefined;
}

export interface PageGeometry {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly marginTopMm: number;
  readonly marginBottomMm: number;
  /** binding edge */
  readonly marginLeftMm: number;
  readonly marginRightMm: number;
}

/** The grid of lines (行) and characters (字); clreq, 版心. */
export interface Grid {
  /** false: blocks take their own heights, lines are not held on a grid */
  readonly snap: boolean;
  readonly linesPerPage: number;
  readonly charactersPerLine: number;
  /** distance of base lines in points */
  readonly pitchPt: number;
}

export type RoleName =
  | "masthead"
  | "issueLine"
  | "issuerLine"
  | "contentsHeading"
  | "contentsSection"
  | "contentsItem"
  | "section"
  | "title"
  | "heading1"
  | "heading2"
  | "heading3"
  | "body"
  | "strong"
  | "emphasis"
  | "quote"
  | "code"
  | "table"
  | "tableHeader"
  | "caption"
  | "note"
  | "attribution"
  | "contact"
  | "imprint"
  | "pageNumber";

/** A role of type: which face, how large. */
export interface TypeRole {
  /** families in order of preference; the first that is at hand is used */
  readonly families: readonly string[];
  /** families for Latin letters and digits, in order of preference; where empty, those of `families` set them */
  readonly latin: readonly string[];
  /** 100 to 900 */
  readonly weight: number;
  readonly sizePt: number;
  /** what the DOCX edition asks of the office program */
  readonly office: OfficeFont;
}

export interface OfficeFont {
  readonly eastAsia: string;
  readonly latin: string;
  /** size in half-points, which may differ from `sizePt` (16 pt and a run spacing for 15.79) */
  readonly sizeHalfPoints: number;
  /** run spacing in twips */
  readonly spacingTwips: number;
  readonly bold: boolean;
}

/** Heights in grid lines (U). */
export interface Rhythm {
  readonly sectionBefore: number;
  readonly sectionAfter: number;
  /** whole height of a title of 1, 2, 3 lines */
  readonly titleHeights: readonly number[];
  /** distance of a title's base lines in U */
  readonly titlePitch: number;
  readonly contactBefore: number;
  /** first-line indent in em */
  readonly indentEm: number;
}

export interface MastheadStyle {
  /** distance of the name's top from the top of the text block */
  readonly topMm: number;
  readonly maxWidthMm: number;
  readonly maxSizePt: number;
  readonly minSizePt: number;
  readonly rulePt: number;
  readonly ruleDistanceMm: number;
}

export interface PageNumberStyle {
  /** `{n}` stands for the number: `— {n} —` */
  readonly format: string;
  /** outer: right on odd pages, left on even ones */
  readonly placement: "outer" | "center";
  /** top of the number under the text block */
  readonly distanceMm: number;
  readonly insetEm: number;
}

export interface ImprintStyle {
  readonly outerRulePt: number;
  readonly innerRulePt: number;
  readonly insetEm: number;
}

/** clreq's choices that a house may make. */
export interface CompositionStyle {
  /** how emphasis is set in Han text: dots under the characters (着重号, GB/T 15834-2011, 4.12), or the role's face */
  readonly emphasis: "dots" | "face";
  readonly hang: "none" | "end";
}

/** Limits of a picture whose item gives no width. */
export interface PictureStyle {
  /** it is not printed larger than its pixels allow at this resolution */
  readonly minDpi: number;
  /** nor higher than so many grid lines */
  readonly maxLines: number;
  /** where a page is filled better so, it may be smaller by this factor, 1 at most */
  readonly minScale: number;
}
