/**
 * What tests know of each edition in the table (src/editions/edition-table.ts): of edition `x` the file
 * `x-text.ts` here. One that is missing fails all tests that look at every edition.
 */
import { EDITION_NAMES, type EditionName } from "../../src/editions/edition-table.js";
import type { Issue } from "../../src/model/issue.js";
import type { EditionText } from "./edition-text.js";

export interface EditionReader {
  readonly read: (bytes: Uint8Array) => EditionText | Promise<EditionText>;
  /** the numbers of pages in the contents are text of the file, and no fields of a word processor */
  readonly printsPageNumbers: boolean;
  /** false where it has no contents, whatever the issue says */
  readonly printsContents?: boolean;
  /** begins and ends as its format does; `text` is latin1 */
  readonly isWhole: (text: string) => boolean;
}

const read = async (name: EditionName): Promise<readonly [EditionName, EditionReader]> => {
  const { reader }: { readonly reader: EditionReader } = await import(`./${name}-text.ts`);
  return [name, reader];
};

const READERS = new Map(await Promise.all(EDITION_NAMES.map(read)));

export function readerOf(name: EditionName): EditionReader {
  const reader = READERS.get(name);
  if (reader === undefined) throw new Error(`no reader of ${name}`);
  return reader;
}

/** @returns the issue as the edition says it: without contents, where it has none */
export const saidIn = (name: EditionName, issue: Issue): Issue =>
  readerOf(name).printsContents === false
    ? { ...issue, contents: { value: false, span: issue.number.span } }
    : issue;
