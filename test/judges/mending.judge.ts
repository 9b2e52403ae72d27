/**
 * The laws of mending (test/rules/mending-laws.ts) on 20,000 random news items of a new seed, which is printed:
 * `FUZZ_SEED=… npm run test:judges -- mending` runs them again.
 */
import { afterAll, describe, it } from "vitest";
import { comesToRest, guardActed, keepsLetters, keepsWords } from "../rules/mending-laws.js";

const RUNS = 20_000;
afterAll(() => console.log("edits that the guard held back, by rule:", Object.fromEntries(guardActed)));

const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);

describe(`${RUNS} news items of FUZZ_SEED=${seed}, mended`, () => {
  it.each([
    ["keep their letters in their places", keepsLetters],
    ["keep their words but for what a rule replaces", keepsWords],
    ["come to rest at once", comesToRest],
  ])("%s", (_, law) => law({ seed, numRuns: Math.ceil(RUNS / 3) }), 3_600_000);
});
