/** Runs the built command as a process of its own, to be killed, raced and starved. */
import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const COMMAND = resolve("bin/bulletin.js");

export interface Outcome {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface Run {
  readonly child: ChildProcess;
  readonly outcome: Promise<Outcome>;
}

export function start(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Run {
  // The command first: of the plainest build, the pages thread is begun before the rest is loaded.
  const child = spawn(process.execPath, [COMMAND, ...args], {
    cwd,
    env: { ...process.env, SOURCE_DATE_EPOCH: "", NO_COLOR: "1", LC_ALL: "en_US.UTF-8", ...env },
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (piece) => {
    out += piece;
  });
  child.stderr.on("data", (piece) => {
    err += piece;
  });
  const outcome = new Promise<Outcome>((settle, fail) => {
    child.on("error", fail);
    child.on("close", (code, signal) => settle({ code, signal, out, err }));
  });
  return { child, outcome };
}

export const run = (args: readonly string[], cwd: string, env?: NodeJS.ProcessEnv): Promise<Outcome> =>
  start(args, cwd, env).outcome;

/** A copy of the smallest fixture, in a folder of a fixed name: the name is that of its editions. */
export function makeBulletin(scratch: string): string {
  const folder = join(scratch, "issue");
  mkdirSync(folder, { recursive: true });
  for (const name of ["issue.yaml", "items"]) {
    cpSync(join("fixtures/minimal", name), join(folder, name), { recursive: true });
  }
  return folder;
}

/** Makes the next build give other bytes in every edition. */
export function changeBulletin(folder: string, words: string): void {
  const path = join(folder, "items/01.md");
  writeFileSync(path, `${readFileSync(path, "utf8")}\n${words}\n`);
}

/** @returns digests by name of the files in a folder, temporary ones too; one that is renamed meanwhile has none yet */
export function digests(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .flatMap((name): [string, string][] => {
        const path = join(folder, name);
        try {
          return [[name, createHash("sha256").update(readFileSync(path)).digest("hex")]];
        } catch (fault) {
          if (existsSync(path)) throw fault;
          return [];
        }
      }),
  );
}

export const leftovers = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => name.endsWith(".tmp"));

/** The same moments every time: a linear congruential row (Numerical Recipes), from 0 up to 1. */
export function seededMoments(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
