/** Pages on the desk: rows, what is near the viewport, zoom, and which pages changed. */
import { describe, expect, it } from "vitest";
import {
  arrangePages,
  findChangedPages,
  heightOf,
  pageAt,
  rowsWithin,
  scaleFor,
  stepZoom,
} from "../../src/preview/page-rows.js";
import { pagesOf } from "./example-state.js";

const numbers = (rows: ReturnType<typeof arrangePages>) =>
  rows.map(({ pages }) => pages.map(({ page }) => page.number));

describe("arrangePages", () => {
  it("puts single pages under each other, the space of the desk between", () => {
    const rows = arrangePages(pagesOf(["a", "b"]), { scale: 0.5, isSpread: false, space: 20 });
    expect(rows.map(({ top, height, width }) => [top, height, width])).toEqual([
      [20, 400, 300],
      [440, 400, 300],
    ]);
    expect(heightOf(rows, 20)).toBe(860);
    expect(heightOf([])).toBe(0);
  });

  it("faces even pages with odd ones, the first alone on the right", () => {
    const rows = arrangePages(pagesOf(["a", "b", "c", "d"]), { scale: 0.5, isSpread: true });
    expect(numbers(rows)).toEqual([[1], [2, 3], [4]]);
    expect(rows.map(({ pages }) => pages.map(({ left }) => left))).toEqual([[300], [0, 300], [0]]);
  });
});

it("keeps a few of 300 pages near the viewport", () => {
  const rows = arrangePages(pagesOf(Array.from({ length: 300 }, (_, at) => `p${at}`)), {
    ...{ scale: 1, isSpread: false, space: 20 },
  });
  expect(numbers(rowsWithin(rows, 82_000, 83_000))).toEqual([[100], [101], [102]]);
  expect(pageAt(rows, 82_000, 900)).toBe(101);
  expect(pageAt(rows, 0, 900)).toBe(1);
  expect(pageAt([], 0, 900)).toBe(1);
});

describe("zoom", () => {
  it("fills the desk with a page or a spread, never over 1.35 of the paper", () => {
    const pages = pagesOf(["a"]);
    expect(scaleFor("width", { pages, width: 648, isSpread: false })).toBe(1);
    expect(scaleFor("width", { pages, width: 1248, isSpread: true })).toBe(1);
    expect(scaleFor("width", { pages, width: 9000, isSpread: false })).toBeCloseTo(1.8);
    expect(scaleFor(75, { pages, width: 1, isSpread: false })).toBe(1);
  });

  it.each([
    [1, 1, 80],
    [1, -1, 67],
    [4 / 3, 1, 125],
    [4 / 3, -1, 80],
    [100, 1, 400],
    [0.01, -1, 25],
  ] as const)("from %f goes by %i to %i per cent", (scale, step, expected) => {
    expect(stepZoom(scale, step)).toBe(expected);
  });
});

it("tells pages that show something else, and those that are new", () => {
  expect(findChangedPages(pagesOf(["a", "b", "c"]), pagesOf(["a", "x", "c", "d"]))).toEqual([2, 4]);
  expect(findChangedPages(pagesOf(["a", "b"]), pagesOf(["a"]))).toEqual([]);
});
