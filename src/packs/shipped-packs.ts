/**
 * The word lists of the package, by name. They are texts of the program, so that they are there wherever it runs, and
 * are loaded when a house switches them on. docs/packs.md shows each line with its number.
 */
export const SHIPPED_PACKS: Readonly<Record<string, () => Promise<string>>> = {
  "official-wording": async () => (await import("./shipped/official-wording.js")).OFFICIAL_WORDING,
};
