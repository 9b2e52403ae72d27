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
  const args = process.argv.slice(2);
  let folder;
  // Node keeps the compiled code of the last run, which is run unseen: in a folder of the user's own, or not at all.
  if (module.enableCompileCache !== undefined) {
    const { compiledCodeFolder } = await import("../dist/own-folders.js");
    folder = compiledCodeFolder();
    if (folder !== undefined) module.enableCompileCache(folder);
  }
  // The thread that lays out the pages of an issue loads what it needs while the rest of the command does.
  let early;
  if (args[0] === "build") {
    const { beginEarly } = await import("../dist/early-thread.js").catch(tellTooManyOpen);
    const script = new URL("../dist/pages-worker.js", import.meta.url);
    early = beginEarly(args, { script, codeFolder: folder });
  }
  const { main } = await import("../dist/cli.js").catch(tellTooManyOpen);
  await main(args, early);
  // When nothing is left to wait for: what is taken down one by one the system takes back as a whole.
  process.once("exit", () => process.exit());
}

/** Before any of the rest is there to tell it. */
function tellTooManyOpen(fault) {
  if (fault?.code !== "EMFILE" && fault?.code !== "ENFILE") throw fault;
  process.stderr.write(
    "bulletin: 打开的文件太多，系统不许再打开。请关掉一些程序，或先运行 ulimit -n 4096。\n" +
      "bulletin: too many files are open; the system allows no more. Close some programs, or run “ulimit -n 4096” first.\n",
  );
  process.exit(2);
}
