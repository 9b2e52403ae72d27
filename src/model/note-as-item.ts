/** An issue's editor's note for what judges texts item by item. */
import type { Issue, Item } from "./issue.js";
import type { Span } from "./located.js";

/**
 * The note of an issue as an item that has nothing else, for what judges texts item by item.
 * @returns undefined where the issue has no note
 */
export function noteAsItem({ path, editorsNote }: Issue): Item | undefined {
  if (editorsNote === undefined) return undefined;
  const nowhere: Span = { path, start: 0, end: 0 };
  return {
    path,
    listed: nowhere,
    title: [],
    attribution: undefined,
    date: undefined,
    section: undefined,
    summary: undefined,
    submitter: undefined,
    editorsNote,
    blocks: [],
    notes: [],
    frontMatter: nowhere,
    body: nowhere,
    suppressions: [],
  };
}
