/**
 * Runs the built command many times in one process (warm-command-process.js), some ten times faster than a
 * process each: for suites about what a run does to files, one run after another, by the records that it keeps.
 * What a process alone can show (signals, standard input, threads at once, its start and end) is left to
 * faults/built-command.ts, by which the same commands are run, too.
 */
import { type ChildProcess, fork } from "node:child_process";
import { resolve } from "node:path";
import type { Outcome } from "./faults/built-command.js";

/** A run that waits for ever ends with its process. */
const PATIENCE_MS = 50_000;

let held: ChildProcess | undefined;
let last: Promise<unknown> = Promise.resolve();

/** @returns what the run told and its exit code; runs asked for at once are done in turn */
export function warmRun(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const run = () =>
    ask({
      args: args[0] === "--lang" ? args : ["--lang", "en", ...args],
      cwd: resolve(cwd),
      env: { ...process.env, SOURCE_DATE_EPOCH: "", NO_COLOR: "1", ...env },
    });
  const outcome = last.then(run, run);
  last = outcome.catch(() => undefined);
  return outcome;
}

function ask(request: object): Promise<Outcome> {
  held ??= start();
  const child = held;
  return new Promise((settle, fail) => {
    const ended = () => fail(new Error("the command ended its process, or was ended for it took too long"));
    const patience = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
    child.once("exit", ended);
    child.once("message", (told: Omit<Outcome, "signal">) => {
      clearTimeout(patience);
      child.off("exit", ended);
      settle({ ...told, signal: null });
    });
    child.send(request);
  });
}

function start(): ChildProcess {
  // Its output is a pipe, as a program that reads it has it: what a run tells comes as a message instead.
  const child = fork("test/warm-command-process.js", { stdio: ["ignore", "pipe", "inherit", "ipc"] });
  child.stdout?.resume();
  child.once("exit", () => {
    held = undefined;
  });
  // It ends with the thread that asked: its channel is closed then.
  child.unref();
  child.channel?.unref();
  return child;
}
