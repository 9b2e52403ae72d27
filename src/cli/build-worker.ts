/** A build thread: takes manifests, answers each with its outcome. */
import { workerData } from "node:worker_threads";
import { buildOutcome } from "./build-outcome.js";
import { diskEnvironment } from "./disk-environment.js";
import { serveTasks } from "./serve-tasks.js";

const environment = diskEnvironment();

serveTasks((manifest: string) => buildOutcome(manifest, environment, workerData));
