/** Begins a thread: a script of dist/ with the code that V8 compiled for it in earlier runs. Its inside: start-thread.ts. */
import { join } from "node:path";
import { type ResourceLimits, Worker } from "node:worker_threads";
import { type KeptPlace, keptCodePlace } from "./kept-code.js";

/** What a thread runs. */
export type ThreadName = "pages-thread" | "build-thread" | "lint-thread";

export interface ThreadStart {
  /** path of what it loads: a `ThreadScript` */
  readonly script: string;
  /** of its compiled code; undefined where none is kept */
  readonly kept: KeptPlace | undefined;
  readonly data: unknown;
  /** its first number is 1 once the thread has read the code that is kept for it: then V8 may be settled */
  readonly loaded: Int32Array;
}

export interface BegunThread {
  readonly worker: Worker;
  readonly isLoaded: () => boolean;
}

export interface ThreadScript {
  /**
   * @param data handed to the thread once
   * @param keep to be called when most of its work has been done once, before the last answer: it may be ended then
   */
  readonly serve: (data: never, keep: () => void) => void;
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
  const loaded = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const workerData: ThreadStart = { script, kept, data, loaded };
  const worker = new Worker(join(dist, "start-thread.cjs"), { workerData, resourceLimits: limits });
  return { worker, isLoaded: () => Atomics.load(loaded, 0) === 1 };
}
