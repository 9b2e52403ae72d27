/**
 * What glyphs draw: our reading of TrueType points beside fontkit's, composites among them; CFF, a weight of a variable
 * font, and glyphs made of two.
 */
import * as fontkit from "fontkit";
import { describe, expect, it } from "vitest";
import { UnusableFile } from "../../src/diagnostics/diagnostic.js";
import type { Face, GlyphId, OutlineStep } from "../../src/fonts/face.js";
import { readFontTables } from "../../src/fonts/font-tables.js";
import { openFace } from "../../src/fonts/open-face.js";
import { openTrueType } from "../../src/fonts/open-truetype.js";
import { readAdvances, readFontMetrics } from "../../src/fonts/read-font-metrics.js";
import { readComponents, readGlyphTable } from "../../src/fonts/read-glyphs.js";
import { traceGlyph } from "../../src/fonts/trace-glyph.js";
import { DEFAULT_FACES, fileOf, LATIN_FACE, readBytes } from "./font-files.js";
import { plainFont } from "./made-up-fonts.js";

const STEPS = {
  moveTo: "move",
  lineTo: "line",
  quadraticCurveTo: "quadratic",
  bezierCurveTo: "cubic",
} as const;

const rounded = (kind: string, points: readonly number[]): string =>
  [kind, ...points.map((place) => Math.round(place * 100) / 100 || 0)].join(" ");

/** In font units; a line back to where its contour began is left out, since not every reader writes it. */
function drawn(steps: readonly { readonly kind: string; readonly points: readonly number[] }[]): string[] {
  let start = "";
  return steps.flatMap(({ kind, points }, index) => {
    if (kind === "move") start = points.map((place) => Math.round(place * 100) / 100 || 0).join(" ");
    const ends = steps[index + 1] === undefined || steps[index + 1]?.kind === "move";
    const printed = rounded(kind, points);
    return kind === "line" && ends && printed === `line ${start}` ? [] : [printed];
  });
}

const oursIn = (face: Face, glyph: GlyphId): string[] =>
  drawn(
    face.outline(glyph).map(({ kind, points }) => ({
      kind,
      points: points.map((em) => em * face.unitsPerEm),
    })),
  );

const theirs = (font: fontkit.Font, glyph: GlyphId): string[] =>
  drawn(
    font
      .getGlyph(glyph)
      .path.commands.flatMap(({ command, args }) =>
        command === "closePath" ? [] : [{ kind: STEPS[command], points: args }],
      ),
  );

describe("outlines of TrueType glyphs are what fontkit reads", () => {
  it.each([
    ["Noto Serif SC", DEFAULT_FACES.serif, 23],
    ["Noto Serif SC Bold", DEFAULT_FACES.serifBold, 97],
    ["Noto Sans SC Medium", DEFAULT_FACES.sans, 97],
    ["Liberation Sans, with composites", LATIN_FACE, 1],
  ])("%s", (_, path, step) => {
    const bytes = readBytes(path);
    const face = openTrueType(fileOf(bytes, path));
    const font = fontkit.create(bytes);
    const wrong: number[] = [];
    let inked = 0;
    for (let glyph = 0; glyph < font.numGlyphs; glyph += step) {
      const ours = oursIn(face, glyph);
      if (ours.length > 0) inked += 1;
      if (ours.join("\n") !== theirs(font, glyph).join("\n")) wrong.push(glyph);
    }
    expect(wrong).toEqual([]);
    expect(inked).toBeGreaterThan(300);
  });
});

/** A composite of one part: flags, the part, and what the flags say follows. */
function composite(flags: number, part: number, ...rest: readonly number[]): DataView {
  const words = [-1, 0, 0, 0, 0, flags, part, ...rest];
  const view = new DataView(new ArrayBuffer(words.length * 2));
  for (const [index, word] of words.entries()) view.setInt16(index * 2, word);
  return view;
}

