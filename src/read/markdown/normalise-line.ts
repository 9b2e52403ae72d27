/** One line of words outside Markdown (a title), normalised as body text is. */
import type { TitleLine } from "../../model/issue.js";
import { buildTexts } from "./build-text.js";
import { normaliseCharacters } from "./normalise-characters.js";

/**
 * @param written the characters as the source has them, without a line end
 * @param place the source position of the first one
 * @returns undefined for a blank line
 */
export function normaliseLine(
  written: string,
  place: { readonly path: string; readonly start: number },
): TitleLine | undefined {
  const characters = {
    units: written,
    starts: Array.from({ length: written.length }, (_, index) => place.start + index),
    ends: Array.from({ length: written.length }, (_, index) => place.start + index + 1),
  };
  const [kept] = normaliseCharacters([{ kind: "text", characters }]);
  if (kept === undefined) return undefined;
  const [line] = buildTexts(kept, { path: place.path, text: `${" ".repeat(place.start)}${written}` });
  if (line === undefined) return undefined;
  return { value: line.value, span: line.span, ...(line.offsets && { offsets: line.offsets }) };
}
