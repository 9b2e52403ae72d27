/**
 * The corpus through the built command: each case is refused or handled within its bounds, names a
 * place, leaves nothing outside the output folder, and prints nothing that a terminal obeys.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { allCases } from "../hostile/all-cases.js";
import { findCaseFaults } from "../hostile/run-case.js";

const scratch = mkdtempSync(join(tmpdir(), "bulletin-hostile-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const numbered = allCases.map((hostile, index) => ({ name: hostile.name, hostile, index }));

it("the corpus has at least 200 cases, each under a name of its own", () => {
  expect(allCases.length).toBeGreaterThanOrEqual(200);
  expect(new Set(allCases.map(({ name }) => name)).size).toBe(allCases.length);
});

// Vitest runs five at a time; bounds count processor time, so that waiting costs nothing.
describe.concurrent("hostile", () => {
  it.each(numbered)(
    "$name",
    async ({ hostile, index }) => {
      expect(await findCaseFaults(hostile, join(scratch, String(index)))).toEqual([]);
    },
    240_000,
  );
});
