/**
 * Fills pages with strips: whole grid lines, nothing kept together is parted, notes at the foot of
 * the page that calls them, figures in the next place of their item that holds them, table heads
 * again on each page. Decides places only; paint-pages.ts paints them.
 */
import type { PageFrame } from "./page-frame.js";
import type { Entry, Strip } from "./strip.js";

export interface PlacedStrip {
  readonly strip: Strip;
  /** top edge, from the top of the text block */
  readonly y: number;
  /** a table's head shown again: an artifact */
  readonly repeated: boolean;
}

export interface FilledPage {
  readonly strips: PlacedStrip[];
  readonly notes: PlacedStrip[];
  /** top of the rule over the notes, from the top of the text block */
  notesTop: number | undefined;
}

export interface FilledPages {
  readonly pages: readonly FilledPage[];
  /** page, from 1, on which each section and item starts */
  readonly entries: readonly (Entry & { readonly page: number })[];
}

export interface FillInput {
  readonly strips: readonly Strip[];
  /** lines of each note by its number */
  readonly notes: ReadonlyMap<number, readonly Strip[]>;
  /** the imprint, at the foot of the last page; undefined where nothing is printed */
  readonly foot: Strip | undefined;
  readonly frame: PageFrame;
}

/** Room over the notes for the rule that parts them from the text, in grid lines. */
const NOTE_SEPARATOR_LINES = 0.5;
/** A note taller than this share of a page is parted. */
const LARGEST_WHOLE_NOTE = 0.5;
/** What is left of it takes at most this share of each page that follows. */
const LARGEST_CARRIED_NOTE = 0.75;
/**
 * A figure waits for the end of a paragraph, so that none is torn; past this many pages it no longer
 * does and stands at the next page's top.
 */
const MOST_PAGES_WAITED = 1;
const EPSILON = 1e-4;

interface Filling {
  readonly input: FillInput;
  readonly pages: FilledPage[];
  readonly entries: (Entry & { page: number })[];
  page: FilledPage;
  /** foot of what is placed, from the top of the text block */
  y: number;
  /** lines of notes on this page, and lines waiting for the next */
  noteLines: Strip[];
  waitingNotes: Strip[];
  readonly printedNotes: Set<number>;
  waitingFigures: Strip[][];
  /** pages turned since the first of them began to wait */
  pagesWaited: number;
}

export function fillPages(input: FillInput): FilledPages {
  const page = emptyPage();
  const filling: Filling = {
    input,
    pages: [page],
    entries: [],
    page,
    y: 0,
    noteLines: [],
    waitingNotes: [],
    printedNotes: new Set(),
    waitingFigures: [],
    pagesWaited: 0,
  };
  const chunks = chunksOf(input.strips);
  for (const chunk of chunks) {
    const [first] = chunk;
    if (first?.barrier === true) flushFigures(filling);
    if (first?.startsPage === true && !isFresh(filling)) turnPage(filling);
    if (first?.floats === true) {
      // One figure waits at a time: the text that belongs to the next does not overtake it.
      flushFigures(filling);
      if (!fits(filling, chunk)) {
        filling.waitingFigures.push(chunk);
        continue;
      }
    }
    if (first?.startsBlock === true) {
      placeWaitingFigures(filling);
      if (filling.waitingFigures.length > 0 && !fits(filling, chunk)) {
        turnPage(filling);
        placeWaitingFigures(filling);
      }
    }
    placeChunk(filling, chunk);
  }
  flushFigures(filling);
  while (filling.waitingNotes.length > 0) turnPage(filling);
  placeFoot(filling);
  settleNotes(filling);
  return { pages: filling.pages, entries: filling.entries };
}

function emptyPage(): FilledPage {
  return { strips: [], notes: [], notesTop: undefined };
}

/** Strips that no page end parts. */
function chunksOf(strips: readonly Strip[]): Strip[][] {
  const chunks: Strip[][] = [];
  let chunk: Strip[] = [];
  for (const strip of strips) {
    chunk.push(strip);
    if (strip.keep) continue;
    chunks.push(chunk);
    chunk = [];
  }
  if (chunk.length > 0) chunks.push(chunk);
  return chunks;
}

function placeChunk(filling: Filling, chunk: readonly Strip[]): void {
  turnUntilFits(filling, chunk);
  if (fits(filling, chunk)) {
    for (const strip of chunk) placeStrip(filling, strip);
    return;
  }
  // What is kept together is taller than a page: it is parted where it must be.
  for (const strip of chunk) {
    turnUntilFits(filling, [strip]);
    placeStrip(filling, strip);
  }
}

/** A page may hold nothing but the rest of a long note. */
function turnUntilFits(filling: Filling, chunk: readonly Strip[]): void {
  while (!fits(filling, chunk) && !(isFresh(filling) && filling.noteLines.length === 0)) turnPage(filling);
}

function isFresh(filling: Filling): boolean {
  return filling.page.strips.length === 0;
}

