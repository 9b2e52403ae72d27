/** Units that may sign an item, as far as they are known beforehand: the register's, and the one in the front matter. */

/** What is known beforehand of who may sign. */
export interface KnownUnits {
  /** the house's units, each with its aliases */
  readonly units: readonly { readonly name: string; readonly aliases: readonly string[] }[];
  /** the unit that the front matter names */
  readonly source: string | undefined;
}

/** The longest name of the register, or of the front matter, that the words begin with. */
export function knownUnit(
  words: string,
  { units, source }: KnownUnits,
): { readonly name: string; readonly evidence: "source" | "register" } | undefined {
  const own = longestIn((source ?? "").replaceAll(/[^\S、，]/gu, "").split(/[、，]/u), words);
  const registered = longestIn(
    units.flatMap(({ name, aliases }) => [name, ...aliases]),
    words,
  );
  if (own !== "" && own.length >= registered.length) return { name: own, evidence: "source" };
  return registered === "" ? undefined : { name: registered, evidence: "register" };
}

const longestIn = (names: readonly string[], words: string): string =>
  names
    .filter((name) => words.startsWith(name))
    .reduce((best, name) => (name.length > best.length ? name : best), "");

/** @returns true where two texts name the same unit, or units, whatever the order and the alias */
export function isSameUnit(one: string, other: string, { units }: Pick<KnownUnits, "units">): boolean {
  const fullNames = (text: string) =>
    text
      .split(/[、，,;；\s\u3000]+/u)
      .filter((name) => name !== "")
      .map((name) => units.find((unit) => unit.name === name || unit.aliases.includes(name))?.name ?? name)
      .sort()
      .join("\n");
  return one.replaceAll(/\s/gu, "") === other.replaceAll(/\s/gu, "") || fullNames(one) === fullNames(other);
}
