/** Characters to texts of the model: one for each source line, offsets only where they are needed. */
import type { Text } from "../../model/text.js";
import type { PlacedCharacter } from "./normalise-characters.js";

export interface TextSource {
  readonly path: string;
  readonly text: string;
}

/** @returns the texts, none of which crosses a source line */
export function buildTexts(characters: readonly PlacedCharacter[], source: TextSource): readonly Text[] {
  const texts: Text[] = [];
  let from = 0;
  for (let index = 1; index <= characters.length; index += 1) {
    if (index < characters.length && characters[index]?.line === characters[from]?.line) continue;
    const text = buildText(characters.slice(from, index), source);
    if (text !== undefined) texts.push(text);
    from = index;
  }
  return texts;
}

function buildText(characters: readonly PlacedCharacter[], source: TextSource): Text | undefined {
  const [first] = characters;
  const last = characters.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const value = characters.map((character) => character.unit).join("");
  const span = { path: source.path, start: first.start, end: last.end };
  if (source.text.slice(span.start, span.end) === value) return { kind: "text", value, span };
  return { kind: "text", value, span, offsets: characters.map((character) => character.start) };
}
