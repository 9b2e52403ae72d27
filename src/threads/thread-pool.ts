/**
 * Work spread over worker threads: tasks go to the threads in turns, outcomes come in the order of
 * the tasks whatever the order in which they were made, so that no output depends on timing. What a
 * task is, is for build-many.ts and lint-many.ts to say; a thread's own side is serve-tasks.ts.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { asError, asUnusable } from "../disk/fault-record.js";
import { packageFolder } from "../disk/package-files.js";
import { HandedTrouble, systemTrouble } from "../disk/system-trouble.js";
import { type BegunThread, beginThread, type ThreadName, type ThreadPlace } from "../start/begin-thread.js";
import { keptCodeFolder } from "../start/kept-code.js";
import type { EarlyThread } from "../start/plain-build.js";
import type { Answer, Ready } from "./serve-tasks.js";

export interface TaskPool<Task, Outcome> {
  readonly run: (task: Task) => Promise<Outcome>;
  /** tasks that may be on their way at once: bounds what is held in memory */
  readonly ahead: number;
  readonly stop: () => Promise<unknown>;
}

export interface PoolOptions<Task, Outcome> {
  readonly jobs: number;
  readonly thread: ThreadName;
  /** handed to each thread once */
  readonly data: unknown;
  /** the work in this thread, for one job, and where dist/ is not built */
  readonly here: () => (task: Task) => Promise<Outcome>;
  /**
   * this thread is one of the jobs: so many tasks it does by itself while the others load, then it takes its turns with
   * them. Left out, it does none: it has enough to do with the outcomes
   */
  readonly headStart?: number;
}

/** How far the threads may run ahead of whoever takes the outcomes. */
const AHEAD_PER_JOB = 2;

/** Threads are started when the first tasks come. */
export function taskPool<Task, Outcome>(options: PoolOptions<Task, Outcome>): TaskPool<Task, Outcome> {
  const { jobs, data, here } = options;
  const place = jobs < 2 ? undefined : threadPlace();
  if (place === undefined) return { run: here(), ahead: 1, stop: async () => undefined };
  const threads: Thread<Task, Outcome>[] = [];
  let inThis: ((task: Task) => Promise<Outcome>) | undefined;
  const start = (): Thread<Task, Outcome> => {
    const begun = beginOrNone(options.thread, data, place);
    if (begun !== undefined) return threadOf<Task, Outcome>(begun);
    inThis ??= oneByOne(here());
    return ownThread(inThis);
  };
  const { headStart } = options;
  const others = headStart === undefined ? jobs : jobs - 1;
  let turns = 0;
  if (headStart !== undefined) for (let turn = 0; turn < others; turn += 1) threads[turn] = start();
  const own = headStart === undefined ? undefined : here();
  return {
    async run(task) {
      const turn = turns < (headStart ?? 0) ? others : (turns - (headStart ?? 0)) % jobs;
      turns += 1;
      if (turn === others && own !== undefined) {
        // Behind the tasks that are handed out at the same time, which their threads can begin meanwhile.
        await new Promise((begin) => setImmediate(begin));
        return own(task);
      }
      for (;;) {
        const thread = threads[turn] ?? start();
        threads[turn] = thread;
        const answered = await thread.run(task);
        if (answered !== NOT_BEGUN) return answered.outcome;
        // A task before this one has ended the thread; another takes its place, once.
        if (threads[turn] === thread) threads[turn] = start();
      }
    },
    ahead: jobs * AHEAD_PER_JOB + 2 * (headStart ?? 0),
    async stop() {
      // Threads keep no process alive, but whoever waits for their end is to see it.
      const awake = setInterval(() => undefined, 1000);
      await Promise.allSettled(threads.map((thread) => thread.stop()));
      clearInterval(awake);
    },
  };
}

/** @returns undefined where Node or the system starts no thread, whatever the reason */
function beginOrNone(thread: ThreadName, data: unknown, place: ThreadPlace): BegunThread | undefined {
  try {
    return beginThread(thread, data, place);
  } catch {
    return undefined;
  }
}

