/** Draws from a seed: the same seed gives the same issue on every machine. */
export interface Dice {
  /** @returns a whole number from the first to the second, both included */
  readonly roll: (from: number, to: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(of: readonly T[]) => T;
  /** @returns so many made one after the other */
  readonly times: <T>(count: number, make: (index: number) => T) => readonly T[];
}

/** Mulberry32, a generator of 32 bits of state; good enough to make pages differ. */
export function diceOf(seed: number): Dice {
  let state = (seed * 2654435761) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const roll = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    roll,
    chance: (share) => next() < share,
    pick: (of) => {
      const picked = of[roll(0, of.length - 1)];
      if (picked === undefined) throw new Error("nothing to pick from");
      return picked;
    },
    times: (count, make) => Array.from({ length: count }, (_, index) => make(index)),
  };
}
