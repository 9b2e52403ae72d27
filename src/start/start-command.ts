/**
 * Where the command begins, before any of it is loaded: the pages thread of a plain build is begun, and the rest is
 * loaded with the code that V8 compiled for it in earlier runs. Bundled whole, for bin/bulletin.js:
 * what stands here is compiled in every run.
 */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Settle, settleV8 } from "../v8/settle-v8.js";
import { keptCodeFolder, keptCodePlace } from "./kept-code.js";
import { scriptLoader } from "./load-scripts.js";
import { beginEarly, type EarlyThread } from "./plain-build.js";

/**
 * Commands that are asked for so often that each keeps the code of its own runs. A plain build, of which all that is kept
 * is read at once, has a file for itself: what only other builds load is not for it.
 */
const OFTEN: readonly (string | undefined)[] = ["build", "lint", "preview"];

const useOf = (command: string | undefined): string => (OFTEN.includes(command) ? String(command) : "other");

/** src/cli/main.ts */
interface Command {
  readonly main: (args: readonly string[], begun: Begun) => Promise<void>;
}

/** What the command is given by whoever loads it. */
export interface Begun {
  /** the pages thread of a plain build */
  readonly early: EarlyThread | undefined;
  /** to be called when threads have begun and their work is cut out: settles V8 (v8/settle-v8.ts) */
  readonly settle: Settle;
}

/** @throws what the system says of files that cannot be read; all else is told by the command itself */
export async function startCommand(args: readonly string[]): Promise<void> {
  const dist = dirname(fileURLToPath(import.meta.url));
  const codeFolder = keptCodeFolder();
  const early = beginEarly(args, { dist, codeFolder });
  const use = early === undefined ? useOf(args[0]) : "plain-build";
  const { load, readAll, keep } = scriptLoader(
    codeFolder === undefined ? undefined : keptCodePlace(codeFolder, dist, use),
  );
  process.once("exit", keep);
  // All of it is needed, and V8 gives the heap the more room the sooner it has grown.
  if (early !== undefined) readAll();
  const { main } = load(join(dist, "cli.cjs")) as Command;
  let isSettled = false;
  const settle: Settle = (run, delays) => {
    if (isSettled) return;
    readAll();
    if (delays?.(run) === true) return;
    isSettled = true;
    settleV8(run);
  };
  await main(args, { early, settle });
}
