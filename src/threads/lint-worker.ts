/** A lint thread: takes rows of targets, answers each row with the outcomes of its targets. */
import { workerData } from "node:worker_threads";
import { diskWorkspace } from "../disk/disk-workspace.js";
import { lintRow } from "./lint-many.js";
import { serveTasks } from "./serve-tasks.js";

const workspace = diskWorkspace(process.cwd());

serveTasks(lintRow(workspace, workerData));
