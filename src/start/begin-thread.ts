/** Begins a thread: a script of dist/ with the code that V8 compiled for it in earlier runs. Its inside: start-thread.ts. */
import { join } from "node:path";
import { type ResourceLimits, Worker } from "node:worker_threads";
import type { RunLength } from "../v8/settle-v8.js";
import { type KeptPlace, keptCodePlace } from "./kept-code.js";
import { type Hold, mayStop, newHold } from "./thread-hold.js";

/** What a thread runs. */
export type ThreadName = "pages-thread" | "build-thread" | "lint-thread";

export interface ThreadStart {
  /** path of what it loads: a `ThreadScript` */
  readonly script: string;
  /** of its compiled code; undefined where none is kept */
  readonly kept: KeptPlace | undefined;
  readonly data: unknown;
  /** one number: how far it is, and what it is told of V8: one of those below */
  readonly progress: Int32Array;
  readonly hold: Hold;
}

/** It reads the code that is kept for it: V8 is not to be settled meanwhile. */
const LOADING = 0;
const LOADED = 1;
/** V8 is settled for a long run: nothing is to be kept of that, for which it would have to be unsettled. */
const LONG = 2;

export interface BegunThread {
  readonly worker: Worker;
  /** @returns true while the thread reads what it needs, so that whoever would settle V8 for a short run asks again later */
  readonly delaysSettling: (run: RunLength) => boolean;
  /** Stops it at once, or when it has done what is not to be broken off; the process stays until then. */
  readonly stop: () => Promise<unknown>;
}

export interface ThreadScript {
  /**
   * @param data handed to the thread once
   * @param keep to be called when most of its work has been done once, before the last answer: it may be ended then
   * @param hold to be taken for work that is not to be broken off
   */
  readonly serve: (data: never, keep: () => void, hold: Hold) => void;
}

export interface ThreadPlace {
  /** folder of the built scripts */
  readonly dist: string;
  readonly codeFolder: string | undefined;
}

/** @throws where Node or the system starts no thread */
export function beginThread(
  name: ThreadName,
  data: unknown,
  { dist, codeFolder, limits = {} }: ThreadPlace & { readonly limits?: ResourceLimits },
): BegunThread {
  const script = join(dist, `${name}.cjs`);
  const kept = codeFolder === undefined ? undefined : keptCodePlace(codeFolder, script, name);
  const progress = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const hold = newHold();
  const workerData: ThreadStart = { script, kept, data, progress, hold };
  const worker = new Worker(join(dist, "start-thread.cjs"), { workerData, resourceLimits: limits });
  return {
    worker,
    delaysSettling: (run) => isToWait(progress, run),
    stop: () => (mayStop(hold) ? worker.terminate() : untilItEnds(worker)),
  };
}

function untilItEnds(worker: Worker): Promise<unknown> {
  // Ended already, by a fault.
  if (worker.threadId < 0) return Promise.resolve();
  worker.ref();
  return new Promise((resolve) => worker.once("exit", resolve));
}

/** @returns false where the thread has read what it needs, and for a long run, which is not to wait for it */
export function isToWait(progress: Int32Array, run: RunLength): boolean {
  if (run === "short") return Atomics.load(progress, 0) === LOADING;
  Atomics.store(progress, 0, LONG);
  return false;
}

/** The thread has read what it needs. */
export function tellLoaded(progress: Int32Array): void {
  Atomics.compareExchange(progress, 0, LOADING, LOADED);
}

export const isOfLongRun = (progress: Int32Array): boolean => Atomics.load(progress, 0) === LONG;
