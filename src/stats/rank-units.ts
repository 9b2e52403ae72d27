/** Units in order: the most first; equal ones in the order given, with one rank. */
import type { Owed } from "./count-quota.js";
import { add, NOTHING, numberOf, type Share } from "./share.js";
import type { Month, UnitCount } from "./statistics.js";

export interface Tally {
  adopted: Share;
  received: Share;
  points: Share;
  readonly bySection: Map<string, Share>;
  readonly byMonth: Map<Month, { adopted: Share; received: Share }>;
}

export const emptyTally = (): Tally => ({
  adopted: NOTHING,
  received: NOTHING,
  points: NOTHING,
  bySection: new Map(),
  byMonth: new Map(),
});

interface UnitTally extends Owed {
  readonly name: string;
  readonly tally: Tally;
}

export function rankUnits(
  units: readonly UnitTally[],
  { byPoints, hasRegister }: { readonly byPoints: boolean; readonly hasRegister: boolean },
): readonly UnitCount[] {
  // What is printed as equal is equal.
  const weigh = ({ tally, quotaPoints }: UnitTally): number =>
    numberOf(byPoints ? add(tally.points, quotaPoints) : tally.adopted);
  const sorted = [...units].sort((a, b) => weigh(b) - weigh(a));
  const ranks = new Map<number, number>();
  for (const [index, unit] of sorted.entries())
    if (!ranks.has(weigh(unit))) ranks.set(weigh(unit), index + 1);
  // Where nobody has anything, all alike, nobody is first.
  const isRanked = ranks.size > 1 || units.some(({ tally }) => tally.adopted > 0);
  const numbers = (of: ReadonlyMap<string, Share>) =>
    new Map([...of].map(([name, value]) => [name, numberOf(value)]));
  return sorted.map((unit) => {
    const { name, tally, missing, quotaPoints } = unit;
    return {
      rank: isRanked ? ranks.get(weigh(unit)) : undefined,
      name,
      adopted: numberOf(tally.adopted),
      received: hasRegister ? numberOf(tally.received) : undefined,
      // Of the parts, not of what is printed of them.
      rate: tally.received === 0 ? undefined : tally.adopted / tally.received,
      points: numberOf(add(tally.points, quotaPoints)),
      quotaPoints: numberOf(quotaPoints),
      missing: numberOf(missing),
      bySection: numbers(tally.bySection),
      byMonth: new Map(
        [...tally.byMonth].map(([month, { adopted, received }]) => [
          month,
          { adopted: numberOf(adopted), received: numberOf(received) },
        ]),
      ),
    };
  });
}
