/** Text of any kind: nothing is lost, nothing hangs, nothing stands out of the measure that could be parted. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Line } from "../../src/layout/paragraph/compose-paragraph.js";
import { linesOf, setLines } from "./invented-face.js";

const PIECES = [
  ..."汉字，。；：！？（）《》“”‘’、·—…～-/ %℃￥№0123456789abcXYZ.@#&=_",
  "——",
  "……",
  "https://example.org/a/b?c=d",
  "name@example.org",
  "12场",
  "2026年3月",
  "\u3000",
  "é",
  "葛\u{E0100}",
  "𠮷",
  "👩‍🔬",
  "\u200b",
  "\u202e",
  "\ud800",
  "①",
  "ｶ",
];
const text = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 300 })
  .map((parts) => parts.join(""));
const measure = fc.integer({ min: 3, max: 40 });

/** Its gaps would have to grow by more than the composer lets them: it ends before the edge. */
function isTooLoose({ cells, start, end, right }: Line, measurePt: number): boolean {
  const wide = cells.slice(start, end).filter((cell) => cell.cluster.width >= cell.span.type.sizePt).length;
  return right < measurePt && measurePt - right > 0.14 * Math.max(0, wide - 1);
}

describe("any text", () => {
  it("keeps all its characters, in order", () => {
    fc.assert(
      fc.property(text, measure, (words, em) => {
        const set = setLines(words, em).flatMap((line) =>
          line.cells.slice(line.start, line.textEnd).map((cell) => cell.text),
        );
        expect(set.join("")).toBe(words);
      }),
      { numRuns: 300, seed: 20260316 },
    );
  });

  it("fills every full line, and lets none stand out", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 12, max: 40 }), (words, em) => {
        for (const line of setLines(words, em)) {
          expect(line.excess).toBeLessThan(1e-6);
          if (!line.final && line.end - line.start > 1)
            expect(Math.abs(line.right - em * 10) < 0.01 || isTooLoose(line, em * 10)).toBe(true);
        }
      }),
      { numRuns: 300, seed: 20260317 },
    );
  });

  it("sets the same text the same way", () => {
    fc.assert(
      fc.property(text, measure, (words, em) => {
        expect(linesOf(words, em)).toEqual(linesOf(words, em));
      }),
      { numRuns: 50, seed: 20260318 },
    );
  });
});
