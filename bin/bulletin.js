#!/usr/bin/env node
/** Starts the built command line; `npm run build` makes it. Any Node can read this file, also one too old for the rest. */
import module from "node:module";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || major === 21 || (major === 20 && minor < 19) || (major === 22 && minor < 2)) {
  process.stderr.write(
    `bulletin 需要 Node.js 20.19、22.2 或更高版本，这里的是 ${process.versions.node}。请从 https://nodejs.org/ 下载 LTS 版，安装后再试。\n` +
      `bulletin needs Node.js 20.19, 22.2 or later; this is ${process.versions.node}. Install the LTS version from https://nodejs.org/ and try again.\n`,
  );
  process.exitCode = 2;
} else {
  // Node 22.1 keeps the compiled code of the last run, in a folder of its own choosing.
  module.enableCompileCache?.();
  const { main } = await import("../dist/cli.js");
  await main(process.argv.slice(2));
}
