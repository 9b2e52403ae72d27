/**
 * Runs draws in processes of their own, one after the other: one that does not get on with a draw is ended, one
 * that dies is told with the draw that it died of, and the next begins behind that. They run under Node's
 * permission model: a file written anywhere but in their folder is refused and so becomes a fault.
 */
import { fork } from "node:child_process";
import { mkdtempSync, realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import type { Tally, Task, Told } from "./run-draws.js";

/** Longer no draw may take; those there are take milliseconds, where the machine is not busy. */
const PATIENCE_MS = 60_000;
/** What so many fail of is understood by these. */
const MOST_FAULTS = 50;
/** What a build of one issue may need, docs/security.md; a process that runs thousands has to free it. */
const HEAP_MIB = 400;

export interface Outcome {
  /** each with what brings it back */
  readonly faults: readonly string[];
  readonly tallies: Readonly<Record<string, Tally>>;
  readonly peakMib: number;
}

/** @returns the program that runs draws, as JavaScript beside the packages that it loads */
export async function bundleProgram(): Promise<string> {
  const outfile = resolve(".judges/fuzz/run-draws.js");
  await build({
    entryPoints: ["test/judges/fuzz/run-draws.ts"],
    outfile,
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
    logLevel: "warning",
  });
  return outfile;
}

export async function runDraws(program: string, task: Task): Promise<Outcome> {
  const faults: string[] = [];
  const tallies: Record<string, Tally> = {};
  let peakMib = 0;
  for (let from = task.from; from < task.to && faults.length < MOST_FAULTS; ) {
    const scratch = mkdtempSync(join(realpathSync(task.scratch), "draws-"));
    const part = await runPart(program, { ...task, from, scratch });
    faults.push(...part.faults);
    for (const [kind, tally] of Object.entries(part.tallies)) tallies[kind] = added(tallies[kind], tally);
    peakMib = Math.max(peakMib, part.peakMib);
    from = part.next;
  }
  return { faults, tallies, peakMib };
}

function runPart(program: string, task: Task): Promise<Outcome & { readonly next: number }> {
  const permission = process.allowedNodeEnvironmentFlags.has("--permission")
    ? "--permission"
    : "--experimental-permission";
  const child = fork(program, [], {
    execArgv: [
      permission,
      "--allow-fs-read=*",
      `--allow-fs-write=${join(task.scratch, "*")}`,
      `--max-old-space-size=${HEAP_MIB}`,
      "--no-warnings",
    ],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  let said = "";
  child.stderr?.on("data", (piece) => {
    said = `${said}${piece}`.slice(-4000);
  });
  const faults: string[] = [];
  let at = task.from;
  let done: (Told & { readonly kind: "done" }) | undefined;
  const again = (draw: number) => `FUZZ_SEED=${task.seed} FUZZ_DRAW=${draw}`;
  let hangs = false;
  const clock = setTimeout(() => {
    hangs = true;
    child.kill("SIGKILL");
  }, PATIENCE_MS);
  child.on("message", (told: Told) => {
    if (told.kind === "at") {
      at = told.draw;
      clock.refresh();
    } else if (told.kind === "fault") faults.push(`${again(told.draw)} ${told.of}: ${told.words}`);
    else done = told;
  });
  child.send(task);
  return new Promise((settle, fail) => {
    child.on("error", fail);
    child.on("close", (code) => {
      clearTimeout(clock);
      if (done !== undefined) {
        settle({ faults, tallies: done.tallies, peakMib: done.peakMib, next: task.to });
        return;
      }
      const why = hangs ? `no end within ${PATIENCE_MS} ms` : `the process died, ${code}: ${said}`;
      settle({ faults: [...faults, `${again(at)}: ${why}`], tallies: {}, peakMib: 0, next: at + 1 });
    });
  });
}

function added(known: Tally | undefined, more: Tally): Tally {
  if (known === undefined) return more;
  const slowest = known.slowest > more.slowest ? known : more;
  return { ...slowest, draws: known.draws + more.draws, all: known.all + more.all };
}
