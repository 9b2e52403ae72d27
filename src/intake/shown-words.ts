/**
 * The first words of a line that a notice quotes: whole where they are few, else cut where a reader would, never inside
 * of a number, a word of letters, an address or the name of a file.
 */

/** Signs that a number, an address, the name of a file is made of. */
const OF_A_RUN = /[\p{Script=Latin}\p{N}@.+_/:~-]/u;

/** @param most characters, the mark of omission among them */
export function shownWords(text: string, most: number): string {
  const units = [...text.replace(/\s+/gu, " ").trim()];
  if (units.length <= most) return units.join("");
  let end = most - 1;
  const isInside = () => OF_A_RUN.test(units[end - 1] ?? "") && OF_A_RUN.test(units[end] ?? "");
  while (end > 0 && isInside()) end -= 1;
  // One run as long as that is cut after all.
  return `${units
    .slice(0, end === 0 ? most - 1 : end)
    .join("")
    .trimEnd()}…`;
}
