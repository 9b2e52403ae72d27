/**
 * One page while it is filled, and the only account of what is left on it: text grows from its top;
 * notes, and under them the imprint, from its foot. Whoever places something asks here whether it
 * fits, so nothing is promised the same room twice. What comes next is decided in fill-pages.ts.
 */
import type { PageGeometry } from "../../model/page-geometry.js";
import { heightOf, type Strip } from "../blocks/strip.js";
import type { FilledPage, NotePiece, OpenPage, PlacedStrip } from "./filling.js";

/** Room over the notes, with the rule that parts them from the text, in grid lines: as a rule, and at least. */
const NOTE_ROOM_LINES = 0.5;
const LEAST_NOTE_ROOM_LINES = 0.3;
/** Room over the imprint, in grid lines: as a rule, and at least. */
const IMPRINT_ROOM_LINES = 1;
const LEAST_IMPRINT_ROOM_LINES = 0.5;
/** Sums of heights differ by less, whatever their order. */
const EPSILON = 1e-4;

export function openPage(geometry: PageGeometry): OpenPage {
  return {
    geometry,
    strips: [],
    notes: [],
    imprint: [],
    textFoot: 0,
    notesHeight: 0,
    limit: geometry.height,
  };
}

/** True where no text stands yet; the rest of a note may. */
export const isFresh = (page: OpenPage): boolean => page.strips.length === 0;

/** True where nothing stands yet: what does not fit here fits nowhere. */
export const isEmpty = (page: OpenPage): boolean => isFresh(page) && page.notes.length === 0;

/** @param noteNeed height of the notes that have to come with the text */
export function fits(page: OpenPage, text: readonly Strip[], noteNeed: number): boolean {
  let foot = isFresh(page) ? undefined : page.textFoot;
  for (const strip of text) foot = topOf(page, strip, foot) + strip.height;
  return (foot ?? 0) + roomOfNotes(page, page.notesHeight + noteNeed) <= page.limit + EPSILON;
}

const roomOfNotes = ({ geometry }: OpenPage, height: number): number =>
  height > 0 ? height + LEAST_NOTE_ROOM_LINES * geometry.pitch : 0;

/**
 * A head shown again stands above a strip that starts its page.
 * @param foot of the text above, undefined where there is none
 */
function topOf({ geometry }: OpenPage, strip: Strip, foot: number | undefined): number {
  const top = foot === undefined ? (strip.head?.height ?? 0) : foot + strip.before;
  return strip.snap && geometry.snap
    ? Math.max(0, Math.ceil((top - EPSILON) / geometry.pitch)) * geometry.pitch
    : top;
}

export function placeText(page: OpenPage, strip: Strip): void {
  const isFirst = isFresh(page);
  const y = topOf(page, strip, isFirst ? undefined : page.textFoot);
  if (isFirst && strip.head !== undefined) page.strips.push({ strip: strip.head, y: 0, repeated: true });
  page.strips.push({ strip, y, repeated: false });
  page.textFoot = y + strip.height;
}

/** @returns the strips on it, heads shown again left out: what `placeText` was given */
export const textOn = ({ strips }: OpenPage): readonly Strip[] =>
  strips.flatMap(({ strip, repeated }) => (repeated ? [] : [strip]));

/** The same page with other text on it, its notes as they are. */
export function replaceText(page: OpenPage, text: readonly Strip[]): void {
  page.strips.length = 0;
  page.textFoot = 0;
  for (const strip of text) placeText(page, strip);
}

export interface Trial {
  /** what stands on the page instead of its text */
  readonly text: readonly Strip[];
  /** what comes behind it */
  readonly strips: readonly Strip[];
  /** height of the notes that have to come with it */
  readonly noteNeed: number;
  /** what has to stand on the foot of the page, too */
  readonly imprint?: readonly Strip[];
}

/** @returns whether the page would hold all of it */
export function wouldHold(page: OpenPage, { text, strips, noteNeed, imprint = [] }: Trial): boolean {
  const trial: OpenPage = { ...page, strips: [], imprint: [], textFoot: 0 };
  for (const strip of text) placeText(trial, strip);
  if (!fits(trial, strips, noteNeed)) return false;
  if (imprint.length === 0) return true;
  for (const strip of strips) placeText(trial, strip);
  return placeImprint(trial, imprint);
}

/** @returns grid lines between the text and what stands on the foot of the page */
export function whiteLinesOf(page: OpenPage): number {
  const foot = page.limit - roomOfNotes(page, page.notesHeight);
  return Math.max(0, foot - page.textFoot) / page.geometry.pitch;
}

export function placeNote(page: OpenPage, piece: NotePiece): void {
  page.notes.push(piece);
  page.notesHeight += heightOf(piece.strips);
}

/** @returns true where the imprint stands now on the foot of the page, under its text and notes */
export function placeImprint(page: OpenPage, imprint: readonly Strip[]): boolean {
  const { geometry } = page;
  const height = imprint.reduce((sum, strip) => sum + strip.height, 0);
  const used = page.textFoot + roomOfNotes(page, page.notesHeight);
  const room = isEmpty(page) ? 0 : geometry.pitch;
  const free = geometry.blockHeight - height - used;
  if (free < LEAST_IMPRINT_ROOM_LINES * room - EPSILON) return false;
  let y = geometry.blockHeight - height;
  page.limit = Math.min(page.limit, y - Math.min(IMPRINT_ROOM_LINES * room, free));
  for (const strip of imprint) {
    page.imprint.push({ strip, y, repeated: false });
    y += strip.height;
  }
  return true;
}

/**
 * Notes stand on the foot of the text block or on the imprint, in the order of their numbers.
 * @param goesOn true where the last of them has more for the next page
 */
export function closePage(page: OpenPage, goesOn: boolean): FilledPage {
  const { geometry, strips, imprint } = page;
  const top = page.limit - page.notesHeight;
  const room = Math.min(NOTE_ROOM_LINES * geometry.pitch, top - page.textFoot);
  const notes: PlacedStrip[] = [];
  let y = top;
  for (const strip of inOrder(page.notes, goesOn)) {
    notes.push({ strip, y: y + strip.before, repeated: false });
    y += strip.before + strip.height;
  }
  return { strips, notes, noteRule: notes.length === 0 ? undefined : top - room / 2, imprint };
}

/** A row of a table that is parted may call notes out of their order. */
function inOrder(notes: readonly NotePiece[], goesOn: boolean): readonly Strip[] {
  const last = goesOn ? notes.at(-1)?.number : undefined;
  const place = ({ number }: NotePiece) => (number === last ? Number.POSITIVE_INFINITY : number);
  const isInOrder = notes.every(
    (note, index) => index === 0 || place(notes[index - 1] ?? note) <= place(note),
  );
  const sorted = isInOrder ? notes : notes.toSorted((a, b) => place(a) - place(b));
  return sorted.flatMap(({ strips }) => strips);
}
