/** A build thread: takes manifests, answers each with its outcome. */
import { workerData } from "node:worker_threads";
import { diskEnvironment } from "../disk/disk-environment.js";
import { buildOutcome } from "../outcomes/build-outcome.js";
import { serveTasks } from "./serve-tasks.js";

const environment = diskEnvironment();

serveTasks((manifest: string) => buildOutcome(manifest, environment, workerData));
