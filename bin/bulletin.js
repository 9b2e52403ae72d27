#!/usr/bin/env node
/** Starts the built command line; `npm run build` makes it. */
import module from "node:module";
import v8 from "node:v8";

if (module.enableCompileCache !== undefined) {
  // Node 22.1 keeps the compiled code of the last run, in a folder of its own choosing.
  module.enableCompileCache();
} else {
  // V8 of Node 20 optimises functions early, then much of it anew: a quarter of a build's processor
  // time. Asked to wait until a function has run three times as long, it loses nothing on long ones.
  v8.setFlagsFromString("--interrupt-budget=400000");
}
const { main } = await import("../dist/cli.js");

await main(process.argv.slice(2));
