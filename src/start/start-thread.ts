/** Where every thread begins. Bundled whole: nothing that is compiled anew stands before what was kept. */
import { workerData } from "node:worker_threads";
import type { ThreadScript, ThreadStart } from "./begin-thread.js";
import { scriptLoader } from "./load-scripts.js";

// Handed over by begin-thread.ts.
const { script, kept, data } = workerData as ThreadStart;
const { load, readAll, keep } = scriptLoader(kept);
// Before the command has settled V8.
readAll();
(load(script) as ThreadScript).serve(data as never, keep);
