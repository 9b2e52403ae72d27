/**
 * Fills pages with strips: whole grid lines, nothing kept together is parted, figures in their order
 * in the next place of their item that holds them, table heads again on each page, the imprint at the
 * end. The state of it is told in filling.ts; where a strip goes is place-strips.ts; what is left on a page is
 * open-page.ts, notes are note-queue.ts; places become marks in paint-pages.ts.
 */

import type { PageGeometry } from "../../model/page-geometry.js";
import { chunksOf, heightOf, type Strip } from "../blocks/strip.js";
import type { FilledPage, FilledPages, Filling } from "./filling.js";
import { fillWithNotes, noteQueue } from "./note-queue.js";
import { closePage, isFresh, openPage, placeImprint } from "./open-page.js";
import { flushFigures, placeBlock, placeOnFoot, turnPage } from "./place-strips.js";
import { hasShortEnd, LEAST_LAST_LINES, partedForLastPage, startOfLastPage } from "./short-end.js";
import { squeezePage } from "./squeeze.js";

export interface FillInput {
  readonly strips: readonly Strip[];
  /** lines of each note by its number */
  readonly notes: ReadonlyMap<number, readonly Strip[]>;
  /** lines of the imprint, whole at the foot of the last page where a page can hold it */
  readonly imprint: readonly Strip[];
  readonly geometry: PageGeometry;
}

/** Fewest lines on the last page of an imprint that no page holds. */
const LEAST_IMPRINT_LINES = 4;

export function fillPages(input: FillInput): FilledPages {
  const chunks = chunksOf(input.strips);
  const filled = fillChunks(input, chunks, undefined);
  if (!hasShortEnd(filled, input.geometry)) return filled;
  const isLonger = ({ pages }: FilledPages) => pages.length > filled.pages.length;
  const mended = startOfLastPage(chunks, filled, input.geometry);
  if (mended !== undefined) {
    const evened = fillChunks(input, mended.chunks, mended.start);
    if (!isLonger(evened) && !hasShortEnd(evened, input.geometry))
      return { ...evened, moved: mended.chunks[mended.start]?.[0]?.entry };
  }
  const parted = partedForLastPage(chunks, filled);
  const withLine = parted && fillChunks(input, parted.chunks, parted.start);
  return withLine !== undefined && !isLonger(withLine) ? withLine : filled;
}

/** @param lastPage the chunk that begins the last page though it would fit the one before */
function fillChunks(
  input: FillInput,
  chunks: readonly (readonly Strip[])[],
  lastPage: number | undefined,
): FilledPages {
  const { geometry } = input;
  const filling: Filling = {
    geometry,
    notes: noteQueue(input.notes, geometry),
    imprint: input.imprint,
    pages: [],
    entries: [],
    page: openPage(geometry),
    waiting: [],
    pagesWaited: 0,
  };
  for (let index = 0; index < chunks.length; index += 1) {
    const chunk = chunks[index] ?? [];
    const [first] = chunk;
    // A figure on the foot of the page before, and words from above it, leave that page full.
    if (
      index === lastPage &&
      isFigureAlone(chunk) &&
      placeOnFoot(filling, chunk, LEAST_LAST_LINES * geometry.pitch)
    )
      continue;
    const turns = first?.startsPage === true || index === lastPage;
    // No text passes into the next item before it, and no picture before another.
    if (first?.barrier === true || turns || chunk.some(({ figure }) => figure === "stays"))
      flushFigures(filling);
    if (turns && !isFresh(filling.page)) turnPage(filling);
    const next = index + 1 === lastPage ? undefined : chunks[index + 1];
    if (placeBlock(filling, chunk, next) === "with-next") index += 1;
  }
  flushFigures(filling);
  endIssue(filling);
  const { pages, entries } = filling;
  const imprintPages = pages.flatMap((page, index) => (isImprintAlone(page) ? [index + 1] : []));
  return { pages, entries, imprintPages: new Set(imprintPages) };
}

const isFigureAlone = ([first, ...rest]: readonly Strip[]): boolean =>
  first?.figure === "floats" && rest.length === 0;

const isImprintAlone = ({ strips, notes, imprint }: FilledPage): boolean =>
  strips.length === 0 && notes.length === 0 && imprint.length > 0;

/** What is left of notes, then the imprint on the foot: of this page, or whole on the next. */
function endIssue(filling: Filling): void {
  const { imprint } = filling;
  fillWithNotes(filling.notes, filling.page);
  while (filling.notes.waiting.length > 0) {
    turnPage(filling);
    fillWithNotes(filling.notes, filling.page);
  }
  if (imprint.length > 0 && !isFresh(filling.page)) squeezePage(filling, [], imprint);
  if (imprint.length > 0 && !placeImprint(filling.page, imprint)) {
    turnPage(filling);
    placeTallImprint(filling, imprint);
  }
  filling.pages.push(closePage(filling.page, false));
}

/** An imprint taller than a page goes on from page to page; no line or two of it stand on the last. */
function placeTallImprint(filling: Filling, imprint: readonly Strip[]): void {
  let start = 0;
  while (!placeImprint(filling.page, imprint.slice(start))) {
    let end = start + 1;
    const isRoom = () => heightOf(imprint.slice(start, end + 1)) <= filling.geometry.blockHeight;
    while (end < imprint.length && isRoom()) end += 1;
    end = Math.max(start + 1, Math.min(end, imprint.length - LEAST_IMPRINT_LINES));
    placeImprint(filling.page, imprint.slice(start, end));
    turnPage(filling);
    start = end;
  }
}
