/**
 * The pages thread of the plainest build (`bulletin build`, a path, `--out`), begun before the command itself is loaded.
 * Whatever else is asked for, the command begins the thread (threads/pages-beside.ts), or none.
 */
import { availableParallelism } from "node:os";
import { type BegunThread, beginThread, type ThreadPlace } from "./begin-thread.js";

export interface EarlyThread extends BegunThread {
  /** true once it has failed, be it before anybody asked it for anything */
  readonly hasFailed: () => boolean;
  /** true once it has said that it takes tasks */
  readonly isReady: () => boolean;
}

/** Told to the thread as it begins: the editions whose code is loaded before the issue is there. */
export interface PagesThreadData {
  readonly editions: readonly string[];
}

/** Room for fresh garbage, beside that of the command: a long issue has its bound of memory in all. */
const LIMITS = { maxYoungGenerationSizeMb: 8 };

/** @returns undefined where the command is to do with one thread, or is given no other, whatever the reason */
export function beginPagesThread(
  data: PagesThreadData,
  place: ThreadPlace,
  jobs = availableParallelism(),
): EarlyThread | undefined {
  if (jobs < 2) return undefined;
  try {
    const { worker, delaysSettling, stop } = beginThread("pages-thread", data, { ...place, limits: LIMITS });
    let failed = false;
    let ready = false;
    // What is not asked for anything keeps no process alive; what ends before that is not waited for (thread-pool.ts).
    worker.unref();
    worker.on("error", () => {
      failed = true;
    });
    worker.once("message", () => {
      ready = true;
    });
    return {
      worker,
      hasFailed: () => failed,
      isReady: () => ready,
      // Who has failed does nothing more.
      delaysSettling: (run) => !failed && delaysSettling(run),
      stop,
    };
  } catch {
    return undefined;
  }
}

/** @param args of the command line, the command first; @returns undefined where the command is to see for itself */
export const beginEarly = (args: readonly string[], place: ThreadPlace): EarlyThread | undefined =>
  isPlainBuild(args) ? beginPagesThread({ editions: ["pdf"] }, place) : undefined;

function isPlainBuild([command, ...rest]: readonly string[]): boolean {
  if (command !== "build") return false;
  const given = rest.filter((arg, index) => !isOut(arg) && !isOut(rest[index - 1]));
  return given.length <= 1 && given.every((arg) => !arg.startsWith("-"));
}

const isOut = (arg: string | undefined): boolean => arg === "--out" || arg === "-o";
