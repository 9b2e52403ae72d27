/**
 * The test runner's settings: every suite but the judges', which needs more than Node. Test files share the
 * modules that their thread has loaded: none leaves a module changed, and fixtures are built once a thread.
 */
import { defineConfig } from "vitest/config";

export default defineConfig({
  // As the bundler sets it for one of the preview's two pages (src/preview/words.ts).
  define: { IS_CHINESE: "true" },
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/judges/**"],
    globalSetup: "test/fresh-bundle.ts",
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: "threads",
    isolate: false,
    // A thread waits while the command that it started works: each core has one of its own.
    maxWorkers: "100%",
  },
});