describe("a composite", () => {
  const WORDS = 0x0001;
  const OFFSETS = 0x0002;
  const tables = readFontTables(fileOf(readBytes(LATIN_FACE)), 0);
  const metrics = readFontMetrics(tables);
  const own = readGlyphTable(tables, metrics);
  const letter = openTrueType(fileOf(readBytes(LATIN_FACE))).glyph(0x4c);
  const MADE = 60_000;
  const trace = (record: DataView): readonly OutlineStep[] =>
    traceGlyph(
      {
        glyphTable: {
          record: (glyph) => (glyph === MADE ? record : own.record(glyph)),
          bounds: (glyph) => (glyph === MADE ? [0, 0, 1, 1] : own.bounds(glyph)),
        },
        advances: { advance: () => 0, bearing: () => 0 },
      },
      MADE,
    );
  const plain = traceGlyph({ glyphTable: own, advances: readAdvances(tables, metrics.glyphCount) }, letter);
  const points = (steps: readonly OutlineStep[]) => steps.flatMap((step) => step.points);
  const mapped = (map: (x: number, y: number) => readonly [number, number]) => {
    const all = points(plain);
    return all.flatMap((place, index) => (index % 2 === 0 ? map(place, all[index + 1] ?? 0) : []));
  };

  it("moves its part by words and by bytes", () => {
    expect(points(trace(composite(OFFSETS | WORDS, letter, 300, -40)))).toEqual(
      mapped((x, y) => [x + 300, y - 40]),
    );
    // 100 to the right and 20 down, a byte each.
    expect(points(trace(composite(OFFSETS, letter, (100 << 8) | (-20 & 0xff))))).toEqual(
      mapped((x, y) => [x + 100, y - 20]),
    );
  });

  it("makes its part smaller, stretches it, and turns it", () => {
    const half = 0x2000;
    const scaled = (flag: number, ...numbers: number[]) =>
      points(trace(composite(OFFSETS | WORDS | flag, letter, 0, 0, ...numbers)));
    expect(scaled(0x0008, half)).toEqual(mapped((x, y) => [x / 2, y / 2]));
    expect(scaled(0x0040, half, 0x4000)).toEqual(mapped((x, y) => [x / 2, y]));
    // A quarter turn to the left: right becomes up, up becomes left.
    expect(scaled(0x0080, 0, 0x4000, -0x4000, 0)).toEqual(mapped((x, y) => [-y || 0, x]));
  });

  it("lays a point of its part on one that is placed", () => {
    const first = composite(OFFSETS | WORDS | 0x0020, letter, 0, 0);
    const both = new DataView(new ArrayBuffer(first.byteLength + 8));
    for (let at = 0; at < first.byteLength; at += 1) both.setUint8(at, first.getUint8(at));
    // Its point 0 lies on point 2 of the one before.
    for (const [index, word] of [WORDS, letter, 2, 0].entries()) {
      both.setInt16(first.byteLength + index * 2, word);
    }
    const record = own.record(letter);
    expect(readComponents(record)).toEqual([]);
    const traced = trace(both);
    const [one, two] = [traced.slice(0, plain.length), traced.slice(plain.length)];
    expect(points(one)).toEqual(points(plain));
    const goal = plain[2]?.points ?? [];
    expect(two[0]?.points).toEqual(goal);
  });

  it("stands where its bearing says", () => {
    const advances = { advance: () => 0, bearing: () => (own.bounds(letter)?.[0] ?? 0) + 50 };
    expect(points(traceGlyph({ glyphTable: own, advances }, letter))).toEqual(mapped((x, y) => [x + 50, y]));
  });

  it("that is part of itself is damage, and is not followed for ever", () => {
    expect(() => trace(composite(OFFSETS | WORDS, MADE, 0, 0))).toThrow(RangeError);
  });
});

describe("other outlines", () => {
  it("of CFF are cubic curves within their ink", async () => {
    const outlines = readBytes("node_modules/pdfjs-dist/standard_fonts/FoxitSerif.pfb");
    const font = plainFont("Postscript", 400, { outlines: { tag: "CFF ", bytes: outlines } });
    const face = await openFace(fileOf(font, "postscript.otf"));
    const steps = face.outline(2);
    expect(steps.map(({ kind }) => kind)).toContain("cubic");
    const xs = steps.flatMap(({ points }) => points.slice(-2, -1));
    expect(Math.min(...xs)).toBeCloseTo(face.ink(2)?.left ?? 0, 2);
    expect(Math.max(...xs)).toBeCloseTo(face.ink(2)?.right ?? 0, 2);
  });

  it("of a weight of a variable font are those of the weight", async () => {
    const MOVES = 300;
    const file = fileOf(plainFont("Flowing", 400, { variable: 400, moves: MOVES }), "flowing.ttf");
    const [plain, heavy] = [await openFace(file), await openFace(file, { weight: 900 })];
    const right = MOVES / plain.unitsPerEm;
    const moved = plain.outline(1).map(({ kind, points }) => ({
      kind,
      points: points.map((place, index) => (index % 2 === 0 ? place + right : place)),
    }));
    // Their points are written in whole units.
    const shown = (steps: readonly OutlineStep[]) =>
      steps.map(({ kind, points }) =>
        rounded(
          kind,
          points.map((em) => Math.round(em * plain.unitsPerEm)),
        ),
      );
    expect(shown(heavy.outline(1))).toEqual(shown(moved));
  });

  it("of a glyph made of two are both, the upper one moved", () => {
    const face = openTrueType(fileOf(readBytes(LATIN_FACE)));
    const [base, over] = [face.glyph(0x6d), face.glyph(0xaf)];
    const made = face.combine(base, over, 0.1, 0.2) ?? 0;
    const [right, up] = [0.1, 0.2].map((em) => Math.round(em * face.unitsPerEm) / face.unitsPerEm);
    const moved = face.outline(over).map(({ kind, points }) => ({
      kind,
      points: points.map((place, index) => place + ((index % 2 === 0 ? right : up) ?? 0)),
    }));
    const shown = (steps: readonly OutlineStep[]) =>
      drawn(steps.map(({ kind, points }) => ({ kind, points: points.map((em) => em * face.unitsPerEm) })));
    expect(made).toBeGreaterThanOrEqual(face.glyphCount);
    expect(shown(face.outline(made))).toEqual([...shown(face.outline(base)), ...shown(moved)]);
  });

  it("of a damaged font are told as damage of its file", () => {
    const bytes = Uint8Array.from(readBytes(LATIN_FACE));
    const face = openTrueType(fileOf(bytes, "torn.ttf"));
    const glyf = readFontTables(fileOf(bytes), 0).ranges.get("glyf");
    const glyph = face.glyph(0x4c);
    const { byteOffset } = readGlyphTable(
      readFontTables(fileOf(bytes), 0),
      readFontMetrics(readFontTables(fileOf(bytes), 0)),
    ).record(glyph);
    expect(byteOffset).toBeGreaterThan(glyf?.offset ?? Number.POSITIVE_INFINITY);
    // The number of its last point.
    bytes.fill(0xff, byteOffset + 10, byteOffset + 12);
    expect(() => face.outline(glyph)).toThrow(UnusableFile);
    expect(() => face.outline(glyph)).toThrow("torn.ttf");
  });
});
