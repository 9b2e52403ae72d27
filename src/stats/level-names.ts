/** What a level is called: by the house's law, however its width and blanks are written; several stand in a row. */

/** @returns the names that the law knows, and what it does not know as it is written */
export function levelNames(written: string, law: ReadonlyMap<string, number>): readonly string[] {
  const whole = nameIn(law, written);
  if (whole !== undefined) return [whole];
  return written
    .split(/[、，,;；]/u)
    .map((level) => nameIn(law, level) ?? level.trim())
    .filter((level) => level !== "");
}

function nameIn(law: ReadonlyMap<string, number>, written: string): string | undefined {
  const name = written.trim();
  if (law.has(name)) return name;
  const alike = [...law.keys()].filter((known) => folded(known) === folded(name));
  return alike.length === 1 ? alike[0] : undefined;
}

const folded = (name: string): string => name.normalize("NFKC").replace(/\s/gu, "").toLowerCase();