/** In the place of a thread that there is not: the same work, in this one. */
function ownThread<Task, Outcome>(work: (task: Task) => Promise<Outcome>): Thread<Task, Outcome> {
  return {
    run: async (task) => ({ outcome: await work(task) }),
    stop: async () => undefined,
  };
}

/** As a thread does its tasks, so that no two are in memory at once. */
function oneByOne<Task, Outcome>(work: (task: Task) => Promise<Outcome>): (task: Task) => Promise<Outcome> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const done = last.then(() => work(task));
    last = done.catch(() => undefined);
    return done;
  };
}

/** What is said of a task that a thread did not come to. */
export const NOT_BEGUN: unique symbol = Symbol("not begun");

/** @param start what a task gives, at once or later; it is asked no more than `ahead` tasks early */
export async function* inOrder<Task, Outcome>(
  tasks: Iterable<Task>,
  { ahead, start }: { readonly ahead: number; readonly start: (task: Task) => Promise<Outcome> },
): AsyncGenerator<Outcome> {
  const pending: Promise<Outcome>[] = [];
  for (const task of tasks) {
    const promised = start(task);
    // Awaited in order below; until then a rejection is not unhandled.
    promised.catch(() => undefined);
    pending.push(promised);
    const first = pending.length < ahead ? undefined : pending.shift();
    if (first !== undefined) yield await first;
  }
  for (const promised of pending) yield await promised;
}

export interface Thread<Task, Outcome> {
  /** rejects for the task that a thread was ended by */
  readonly run: (task: Task) => Promise<{ readonly outcome: Outcome } | typeof NOT_BEGUN>;
  readonly stop: () => Promise<unknown>;
}

/** @returns undefined where dist/ is not built */
export function threadPlace(): ThreadPlace | undefined {
  const dist = join(packageFolder(), "dist");
  return existsSync(join(dist, "start-thread.cjs")) ? { dist, codeFolder: keptCodeFolder() } : undefined;
}

/**
 * @param begun new, or begun before and not asked for anything; what is not asked keeps no process alive
 * @param before what has become of it till now, of one that nobody needs: ended before it was ready, it has begun nothing
 */
export function threadOf<Task, Outcome>(
  { worker, stop }: Pick<BegunThread, "worker" | "stop">,
  before?: Pick<EarlyThread, "hasFailed" | "isReady">,
): Thread<Task, Outcome> {
  worker.unref();
  const waiting: {
    readonly resolve: (answered: { readonly outcome: Outcome } | typeof NOT_BEGUN) => void;
    readonly reject: (fault: unknown) => void;
  }[] = [];
  let isNeeded = before?.isReady() ?? true;
  let isOver = worker.threadId < 0 || before?.hasFailed() === true;
  const end = (fault: unknown) => {
    isOver = true;
    if (isNeeded) waiting.shift()?.reject(systemTrouble(fault) ?? fault);
    for (const { resolve } of waiting.splice(0)) resolve(NOT_BEGUN);
  };
  worker.on("message", (answer: Answer<Outcome> | Ready) => {
    isNeeded = true;
    if (answer.kind === "ready") return;
    const first = waiting.shift();
    if (waiting.length === 0) worker.unref();
    if (answer.kind === "outcome") first?.resolve({ outcome: answer.outcome });
    else if (answer.kind === "trouble") first?.reject(new HandedTrouble(answer));
    else if (answer.kind === "unusable") first?.reject(asUnusable(answer.file));
    else first?.reject(asError(answer.record));
  });
  worker.on("error", end);
  worker.on("exit", () => end(new Error("a thread ended early")));
  return {
    run: (task) =>
      new Promise((resolve, reject) => {
        if (isOver) return resolve(NOT_BEGUN);
        // What cannot be posted is rejected, and no answer is waited for.
        worker.postMessage(task);
        waiting.push({ resolve, reject });
        worker.ref();
      }),
    stop,
  };
}
