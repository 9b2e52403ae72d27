/** The editor's note of an issue as an item that has nothing else, for the rules that judge what items print. */
import type { Issue, Item } from "../model/issue.js";
import type { Span } from "../model/located.js";

/** @returns undefined where the issue has no note */
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
