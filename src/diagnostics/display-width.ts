/** How wide a text stands in a terminal: full-width characters take two columns (Unicode Standard Annex 11). */
import { eastAsianWidth } from "get-east-asian-width";

/** @returns columns; combining marks take none, and neither do the codes that colour a text */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text.replace(COLOUR, "")) {
    if (/\p{Mn}|\p{Me}/u.test(character)) continue;
    width += widthOf(character);
  }
  return width;
}

/** @returns true for a character that takes two columns */
export const isWide = (character: string): boolean => widthOf(character) === 2;

const widthOf = (character: string): number =>
  eastAsianWidth(character.codePointAt(0) ?? 0, { ambiguousAsWide: false });

/** Select Graphic Rendition (ECMA-48, 8.3.117). */
const COLOUR = /\u001b\[[\d;]*m/g;
