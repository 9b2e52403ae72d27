/** The part of fontkit that we use; the package brings no types of its own. */
declare module "fontkit" {
  export interface Box {
    readonly minX: number;
    readonly minY: number;
    readonly maxX: number;
    readonly maxY: number;
  }

  /** Points of an outline, x and y in turn; control points come before the one they lead to. */
  export interface PathCommand {
    readonly command: "moveTo" | "lineTo" | "quadraticCurveTo" | "bezierCurveTo" | "closePath";
    readonly args: readonly number[];
  }

  export interface Glyph {
    readonly id: number;
    readonly advanceWidth: number;
    readonly path: { toSVG(): string; readonly commands: readonly PathCommand[] };
    /** box of the outline itself */
    readonly bbox: Box;
    /** box of the outline's control points */
    readonly cbox: Box;
  }

  export interface Subset {
    /** glyphs in the order in which they are written; .notdef first */
    glyphs: number[];
    /** @returns the glyph's number in the subset */
    includeGlyph(glyph: number): number;
    encode(): Uint8Array;
  }

  export interface Font {
    readonly postscriptName: string;
    readonly unitsPerEm: number;
    readonly numGlyphs: number;
    readonly characterSet: readonly number[];
    readonly bbox: Box;
    readonly capHeight: number;
    readonly underlinePosition: number;
    readonly italicAngle: number;
    readonly "OS/2": {
      readonly typoAscender: number;
      readonly typoDescender: number;
      readonly usWeightClass: number;
      readonly capHeight: number;
    };
    readonly loca: { readonly offsets: readonly number[] };
    readonly variationAxes: Readonly<
      Record<string, { readonly min: number; readonly default: number; readonly max: number }>
    >;
    getGlyph(id: number): Glyph;
    glyphForCodePoint(codePoint: number): Glyph;
    layout(
      text: string,
      features?: Readonly<Record<string, boolean>>,
      script?: string,
      language?: string,
    ): { readonly glyphs: readonly Glyph[]; readonly positions: readonly { readonly xAdvance: number }[] };
    createSubset(): Subset;
    getVariation(settings: Readonly<Record<string, number>> | string): Font;
  }

  export function create(bytes: Uint8Array, postScriptName?: string): Font;
}
