/**
 * What composition and painting need to know of one face. The composer sees only this interface
 * and is tested with invented widths; TrueType and OpenType implement it.
 * Widths and heights are in em (1 = the size of type).
 */

/** Index of a glyph in its font; 0 is .notdef, the glyph that must never be printed. */
export type GlyphId = number;

/** Ink of a glyph relative to its origin, in em; y grows upwards. Empty glyphs have no ink. */
export interface InkBox {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/**
 * Glyph substitutions that a composer may ask for, by their OpenType feature tags: full, half and
 * proportional width (`pwid`: the apostrophe in Latin words, full-width by default in Chinese
 * faces), and the forms of simplified Chinese (`locl`: the dash of Noto Serif SC becomes 1 em wide).
 */
export type GlyphFeature = "fwid" | "hwid" | "pwid" | "locl";

export interface FaceMetrics {
  /** unique among the faces of a build; the PostScript name */
  readonly name: string;
  /** a role's face for Latin letters and digits: it sets nothing else, whatever it has */
  readonly scope?: "latin";
  /** true for the faces that come with the program */
  readonly isShipped?: boolean;
  /** typographic ascender and descender in em (OS/2 sTypo…); the descender is negative */
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  /** position and thickness of a line under the text, in em */
  readonly underline: { readonly position: number; readonly thickness: number };
  /** @returns the glyph of a code point, 0 where the face has none */
  glyph(codePoint: number): GlyphId;
  advance(glyph: GlyphId): number;
  ink(glyph: GlyphId): InkBox | undefined;
  /** @returns the glyph after a single substitution, or the same glyph */
  substitute(glyph: GlyphId, feature: GlyphFeature): GlyphId;
  /** @returns the one glyph for a doubled dash or ellipsis (—— ……) set two em wide, where the face has it */
  pair(first: GlyphId, second: GlyphId): GlyphId | undefined;
  /**
   * @param shift how far `over` stands right of its place, in em
   * @param rise how far it stands over it, in em
   * @returns a glyph as wide as `base` with `over` drawn over it; undefined where the face cannot make one
   */
  combine(base: GlyphId, over: GlyphId, shift: number, rise?: number): GlyphId | undefined;
  /**
   * @returns where a combining mark stands from the origin of its base, in em, by the face's anchors (GPOS, mark
   * to base); undefined where it has none for the two
   */
  attach(base: GlyphId, mark: GlyphId): { readonly dx: number; readonly dy: number } | undefined;
  /** @returns the kern between two glyphs of the Latin set, in em */
  kern(left: GlyphId, right: GlyphId): number;
}

/**
 * What the maker of a font allows: `restricted` and `bitmaps` (outlines may not be embedded) forbid what a PDF
 * needs; `whole` allows it as long as no glyph is left out.
 * @see ISO/IEC 14496-22, OS/2, fsType
 */
export type EmbeddingRight = "installable" | "editable" | "preview" | "whole" | "restricted" | "bitmaps";

/**
 * A step of an outline in em, y upwards: `points` are x and y in turn, the control points first, then where the pen
 * comes to. A contour begins with `move`; it closes by itself, and what it goes round is filled (non-zero winding).
 */
export interface OutlineStep {
  readonly kind: "move" | "line" | "quadratic" | "cubic";
  readonly points: readonly number[];
}

/** A face whose outlines can be written into a file. */
export interface Face extends FaceMetrics {
  readonly unitsPerEm: number;
  readonly glyphCount: number;
  /** bounding box of all glyphs, in em */
  readonly bounds: InkBox;
  readonly italicAngle: number;
  /** weight class, 100 to 900 (OS/2 usWeightClass) */
  readonly weight: number;
  readonly isFixedPitch: boolean;
  readonly isSerif: boolean;
  /** 黑体 and the like */
  readonly isSansSerif: boolean;
  /** what its maker allows (OS/2 fsType) */
  readonly embedding: EmbeddingRight;
  /** false where the maker forbids putting the font into documents */
  readonly isEmbeddable: boolean;
  /** as the font words it: `Version 1.340` */
  readonly version: string | undefined;
  readonly outlines: "truetype" | "cff";
  /** @returns what a glyph draws, from its origin; empty for one without ink */
  outline(glyph: GlyphId): readonly OutlineStep[];
  /**
   * A font program with only these glyphs and what they are made of, renumbered 0…n-1 in the order
   * given (0 must be the first; a glyph given twice is written twice). Components of composite
   * glyphs are appended behind them. TrueType: a file for FontFile2; CFF: a bare CID-keyed CFF
   * table for FontFile3 (CIDFontType0C).
   */
  subset(glyphs: readonly GlyphId[]): Uint8Array;
}

/** A file read by offset: a face is 15 MB, and an issue needs a few hundred KB of it. */
export interface FontFile {
  /** true for one of this system's, which nobody of the house answers for: one that cannot be used is passed over */
  readonly isSystem?: boolean;
  /** name for messages */
  readonly path: string;
  readonly size: number;
  /** the font that is meant, where the file is a collection */
  readonly postScriptName?: string;
  /** the weight that is meant, where the font is variable */
  readonly weight?: number;
  /** true for what comes with the program */
  readonly isShipped?: boolean;
  read(offset: number, length: number): Uint8Array;
}

/** Where font files are found; the command line gives a disk one. */
export interface FontSource {
  /**
   * @returns the file of a face shipped with the package or found in the folders configured, of
   * exactly this weight; which other weight will do is decided in find-faces.ts
   */
  open(request: FaceRequest): FontFile | undefined;
  /**
   * @param characters that the fonts asked for lack
   * @returns fonts that nobody asked for and that have some of them, those of the kind of type and of about this weight
   * first; as few as have what there is to be had
   */
  having?(characters: readonly number[], where: SpareRequest): readonly FontFile[];
}

export interface SpareRequest {
  readonly weight: number;
  /** what the characters stand among is 黑体 or the like */
  readonly isSansSerif?: boolean | undefined;
  /** among the fonts of the system, which come last; else among those of the folders */
  readonly isSystem: boolean;
}

export interface FaceRequest {
  /** family name as the template writes it, `Noto Serif SC` */
  readonly family: string;
  readonly weight: number;
}
