/**
 * Builds several issues at once in worker threads. Outcomes come in the order of the manifests
 * whatever the order in which they were made, so that the output never depends on timing.
 */
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { BuildOptions } from "../build.js";
import { EnvironmentError, type Message } from "../diagnostics/diagnostic.js";
import { type BuildOutcome, buildOutcome } from "./build-outcome.js";
import { diskEnvironment } from "./disk-environment.js";
import { packageFolder } from "./package-files.js";

export interface ManyOptions {
  readonly jobs: number | undefined;
  readonly build: BuildOptions;
}

/** How far the threads may run ahead of the writer: bounds the editions held in memory. */
const AHEAD_PER_JOB = 2;

export async function* buildMany(
  manifests: readonly string[],
  options: ManyOptions,
): AsyncGenerator<BuildOutcome> {
  const jobs = Math.min(options.jobs ?? availableParallelism(), manifests.length);
  const script = join(packageFolder(), "dist", "build-worker.js");
  if (jobs < 2 || !existsSync(script)) {
    const environment = diskEnvironment();
    for (const manifest of manifests) yield await buildOutcome(manifest, environment, options.build);
    return;
  }
  const threads = Array.from({ length: jobs }, () => startThread(script, options.build));
  try {
    const pending: Promise<BuildOutcome>[] = [];
    let next = 0;
    for (let done = 0; done < manifests.length; done += 1) {
      while (next < manifests.length && pending.length < jobs * AHEAD_PER_JOB) {
        const thread = threads[next % jobs];
        const manifest = manifests[next];
        if (thread === undefined || manifest === undefined) break;
        const outcome = thread.build(manifest);
        // Awaited in order below; until then a rejection is not unhandled.
        outcome.catch(() => undefined);
        pending.push(outcome);
        next += 1;
      }
      const first = pending.shift();
      if (first !== undefined) yield await first;
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.stop()));
  }
}

interface Thread {
  readonly build: (manifest: string) => Promise<BuildOutcome>;
  readonly stop: () => Promise<unknown>;
}

/** What a worker answers: an outcome, trouble with the environment, or a fault of ours. */
export type WorkerAnswer =
  | { readonly kind: "outcome"; readonly outcome: BuildOutcome }
  | { readonly kind: "trouble"; readonly problem: Message; readonly remedy: Message }
  | { readonly kind: "fault"; readonly fault: unknown };

function startThread(script: string, options: BuildOptions): Thread {
  const worker = new Worker(script, { workerData: options });
  const waiting: { resolve: (outcome: BuildOutcome) => void; reject: (fault: unknown) => void }[] = [];
  const failAll = (fault: unknown) => {
    for (const { reject } of waiting.splice(0)) reject(fault);
  };
  worker.on("message", (answer: WorkerAnswer) => {
    const first = waiting.shift();
    if (answer.kind === "outcome") first?.resolve(answer.outcome);
    else if (answer.kind === "trouble") first?.reject(new EnvironmentError(answer.problem, answer.remedy));
    else first?.reject(answer.fault);
  });
  worker.on("error", failAll);
  worker.on("exit", () => failAll(new Error("a build thread ended early")));
  return {
    build: (manifest) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        worker.postMessage(manifest);
      }),
    stop: () => worker.terminate(),
  };
}
