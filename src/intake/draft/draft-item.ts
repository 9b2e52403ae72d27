/**
 * An item as the decisions left it: its file as it would be written, what was decided and by what evidence, and
 * the way back from the file to the paragraphs of the manuscript. Made by decide/, written by `bulletin import`,
 * judged by `bulletin lint`.
 */
import type { CalendarDate } from "../../model/calendar-date.js";
import type { ManuscriptPicture, Notice } from "../manuscript.js";

export interface DraftItem {
  /** path of the manuscript, as its findings name it */
  readonly path: string;
  /** one to three lines; empty where none was found */
  readonly title: readonly string[];
  readonly source: string | undefined;
  readonly people: readonly string[];
  readonly date: CalendarDate | undefined;
  /** section that the manuscript itself names */
  readonly section: string | undefined;
  /** numbers of what it holds, for whoever has to agree */
  readonly counts: { readonly paragraphs: number; readonly tables: number };
  /** in reading order; `fileName` is how the body names them behind `images/`, with the ending of its bytes */
  readonly pictures: readonly DraftPicture[];
  /** what was decided, lost, left out, in the order of the manuscript */
  readonly notices: readonly Notice[];
  /** short title for file names, safe on every system, without number and ending */
  readonly stem: string;
  /** the whole file, and the way back */
  readonly write: (options: DraftNames) => WrittenDraft;
}

export interface DraftPicture {
  readonly picture: ManuscriptPicture;
  /** 1 for the first picture of the item */
  readonly number: number;
}

export interface DraftNames {
  /** destination of a picture as the body names it: `../images/05-科普展-1.jpg` */
  readonly pictureDestination: (picture: DraftPicture) => string;
}

export interface WrittenDraft {
  /** front matter and body as an item's file has them */
  readonly markdown: string;
  /**
   * @param offset UTF-16 offset in `markdown`
   * @returns the paragraph of the manuscript, and the UTF-16 offset in its text (manuscript-text.ts); undefined
   * where nothing of the manuscript stands
   */
  readonly placeOf: (offset: number) => { readonly place: number; readonly offset: number } | undefined;
}
