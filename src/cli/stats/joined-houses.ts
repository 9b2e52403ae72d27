/** What the rules of several bulletins say as one, where they are counted together. */
import type { House, Unit } from "../../model/house.js";
import type { PointsLaw } from "../../model/points-law.js";
import type { NoPoints } from "../../stats/statistics.js";

/** A unit that several bulletins know is one, under all the names that any of them knows. */
export function unitsOf(houses: readonly House[]): readonly Unit[] {
  const byName = new Map<string, Unit>();
  for (const unit of houses.flatMap(({ units }) => units)) {
    const known = byName.get(unit.name.value);
    const aliases = [...(known?.aliases ?? []), ...unit.aliases];
    byName.set(unit.name.value, known === undefined ? unit : { ...known, aliases });
  }
  return [...byName.values()];
}

export const sectionsOf = (houses: readonly House[]): readonly string[] => [
  ...new Set(houses.flatMap(({ sections }) => sections.map(({ name }) => name.value))),
];

/** One law for all that is counted, or none: points of two laws do not add up. */
export function lawOf(houses: readonly House[]): {
  readonly points: PointsLaw | undefined;
  readonly noPoints: NoPoints | undefined;
} {
  if (houses.some(({ hasUnreadPoints }) => hasUnreadPoints)) return { points: undefined, noPoints: "unread" };
  const [points] = houses.map((house) => house.points);
  const isOne = new Set(houses.map((house) => wordsOf(house.points))).size <= 1;
  return isOne ? { points, noPoints: undefined } : { points: undefined, noPoints: "several" };
}

const wordsOf = (law: PointsLaw | undefined): string =>
  JSON.stringify(law && { ...law, sectionNames: [], sections: [...law.sections], levels: [...law.levels] });
