/**
 * Sets strips on the open page, and turns it where they do not fit: what is kept together stays so as long as a page
 * holds it; figures stand in their order, where their words are or a little behind, smaller where a page would else
 * stay white. Which strips come, and how an issue ends, is fill-pages.ts's.
 */
import type { Strip } from "../blocks/strip.js";
import type { Filling } from "./filling.js";
import { carryNotes, fillWithNotes, noteNeed, serveNotes } from "./note-queue.js";
import { closePage, fits, isEmpty, isFresh, openPage, placeText, whiteLinesOf } from "./open-page.js";
import { fittingSize, type Lowered, lowerText, squeezePage } from "./squeeze.js";

/**
 * A figure waits for the end of a paragraph, so that none is torn; past this many pages it no longer
 * does and stands at the next page's top.
 */
const MOST_PAGES_WAITED = 1;
/** From so many white lines on, pictures become smaller to let in what comes next … */
const MOST_WHITE = 4;
/** … and from so many, text goes below a picture to the next page. */
const MOST_WHITE_BELOW = 5.5;
/** Figures that let the text go first at once. */
const MOST_WAITING = 4;
/**
 * @param next what follows it in the galley
 * @returns whether the next was placed, too
 */
export function placeBlock(
  filling: Filling,
  chunk: readonly Strip[],
  next: readonly Strip[] | undefined,
): "alone" | "with-next" {
  const [first] = chunk;
  const figure = chunk.at(-1);
  if (figure?.figure === "floats") return placeFigure(filling, chunk, { figure, next });
  if (first?.startsBlock === true && filling.waiting.length > 0) {
    placeWaiting(filling);
    if (filling.waiting.length > 0 && !fitsHere(filling, chunk)) {
      turnPage(filling);
      placeWaiting(filling);
    }
  }
  placeChunk(filling, chunk);
  return "alone";
}

interface FigurePlace {
  readonly figure: Strip;
  readonly next: readonly Strip[] | undefined;
}

/** Where it does not fit, not smaller either, it lets the text go first, below the title or heading in front of it. */
function placeFigure(
  filling: Filling,
  chunk: readonly Strip[],
  { figure, next }: FigurePlace,
): "alone" | "with-next" {
  if (filling.waiting.length === 0) {
    const fitting = fittingSize(filling, chunk);
    if (fitting !== undefined) {
      placeTogether(filling, fitting);
      return "alone";
    }
  }
  const above = chunk.slice(0, -1);
  if (above.length === 0) {
    letWait(filling, figure);
    return "alone";
  }
  const heads = [...above, ...(next ?? [])];
  if (next?.every(isText) && fitsHere(filling, heads)) {
    placeTogether(filling, heads);
    letWait(filling, figure);
    return "with-next";
  }
  flushFigures(filling);
  placeChunk(filling, chunk);
  return "alone";
}

/** Text of the same item that may stand in front of a picture. */
const isText = ({ figure, barrier, startsPage, closes }: Strip): boolean =>
  figure === undefined && barrier !== true && startsPage !== true && closes !== true;

/** More would come to stand too far behind their words. */
function letWait(filling: Filling, figure: Strip): void {
  if (filling.waiting.length >= MOST_WAITING) flushFigures(filling);
  filling.waiting.push(figure);
  placeWaiting(filling);
}

function placeChunk(filling: Filling, chunk: readonly Strip[]): void {
  const fitting = fitsHere(filling, chunk) ? chunk : squeezeIn(filling, chunk);
  if (fitting !== undefined || turnUntilFits(filling, chunk)) {
    placeTogether(filling, fitting ?? chunk);
    return;
  }
  // What is kept together is taller than a page, or its notes are: it is parted where it must be.
  for (const group of withTheirHeadings(chunk)) {
    if (turnUntilFits(filling, group) || fits(filling.page, group, 0)) placeTogether(filling, group);
    else for (const strip of group) placeAlone(filling, strip);
  }
}

/**
 * The contact line stands with the imprint on a page that has text.
 * @returns the strips as they fit where pictures may be smaller; undefined where too little would stay white
 */
function squeezeIn(filling: Filling, chunk: readonly Strip[]): readonly Strip[] | undefined {
  if (isFresh(filling.page)) return undefined;
  if (chunk.some(({ closes }) => closes === true)) return squeezePage(filling, chunk, filling.imprint);
  return whiteLinesOf(filling.page) >= MOST_WHITE ? squeezePage(filling, chunk) : undefined;
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

export function turnPage(filling: Filling): void {
  fillWithNotes(filling.notes, filling.page);
  filling.pages.push(closePage(filling.page, filling.notes.waiting.length > 0));
  filling.page = openPage(filling.geometry);
  carryNotes(filling.notes, filling.page);
  if (filling.waiting.length === 0) return;
  filling.pagesWaited += 1;
  if (filling.pagesWaited > MOST_PAGES_WAITED) placeWaiting(filling);
}

/** Sets those that fit now, in their order, and the first on a page without text in any case. */
function placeWaiting(filling: Filling): void {
  for (let [figure] = filling.waiting; figure !== undefined; [figure] = filling.waiting) {
    const fitting = fittingSize(filling, [figure]) ?? (isEmpty(filling.page) ? [figure] : undefined);
    if (fitting === undefined) return;
    setWaiting(filling, fitting);
  }
}

function setWaiting(filling: Filling, fitting: readonly Strip[]): void {
  filling.waiting.shift();
  filling.pagesWaited = 0;
  placeTogether(filling, fitting);
}

/** Sets all that wait: on this page if pictures can be made smaller, or on its foot, before much of it stays white. */
export function flushFigures(filling: Filling): void {
  placeWaiting(filling);
  for (let [figure] = filling.waiting; figure !== undefined; [figure] = filling.waiting) {
    const squeezed = squeezeIn(filling, [figure]);
    if (squeezed !== undefined) setWaiting(filling, squeezed);
    else if (!lowerBelow(filling, [figure])) turnPage(filling);
    placeWaiting(filling);
  }
}

/** @returns true where the figure stands on the foot of the page, and the lines before it on the next */
function lowerBelow(filling: Filling, figure: readonly Strip[]): boolean {
  if (whiteLinesOf(filling.page) < MOST_WHITE_BELOW) return false;
  const lowered = lowerText(filling, figure);
  if (lowered === undefined) return false;
  filling.waiting.shift();
  endPageWith(filling, lowered);
  return true;
}

function endPageWith(filling: Filling, { figure, below }: Lowered): void {
  filling.pagesWaited = 0;
  placeTogether(filling, figure);
  turnPage(filling);
  for (const group of below) placeChunk(filling, group);
}

/**
 * Ends the page with a figure and begins the next with some of the words before it.
 * @param leastBelow height of those words, in points
 * @returns false where that cannot be, and nothing is done
 */
export function placeOnFoot(filling: Filling, figure: readonly Strip[], leastBelow: number): boolean {
  const lowered = filling.waiting.length > 0 ? undefined : lowerText(filling, figure, leastBelow);
  if (lowered === undefined) return false;
  endPageWith(filling, lowered);
  return true;
}
