/** A pages thread: loads what pages need while the issue is read, then answers an order's two questions in turn. */
import { workerData } from "node:worker_threads";
import { diskEnvironment } from "../disk/disk-environment.js";
import { preparePages } from "../issue-pages.js";
import { filesIn, pagesWork } from "./pages-work.js";
import { serveTasks } from "./serve-tasks.js";

const environment = diskEnvironment();
serveTasks(pagesWork(environment), filesIn);
// What cannot be loaded or opened is told by the order that needs it.
await preparePages(workerData.editions, {}, environment).catch(() => undefined);
