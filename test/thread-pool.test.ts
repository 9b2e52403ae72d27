/** Threads as whoever asks them sees them; what is done in them is told by lint-many.test.ts and pages-thread.test.ts. */
import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { threadOf } from "../src/threads/thread-pool.js";

const ECHO = `const { parentPort } = require("node:worker_threads");
parentPort.on("message", (outcome) => parentPort.postMessage({ kind: "outcome", outcome }));`;

describe("a thread", () => {
  it("answers the right task after one that cannot be handed over", async () => {
    const worker = new Worker(ECHO, { eval: true });
    const thread = threadOf<unknown, unknown>({ worker, stop: () => worker.terminate() });
    try {
      await expect(thread.run(() => "a function")).rejects.toThrow(/could not be cloned/);
      expect(await thread.run("one")).toEqual({ outcome: "one" });
    } finally {
      await thread.stop();
    }
  });
});
