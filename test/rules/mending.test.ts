/** The laws of mending (mending-laws.ts) on a few random items; FUZZ_NEWS and FUZZ_SEED take more, and others. */
import { describe, expect, it } from "vitest";
import { comesToRest, guardActed, keepsLetters, keepsWords } from "./mending-laws.js";

const RUNS = Number(process.env.FUZZ_NEWS ?? 150);
const SEED = Number(process.env.FUZZ_SEED ?? 20261126);

const TIMEOUT = 60_000 + RUNS * 100;

describe(`news items of seed ${SEED}, mended`, () => {
  it.each([
    ["keep their letters in their places", keepsLetters],
    ["keep their words but for what a rule replaces", keepsWords],
    ["come to rest at once", comesToRest],
  ])(
    "%s",
    async (name, law) => {
      const numRuns = Math.ceil(RUNS / 3);
      if (process.env.FUZZ_NEWS !== undefined) console.log(`${name}: ${numRuns} items, FUZZ_SEED=${SEED}`);
      await law({ seed: SEED, numRuns });
    },
    TIMEOUT,
  );

  it.runIf(process.env.FUZZ_NEWS === undefined)("and the guard had nothing to do", () => {
    expect(Object.fromEntries(guardActed)).toEqual({});
  });
});
