/**
 * The text of the issues of a year, for the search. It is a script and no JSON, since a page opened from a disk may load
 * scripts beside it but read no files; every issue is a line of it, so that one can be changed alone.
 */
import type { Item } from "../model/issue.js";
import { itemEnd } from "../model/item-end.js";
import { plainText, plainTextOfBlocks } from "../model/plain-text.js";
import type { IssueFacts, ItemFacts, SiteFile } from "./site-facts.js";

/** Path of its page, title, section, units, text. */
export type ItemText = readonly [
  path: string,
  title: string,
  section: string,
  units: readonly string[],
  text: string,
];

export interface IssueText {
  readonly folder: string;
  readonly name: string;
  readonly date: string;
  readonly items: readonly ItemText[];
}

export const issueText = (
  printed: readonly { readonly item: Item; readonly facts: ItemFacts }[],
  { folder, name, date }: IssueFacts,
): IssueText => ({
  folder,
  name,
  date,
  items: printed.map(
    ({ item, facts: { path, title, section, units } }): ItemText => [
      path,
      title,
      section,
      units,
      wordsOf(item),
    ],
  ),
});

/** All that is printed of an item but its title, paragraphs divided by line ends. */
export function wordsOf(item: Item): string {
  const end = itemEnd(item);
  return [
    ...(item.editorsNote?.paragraphs.map(({ children }) => plainText(children)) ?? []),
    plainTextOfBlocks(item.blocks),
    item.attribution === undefined ? "" : `（${item.attribution.value}）`,
    ...(end?.attachments.map(({ name }) => name) ?? []),
    ...(end?.signature.map(({ text }) => text) ?? []),
    ...item.notes.map(({ children }) => plainTextOfBlocks(children)),
  ]
    .filter((words) => words !== "")
    .join("\n");
}

export const yearTextPath = (year: number): string => `text/${year}.js`;

const BEGIN = "bulletinText([\n";
const END = "\n]);\n";

export const printYearText = (year: number, issues: readonly IssueText[]): SiteFile => ({
  path: yearTextPath(year),
  bytes: new TextEncoder().encode(BEGIN + issues.map((issue) => JSON.stringify(issue)).join(",\n") + END),
});

/** @param text of a file that we wrote; @returns undefined where it is none */
export function readYearText(text: string): readonly IssueText[] | undefined {
  if (!text.startsWith(BEGIN) || !text.endsWith(END)) return undefined;
  try {
    // Written by printYearText: whoever asks has compared its digest.
    return JSON.parse(`[${text.slice(BEGIN.length, -END.length)}]`) as readonly IssueText[];
  } catch {
    return undefined;
  }
}
