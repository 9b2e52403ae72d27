/**
 * How wide a text will be, about, where no face measures it: Word and browsers do that themselves, and
 * are told only how large a name may be, how many lines a title takes, and which column of a table
 * needs more room or is short.
 */

/** @returns em of the text's own size: Han and full-width marks 1, all else a half */
export function textWidthEm(text: string): number {
  let em = 0;
  for (const character of text) em += isHalfWidth(character) ? 0.5 : 1;
  return em;
}

/** @returns lines that a text takes in a measure, one at least */
export const linesTaken = (text: string, measureEm: number): number =>
  Math.max(1, Math.ceil(textWidthEm(text) / measureEm));

/** Below U+2000 stand Latin, Greek, Cyrillic and the like. */
const isHalfWidth = (character: string): boolean => character < "\u2000";
