/**
 * Fills pages with strips: whole grid lines, nothing kept together is parted, figures in their order
 * in the next place of their item that holds them, table heads again on each page, the imprint at the
 * end. The state of it is told in filling.ts; what is left on a page is open-page.ts, notes are
 * note-queue.ts; places become marks in paint-pages.ts.
 */

import type { PageGeometry } from "../../model/page-geometry.js";
import { chunksOf, heightOf, type Strip } from "../blocks/strip.js";
import type { FilledPage, FilledPages, Filling } from "./filling.js";
import { carryNotes, fillWithNotes, noteNeed, noteQueue, serveNotes } from "./note-queue.js";
import { closePage, fits, isEmpty, isFresh, openPage, placeImprint, placeText } from "./open-page.js";
import { hasShortEnd, startOfLastPage } from "./short-end.js";

export interface FillInput {
  readonly strips: readonly Strip[];
  /** lines of each note by its number */
  readonly notes: ReadonlyMap<number, readonly Strip[]>;
  /** lines of the imprint, whole at the foot of the last page where a page can hold it */
  readonly imprint: readonly Strip[];
  readonly geometry: PageGeometry;
}

/**
 * A figure waits for the end of a paragraph, so that none is torn; past this many pages it no longer
 * does and stands at the next page's top.
 */
const MOST_PAGES_WAITED = 1;
/** Fewest lines on the last page of an imprint that no page holds. */
const LEAST_IMPRINT_LINES = 4;

export function fillPages(input: FillInput): FilledPages {
  const chunks = chunksOf(input.strips);
  const filled = fillChunks(input, chunks, undefined);
  if (!hasShortEnd(filled, input.geometry)) return filled;
  const start = startOfLastPage(chunks, filled, input.geometry);
  if (start === undefined) return filled;
  const evened = fillChunks(input, chunks, start);
  const isBetter = evened.pages.length <= filled.pages.length && !hasShortEnd(evened, input.geometry);
  return isBetter ? { ...evened, moved: chunks[start]?.[0]?.entry } : filled;
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
    pages: [],
    entries: [],
    page: openPage(geometry),
    waitingFigure: undefined,
    pagesWaited: 0,
  };
  chunks.forEach((chunk, index) => {
    const [first] = chunk;
    const turns = first?.startsPage === true || index === lastPage;
    // No text passes into the next item before it, and no picture before another.
    if (first?.barrier === true || turns || chunk.some(({ figure }) => figure !== undefined))
      flushFigure(filling);
    if (turns && !isFresh(filling.page)) turnPage(filling);
    placeBlock(filling, chunk);
  });
  flushFigure(filling);
  endIssue(filling, input.imprint);
  const { pages, entries } = filling;
  const imprintPages = pages.flatMap((page, index) => (isImprintAlone(page) ? [index + 1] : []));
  return { pages, entries, imprintPages: new Set(imprintPages) };
}

const isImprintAlone = ({ strips, notes, imprint }: FilledPage): boolean =>
  strips.length === 0 && notes.length === 0 && imprint.length > 0;

function placeBlock(filling: Filling, chunk: readonly Strip[]): void {
  const [first] = chunk;
  const isFitting = fitsHere(filling, chunk);
  if (first?.figure === "floats" && !isFitting) {
    filling.waitingFigure = chunk;
    return;
  }
  if (first?.startsBlock === true && filling.waitingFigure !== undefined) {
    placeWaitingFigure(filling);
    if (filling.waitingFigure !== undefined && !isFitting) {
      turnPage(filling);
      placeWaitingFigure(filling);
    }
  }
  placeChunk(filling, chunk);
}

function placeChunk(filling: Filling, chunk: readonly Strip[]): void {
  if (turnUntilFits(filling, chunk)) {
    placeTogether(filling, chunk);
    return;
  }
  // What is kept together is taller than a page, or its notes are: it is parted where it must be.
  for (const group of withTheirHeadings(chunk)) {
    if (turnUntilFits(filling, group) || fits(filling.page, group, 0)) placeTogether(filling, group);
    else for (const strip of group) placeAlone(filling, strip);
  }
}

function placeAlone(filling: Filling, strip: Strip): void {
  turnUntilFits(filling, [strip]);
  placeTogether(filling, [strip]);
}

/** Strips one by one, but titles and headings with what stands behind them. */
function withTheirHeadings(chunk: readonly Strip[]): readonly (readonly Strip[])[] {
  const groups: Strip[][] = [[]];
  for (const strip of chunk) {
    groups.at(-1)?.push(strip);
    if (strip.heads !== true) groups.push([]);
  }
  return groups.filter((group) => group.length > 0);
}

/** @returns false where not even an empty page holds it */
function turnUntilFits(filling: Filling, chunk: readonly Strip[]): boolean {
  while (!fitsHere(filling, chunk)) {
    if (isEmpty(filling.page)) return false;
    turnPage(filling);
  }
  return true;
}

const fitsHere = ({ page, notes }: Filling, chunk: readonly Strip[]): boolean =>
  fits(page, chunk, noteNeed(notes, chunk));

/** The text first, then its notes: they get what it leaves. */
function placeTogether(filling: Filling, strips: readonly Strip[]): void {
  for (const strip of strips) {
    placeText(filling.page, strip);
    if (strip.entry !== undefined) filling.entries.push({ ...strip.entry, page: filling.pages.length + 1 });
  }
  serveNotes(filling.notes, filling.page, strips);
}

function turnPage(filling: Filling): void {
  fillWithNotes(filling.notes, filling.page);
  filling.pages.push(closePage(filling.page, filling.notes.waiting.length > 0));
  filling.page = openPage(filling.geometry);
  carryNotes(filling.notes, filling.page);
  if (filling.waitingFigure === undefined) return;
  filling.pagesWaited += 1;
  if (filling.pagesWaited > MOST_PAGES_WAITED) placeWaitingFigure(filling);
}

/** Sets it where it fits now, and on a page without text in any case. */
function placeWaitingFigure(filling: Filling): void {
  const figure = filling.waitingFigure;
  if (figure === undefined || (!isEmpty(filling.page) && !fitsHere(filling, figure))) return;
  filling.waitingFigure = undefined;
  filling.pagesWaited = 0;
  placeTogether(filling, figure);
}

function flushFigure(filling: Filling): void {
  placeWaitingFigure(filling);
  while (filling.waitingFigure !== undefined) {
    turnPage(filling);
    placeWaitingFigure(filling);
  }
}

/** What is left of notes, then the imprint on the foot: of this page, or whole on the next. */
function endIssue(filling: Filling, imprint: readonly Strip[]): void {
  fillWithNotes(filling.notes, filling.page);
  while (filling.notes.waiting.length > 0) {
    turnPage(filling);
    fillWithNotes(filling.notes, filling.page);
  }
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
