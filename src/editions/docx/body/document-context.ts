/**
 * What is counted while a document is written: bookmarks, pictures, lists and notes, each numbered
 * in reading order, so that the same issue always gives the same ids.
 */
import type { PageFacts } from "../../../layout/page-facts.js";
import type { Assets } from "../../../model/issue.js";
import type { Keep } from "../../../model/kept-values.js";
import type { PictureSize } from "../../../model/picture-size.js";
import type { Template } from "../../../model/template.js";
import type { Note } from "../../../model/text.js";
import { openNumbering, type WordNumbering } from "../styles/numbering.js";
import type { WordGeometry } from "../word/word-geometry.js";
import type { WrittenOnce } from "../word/written-once.js";

export interface DocumentContext {
  readonly template: Template;
  readonly geometry: WordGeometry;
  readonly assets: Assets;
  readonly numbering: WordNumbering;
  readonly notes: NoteCalls;
  /**
   * @returns the size in pt at which the PDF edition prints the next picture of this file, smaller where that fills a
   * page; undefined where it prints none
   */
  readonly takePrintedSize: (path: string) => PictureSize | undefined;
  /** @returns the next id of a bookmark, from 1 */
  readonly takeBookmarkId: () => number;
  /** @returns the next id of a drawing, from 1 */
  readonly takeDrawingId: () => number;
  /** gives a block that needs nothing of the document around it as it was written before; undefined where nothing is kept */
  readonly keepBlock: Keep<object, WrittenOnce> | undefined;
}

/** A note that the text calls, with the number that Word will print. */
export interface CalledNote {
  readonly number: number;
  readonly note: Note;
}

export interface NoteCalls {
  /** From here on, references are to the notes of this item. */
  readonly enterItem: (notes: readonly Note[]) => void;
  /** @returns the note behind a reference and whether this is its first call; undefined where there is none */
  readonly call: (reference: number) => (CalledNote & { readonly isFirst: boolean }) | undefined;
  /** @returns true where the note behind a reference was called before */
  readonly isCalled: (reference: number) => boolean;
  /** notes in the order of their first calls */
  readonly called: () => readonly CalledNote[];
}

export interface DocumentParts {
  readonly template: Template;
  readonly geometry: WordGeometry;
  readonly assets: Assets;
  readonly layout: PageFacts;
  readonly keepBlock?: Keep<object, WrittenOnce> | undefined;
}

export function openDocument({
  template,
  geometry,
  assets,
  layout,
  keepBlock,
}: DocumentParts): DocumentContext {
  return {
    template,
    geometry,
    assets,
    numbering: openNumbering(template),
    notes: openNoteCalls(),
    takePrintedSize: openPrintedSizes(layout),
    takeBookmarkId: openCounter(),
    takeDrawingId: openCounter(),
    keepBlock,
  };
}

/** Pictures keep their order on the pages, so the next of a file is the one asked for. */
function openPrintedSizes({ pages }: PageFacts): DocumentContext["takePrintedSize"] {
  const sizes = new Map<string, PictureSize[]>();
  for (const mark of pages.flatMap(({ marks }) => marks)) {
    if (mark.kind !== "picture") continue;
    const { path, width, height } = mark;
    const ofFile = sizes.get(path) ?? [];
    ofFile.push({ width, height });
    sizes.set(path, ofFile);
  }
  return (path) => sizes.get(path)?.shift();
}

function openCounter(): () => number {
  let last = 0;
  return () => {
    last += 1;
    return last;
  };
}

function openNoteCalls(): NoteCalls {
  const called = new Map<Note, CalledNote>();
  let byNumber: ReadonlyMap<number, Note> = new Map();
  return {
    enterItem(notes) {
      byNumber = new Map(notes.map((note) => [note.number, note]));
    },
    call(reference) {
      const note = byNumber.get(reference);
      if (note === undefined) return undefined;
      const known = called.get(note);
      if (known !== undefined) return { ...known, isFirst: false };
      const fresh = { number: called.size + 1, note };
      called.set(note, fresh);
      return { ...fresh, isFirst: true };
    },
    isCalled(reference) {
      const note = byNumber.get(reference);
      return note !== undefined && called.has(note);
    },
    called: () => [...called.values()],
  };
}
