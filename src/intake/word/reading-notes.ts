/**
 * What is noticed while a document is read: gathered here, told at the end once and in the order of the document.
 * The words are in word-notices.ts.
 */
import type { Notice } from "../manuscript.js";
import {
  commentNotice,
  hiddenTextNotice,
  moreNotice,
  quote,
  revisionNotice,
  rubyNotice,
  symbolNotice,
} from "./word-notices.js";

export interface Comment {
  readonly author: string;
  readonly words: string;
  readonly isDone: boolean;
}

export type Revision = "insertion" | "deletion" | "departure" | "arrival";

/** Beyond it notices of one rule are counted only. */
const MOST_OF_A_RULE = 100;
const LONGEST_SAMPLE = 60;

export interface ReadingNotes {
  /** One change, as Word counts: what follows at once of the same kind and author belongs to it. */
  readonly revised: (kind: Revision, author: string, place: number) => void;
  /** Text that nobody changed: the next change is another one. */
  readonly settled: () => void;
  readonly formatChanged: () => void;
  readonly commentStarts: (id: string, place: number) => void;
  readonly commentEnds: (id: string) => void;
  readonly heard: (text: string) => void;
  readonly hidden: (text: string, place: number) => void;
  /** @param to undefined: left as it is */
  readonly symbol: (to: string | undefined, place: number) => void;
  readonly ruby: (base: string, ruby: string, place: number) => void;
  readonly tell: (notice: Notice) => void;
  /** @param comments by id */
  readonly all: (comments: ReadonlyMap<string, Comment>) => readonly Notice[];
}

export function takeReadingNotes(): ReadingNotes {
  const told: Notice[] = [];
  const revisions = { insertion: 0, deletion: 0, departure: 0, arrival: 0 };
  const revisedPlaces = new Set<number>();
  let formats = 0;
  let last = "";
  const about = new Map<string, { place: number; words: string }>();
  const listening = new Set<string>();
  const hidden = { characters: 0, sample: "", places: new Set<number>() };
  const replaced = { characters: new Set<string>(), places: new Set<number>() };
  const left = { count: 0, places: new Set<number>() };
  const rubies: { first: { base: string; ruby: string } | undefined; places: Set<number> } = {
    first: undefined,
    places: new Set(),
  };

  return {
    revised: (kind, author, place) => {
      const change = `${kind} ${author}`;
      if (change !== last) {
        revisions[kind] += 1;
        revisedPlaces.add(place);
      }
      last = change;
    },
    settled: () => {
      last = "";
    },
    formatChanged: () => {
      formats += 1;
    },
    commentStarts: (id, place) => {
      if (about.has(id)) return;
      about.set(id, { place, words: "" });
      listening.add(id);
    },
    commentEnds: (id) => {
      listening.delete(id);
    },
    heard: (text) => {
      for (const id of listening) {
        const target = about.get(id);
        if (target === undefined) continue;
        target.words += text.slice(0, LONGEST_SAMPLE + 1);
        if (target.words.length > LONGEST_SAMPLE) listening.delete(id);
      }
    },
    hidden: (text, place) => {
      const characters = text.replace(/\s/gu, "").length;
      if (characters === 0) return;
      hidden.characters += characters;
      if (hidden.sample.length < LONGEST_SAMPLE) hidden.sample += text.slice(0, LONGEST_SAMPLE);
      hidden.places.add(place);
    },
    symbol: (to, place) => {
      if (to === undefined) {
        left.count += 1;
        left.places.add(place);
      } else {
        replaced.characters.add(to);
        replaced.places.add(place);
      }
    },
    ruby: (base, ruby, place) => {
      rubies.first ??= { base, ruby };
      rubies.places.add(place);
    },
    tell: (notice) => told.push(notice),
    all: (comments) => {
      const notices = [...told];
      const moves = Math.max(revisions.departure, revisions.arrival);
      const { insertion: insertions, deletion: deletions } = revisions;
      if (insertions + deletions + moves + formats > 0) {
        notices.push(revisionNotice({ insertions, deletions, moves, formats, places: [...revisedPlaces] }));
      }
      for (const [id, { author, words, isDone }] of comments) {
        const target = about.get(id);
        notices.push(
          commentNotice({ author, words, isDone, about: target?.words ?? "", place: target?.place }),
        );
      }
      if (hidden.characters > 0) {
        notices.push(hiddenTextNotice(hidden.characters, quote(hidden.sample), [...hidden.places]));
      }
      if (replaced.characters.size > 0) {
        const shown = [...replaced.characters].slice(0, 12).join(" ");
        notices.push(symbolNotice({ replaced: shown, left: 0 }, [...replaced.places]));
      }
      if (left.count > 0) notices.push(symbolNotice({ replaced: "", left: left.count }, [...left.places]));
      if (rubies.first !== undefined) {
        notices.push(rubyNotice(rubies.first.base, rubies.first.ruby, [...rubies.places]));
      }
      return inOrder(notices);
    },
  };
}

/** By place, those about the whole file last; no rule more often than people read. */
function inOrder(notices: readonly Notice[]): readonly Notice[] {
  const place = (notice: Notice): number => notice.place ?? Number.MAX_SAFE_INTEGER;
  const counts = new Map<string, number>();
  const kept = [...notices]
    .sort((one, other) => place(one) - place(other))
    .filter(({ rule }) => {
      const count = (counts.get(rule) ?? 0) + 1;
      counts.set(rule, count);
      return count <= MOST_OF_A_RULE;
    });
  const more = [...counts]
    .filter(([, count]) => count > MOST_OF_A_RULE)
    .map(([rule, count]) => moreNotice(rule, count - MOST_OF_A_RULE));
  return [...kept, ...more];
}
