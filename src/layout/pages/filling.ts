/**
 * The state of pages while they are filled: all that changes, told in one place. It lives as long as one
 * call of fillPages; what comes out of it is `FilledPages`, which nobody changes.
 *
 * Who changes what:
 * - `page`, what is on it: open-page.ts alone. Text grows from its top, notes and under them the imprint
 *   from its foot. Only squeeze.ts has text of the open page set anew: with smaller pictures, or less its last
 *   lines, which go to the next page.
 * - `notes`: note-queue.ts alone, which places on the page what it takes from the queue.
 * - everything else, and which page is open: fill-pages.ts alone.
 *
 * What holds between any two of their calls:
 * - Strips stand in the order of the galley, each once; only figures that wait may come later, in their order, and one
 *   may stand above the few lines before it, parted from them by the page's end.
 * - What `fits` refused stands on a page only where nothing stood before: no page would hold it.
 * - `pages` are closed for good. Page numbers count from 1; the open page's is one more than `pages` has.
 * - No text behind the item of a figure that waits is placed before it. `pagesWaited` is 0 while none does.
 * - Every piece of a note that was called stands on a page or waits, never both. At the end none waits.
 */
import type { PageGeometry } from "../../model/page-geometry.js";
import type { Entry, Strip } from "../blocks/strip.js";

export interface Filling {
  readonly geometry: PageGeometry;
  readonly notes: NoteQueue;
  /** lines of the imprint, for the end */
  readonly imprint: readonly Strip[];
  /** those that are done */
  readonly pages: FilledPage[];
  /** what the contents name, with its page */
  readonly entries: PlacedEntry[];
  page: OpenPage;
  /** figures that let the text go first, in their order */
  readonly waiting: Strip[];
  /** pages turned since the first of them began to wait */
  pagesWaited: number;
}

/** One page in the making. All heights count from the top of the text block, in points. */
export interface OpenPage {
  readonly geometry: PageGeometry;
  readonly strips: PlacedStrip[];
  readonly notes: NotePiece[];
  readonly imprint: PlacedStrip[];
  /** foot of the text */
  textFoot: number;
  /** height of `notes` */
  notesHeight: number;
  /** what text and notes may fill: to the grid's last line, or to the room over the imprint; it only shrinks */
  limit: number;
}

export interface NoteQueue {
  readonly notes: ReadonlyMap<number, NoteInPieces>;
  /** their numbers; each is called once, whatever calls it again */
  readonly called: Set<number>;
  /** what waits for the next page, in the order of the calls */
  readonly waiting: NotePiece[];
  readonly geometry: PageGeometry;
}

export interface NoteInPieces {
  readonly pieces: readonly NotePiece[];
  readonly height: number;
}

/** What stands together of a note. */
export interface NotePiece {
  readonly number: number;
  readonly strips: readonly Strip[];
}

export interface PlacedStrip {
  readonly strip: Strip;
  /** top edge, from the top of the text block */
  readonly y: number;
  /** a table's head shown again: an artifact */
  readonly repeated: boolean;
}

/** A section or item with the page it starts on, from 1. */
export type PlacedEntry = Entry & { readonly page: number };

/** A page that is done: what stands where. */
export interface FilledPage {
  readonly strips: readonly PlacedStrip[];
  readonly notes: readonly PlacedStrip[];
  /** place of the rule over the notes, from the top of the text block */
  readonly noteRule: number | undefined;
  /** the imprint, or the part of it that this page holds */
  readonly imprint: readonly PlacedStrip[];
}

export interface FilledPages {
  readonly pages: readonly FilledPage[];
  /** where each section and item starts */
  readonly entries: readonly PlacedEntry[];
  /** pages, from 1, that hold the imprint and nothing else */
  readonly imprintPages: ReadonlySet<number>;
  /** the section or item that begins the last page though it would fit the one before */
  readonly moved?: Entry | undefined;
}
