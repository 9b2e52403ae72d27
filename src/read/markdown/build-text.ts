/** Characters to texts of the model: one for each source line, offsets only where they are needed. */
import type { Text } from "../../model/text.js";
import type { PlacedCharacters } from "./normalise-characters.js";

export interface TextSource {
  readonly path: string;
  readonly text: string;
}

/** @returns the texts, none of which crosses a source line */
export function buildTexts(characters: PlacedCharacters, source: TextSource): readonly Text[] {
  const { lines } = characters;
  const texts: Text[] = [];
  let from = 0;
  for (let index = 1; index <= lines.length; index += 1) {
    if (index < lines.length && lines[index] === lines[from]) continue;
    texts.push(buildText(characters, { from, to: index }, source));
    from = index;
  }
  return texts;
}

function buildText(
  { units, starts, ends }: PlacedCharacters,
  { from, to }: { readonly from: number; readonly to: number },
  source: TextSource,
): Text {
  const value = units.slice(from, to);
  const span = { path: source.path, start: starts[from] ?? 0, end: ends[to - 1] ?? 0 };
  const isAsWritten = span.end - span.start === value.length && source.text.startsWith(value, span.start);
  if (isAsWritten) return { kind: "text", value, span };
  return { kind: "text", value, span, offsets: starts.slice(from, to) };
}
