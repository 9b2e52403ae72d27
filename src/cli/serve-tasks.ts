/** The inside of a worker thread: takes tasks one after another, answers each with its outcome. */
import { parentPort } from "node:worker_threads";
import { EnvironmentError, type Message } from "../diagnostics/diagnostic.js";

/** What a thread answers: an outcome, trouble with the environment, or a fault of ours. */
export type Answer<Outcome> =
  | { readonly kind: "outcome"; readonly outcome: Outcome }
  | { readonly kind: "trouble"; readonly problem: Message; readonly remedy: Message }
  | { readonly kind: "fault"; readonly fault: unknown };

export function serveTasks<Task, Outcome>(work: (task: Task) => Promise<Outcome>): void {
  let last: Promise<unknown> = Promise.resolve();
  parentPort?.on("message", (task: Task) => {
    last = last.then(async () => parentPort?.postMessage(await answer(task, work)));
  });
}

async function answer<Task, Outcome>(
  task: Task,
  work: (task: Task) => Promise<Outcome>,
): Promise<Answer<Outcome>> {
  try {
    return { kind: "outcome", outcome: await work(task) };
  } catch (fault) {
    // An error loses its class on the way between threads; what it tells goes as data.
    if (!(fault instanceof EnvironmentError)) return { kind: "fault", fault };
    return { kind: "trouble", problem: fault.problem, remedy: fault.remedy };
  }
}
