/** How much of a page stays empty: the tallest gap on it, between the text and what stands on its foot. */
import type { Layout, Page } from "../../src/layout/layout.js";
import { marksOf } from "./layout-marks.js";
import type { TypeArea } from "./seen-mark.js";

/**
 * @param pitch of a grid line, in points
 * @returns grid lines that stay white at the foot of each page, those of the last page and of a cover left out
 */
export function whiteLines(
  layout: Layout,
  { area, pitch, hasCover }: { readonly area: TypeArea; readonly pitch: number; readonly hasCover: boolean },
): readonly number[] {
  return layout.pages
    .slice(hasCover ? 1 : 0, -1)
    .map((page) =>
      Math.max(0, Math.floor((tallestGap(layout, page, area) - UNDER_LINE * pitch) / pitch + 1e-3)),
    );
}

/** What a line leaves under its characters, of its pitch. */
const UNDER_LINE = 0.3;

function tallestGap(layout: Layout, page: Page, { top, bottom }: TypeArea): number {
  const boxes = marksOf(layout, page)
    .filter(({ isPageNumber }) => !isPageNumber)
    .map(({ box }) => box)
    .sort((a, b) => a.top - b.top);
  let foot = top;
  let tallest = 0;
  for (const box of [...boxes, { top: bottom, bottom }]) {
    tallest = Math.max(tallest, box.top - foot);
    foot = Math.max(foot, box.bottom);
  }
  return tallest;
}
