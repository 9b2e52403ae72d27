/**
 * Which printed item a row of the register tells of: the one at the place that it names and of its title, the only one of
 * that title wherever it stands now, or whatever stands at the place. Of several nothing is guessed.
 */
import type { AdoptedItem, ReceivedItem } from "./counted-item.js";
import type { KnownUnits } from "./known-units.js";

/** What a row tells of: as a rule one item; several only where one file stands in several issues. */
export type RowMatch =
  | { readonly kind: "items"; readonly items: readonly AdoptedItem[] }
  /** more than one item has its title */
  | { readonly kind: "several" }
  | { readonly kind: "none" };

export function rowMatcher(
  adopted: readonly AdoptedItem[],
  known: KnownUnits,
): (row: ReceivedItem) => RowMatch {
  const byPlace = grouped(adopted, ({ bulletin, path }) => idOf(bulletin, path));
  const byTitle = grouped(adopted, ({ bulletin, key }) => idOf(bulletin, key));
  return (row) => {
    const { bulletin, places, key } = row;
    const placed = places.map((place) => byPlace.get(idOf(bulletin, place)) ?? []).find(hasAny) ?? [];
    const titled = key === "" ? [] : (byTitle.get(idOf(bulletin, key)) ?? []);
    const both = placed.filter((item) => titled.includes(item));
    if (hasAny(both)) return { kind: "items", items: both };
    const own = titled.filter((item) => mayBeOf(item, row, known));
    if (hasAny(own) && isOne(own)) return { kind: "items", items: own };
    if (hasAny(placed)) return { kind: "items", items: placed };
    return { kind: hasAny(own) ? "several" : "none" };
  };
}

/** Titles are short, and two units may choose the same one. */
function mayBeOf({ signed }: AdoptedItem, row: ReceivedItem, known: KnownUnits): boolean {
  if (signed === "" || row.signed === "") return true;
  const names = new Set(known.signing(row.signed).map(({ name }) => name));
  return known.signing(signed).some(({ name }) => names.has(name));
}

const isOne = (items: readonly AdoptedItem[]): boolean => items.every(({ path }) => path === items[0]?.path);
const hasAny = (items: readonly AdoptedItem[]): boolean => items.length > 0;
const idOf = (bulletin: string, name: string): string => `${bulletin}\n${name}`;

function grouped(
  items: readonly AdoptedItem[],
  idIn: (item: AdoptedItem) => string,
): ReadonlyMap<string, readonly AdoptedItem[]> {
  const groups = new Map<string, AdoptedItem[]>();
  for (const item of items) {
    const group = groups.get(idIn(item));
    if (group === undefined) groups.set(idIn(item), [item]);
    else group.push(item);
  }
  return groups;
}
