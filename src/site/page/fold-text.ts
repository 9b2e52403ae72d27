/**
 * A text as the search compares it: full-width and half-width letters, digits and marks are one, capitals and small
 * letters too, and characters that stand for others in old codes. It is as long as the text itself, unit by unit, so that
 * what is found in it is found at the same place of the text.
 */
export function foldText(text: string): string {
  const small = text.toLowerCase();
  const even = small.length === text.length ? small : Array.from(text, smallest).join("");
  return even.replace(OTHERWISE_WRITTEN, (unit) => MARKS[unit] ?? plainForm(unit));
}

function smallest(character: string): string {
  const small = character.toLowerCase();
  return small.length === character.length ? small : character;
}

/** Radicals, marks of CJK, compatible ideographs, forms of full and half width, and curled quotation marks */
const OTHERWISE_WRITTEN =
  /[\u2018\u2019\u201C\u201D\u2E80-\u2FDF\u3000\uF900-\uFAFF\uFE30-\uFE4F\uFF01-\uFFEE]/g;

const MARKS: Readonly<Record<string, string>> = { "‘": "'", "’": "'", "“": '"', "”": '"' };

function plainForm(unit: string): string {
  const plain = unit.normalize("NFKC").toLowerCase();
  return plain.length === 1 ? plain : unit;
}
