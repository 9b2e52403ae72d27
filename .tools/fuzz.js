/**
 * Random items through lint and --fix: texts of all kinds (test/rules/fuzz.test.ts), and a fifth as many like
 * real news, held to what mending may never do (mending.test.ts). `npm run fuzz [runs] [seed]`, 100,000 of a
 * new seed where nothing is said. The seed is printed, so that a failure can be run again. One core,
 * about 8 ms of it a text, 30 ms one of news.
 */
import { spawnSync } from "node:child_process";

const [runs = "100000", seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--config",
    "test/vitest.config.ts",
    "test/rules/fuzz.test.ts",
    "test/rules/mending.test.ts",
  ],
  {
    stdio: "inherit",
    env: {
      ...process.env,
      FUZZ_RUNS: runs,
      FUZZ_NEWS: String(Math.ceil(Number(runs) / 5)),
      FUZZ_SEED: seed,
    },
  },
);
process.exitCode = status ?? 1;
