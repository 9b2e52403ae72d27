/** One line of words outside Markdown (a title), normalised as body text is. */
import type { TitleLine } from "../../model/issue.js";
import type { TextSource } from "./build-text.js";
import { type Characters, normaliseCharacters } from "./normalise-characters.js";

/**
 * @param characters the line with the place of each unit; a line end among them is a space, or nothing
 * between Han
 * @param source the file they stand in
 * @returns undefined for a blank line
 */
export function normaliseLine(characters: Characters, source: TextSource): TitleLine | undefined {
  const [kept] = normaliseCharacters([{ kind: "text", characters }]);
  if (kept === undefined || kept.units === "") return undefined;
  const { units: value, starts, ends } = kept;
  const span = { path: source.path, start: starts[0] ?? 0, end: ends.at(-1) ?? 0 };
  const isAsWritten = span.end - span.start === value.length && source.text.startsWith(value, span.start);
  return isAsWritten ? { value, span } : { value, span, offsets: starts };
}

/** @returns the words of a line that have no places of their own in the file */
export function normaliseWords(words: string): string | undefined {
  const places = Array.from({ length: words.length }, (_, index) => index);
  return normaliseLine({ units: words, starts: places, ends: places }, { path: "", text: "" })?.value;
}
