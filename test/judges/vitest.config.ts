/** Settings of the judges' suite; `npm run test:judges` builds what it judges. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/judges/**/*.judge.ts"],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Side by side with a Java machine a browser may take seconds to show what was done.
    expect: { poll: { timeout: 15_000 } },
    // Two cores: a browser and a Java machine side by side are enough.
    maxWorkers: 2,
    pool: "forks",
  },
});
