/** Where every thread begins. Bundled whole: nothing that is compiled anew stands before what was kept. */
import { workerData } from "node:worker_threads";
import { settleV8 } from "../v8/settle-v8.js";
import { isLeftToIt, isOfLongRun, type ThreadScript, type ThreadStart } from "./begin-thread.js";
import { scriptLoader } from "./load-scripts.js";

// Handed over by begin-thread.ts.
const { script, kept, data, progress } = workerData as ThreadStart;
const { load, readAll, keep } = scriptLoader(kept);
readAll();
if (isLeftToIt(progress)) settleV8("short");
(load(script) as ThreadScript).serve(data as never, () => {
  if (!isOfLongRun(progress)) keep();
});
