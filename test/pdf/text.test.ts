/** What a reader copies from the page, and where glyphs stand, read back by pdf.js. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paragraphs, run, widthOfRun } from "./hand-made-layout.js";
import { sans, serif } from "./noto-faces.js";
import { copyLines, findText, renderBytes } from "./read-back.js";

interface Case {
  readonly why: string;
  readonly text: string;
  /** where pdf.js cannot tell: it reads U+3000 as a space */
  readonly copied?: string;
  readonly gaps?: Readonly<Record<number, number>>;
}

const cases: readonly Case[] = [
  {
    why: "quarter-em gaps between Han and digits are no spaces",
    text: "今年3月在2026年举办",
    gaps: { 1: 0.25, 2: 0.25, 4: 0.25, 8: 0.25 },
  },
  {
    why: "gaps of a loose line are no spaces",
    text: "共有ABC三家单位",
    gaps: { 1: 0.5, 4: 0.5, 5: 0.12, 6: 0.12, 7: 0.2 },
  },
  {
    why: "squeezed marks lose nothing",
    text: "《科普》（第2期），“完”。",
    gaps: { 3: -0.5, 5: 0.125, 8: -0.5, 9: -0.5 },
  },
  { why: "real spaces stay", text: "Plain English text, set wide", gaps: { 5: 0.2, 13: 0.3 } },
  { why: "real spaces between Han stay", text: "科技逐梦未来 创新赋能成长" },
  { why: "a space of one em stays a space", text: "目　录", copied: "目 录" },
  { why: "a radical and an ideograph with one outline each keep their code point", text: "⼀一⼀一" },
  { why: "characters that string syntax knows are text", text: "(a)\\(b)) \\r\\n" },
  { why: "single letters with spaces stay apart", text: "一 二 三" },
];

describe("copied text", () => {
  it.each(cases)("$why", async ({ text, copied, gaps = {} }) => {
    const line = run({ owner: 1, face: serif, text, x: 80, baseline: 100, gaps });
    expect(await copyLines(await renderBytes(paragraphs([[line]])))).toEqual([copied ?? text]);
  });

  it("runs on where face and owner change within a line", async () => {
    const before = run({ owner: 1, face: serif, text: "详见", x: 80, baseline: 100 });
    const link = run({
      owner: 2,
      face: sans,
      text: "example.org",
      x: 80 + widthOfRun(before) + 4,
      baseline: 100,
    });
    const after = run({
      owner: 1,
      face: serif,
      text: "网站",
      x: link.x + widthOfRun(link) + 4,
      baseline: 100,
    });
    const bytes = await renderBytes(paragraphs([[before, link, after]]));
    expect(await copyLines(bytes)).toEqual(["详见example.org网站"]);
  });
});

describe("any line", () => {
  const characters = fc.constantFrom(..."科普活动在年月日甲乙丙一二三，。、；：《》“”（）ABCxyz0189-./%·—…");
  const cell = fc.tuple(characters, fc.double({ min: -0.5, max: 0.6, noNaN: true }), fc.boolean());
  const lines = fc.array(fc.array(cell, { minLength: 1, maxLength: 24 }), { minLength: 25, maxLength: 25 });

  it("is copied as written, whatever gaps it is set with", async () => {
    await fc.assert(
      fc.asyncProperty(lines, async (cells) => {
        const texts = cells.map((line) => line.map(([character]) => character).join(""));
        const marks = cells.map((line, index) => {
          const gaps = Object.fromEntries(line.map(([, gap, isSet], place) => [place, isSet ? gap : 0]));
          return run({
            owner: index + 1,
            face: serif,
            text: texts[index] ?? "",
            x: 60,
            baseline: 40 + index * 30,
            gaps,
          });
        });
        expect(await copyLines(await renderBytes(paragraphs([marks])))).toEqual(texts);
      }),
      { seed: 5, numRuns: 12 },
    );
  });
});

describe("positions", () => {
  const measure = 442.2;
  it.each([10.5, 15.793, 18, 60])("a line of type of %s pt ends where the layout says", async (sizePt) => {
    const count = Math.floor(measure / sizePt);
    const gap = (measure - count * sizePt) / (count - 1) / sizePt;
    const gaps = Object.fromEntries(Array.from({ length: count - 1 }, (_, index) => [index, gap]));
    const line = run({
      owner: 1,
      face: serif,
      text: "永".repeat(count),
      x: 79.37,
      baseline: 120.5,
      sizePt,
      gaps,
    });
    const found = await findText(await renderBytes(paragraphs([[line]])));
    const last = found.at(-1);
    expect(found[0]?.x).toBeCloseTo(79.37, 2);
    expect(found[0]?.baseline).toBeCloseTo(120.5, 2);
    expect(found[0]?.size).toBeCloseTo(sizePt, 3);
    expect(Math.abs((last?.x ?? 0) + (last?.width ?? 0) - (79.37 + measure))).toBeLessThan(0.01);
  });

  it.each(["科普活动，", "科普活动（注）", "科普活动。 "])(
    "a mark trimmed at the line's end ends with the line: %s",
    async (text) => {
      const whole = run({ owner: 1, face: serif, text, x: 80, baseline: 100 });
      const end = 80 + (text.trim().length - 0.5) * 16;
      const { dx, texts } = whole.glyphs;
      const moved = dx.map((place, index) => (texts[index] === " " ? end - 80 : place));
      const glyphs = { ...whole.glyphs, dx: moved };
      const found = await findText(await renderBytes(paragraphs([[{ ...whole, glyphs, end }]])));
      expect(
        found
          .map((part) => part.text)
          .join("")
          .trim(),
      ).toBe(text.trim());
      expect((found[0]?.x ?? 0) + (found[0]?.width ?? 0)).toBeCloseTo(end, 2);
    },
  );

  it("a carried gap leaves the next glyph where it was", async () => {
    const gaps = { 0: 0.25, 1: 0.37, 2: 0.5 };
    const line = run({ owner: 1, face: serif, text: "年3月X", x: 80, baseline: 100, gaps });
    const mark = run({ owner: 2, face: serif, text: "永", x: 80, baseline: 130 });
    const [first] = await findText(await renderBytes(paragraphs([[line, mark]])));
    expect(first?.text).toBe("年3月X");
    expect(first?.width).toBeCloseTo(widthOfRun(line), 1);
  });
});
