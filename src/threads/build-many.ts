/** Builds several issues at once in worker threads; outcomes come in the order of the manifests. */
import { availableParallelism } from "node:os";
import type { BuildEnvironment } from "../build.js";
import { type BuildOutcome, buildOutcome, type OutcomeOptions } from "../outcomes/build-outcome.js";
import type { RecalledIssue } from "../outcomes/remember-outcomes.js";
import { inOrder, taskPool } from "./thread-pool.js";

export interface ManyOptions extends OutcomeOptions {
  readonly jobs: number | undefined;
  /** what an issue gave when it was last built, where nothing has changed since */
  readonly recall?: (manifest: string) => RecalledIssue | undefined;
  /** what an issue is built with in this thread */
  readonly environmentOf: (manifest: string) => BuildEnvironment;
}

export type ManyOutcome =
  | RecalledIssue
  | { readonly outcome: BuildOutcome; readonly editions?: undefined }
  /** what was thrown while the issue was built */
  | { readonly manifest: string; readonly fault: unknown };

export async function* buildMany(
  manifests: readonly string[],
  { jobs, recall, build, traced, environmentOf }: ManyOptions,
): AsyncGenerator<ManyOutcome> {
  const options: OutcomeOptions = { build, traced };
  const pool = taskPool<string, BuildOutcome>({
    jobs: Math.min(jobs ?? availableParallelism(), manifests.length),
    thread: "build-thread",
    data: options,
    here: () => (manifest) => buildOutcome(manifest, environmentOf(manifest), options),
  });
  const start = async (manifest: string): Promise<ManyOutcome> => {
    try {
      return recall?.(manifest) ?? { outcome: await pool.run(manifest) };
    } catch (fault) {
      return { manifest, fault };
    }
  };
  try {
    yield* inOrder(manifests, { ahead: pool.ahead, start });
  } finally {
    await pool.stop();
  }
}
