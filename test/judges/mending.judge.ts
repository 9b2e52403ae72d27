/**
 * The laws of mending (test/rules/mending-laws.ts) on 1,200 random news items, the same at each run;
 * `FUZZ_SEED=… FUZZ_RUNS=20000 npm run test:judges -- mending` tries others, and more.
 */
import { afterAll, describe, it } from "vitest";
import { comesToRest, guardActed, keepsLetters, keepsWords } from "../rules/mending-laws.js";

const RUNS = Number(process.env.FUZZ_RUNS ?? 400);
afterAll(() => console.log("edits that the guard held back, by rule:", Object.fromEntries(guardActed)));

const seed = Number(process.env.FUZZ_SEED ?? 437424797);

describe(`${RUNS} news items of FUZZ_SEED=${seed}, mended`, () => {
  it.each([
    ["keep their letters in their places", keepsLetters],
    ["keep their words but for what a rule replaces", keepsWords],
    ["come to rest at once", comesToRest],
  ])("%s", (_, law) => law({ seed, numRuns: Math.ceil(RUNS / 3) }), 3_600_000);
});
