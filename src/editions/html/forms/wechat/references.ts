/**
 * Links and notes of an article for an official account, which lets no link lead out: one row of numbers through the
 * article, and one list of what they stand for at its end.
 */
import type { Link, Note } from "../../../../model/text.js";
import { readableAddress, safeUrl } from "../../safe-url.js";

export type Reference =
  | { readonly kind: "link"; readonly number: number; readonly address: string }
  | { readonly kind: "note"; readonly number: number; readonly note: Note };

export interface References {
  /** @returns undefined where the words are the address already, or it is none that may be followed */
  readonly ofLink: (link: Link) => number | undefined;
  /** @param number of the note in the issue */
  readonly ofNote: (number: number) => number | undefined;
  /** in the order of their numbers; what is called while they are written comes behind */
  readonly all: readonly Reference[];
}

/** @param notes of the whole issue */
export function newReferences(notes: readonly Note[]): References {
  const all: Reference[] = [];
  const links = new Map<string, number>();
  const calls = new Map<number, number>();
  const byNumber = new Map(notes.map((note) => [note.number, note]));
  return {
    all,
    ofLink({ url, automatic }) {
      const href = safeUrl(url.value);
      if (automatic || href === undefined) return undefined;
      const known = links.get(href);
      if (known !== undefined) return known;
      const number = all.length + 1;
      all.push({ kind: "link", number, address: readableAddress(href) });
      links.set(href, number);
      return number;
    },
    ofNote(called) {
      const note = byNumber.get(called);
      const known = calls.get(called);
      if (known !== undefined || note === undefined) return known;
      const number = all.length + 1;
      all.push({ kind: "note", number, note });
      calls.set(called, number);
      return number;
    },
  };
}
