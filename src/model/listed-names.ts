/** A list of names in a sentence: the first few, and how many there are, so that no message grows without bound. */

const MOST_SHOWN = 12;

/** @returns `甲、乙、丙等 30 个` and `A, B, C and 27 more` where there are many */
export function listedNames(names: readonly string[]): { readonly zh: string; readonly en: string } {
  const shown = names.slice(0, MOST_SHOWN);
  const rest = names.length - shown.length;
  return {
    zh: rest === 0 ? shown.join("、") : `${shown.join("、")}等 ${names.length} 个`,
    en: rest === 0 ? shown.join(", ") : `${shown.join(", ")} and ${rest} more`,
  };
}
