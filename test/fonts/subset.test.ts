/**
 * Subsets of random characters, read back by fontkit: the same outlines and advances in the order
 * asked for, components taken along, the same bytes twice, sound checksums.
 */
import * as fontkit from "fontkit";
import { describe, expect, it } from "vitest";
import { findFontOffsets, readFontTables } from "../../src/fonts/font-tables.js";
import { openTrueType } from "../../src/fonts/open-truetype.js";
import { readFontMetrics } from "../../src/fonts/read-font-metrics.js";
import { readComponents, readGlyphTable } from "../../src/fonts/read-glyphs.js";
import { DEFAULT_FACES, fileOf, LATIN_FACE, randomGlyphs, readBytes } from "./font-files.js";

const faces = Object.entries({ ...DEFAULT_FACES, latin: LATIN_FACE }).map(([name, path]) => {
  const bytes = readBytes(path);
  return { name, face: openTrueType(fileOf(bytes, path)), font: fontkit.create(bytes) };
});

describe.each(faces)("$name", ({ face, font }) => {
  it.each([1, 2, 60, 400])("random set of %i", (count) => {
    const glyphs = randomGlyphs(font.numGlyphs, { count, seed: count });
    const subset = fontkit.create(face.subset(glyphs));
    const different = glyphs.filter(
      (glyph, place) =>
        subset.getGlyph(place).path.toSVG() !== font.getGlyph(glyph).path.toSVG() ||
        subset.getGlyph(place).advanceWidth !== font.getGlyph(glyph).advanceWidth,
    );
    expect(different).toEqual([]);
    expect(subset.numGlyphs).toBeGreaterThanOrEqual(glyphs.length);
    expect(subset.unitsPerEm).toBe(font.unitsPerEm);
  });

  it("writes a glyph twice where it is asked for twice", () => {
    const letter = face.glyph(0x41);
    const subset = fontkit.create(face.subset([0, letter, letter]));
    expect(subset.numGlyphs).toBe(3);
    expect(subset.getGlyph(2).path.toSVG()).toBe(font.getGlyph(letter).path.toSVG());
    expect(subset.getGlyph(2).path.toSVG().length).toBeGreaterThan(20);
    expect(subset.getGlyph(2).advanceWidth).toBe(font.getGlyph(letter).advanceWidth);
  });

  it("spends little on a glyph asked for again", () => {
    const glyphs = randomGlyphs(font.numGlyphs, { count: 50, seed: 9 });
    const once = face.subset(glyphs).length;
    const twice = face.subset([...glyphs, ...glyphs]).length;
    expect((twice - once) / glyphs.length).toBeLessThan(40);
  });

  it("gives the same bytes twice, with sound checksums", () => {
    const glyphs = randomGlyphs(font.numGlyphs, { count: 50, seed: 7 });
    const subset = face.subset(glyphs);
    expect(Buffer.compare(subset, face.subset(glyphs))).toBe(0);
    const view = new DataView(subset.buffer, subset.byteOffset, subset.length);
    const sum = (start: number, length: number) => {
      let total = 0;
      for (let at = start; at < start + length; at += 4) total = (total + view.getUint32(at)) >>> 0;
      return total;
    };
    expect(sum(0, subset.length)).toBe(0xb1b0afba);
    for (let entry = 12; entry < 12 + view.getUint16(4) * 16; entry += 16) {
      const [offset, length] = [view.getUint32(entry + 8), view.getUint32(entry + 12)];
      const isHead = view.getUint32(entry) === 0x68656164;
      const adjustment = isHead ? view.getUint32(offset + 8) : 0;
      expect(offset % 4).toBe(0);
      expect((sum(offset, (length + 3) & ~3) - adjustment) >>> 0).toBe(view.getUint32(entry + 4));
    }
  });
});

it("makes one glyph of two, as wide as the first, with its ink where both have theirs", () => {
  const bytes = readBytes(DEFAULT_FACES.serif);
  const [font, face] = [fontkit.create(bytes), openTrueType(fileOf(bytes))];
  const [box, tick] = [face.glyph(0x25a1), face.glyph(0x221a)];
  const shift = 0.25;
  const both = face.combine(box, tick, shift);
  expect(both).toBeGreaterThanOrEqual(font.numGlyphs);
  expect(face.combine(box, tick, shift)).toBe(both);
  expect(face.combine(box, face.glyph(0x20), shift)).toBeUndefined();
  const [under, over, ink] = [box, tick, both ?? 0].map((glyph) => face.ink(glyph));
  expect(ink?.left).toBeCloseTo(Math.min(under?.left ?? 0, (over?.left ?? 0) + shift));
  expect(ink?.right).toBeCloseTo(Math.max(under?.right ?? 0, (over?.right ?? 0) + shift));
  const subset = fontkit.create(face.subset([0, both ?? 0, box, both ?? 0]));
  const pathOf = (from: fontkit.Font, glyph: number) => from.getGlyph(glyph).path.toSVG();
  // The tick's places to the right are the only ones that differ.
  const moved = pathOf(font, tick).replace(/(-?\d+)(?= -?\d)/g, (x) =>
    String(Number(x) + shift * font.unitsPerEm),
  );
  const whole = pathOf(font, box) + moved;
  for (const place of [1, 3]) {
    expect(pathOf(subset, place)).toBe(whole);
    expect(subset.getGlyph(place).advanceWidth).toBe(font.getGlyph(box).advanceWidth);
  }
});

it("takes the components of composite glyphs along, with the tables of their instructions", () => {
  const bytes = readBytes(LATIN_FACE);
  const font = fontkit.create(bytes);
  const composites = findComposites(bytes);
  expect(composites.length).toBeGreaterThan(50);
  const glyphs = [0, ...composites];
  const subset = openTrueType(fileOf(bytes)).subset(glyphs);
  const read = fontkit.create(subset);
  expect(read.numGlyphs).toBeGreaterThan(glyphs.length);
  const svg = (from: fontkit.Font, glyph: number) => from.getGlyph(glyph).path.toSVG();
  expect(glyphs.map((_, place) => svg(read, place))).toEqual(glyphs.map((glyph) => svg(font, glyph)));
  const tables = readFontTables(fileOf(subset), 0);
  const original = readFontTables(fileOf(bytes), 0);
  expect([...tables.ranges.keys()].join(" ")).toBe("cvt  fpgm glyf head hhea hmtx loca maxp prep");
  for (const tag of ["cvt ", "fpgm", "prep"]) {
    expect(tables.table(tag)?.byteLength).toBe(original.table(tag)?.byteLength);
  }
});

function findComposites(bytes: Uint8Array): readonly number[] {
  const tables = readFontTables(fileOf(bytes), findFontOffsets(fileOf(bytes))[0] ?? 0);
  const metrics = readFontMetrics(tables);
  const glyphs = readGlyphTable(tables, metrics);
  const all = Array.from({ length: metrics.glyphCount }, (_, glyph) => glyph);
  return all.filter((glyph) => readComponents(glyphs.record(glyph)).length > 0);
}
