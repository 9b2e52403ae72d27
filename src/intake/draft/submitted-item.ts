/**
 * What a letter to the unit has to know of an item that came by Word, mail or text: of such a file there is no Markdown
 * to be read again, only its paragraphs.
 */
import type { Span } from "../../model/located.js";
import type { ManuscriptText } from "../manuscript-text.js";
import { plainWords } from "../marked-text.js";
import type { DraftItem } from "./draft-item.js";

/** One a file, or one a document that hangs on a mail; several items in it share a letter. */
export interface SubmittedItem {
  readonly path: string;
  /** of each item in it that has one */
  readonly headlines: readonly string[];
  readonly unit: string | undefined;
  /** where the headlines stand in its text */
  readonly titles: readonly Span[];
  /** where paragraphs with a picture start, the pictures by their number in the item */
  readonly pictures: readonly SubmittedPicture[];
}

export interface SubmittedPicture {
  readonly at: number;
  readonly number: number;
}

/** Of the manuscripts by their paths */
export interface SubmittedPlaces {
  readonly texts: ReadonlyMap<string, ManuscriptText>;
  /** numbers of the paragraphs in which pictures stand, by their keys */
  readonly pictures: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

export function submittedItems(
  drafts: readonly DraftItem[],
  places: SubmittedPlaces,
): readonly SubmittedItem[] {
  const byPath = new Map<string, SubmittedItem>();
  for (const { path, title, source, signed, pictures } of drafts) {
    const known = byPath.get(path);
    const headline = title.map(plainWords).join("");
    const spans = title.flatMap(({ places }) => {
      const [start] = places;
      return start === undefined ? [] : [{ path, start, end: (places.at(-1) ?? start) + 1 }];
    });
    const placed = pictures.flatMap(({ key }, index): readonly SubmittedPicture[] => {
      const at = places.texts.get(path)?.starts.get(places.pictures.get(path)?.get(key) ?? 0);
      return at === undefined ? [] : [{ at, number: index + 1 }];
    });
    byPath.set(path, {
      path,
      headlines: [...(known?.headlines ?? []), ...(headline === "" ? [] : [headline])],
      unit: known?.unit ?? source ?? signed?.by.join("、"),
      titles: [...(known?.titles ?? []), ...spans],
      pictures: [...(known?.pictures ?? []), ...placed],
    });
  }
  return [...byPath.values()];
}
