/** Where every thread begins. Bundled whole: nothing that is compiled anew stands before what was kept. */
import { workerData } from "node:worker_threads";
import { isOfLongRun, type ThreadScript, type ThreadStart, tellLoaded } from "./begin-thread.js";
import { scriptLoader } from "./load-scripts.js";

// Handed over by begin-thread.ts.
const { script, kept, data, progress, hold } = workerData as ThreadStart;
const { load, readAll, keep } = scriptLoader(kept);
readAll();
tellLoaded(progress);
(load(script) as ThreadScript).serve(
  data as never,
  () => {
    if (!isOfLongRun(progress)) keep();
  },
  hold,
);
