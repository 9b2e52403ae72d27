/**
 * Our reader beside fontkit on every character of the faces that the package ships: glyphs,
 * advances, outlines, kerning, substitutions and the doubled dash.
 */
import * as fontkit from "fontkit";
import { describe, expect, it } from "vitest";
import { readFontTables } from "../../src/fonts/font-tables.js";
import { openTrueType } from "../../src/fonts/open-truetype.js";
import { readCharacterMap } from "../../src/fonts/read-cmap.js";
import { readFontMetrics } from "../../src/fonts/read-font-metrics.js";
import { readGlyphTable } from "../../src/fonts/read-glyphs.js";
import { readKerning } from "../../src/fonts/read-kerning.js";
import { DEFAULT_FACES, fileOf, LATIN_FACE, readBytes } from "./font-files.js";

for (const [name, path] of Object.entries(DEFAULT_FACES)) {
  describe(name, () => {
    const bytes = readBytes(path);
    const face = openTrueType(fileOf(bytes, path));
    const font = fontkit.create(bytes);
    const unitsPerEm: number = font.unitsPerEm;

    it("names and measures", () => {
      expect({
        name: face.name,
        ascent: face.ascent * unitsPerEm,
        descent: face.descent * unitsPerEm,
        capHeight: face.capHeight * unitsPerEm,
        underline: face.underline.position * unitsPerEm,
        weight: face.weight,
        angle: face.italicAngle,
        bounds: [face.bounds.left, face.bounds.bottom, face.bounds.right, face.bounds.top],
      }).toEqual({
        name: font.postscriptName,
        ascent: font["OS/2"].typoAscender,
        descent: font["OS/2"].typoDescender,
        capHeight: font["OS/2"].capHeight,
        underline: font.underlinePosition,
        weight: font["OS/2"].usWeightClass,
        angle: font.italicAngle,
        bounds: [font.bbox.minX, font.bbox.minY, font.bbox.maxX, font.bbox.maxY].map((v) => v / unitsPerEm),
      });
    });

    it("glyph and advance of every character", () => {
      const ours = [...readCharacterMap(readFontTables(fileOf(bytes), 0)).codePoints()];
      expect(ours).toEqual(font.characterSet);
      const wrong = ours.filter((code) => {
        const glyph = face.glyph(code);
        const theirs = font.glyphForCodePoint(code);
        return glyph !== theirs.id || Math.abs(face.advance(glyph) * unitsPerEm - theirs.advanceWidth) > 1e-9;
      });
      expect(ours.length).toBeGreaterThan(29_000);
      expect(wrong).toEqual([]);
      expect(face.glyph(0x10ffff)).toBe(0);
      expect(face.glyph(0xe000)).toBe(0);
    });

    it("record and ink box of every glyph", () => {
      const tables = readFontTables(fileOf(bytes), 0);
      const glyphs = readGlyphTable(tables, readFontMetrics(tables));
      const { offset } = tables.ranges.get("glyf") ?? { offset: 0 };
      const wrong: number[] = [];
      for (let glyph = 0; glyph < font.numGlyphs; glyph += 1) {
        const [start = -1, end = -1] = font.loca.offsets.slice(glyph, glyph + 2);
        const record = glyphs.record(glyph);
        const place = record.byteOffset - bytes.byteOffset;
        const isSame = record.byteLength === end - start && (start === end || place === offset + start);
        if (!isSame) wrong.push(glyph);
      }
      expect(wrong).toEqual([]);
      for (let glyph = 0; glyph < font.numGlyphs; glyph += 61) {
        const { minX, minY, maxX, maxY } = font.getGlyph(glyph).cbox;
        const ink = face.ink(glyph);
        const box = ink === undefined ? undefined : [ink.left, ink.bottom, ink.right, ink.top];
        const theirs = Number.isFinite(minX) ? [minX, minY, maxX, maxY] : undefined;
        expect(
          box?.map((value) => Math.round(value * unitsPerEm)),
          `glyph ${glyph}`,
        ).toEqual(theirs);
      }
    });

    it("kerning of every pair of printable ASCII", () => {
      const wrong: string[] = [];
      let kerned = 0;
      for (let left = 33; left < 127; left += 1) {
        for (let right = 33; right < 127; right += 1) {
          const pair = String.fromCharCode(left, right);
          const run = font.layout(pair, { liga: false, ccmp: false, locl: false, mark: false }, "latn");
          const theirs = (run.positions[0]?.xAdvance ?? 0) - (run.glyphs[0]?.advanceWidth ?? 0);
          const ours = face.kern(face.glyph(left), face.glyph(right)) * unitsPerEm;
          if (Math.abs(ours - theirs) > 1e-6) wrong.push(`${pair} ${ours} ${theirs}`);
          if (ours !== 0) kerned += 1;
        }
      }
      expect(wrong).toEqual([]);
      expect(kerned).toBeGreaterThan(100);
    });

    it.each(["fwid", "hwid", "pwid", "locl"] as const)(
      "substitution %s of every character it changes",
      (feature) => {
        const off = { ccmp: false, liga: false, locl: false, kern: false, mark: false };
        let changed = 0;
        const wrong = font.characterSet
          .filter((code) => code < 0x3400 || code > 0x9fff)
          .filter((code) => {
            const ours = face.substitute(face.glyph(code), feature);
            if (ours === face.glyph(code)) return false;
            changed += 1;
            const run = font.layout(String.fromCodePoint(code), { ...off, [feature]: true }, "hani", "ZHS ");
            return run.glyphs[0]?.id !== ours;
          });
        expect(wrong).toEqual([]);
        expect(changed).toBeGreaterThan(feature === "locl" ? 3 : 90);
      },
    );

    it("the doubled dash", () => {
      const dash = face.glyph(0x2014);
      const ellipsis = face.glyph(0x2026);
      expect(face.pair(dash, dash)).toBe(font.layout("——", undefined, "hani", "ZHS ").glyphs[0]?.id);
      expect(face.advance(face.pair(dash, dash) ?? 0)).toBe(2);
      expect(face.pair(ellipsis, ellipsis)).toBeUndefined();
      expect(face.pair(face.glyph(0x66), face.glyph(0x69))).toBeUndefined();
    });
  });
}

it("kerning from the old kern table, where GPOS has none", () => {
  const bytes = readBytes(LATIN_FACE);
  const tables = readFontTables(fileOf(bytes), 0);
  const kern = readKerning({ ...tables, table: (tag) => (tag === "GPOS" ? undefined : tables.table(tag)) });
  const font = fontkit.create(bytes);
  const glyph = (character: string) => font.glyphForCodePoint(character.codePointAt(0) ?? 0).id;
  const printed = ["AV", "To", "LT", "P.", "ab"].map((pair) =>
    kern(glyph(pair[0] ?? ""), glyph(pair[1] ?? "")),
  );
  // Values of Liberation Sans 2, in units of 1/2048 em.
  expect(printed).toEqual([-152, -227, -152, -264, 0]);
});
