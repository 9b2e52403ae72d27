#!/usr/bin/env node
/** Starts the built command line; `npm run build` makes it. */
import module from "node:module";

// Node 22.1 keeps the compiled code of the last run, in a folder of its own choosing.
module.enableCompileCache?.();
const { main } = await import("../dist/cli.js");

await main(process.argv.slice(2));
