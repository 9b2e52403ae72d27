/**
 * Ink, outlines and subsets of fonts with CFF outlines (.otf, most .ttc), by fontkit, which is loaded only
 * for them. All else about these fonts our own reader takes from the tables that both kinds share.
 */
import type { Font, PathCommand } from "fontkit";
import { UnusableFile } from "../diagnostics/diagnostic.js";
import type { GlyphId, InkBox, OutlineStep } from "./face.js";
import type { FaceOutlines } from "./face-from-tables.js";
import type { FontTables } from "./font-tables.js";
import { type AdvanceTable, readAdvances, readFontMetrics } from "./read-font-metrics.js";
import { explainDamage, singleFont } from "./read-with-fontkit.js";

/** `OTTO` */
const CFF_VERSION = 0x4f54544f;

const TABLES_NEEDED = ["CFF ", "cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post"];

export async function cffOutlines(tables: FontTables): Promise<FaceOutlines> {
  if (!tables.ranges.has("CFF ")) throw unsupportedOutlines(tables.file.path);
  const { create } = await import("fontkit");
  const { glyphCount } = readFontMetrics(tables);
  let advances: AdvanceTable | undefined;
  let opened: Font | undefined;
  const font = (): Font => {
    opened ??= create(singleFont(tables, { version: CFF_VERSION, tags: TABLES_NEEDED }));
    return opened;
  };
  return {
    kind: "cff",
    ink: (glyph) => explainDamage(tables.file, "CFF", () => inkOf(font(), glyph)),
    advance(glyph) {
      advances ??= readAdvances(tables, glyphCount);
      return advances.advance(glyph);
    },
    combine: () => undefined,
    outline: (glyph) =>
      explainDamage(tables.file, "CFF", () => font().getGlyph(glyph).path.commands.flatMap(stepOf)),
    subset: (glyphs) =>
      explainDamage(tables.file, "CFF", () => {
        const subset = font().createSubset();
        // The list is set whole, because includeGlyph would write a glyph asked for twice only once.
        subset.glyphs = [...glyphs];
        return Uint8Array.from(subset.encode());
      }),
  };
}

function inkOf(font: Font, glyph: GlyphId): InkBox | undefined {
  const { minX, minY, maxX, maxY } = font.getGlyph(glyph).bbox;
  if (!Number.isFinite(minX) || maxX <= minX) return undefined;
  const { unitsPerEm } = font;
  return {
    left: minX / unitsPerEm,
    bottom: minY / unitsPerEm,
    right: maxX / unitsPerEm,
    top: maxY / unitsPerEm,
  };
}

const STEPS = {
  moveTo: "move",
  lineTo: "line",
  quadraticCurveTo: "quadratic",
  bezierCurveTo: "cubic",
  closePath: undefined,
} as const satisfies Record<PathCommand["command"], OutlineStep["kind"] | undefined>;

function stepOf({ command, args: points }: PathCommand): readonly OutlineStep[] {
  const kind = STEPS[command];
  return kind === undefined ? [] : [{ kind, points }];
}

function unsupportedOutlines(path: string): UnusableFile {
  return new UnusableFile(path, {
    problem: {
      zh: `字体 ${path} 的轮廓格式（CFF2 或点阵）不能用于 PDF。`,
      en: `The font ${path} has outlines that cannot go into a PDF (CFF2 or bitmaps).`,
    },
    remedy: {
      zh: "请换用同一字体的静态版本（.ttf 或 .otf）。",
      en: "Use a static version of the same font (.ttf or .otf).",
    },
  });
}
