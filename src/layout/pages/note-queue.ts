/**
 * Notes on their way to the pages: each begins on the page that calls it. One taller than half a page
 * is parted there and goes on at the foot of the pages that follow; while it does, no other is called,
 * so that notes stand in their order and near their numbers.
 */

import type { PageGeometry } from "../../model/page-geometry.js";
import { chunksOf, heightOf, type Strip } from "../blocks/strip.js";
import type { NoteInPieces, NotePiece, NoteQueue, OpenPage } from "./filling.js";
import { fits, placeNote } from "./open-page.js";

/** A note taller than this share of a page is parted; so much of it stands on the page that calls it. */
const LARGEST_WHOLE_NOTE = 0.5;
/** What is left of it takes at most this share of each page that follows, if there is text for the rest. */
const LARGEST_CARRIED_NOTE = 0.75;

export function noteQueue(notes: ReadonlyMap<number, readonly Strip[]>, geometry: PageGeometry): NoteQueue {
  const whole = new Map<number, NoteInPieces>();
  for (const [number, strips] of notes) {
    const pieces = chunksOf(strips).flatMap((chunk) => smallPieces(chunk, geometry));
    whole.set(number, {
      pieces: pieces.map((piece) => ({ number, strips: piece })),
      height: heightOf(strips),
    });
  }
  return { notes: whole, called: new Set(), waiting: [], geometry };
}

/** What is kept together and is too tall to be is parted anywhere. */
function smallPieces(chunk: readonly Strip[], geometry: PageGeometry): readonly (readonly Strip[])[] {
  return heightOf(chunk) > LARGEST_WHOLE_NOTE * geometry.height ? chunk.map((strip) => [strip]) : [chunk];
}

/** @returns height that notes called in this text need on its page; without end where others wait still */
export function noteNeed(queue: NoteQueue, text: readonly Strip[]): number {
  const numbers = newlyCalled(queue, text);
  if (numbers === NONE) return 0;
  let need = 0;
  for (const number of numbers) {
    if (queue.waiting.length > 0) return Number.POSITIVE_INFINITY;
    const note = queue.notes.get(number);
    if (note === undefined) continue;
    const most = LARGEST_WHOLE_NOTE * queue.geometry.height;
    if (note.height > most) return need + heightOfPieces(startOf(note, most));
    need += note.height;
  }
  return need;
}

function newlyCalled({ called }: NoteQueue, text: readonly Strip[]): ReadonlySet<number> {
  // Nearly all text calls none.
  for (const { notes } of text) {
    if (notes.length > 0)
      return new Set(text.flatMap((strip) => strip.notes).filter((one) => !called.has(one)));
  }
  return NONE;
}

const NONE: ReadonlySet<number> = new Set();

/** @returns the first piece, and those behind it that come to no more than this height together */
function startOf({ pieces }: NoteInPieces, most: number): readonly NotePiece[] {
  let count = 1;
  while (count < pieces.length && heightOfPieces(pieces.slice(0, count + 1)) <= most) count += 1;
  return pieces.slice(0, count);
}

const heightOfPieces = (pieces: readonly NotePiece[]): number =>
  pieces.reduce((sum, { strips }) => sum + heightOf(strips), 0);

/** Sets the notes that the text just placed calls: whole where they fit, else as much as is due here. */
export function serveNotes(queue: NoteQueue, page: OpenPage, text: readonly Strip[]): void {
  const { waiting } = queue;
  for (const number of newlyCalled(queue, text)) {
    queue.called.add(number);
    const note = queue.notes.get(number);
    if (note === undefined) continue;
    const isWhole = waiting.length === 0 && fits(page, [], note.height);
    const due = isWhole ? note.pieces : startOf(note, LARGEST_WHOLE_NOTE * queue.geometry.height);
    note.pieces.forEach((piece, index) => {
      if (index < due.length && waiting.length === 0 && fitsPiece(page, piece)) placeNote(page, piece);
      else waiting.push(piece);
    });
  }
}

/** Begins a page with what waits from the page before. */
export function carryNotes({ waiting, geometry }: NoteQueue, page: OpenPage): void {
  const most = geometry.height * LARGEST_CARRIED_NOTE;
  for (let [next] = waiting; next !== undefined; [next] = waiting) {
    if (page.notes.length > 0 && page.notesHeight + heightOf(next.strips) > most) return;
    placeNote(page, next);
    waiting.shift();
  }
}

/** Gives what room a page has left in the end to what waits still. */
export function fillWithNotes({ waiting }: NoteQueue, page: OpenPage): void {
  for (let [next] = waiting; next !== undefined && fitsPiece(page, next); [next] = waiting) {
    placeNote(page, next);
    waiting.shift();
  }
}

const fitsPiece = (page: OpenPage, { strips }: NotePiece): boolean => fits(page, [], heightOf(strips));
