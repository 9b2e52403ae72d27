/** Where every thread begins. Bundled whole: nothing that is compiled anew stands before what was kept. */
import { workerData } from "node:worker_threads";
import type { ThreadScript, ThreadStart } from "./begin-thread.js";
import { scriptLoader } from "./load-scripts.js";

// Handed over by begin-thread.ts.
const { script, kept, data, loaded } = workerData as ThreadStart;
const { load, readAll, keep } = scriptLoader(kept);
readAll();
Atomics.store(loaded, 0, 1);
(load(script) as ThreadScript).serve(data as never, keep);
