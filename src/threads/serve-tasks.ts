/** The inside of a worker thread: takes tasks one after another, answers each with its outcome. */
import { parentPort } from "node:worker_threads";
import { type Message, UnusableFile } from "../diagnostics/diagnostic.js";
import { type FaultRecord, faultRecord, type UnusableRecord, unusableRecord } from "../disk/fault-record.js";
import { isOfMachine, troubleOf } from "../disk/system-trouble.js";
import { beginWhole, endWhole, type Hold } from "../start/thread-hold.js";

/** Told once, before any answer: the thread has loaded what it needs to take tasks. */
export interface Ready {
  readonly kind: "ready";
}

/** What a thread answers: an outcome, trouble with the environment, a file that turned out unusable, or a fault of ours. */
export type Answer<Outcome> =
  | { readonly kind: "outcome"; readonly outcome: Outcome }
  | ({ readonly kind: "trouble" } & ToldTrouble)
  | { readonly kind: "unusable"; readonly file: UnusableRecord }
  | { readonly kind: "fault"; readonly record: FaultRecord };

export interface ToldTrouble {
  readonly problem: Message;
  readonly remedy: Message;
  readonly ofMachine: boolean;
}

export interface TasksOptions<Task, Outcome> {
  /** memory of an outcome that goes over as it is, instead of being copied; the thread has it no longer */
  readonly givenAway?: (outcome: Outcome) => readonly ArrayBuffer[];
  /** taken for each task that is not to be broken off (start/thread-hold.ts) */
  readonly hold: Hold;
  readonly isWhole?: (task: Task) => boolean;
}

export function serveTasks<Task, Outcome>(
  work: (task: Task) => Promise<Outcome>,
  { givenAway = () => [], hold, isWhole = () => true }: TasksOptions<Task, Outcome>,
): void {
  let last: Promise<unknown> = Promise.resolve();
  const ready: Ready = { kind: "ready" };
  parentPort?.postMessage(ready);
  parentPort?.on("message", (task: Task) => {
    last = last.then(async () => {
      const isHeld = isWhole(task);
      if (isHeld && !beginWhole(hold)) return;
      const answered = await answer(task, work);
      parentPort?.postMessage(answered, answered.kind === "outcome" ? givenAway(answered.outcome) : []);
      if (isHeld && endWhole(hold)) parentPort?.close();
    });
  });
}

async function answer<Task, Outcome>(
  task: Task,
  work: (task: Task) => Promise<Outcome>,
): Promise<Answer<Outcome>> {
  try {
    return { kind: "outcome", outcome: await work(task) };
  } catch (fault) {
    if (fault instanceof UnusableFile) return { kind: "unusable", file: unusableRecord(fault) };
    const trouble = troubleOf(fault);
    if (trouble !== undefined) {
      const { problem, remedy } = trouble;
      return { kind: "trouble", problem, remedy, ofMachine: isOfMachine(trouble) };
    }
    return { kind: "fault", record: faultRecord(fault) };
  }
}
