/**
 * Words of an author made safe to print: a terminal obeys control characters, and marks of
 * direction show text in another order than it has (Unicode Technical Report 36, 2.5). File names,
 * keys and titles come from outside, so every printer sends what it quotes through here.
 */

/** Controls, line and paragraph separators, format characters, private use, surrogates alone. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** Of these, what a program that shows JSON or XML would hand on to a terminal. */
const OBEYED = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** @returns the text in one line, each character that would not be shown given by its code point */
export function printable(text: string): string {
  return text.replace(HIDDEN, (character) => (character === "\t" ? " " : `<U+${codePoint(character)}>`));
}

/** As `printable`, for text of several lines: line ends and tabs stay. */
export function printableLines(text: string): string {
  return text.replace(HIDDEN, (character) =>
    character === "\n" || character === "\t" ? character : `<U+${codePoint(character)}>`,
  );
}

/** @returns the same JSON, its characters that a terminal obeys written as escapes */
export function printableJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return text.replace(OBEYED, (character) => `\\u${codePoint(character).toLowerCase()}`);
}

/** @returns the same XML text, such characters written as references; XML 1.0 allows them all */
export function printableXml(text: string): string {
  return text.replace(OBEYED, (character) => `&#x${codePoint(character)};`);
}

function codePoint(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
}
