/** Letters with combining marks, raised and lowered figures, and faces that set Latin letters alone. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Face, FaceMetrics } from "../../../src/fonts/face.js";
import { openTrueType } from "../../../src/fonts/open-truetype.js";
import { elementNode } from "../../../src/layout/element-node.js";
import { plainSpan } from "../../../src/layout/paragraph/cell.js";
import { collectText } from "../../../src/layout/paragraph/collect-cells.js";
import { clusterOf, typeStyle } from "../../../src/layout/paragraph/type-style.js";
import { DEFAULT_FACES, fileOf } from "../../fonts/font-files.js";
import { inventedFace } from "../invented-face.js";

const open = (path: string): Face => openTrueType(fileOf(readFileSync(path)));
const tinos = open("node_modules/@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf");
const serif = open(DEFAULT_FACES.serif);

const styleOf = (...faces: readonly FaceMetrics[]) => typeStyle({ faces, sizePt: 10, color: "#000000" });
const cellsOf = (text: string, ...faces: readonly FaceMetrics[]) =>
  collectText(text, plainSpan(styleOf(...faces), elementNode("P", undefined))).cells;
const middle = ({ left, right }: { readonly left: number; readonly right: number }) => (left + right) / 2;

describe("combining marks", () => {
  it.each(["m̄", "n̂", "x̄", "p̂", "M̄"])(
    "%s is one glyph as wide as its letter, the mark over its middle",
    (text) => {
      const cluster = clusterOf(styleOf(tinos), text, "han");
      const [letter, mark] = [...text].map((character) => tinos.glyph(character.codePointAt(0) ?? 0));
      const [whole] = cluster.glyphs;
      const base = tinos.ink(letter ?? 0);
      const ink = tinos.ink(whole?.id ?? 0);
      const over = tinos.ink(mark ?? 0);
      if (base === undefined || ink === undefined || over === undefined) throw new Error("no ink");
      expect([cluster.missing, cluster.glyphs.length]).toEqual([[], 1]);
      expect(cluster.width).toBeCloseTo(tinos.advance(letter ?? 0) * 10);
      expect(Math.abs(middle(ink) - middle(base))).toBeLessThan(0.03);
      expect(ink.top - base.top).toBeGreaterThan(over.top - over.bottom);
      expect(ink.bottom).toBeCloseTo(base.bottom);
    },
  );

  it("lifts a mark over a high letter, and a second mark over the first", () => {
    const topOf = (text: string) => {
      const [glyph] = clusterOf(styleOf(tinos), text, "han").glyphs;
      return tinos.ink(glyph?.id ?? 0)?.top ?? 0;
    };
    expect(topOf("M̄")).toBeGreaterThan(topOf("m̄") + 0.15);
    expect(topOf("m̂̄")).toBeGreaterThan(topOf("m̂") + 0.05);
  });

  it.each(["中̄", "m̸"])("%s is refused: nothing says where the mark stands", (text) => {
    const mark = text.codePointAt(1) ?? 0;
    expect(clusterOf(styleOf(serif, tinos), text, "han").missing).toEqual([mark]);
  });
});

describe("figures that a face lacks", () => {
  const face = inventedFace({ lacks: "⁰⁺⁻⁼⁽⁾ⁿ₂₊" });

  it.each([
    ["⁻", "−", true],
    ["⁺", "+", true],
    ["⁼", "=", true],
    ["⁽", "(", true],
    ["ⁿ", "n", true],
    ["⁰", "0", true],
    ["₂", "2", false],
    ["₊", "+", false],
  ])("%s is a small %s", (text, figure, isRaised) => {
    const [cell] = cellsOf(text, face);
    expect([cell?.text, cell?.cluster.missing]).toEqual([text, []]);
    expect(cell?.cluster.glyphs[0]?.id).toBe(figure.codePointAt(0));
    expect(cell?.span.type.sizePt).toBeCloseTo(6);
    expect((cell?.span.raisePt ?? 0) > 0).toBe(isRaised);
  });

  it("are not taken from a face behind it, which would set another size", () => {
    expect(cellsOf("⁻", face, inventedFace())[0]?.cluster.face).toBe(face);
  });
});

describe("fractions that no face has", () => {
  const fractions = [..."⅐⅑⅒⅕⅖⅗⅘⅙⅚↉"];

  it.each(fractions)("%s is one glyph of Tinos's small figures, on the base line, as high as ½", (text) => {
    const [cell] = cellsOf(text, tinos, serif);
    const [whole] = cell?.cluster.glyphs ?? [];
    const ink = tinos.ink(whole?.id ?? 0);
    const half = tinos.ink(tinos.glyph(0xbd));
    if (cell === undefined || ink === undefined || half === undefined) throw new Error("no ink");
    expect([cell.text, cell.cluster.missing, cell.cluster.glyphs.length]).toEqual([text, [], 1]);
    expect(cell.cluster.face).toBe(tinos);
    expect(Math.abs(ink.bottom - half.bottom)).toBeLessThan(0.03);
    expect(Math.abs(ink.top - half.top)).toBeLessThan(0.03);
    expect(cell.cluster.width / 10).toBeGreaterThan(ink.right - 0.02);
    expect(cell.cluster.width / 10).toBeLessThan(ink.right + 0.1);
  });

  it("are not drawn where a face has them: ⅓", () => {
    const [cell] = cellsOf("⅓", tinos, serif);
    expect(cell?.cluster.glyphs[0]?.id).toBe(tinos.glyph(0x2153));
  });

  it.each(fractions)("%s is missing where no face can make it", (text) => {
    const cluster = clusterOf(styleOf(inventedFace({ lacks: text })), text, "han");
    expect(cluster.missing).toEqual([text.codePointAt(0)]);
  });
});

it.each([
  ["✓", "√"],
  ["✗", "×"],
  ["✘", "×"],
  ["⭐", "★"],
  ["✆", "☎"],
])("%s that no face has is drawn with %s, and stays what it is", (sign, drawn) => {
  const [cell] = cellsOf(sign, inventedFace({ lacks: sign }));
  expect([cell?.text, cell?.cluster.missing, cell?.cluster.glyphs[0]?.id]).toEqual([
    sign,
    [],
    drawn.codePointAt(0),
  ]);
});

describe("a face for Latin letters alone", () => {
  const latin: FaceMetrics = { ...inventedFace({ name: "Latin" }), scope: "latin" };
  const han = inventedFace({ name: "Han" });
  const faces = (text: string) => cellsOf(text, latin, han).map(({ cluster }) => cluster.face.name);

  it("sets letters, figures and the marks among them", () => {
    expect(faces("共3.5%A座")).toEqual(["Han", "Latin", "Latin", "Latin", "Latin", "Latin", "Han"]);
    expect(faces("他说“好”。")).toEqual(["Han", "Han", "Han", "Han", "Han", "Han"]);
    expect(faces("It’s")).toEqual(["Latin", "Latin", "Latin", "Latin"]);
  });

  it.each([..."☑☐✓"])("leaves %s, which is drawn with other signs, to the others", (sign) => {
    const plain: FaceMetrics = inventedFace({ name: "Han", lacks: "☑☐✓" });
    const [cell] = cellsOf(sign, { ...inventedFace({ name: "Latin", lacks: "☑☐✓" }), scope: "latin" }, plain);
    expect([cell?.cluster.face.name, cell?.cluster.missing]).toEqual(["Han", []]);
  });

  it("hands what it lacks to the others", () => {
    const lacking: FaceMetrics = { ...inventedFace({ name: "Latin", lacks: "ř" }), scope: "latin" };
    const [cell] = cellsOf("ř", lacking, han);
    expect([cell?.cluster.face.name, cell?.cluster.asked.name]).toEqual(["Han", "Latin"]);
  });
});

it.each(["\u200b", "\u00ad", "\u2060", "\u200d"])("U+%j takes no room", (unseen) => {
  const width = (text: string) =>
    cellsOf(text, inventedFace()).reduce((sum, { cluster }) => sum + cluster.width, 0);
  expect(width(`中国${unseen}科学`)).toBe(width("中国科学"));
});
