/**
 * A weight of a variable font with TrueType outlines: outlines and widths as fontkit computes them from the font's own
 * variations, written anew as plain glyphs. Kerning and anchors stay those of the default weight. fontkit is loaded
 * only for such fonts.
 * @see ISO/IEC 14496-22, 7.3 (font variations)
 */
import type { Font, Glyph, PathCommand } from "fontkit";
import { bytesOf, type FontTables, readTag } from "./font-tables.js";
import type { AdvanceTable } from "./read-font-metrics.js";
import type { GlyphTable } from "./read-glyphs.js";
import { explainDamage, singleFont } from "./read-with-fontkit.js";
import { type OutlinePoint, writeSimpleGlyph } from "./write-glyph.js";

/** Of the tables whatever outlines and widths come from; the version is TrueType's. */
const NEEDED = {
  version: 0x00010000,
  tags: [
    "avar",
    "cmap",
    "cvt ",
    "fvar",
    "glyf",
    "gvar",
    "head",
    "hhea",
    "hmtx",
    "HVAR",
    "loca",
    "maxp",
    "OS/2",
    "post",
  ],
};

export interface WeightAxis {
  readonly least: number;
  readonly byDefault: number;
  readonly most: number;
}

/** @returns undefined where the font has one weight alone */
export function weightAxisOf(tables: FontTables): WeightAxis | undefined {
  const fvar = tables.table("fvar");
  if (fvar === undefined) return undefined;
  const axes = fvar.getUint16(4);
  for (let axis = 0; axis < fvar.getUint16(8); axis += 1) {
    const record = axes + axis * fvar.getUint16(10);
    if (readTag(fvar, record) !== "wght") continue;
    const [least = 0, byDefault = 0, most = 0] = [4, 8, 12].map(
      (offset) => fvar.getInt32(record + offset) / 0x10000,
    );
    return { least, byDefault, most };
  }
  return undefined;
}

/** True where the font can be set in a weight besides its default one. */
export function canVary(tables: FontTables, { least, most }: WeightAxis, weight: number): boolean {
  return tables.ranges.has("gvar") && tables.ranges.has("glyf") && weight >= least && weight <= most;
}

export interface VariedGlyphs {
  readonly glyphTable: GlyphTable;
  readonly advances: AdvanceTable;
}

export async function varyGlyphs(tables: FontTables, weight: number): Promise<VariedGlyphs> {
  const { create } = await import("fontkit");
  let opened: Font | undefined;
  const font = (): Font => {
    opened ??= create(singleFont(tables, NEEDED, new Map([["name", nameOfAxis()]]))).getVariation({
      wght: weight,
    });
    return opened;
  };
  const explained = <T>(read: () => T): T => explainDamage(tables.file, "gvar", read);
  const records = new Map<number, DataView>();
  const record = (glyph: number): DataView => {
    const known = records.get(glyph) ?? explained(() => recordOf(font().getGlyph(glyph)));
    records.set(glyph, known);
    return known;
  };
  const bounds: GlyphTable["bounds"] = (glyph) => {
    const header = record(glyph);
    if (header.byteLength === 0) return undefined;
    return [header.getInt16(2), header.getInt16(4), header.getInt16(6), header.getInt16(8)];
  };
  return {
    glyphTable: { record, bounds },
    advances: {
      advance(glyph) {
        // Without HVAR it is known once the outline is.
        record(glyph);
        return explained(() => Math.round(font().getGlyph(glyph).advanceWidth));
      },
      bearing: (glyph) => bounds(glyph)?.[0] ?? 0,
    },
  };
}

/** fontkit reads no axes of a font that has no names above 255: one record, 256, of one letter. */
function nameOfAxis(): Uint8Array {
  const view = new DataView(new ArrayBuffer(20));
  const words = [0, 1, 18, 3, 1, 0x0409, 256, 2, 0, 0x77];
  for (const [index, word] of words.entries()) view.setUint16(index * 2, word);
  return bytesOf(view);
}

const recordOf = ({ path }: Glyph): DataView => writeSimpleGlyph(contoursOf(path.commands));

/** Quadratic outlines as points; a contour closes to its first. */
function contoursOf(commands: readonly PathCommand[]): readonly (readonly OutlinePoint[])[] {
  const contours: OutlinePoint[][] = [];
  for (const { command, args } of commands) {
    if (command === "closePath") continue;
    if (command === "moveTo") contours.push([]);
    const contour = contours.at(-1);
    const count = args.length / 2;
    for (let index = 0; index < count; index += 1) {
      contour?.push({
        x: args[index * 2] ?? 0,
        y: args[index * 2 + 1] ?? 0,
        onCurve: index === count - 1,
      });
    }
  }
  for (const contour of contours) {
    const [first, last] = [contour[0], contour.at(-1)];
    if (contour.length > 1 && last?.onCurve && last.x === first?.x && last.y === first.y) contour.pop();
  }
  return contours.filter((contour) => contour.length > 1);
}