/** Height of the notes on the page if these strips come onto it. */
function notesHeight(filling: Filling, chunk: readonly Strip[]): number {
  const { input, noteLines, printedNotes } = filling;
  const separator = NOTE_SEPARATOR_LINES * input.frame.pitch;
  let height = noteLines.reduce((sum, strip) => sum + strip.height, 0);
  const seen = new Set<number>();
  for (const strip of chunk) {
    for (const number of strip.notes) {
      if (printedNotes.has(number) || seen.has(number)) continue;
      seen.add(number);
      const lines = input.notes.get(number) ?? [];
      const whole = lines.reduce((sum, line) => sum + line.height, 0);
      height += Math.min(whole, LARGEST_WHOLE_NOTE * input.frame.height);
    }
  }
  return height > 0 ? height + separator : 0;
}

function fits(filling: Filling, chunk: readonly Strip[]): boolean {
  const { frame } = filling.input;
  let y = filling.y;
  let isFirst = isFresh(filling);
  for (const strip of chunk) {
    y = topOf(filling, { strip, y, isFirst }) + strip.height;
    isFirst = false;
  }
  return y + notesHeight(filling, chunk) <= frame.height + EPSILON;
}

function topOf(
  filling: Filling,
  { strip, y, isFirst }: { readonly strip: Strip; readonly y: number; readonly isFirst: boolean },
): number {
  const { pitch, snap } = filling.input.frame;
  const head = isFirst && strip.head !== undefined ? strip.head.height : 0;
  const top = y + head + (isFirst ? 0 : strip.before);
  return strip.snap && snap ? Math.max(0, Math.ceil((top - EPSILON) / pitch)) * pitch : top;
}

function placeStrip(filling: Filling, strip: Strip): void {
  const isFirst = isFresh(filling);
  if (isFirst && strip.head !== undefined) {
    filling.page.strips.push({ strip: strip.head, y: 0, repeated: true });
  }
  const y = topOf(filling, { strip, y: filling.y, isFirst });
  filling.page.strips.push({ strip, y, repeated: false });
  filling.y = y + strip.height;
  if (strip.entry !== undefined) filling.entries.push({ ...strip.entry, page: filling.pages.length });
  for (const number of strip.notes) placeNote(filling, number);
}

function placeNote(filling: Filling, number: number): void {
  if (filling.printedNotes.has(number)) return;
  filling.printedNotes.add(number);
  const { frame, notes } = filling.input;
  const separator = NOTE_SEPARATOR_LINES * frame.pitch;
  let used = filling.noteLines.reduce((sum, strip) => sum + strip.height, 0) + separator;
  for (const line of notes.get(number) ?? []) {
    const isRoom = filling.y + used + line.height <= frame.height + EPSILON;
    if (filling.waitingNotes.length > 0 || !isRoom) {
      filling.waitingNotes.push(line);
    } else {
      filling.noteLines.push(line);
      used += line.height;
    }
  }
}

/** Notes stand on the foot of the text block, in their order. */
function settleNotes(filling: Filling): void {
  const { frame } = filling.input;
  const height = filling.noteLines.reduce((sum, strip) => sum + strip.height, 0);
  if (height === 0) return;
  let y = frame.height - height;
  filling.page.notesTop = y - (NOTE_SEPARATOR_LINES * frame.pitch) / 2;
  for (const strip of filling.noteLines) {
    filling.page.notes.push({ strip, y, repeated: false });
    y += strip.height;
  }
}

function turnPage(filling: Filling): void {
  settleNotes(filling);
  filling.page = emptyPage();
  filling.pages.push(filling.page);
  filling.y = 0;
  filling.noteLines = [];
  takeWaitingNotes(filling);
  if (filling.waitingFigures.length > 0) filling.pagesWaited += 1;
  if (filling.pagesWaited > MOST_PAGES_WAITED) placeWaitingFigures(filling);
}

/** Figures that fit the page now, in their order. */
function placeWaitingFigures(filling: Filling): void {
  for (;;) {
    const [figure] = filling.waitingFigures;
    if (figure === undefined || (!isFresh(filling) && !fits(filling, figure))) return;
    filling.waitingFigures.shift();
    filling.pagesWaited = 0;
    for (const strip of figure) placeStrip(filling, strip);
  }
}

function takeWaitingNotes(filling: Filling): void {
  const { frame } = filling.input;
  const limit = frame.height * LARGEST_CARRIED_NOTE;
  let used = 0;
  while (filling.waitingNotes.length > 0) {
    const [line] = filling.waitingNotes;
    if (line === undefined || (used > 0 && used + line.height > limit)) return;
    filling.waitingNotes.shift();
    filling.noteLines.push(line);
    used += line.height;
  }
}

function flushFigures(filling: Filling): void {
  placeWaitingFigures(filling);
  while (filling.waitingFigures.length > 0) {
    turnPage(filling);
    placeWaitingFigures(filling);
  }
}

/** The imprint stands on the foot of the last text block; where it does not fit, of a new page. */
function placeFoot(filling: Filling): void {
  const { foot, frame } = filling.input;
  if (foot === undefined) return;
  const notes = notesHeight(filling, []);
  if (filling.y + foot.before + foot.height + notes > frame.blockHeight + EPSILON) turnPage(filling);
  filling.page.strips.push({ strip: foot, y: frame.blockHeight - foot.height, repeated: false });
}
