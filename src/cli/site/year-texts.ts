/**
 * The text of the years as it comes together. The text of one year is held at a time: when issues of another one begin, it
 * is written, and read again should one of its issues come late.
 */
import { type IssueText, printYearText, readYearText, yearTextPath } from "../../site/issue-text.js";
import { compareText, type IssueFacts } from "../../site/site-facts.js";
import type { SiteFolder } from "./site-folder.js";

export interface YearTexts {
  readonly add: (year: number, text: IssueText) => void;
  /** @returns whether the text of an issue of an earlier run is there */
  readonly has: (year: number, folder: string) => boolean;
  /** writes what is not written yet, of these issues alone */
  readonly end: (issues: readonly IssueFacts[]) => void;
}

/** @param issues of an earlier run */
export function yearTexts(folder: SiteFolder, issues: Iterable<IssueFacts>): YearTexts {
  const before = foldersByYear(issues);
  let held: { readonly year: number; readonly texts: Map<string, IssueText> } | undefined;
  const sound = new Map<number, boolean>();
  const began = new Set<number>();

  const isSound = (year: number): boolean => {
    const known = sound.get(year) ?? folder.read(yearTextPath(year)) !== undefined;
    sound.set(year, known);
    return known;
  };
  const readTexts = (year: number): readonly IssueText[] =>
    readYearText(folder.read(yearTextPath(year)) ?? "") ?? [];
  const write = (year: number, texts: ReadonlyMap<string, IssueText>): void => {
    const inOrder = [...texts.values()].sort((a, b) => compareText(b.date + b.folder, a.date + a.folder));
    folder.put([printYearText(year, inOrder)]);
    sound.set(year, true);
  };
  const open = (year: number): Map<string, IssueText> => {
    if (held?.year === year) return held.texts;
    if (held !== undefined) write(held.year, held.texts);
    const isKnown = began.has(year) || before.has(year);
    const texts = new Map((isKnown ? readTexts(year) : []).map((text) => [text.folder, text]));
    began.add(year);
    held = { year, texts };
    return texts;
  };

  return {
    add(year, text) {
      open(year).set(text.folder, text);
    },
    has: (year, issue) => (before.get(year)?.includes(issue) ?? false) && isSound(year),
    end(shown) {
      if (held !== undefined) write(held.year, held.texts);
      held = undefined;
      for (const [year, own] of foldersByYear(shown)) {
        const path = yearTextPath(year);
        const isAsBefore =
          !began.has(year) && String([...(before.get(year) ?? [])].sort()) === String([...own].sort());
        if (isAsBefore && folder.keep([path])) continue;
        const kept = new Set(own);
        const texts = readTexts(year).filter((text) => kept.has(text.folder));
        write(year, new Map(texts.map((text) => [text.folder, text])));
      }
    },
  };
}

function foldersByYear(issues: Iterable<IssueFacts>): ReadonlyMap<number, readonly string[]> {
  const folders = new Map<number, string[]>();
  for (const { year, folder } of issues) folders.set(year, [...(folders.get(year) ?? []), folder]);
  return folders;
}
