#!/usr/bin/env node
/**
 * Starts the built command line; `npm run build` makes it. Any Node can read this file, also one too old for the rest. A
 * CommonJS module (package.json beside it): Node 20 takes 5 ms longer to begin with an ES module.
 */
"use strict";

const UNSETTLED = 13;
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || major === 21 || (major === 20 && minor < 19) || (major === 22 && minor < 2)) {
  process.stderr.write(
    `bulletin 需要 Node.js 20.19、22.2 或更高版本，这里的是 ${process.versions.node}。请从 https://nodejs.org/ 下载 LTS 版，安装后再试。\n` +
      `bulletin needs Node.js 20.19, 22.2 or later; this is ${process.versions.node}. Install the LTS version from https://nodejs.org/ and try again.\n`,
  );
  process.exitCode = 2;
} else {
  try {
    const { startCommand } = require("../dist/start-command.cjs");
    // As Node says of what never comes to an end, although nothing is left to wait for.
    process.exitCode = UNSETTLED;
    startCommand(process.argv.slice(2)).then(() => {
      if (process.exitCode === UNSETTLED) process.exitCode = 0;
    }, tellUnloaded);
  } catch (fault) {
    tellUnloaded(fault);
  }
}

/** Where the command itself could not be loaded to tell it: everything else it tells by itself. */
function tellUnloaded(fault) {
  const isTooMany = fault.code === "EMFILE" || fault.code === "ENFILE";
  process.stderr.write(
    isTooMany
      ? "bulletin: 打开的文件太多，系统不许再打开。请关掉一些程序，或先运行 ulimit -n 4096。\n" +
          "bulletin: too many files are open; the system allows no more. Close some programs, or run “ulimit -n 4096” first.\n"
      : "bulletin: 程序自己的文件读不了，或不完整。请重新安装；限制了 Node 权限的，允许它读安装的位置。\n" +
          "bulletin: the program's own files cannot be read, or are not complete. Install it again; where Node's permissions are limited, let it read where it is installed.\n" +
          `${fault.stack}\n`,
  );
  process.exit(2);
}
