/**
 * Every eighth case of the corpus through the built command: each is refused or handled in bounded
 * memory, names a place, leaves nothing outside the output folder, and prints nothing that a terminal
 * obeys. test/judges/hostile.judge.ts runs them all, and bounds their processor time as well.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { allCases } from "./all-cases.js";
import { runCase } from "./run-case.js";

const scratch = mkdtempSync(join(tmpdir(), "bulletin-hostile-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const numbered = allCases
  .map((hostile, index) => ({ name: hostile.name, hostile, index }))
  .filter(({ index }) => index % 8 === 0);

it("the corpus has at least 200 cases, each under a name of its own", () => {
  expect(allCases.length).toBeGreaterThanOrEqual(200);
  expect(new Set(allCases.map(({ name }) => name)).size).toBe(allCases.length);
});

describe.concurrent("hostile", () => {
  it.each(numbered)(
    "$name",
    async ({ hostile, index }) => {
      const { faults } = await runCase(hostile, join(scratch, String(index)));
      expect(faults).toEqual([]);
    },
    120_000,
  );
});
