/** A build thread: takes manifests one after another, answers each with its outcome. */
import { parentPort, workerData } from "node:worker_threads";
import { EnvironmentError } from "../diagnostics/diagnostic.js";
import type { WorkerAnswer } from "./build-many.js";
import { buildOutcome } from "./build-outcome.js";
import { diskEnvironment } from "./disk-environment.js";

const environment = diskEnvironment();
let last: Promise<unknown> = Promise.resolve();

parentPort?.on("message", (manifest: string) => {
  last = last.then(async () => parentPort?.postMessage(await answer(manifest)));
});

async function answer(manifest: string): Promise<WorkerAnswer> {
  try {
    return { kind: "outcome", outcome: await buildOutcome(manifest, environment, workerData) };
  } catch (fault) {
    // An error loses its class on the way between threads; what it tells goes as data.
    if (!(fault instanceof EnvironmentError)) return { kind: "fault", fault };
    return { kind: "trouble", problem: fault.problem, remedy: fault.remedy };
  }
}
