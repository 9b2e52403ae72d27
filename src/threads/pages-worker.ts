/** Where a pages thread begins: Node is told where its compiled code lies before there is code to compile. */
import module from "node:module";
import { workerData } from "node:worker_threads";

const { codeFolder } = workerData;
// Node 22 and later keep compiled code, for each thread that asks.
const enable: unknown = Reflect.get(module, "enableCompileCache");
if (typeof enable === "function" && codeFolder !== undefined) enable(codeFolder);
await import("./pages-thread.js");
