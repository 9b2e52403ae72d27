/**
 * What a letter to the unit has to know of an item that came by Word, mail or text: of such a file there is no Markdown
 * to be read again, only its paragraphs.
 */
import type { Span } from "../../model/located.js";
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
}

export function submittedItems(drafts: readonly DraftItem[]): readonly SubmittedItem[] {
  const byPath = new Map<string, SubmittedItem>();
  for (const { path, title, source } of drafts) {
    const known = byPath.get(path);
    const headline = title.map(plainWords).join("");
    const spans = title.flatMap(({ places }) => {
      const [start] = places;
      return start === undefined ? [] : [{ path, start, end: (places.at(-1) ?? start) + 1 }];
    });
    byPath.set(path, {
      path,
      headlines: [...(known?.headlines ?? []), ...(headline === "" ? [] : [headline])],
      unit: known?.unit ?? source,
      titles: [...(known?.titles ?? []), ...spans],
    });
  }
  return [...byPath.values()];
}
