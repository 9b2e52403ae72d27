#!/usr/bin/env node
/** Starts the built command line; `npm run build` makes it. */
import module from "node:module";

// Node 22.1 keeps the compiled code of the last run, which is run unseen: in a folder of the user's own, or not at all.
if (module.enableCompileCache !== undefined) {
  const { compiledCodeFolder } = await import("../dist/own-folders.js");
  const folder = compiledCodeFolder();
  if (folder !== undefined) module.enableCompileCache(folder);
}
const { main } = await import("../dist/cli.js");

await main(process.argv.slice(2));
