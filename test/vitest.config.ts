/** The test runner's settings: every suite but the judges', which needs more than Node. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/judges/**"],
    testTimeout: 30_000,
    pool: "threads",
  },
});
