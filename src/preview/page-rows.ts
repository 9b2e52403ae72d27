/**
 * Pages on the desk: in rows of one or two, each at its place, so that only those near the viewport need be there
 * and the scroll bar is right without the others. Lengths in CSS pixels.
 */
import type { PageState } from "./protocol.js";

/** CSS pixels in a point. */
export const PIXELS_PER_POINT = 96 / 72;

/** Space around pages on the desk; page.css has the same. */
export const DESK_SPACE = 24;

/** `width`: as wide as the desk allows; else in per cent of the paper. */
export type Zoom = "width" | number;

export const ZOOM_STEPS = [25, 33, 50, 67, 80, 100, 125, 150, 200, 300, 400] as const;

export interface PageRow {
  readonly top: number;
  readonly height: number;
  readonly width: number;
  readonly pages: readonly PlacedPage[];
}

export interface PlacedPage {
  readonly page: PageState;
  readonly width: number;
  readonly height: number;
  /** from the left end of the row */
  readonly left: number;
}

/**
 * @param scale CSS pixels for a point
 * @param isSpread facing pages beside each other, the first alone on the right as in a bound issue
 */
export function arrangePages(
  pages: readonly PageState[],
  { scale, isSpread, space = DESK_SPACE }: { scale: number; isSpread: boolean; space?: number },
): readonly PageRow[] {
  let top = space;
  return (isSpread ? partInSpreads(pages) : pages.map((page) => [page])).map((row) => {
    const placed = placeRow(row, scale, isSpread);
    const height = Math.max(...placed.map((each) => each.height));
    const width = Math.max(...placed.map((each) => each.left + each.width));
    const made = { top, height, width, pages: placed };
    top += height + space;
    return made;
  });
}

function placeRow(row: readonly PageState[], scale: number, isSpread: boolean): readonly PlacedPage[] {
  let left = 0;
  return row.map((page) => {
    const width = Math.round(page.widthPt * scale);
    const isAloneOnTheRight = isSpread && row.length === 1 && page.number % 2 === 1;
    const placed = {
      page,
      width,
      height: Math.round(page.heightPt * scale),
      left: isAloneOnTheRight ? width : left,
    };
    left += width;
    return placed;
  });
}

function partInSpreads(pages: readonly PageState[]): readonly (readonly PageState[])[] {
  const spreads: PageState[][] = [];
  for (const page of pages) {
    const open = spreads[spreads.length - 1];
    if (page.number % 2 === 1 && open?.length === 1 && (open[0]?.number ?? 1) % 2 === 0) open.push(page);
    else spreads.push([page]);
  }
  return spreads;
}

/** Height of the whole desk. */
export function heightOf(rows: readonly PageRow[], space: number = DESK_SPACE): number {
  const last = rows[rows.length - 1];
  return last === undefined ? 0 : last.top + last.height + space;
}

/** Rows of which something is between `top` and `bottom`. */
export const rowsWithin = (rows: readonly PageRow[], top: number, bottom: number): readonly PageRow[] =>
  rows.filter((row) => row.top + row.height >= top && row.top <= bottom);

/** Number of the page that is read: the one at a third of the height of the viewport. */
export function pageAt(rows: readonly PageRow[], top: number, height: number): number {
  const line = top + height / 3;
  const row = rows.find((each) => each.top + each.height >= line) ?? rows[rows.length - 1];
  return row?.pages[0]?.page.number ?? 1;
}

/** Of the paper; wider, lines would be too long for the eye, whatever the desk allows. */
const WIDEST_FIT = 1.35;

/** Pixels for a point: as the zoom says, or that the widest page, or spread, fills the desk up to a bound. */
export function scaleFor(
  zoom: Zoom,
  { pages, width, isSpread }: { pages: readonly PageState[]; width: number; isSpread: boolean },
): number {
  if (zoom !== "width") return (zoom / 100) * PIXELS_PER_POINT;
  const widest = Math.max(1, ...pages.map(({ widthPt }) => widthPt)) * (isSpread ? 2 : 1);
  return Math.min(WIDEST_FIT * PIXELS_PER_POINT, Math.max(0.1, (width - 2 * DESK_SPACE) / widest));
}

/** The next step of zoom from a scale, in per cent. */
export function stepZoom(scale: number, step: -1 | 1): number {
  const percent = (scale / PIXELS_PER_POINT) * 100;
  const steps = step === 1 ? ZOOM_STEPS : [...ZOOM_STEPS].reverse();
  return steps.find((each) => (each - percent) * step > 0.5) ?? steps[steps.length - 1] ?? 100;
}

/** Numbers of the pages that show something else than before, those that are new included. */
export function findChangedPages(
  before: readonly PageState[],
  after: readonly PageState[],
): readonly number[] {
  return after.filter(({ id }, index) => before[index]?.id !== id).map(({ number }) => number);
}
