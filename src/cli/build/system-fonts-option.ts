/**
 * Whether fonts of this computer are looked at: as the command line says; else as the house says, but never on a
 * runner of continuous integration, whose fonts are not the house's.
 */

/** @param asked `--system-fonts` or `--no-system-fonts`; @returns undefined where the house decides */
export function wantsSystemFonts(asked: boolean | undefined): boolean | undefined {
  const { CI } = process.env;
  const isRunner = CI !== undefined && CI !== "" && CI !== "false" && CI !== "0";
  return asked ?? (isRunner ? false : undefined);
}
