/**
 * The pages thread of the plainest build (`bulletin build`, a path, `--out`), begun before the command itself is loaded:
 * bin/bulletin.js asks here first. Whatever else is asked for, the command begins the thread, or none. In a file of its
 * own, whole: nothing of ours is imported.
 */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

export interface EarlyThread {
  readonly worker: Worker;
  /** true once it has failed, be it before anybody asked it for anything */
  readonly hasFailed: () => boolean;
}

/** Told to the thread as it begins. */
export interface PagesThreadData {
  /** those whose code is loaded before the issue is there */
  readonly editions: readonly string[];
  /** where Node keeps compiled code; undefined where it keeps none */
  readonly codeFolder: string | undefined;
}

/** Room for fresh garbage, beside that of the command: a long issue has its bound of memory in all. */
const LIMITS = { maxYoungGenerationSizeMb: 8 };

/**
 * @param script a path or a `file:` URL
 * @returns undefined where the command is to do with one thread, or is given no other, whatever the reason
 */
export function beginPagesThread(
  script: string | URL,
  data: PagesThreadData,
  jobs = availableParallelism(),
): EarlyThread | undefined {
  if (jobs < 2) return undefined;
  try {
    const worker = new Worker(script, { workerData: data, resourceLimits: LIMITS });
    let failed = false;
    // What is not asked for anything keeps no process alive; what ends before that is not waited for (thread-pool.ts).
    worker.unref();
    worker.on("error", () => {
      failed = true;
    });
    return { worker, hasFailed: () => failed };
  } catch {
    return undefined;
  }
}

/** @param args of the command line, the command first; @returns undefined where the command is to see for itself */
export function beginEarly(
  args: readonly string[],
  { script, codeFolder }: { readonly script: URL; readonly codeFolder: string | undefined },
): EarlyThread | undefined {
  return isPlainBuild(args) ? beginPagesThread(script, { editions: ["pdf"], codeFolder }) : undefined;
}

function isPlainBuild([command, ...rest]: readonly string[]): boolean {
  if (command !== "build") return false;
  const given = rest.filter((arg, index) => !isOut(arg) && !isOut(rest[index - 1]));
  return given.length <= 1 && given.every((arg) => !arg.startsWith("-"));
}

const isOut = (arg: string | undefined): boolean => arg === "--out" || arg === "-o";
