/**
 * Builds several issues at once in worker threads. Outcomes come in the order of the manifests
 * whatever the order in which they were made, so that the output never depends on timing.
 */
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { EnvironmentError, type Message } from "../diagnostics/diagnostic.js";
import { type BuildOutcome, buildOutcome, type OutcomeOptions } from "./build-outcome.js";
import { diskEnvironment } from "./disk-environment.js";
import { packageFolder } from "./package-files.js";
import type { RecalledIssue } from "./remember-outcomes.js";

export interface ManyOptions extends OutcomeOptions {
  readonly jobs: number | undefined;
  /** what an issue gave when it was last built, where nothing has changed since */
  readonly recall?: (manifest: string) => RecalledIssue | undefined;
}

export type ManyOutcome = RecalledIssue | { readonly outcome: BuildOutcome; readonly editions?: undefined };

/** How far the threads may run ahead of the writer: bounds the editions held in memory. */
const AHEAD_PER_JOB = 2;

export async function* buildMany(
  manifests: readonly string[],
  options: ManyOptions,
): AsyncGenerator<ManyOutcome> {
  const jobs = Math.min(options.jobs ?? availableParallelism(), manifests.length);
  const script = join(packageFolder(), "dist", "build-worker.js");
  const pool = jobs < 2 || !existsSync(script) ? hereAlone(options) : threadPool(script, { jobs, options });
  try {
    const pending: Promise<ManyOutcome>[] = [];
    for (const manifest of manifests) {
      const recalled = options.recall?.(manifest);
      const next = recalled ?? pool.build(manifest).then((outcome) => ({ outcome }));
      const promised = Promise.resolve(next);
      // Awaited in order below; until then a rejection is not unhandled.
      promised.catch(() => undefined);
      pending.push(promised);
      const first = pending.length < pool.ahead ? undefined : pending.shift();
      if (first !== undefined) yield await first;
    }
    for (const promised of pending) yield await promised;
  } finally {
    await pool.stop();
  }
}

interface Pool {
  readonly build: (manifest: string) => Promise<BuildOutcome>;
  /** issues that may be on their way at once */
  readonly ahead: number;
  readonly stop: () => Promise<unknown>;
}

/** In this thread, one after another. */
function hereAlone(options: OutcomeOptions): Pool {
  const environment = diskEnvironment();
  return {
    build: (manifest) => buildOutcome(manifest, environment, options),
    ahead: 1,
    stop: async () => undefined,
  };
}

/** Threads are started with the first issue that is to be built, and take turns. */
function threadPool(
  script: string,
  { jobs, options: { build, traced } }: { readonly jobs: number; readonly options: OutcomeOptions },
): Pool {
  const threads: Thread[] = [];
  let turns = 0;
  return {
    build(manifest) {
      const turn = turns % jobs;
      turns += 1;
      const thread = threads[turn] ?? startThread(script, { build, traced });
      threads[turn] = thread;
      return thread.build(manifest);
    },
    ahead: jobs * AHEAD_PER_JOB,
    stop: () => Promise.all(threads.map((thread) => thread.stop())),
  };
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

function startThread(script: string, options: OutcomeOptions): Thread {
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
