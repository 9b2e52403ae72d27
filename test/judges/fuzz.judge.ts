/**
 * Files of other people, made wrong at random (fuzz/draws.ts): 24,000 through the program in memory, and some
 * hundreds of them through the command itself under strace. FUZZ_SEED draws others, FUZZ_RUNS so many, and
 * FUZZ_DRAW the one that failed: `FUZZ_SEED=… FUZZ_DRAW=… npm run test:judges -- fuzz`.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { bundleProgram, runDraws } from "./fuzz/watched-process.js";

const SEED = Number(process.env.FUZZ_SEED ?? 20261127);
const RUNS = Number(process.env.FUZZ_RUNS ?? 24_000);
const ONE = process.env.FUZZ_DRAW;
/** Of a process that ran them all. */
const MOST_MIB = 768;

const scratch = mkdtempSync(join(tmpdir(), "bulletin-fuzz-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const from = ONE === undefined ? 0 : Number(ONE);
const to = ONE === undefined ? RUNS : from + 1;

it(`${to - from} draws of FUZZ_SEED=${SEED} in memory: no fault of ours, no hang, nothing written`, async () => {
  const { faults, tallies, peakMib } = await runDraws(await bundleProgram(), {
    seed: SEED,
    from,
    to,
    scratch,
  });
  const rows = Object.entries(tallies).map(
    ([kind, { draws, all, slowest, slowestDraw }]) =>
      `${kind} ${draws}, ${(all / draws).toFixed(1)} ms each, at most ${slowest.toFixed(0)} (${slowestDraw})`,
  );
  console.log([`FUZZ_SEED=${SEED}, ${peakMib} MiB at most`, ...rows].join("\n  "));
  expect(faults.slice(0, 20), `${faults.length} faults`).toEqual([]);
  expect(peakMib).toBeLessThan(MOST_MIB);
}, 900_000);
