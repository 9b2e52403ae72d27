/** Runs a hostile case through the built command in a folder of its own, and judges what came of it. */
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { DEFAULT_EDITIONS, fileNameOf } from "../../src/editions/edition-table.js";
import { readerOf } from "../edition-text/readers.js";
import { BULLETIN, type HostileCase, type Tree } from "./hostile-case.js";
import { SECRET } from "./path-cases.js";

/**
 * What a case may take: processor time of all threads, and resident memory. The goal is 2 s on a quiet
 * machine; beside other judges on two cores the same work was measured to take twice that. What does
 * not grow with its input in proportion is over either bound by far.
 */
const MOST_CPU_MS = 4000;
const MOST_MIB = 512;
/** A case that hangs is ended; a machine with twenty programs waiting lets five cases wait for 20 s and more. */
const PATIENCE_MS = 100_000;

const COMMAND = resolve("bin/bulletin.js");
const MEASURE = pathToFileURL(resolve("test/hostile/measure-process.js")).href;

export interface CaseOutcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly cpuMs: number;
  readonly peakMib: number;
  /** what is wrong with it, in words, its processor time aside; empty where the case passed */
  readonly faults: readonly string[];
}

/** A neighbour on the machine can only add to a processor time: the least of these is the case's own. */
const MOST_MEASURES = 4;

/**
 * The faults of a case, its processor time among them: measured again, up to four times in all, where
 * it is over the bound.
 * @param scratch an empty folder, taken away afterwards
 */
export async function findCaseFaults(hostile: HostileCase, scratch: string): Promise<readonly string[]> {
  const { faults, cpuMs } = await runCase(hostile, scratch);
  let least = cpuMs;
  const isOver = () => least > MOST_CPU_MS && Number.isFinite(least);
  for (let measures = 1; isOver() && measures < MOST_MEASURES; measures += 1) {
    least = Math.min(least, (await runCase(hostile, scratch)).cpuMs);
  }
  return least > MOST_CPU_MS ? [...faults, `${least} ms of processor time`] : faults;
}

/** @param scratch an empty folder, taken away afterwards */
export async function runCase(hostile: HostileCase, scratch: string): Promise<CaseOutcome> {
  const folder = join(scratch, "case");
  makeTree(folder, hostile.files());
  const before = snapshot(folder);
  const usageFile = join(scratch, "usage.json");
  const { code, out, err } = await run(hostile, join(folder, BULLETIN), usageFile);
  const usage = readUsage(usageFile);
  const outcome = { code, out, err, ...usage };
  const faults = [
    ...findFaults(hostile, outcome),
    ...findTraces(before, snapshot(folder)),
    ...findBadEditions(hostile, code, folder),
  ];
  rmSync(scratch, { recursive: true, force: true });
  return { ...outcome, faults };
}

function makeTree(folder: string, tree: Tree): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, entry] of Object.entries(tree)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    if (typeof entry === "string" || entry instanceof Uint8Array) writeFileSync(path, entry);
    else if (entry.kind === "link") symlinkSync(entry.to, path);
    else if (entry.kind === "folder") mkdirSync(path);
    else execFileSync("mkfifo", [path]);
  }
}

function run(
  { args = ["build"], env = {}, input = "" }: HostileCase,
  cwd: string,
  usageFile: string,
): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, ["--import", MEASURE, COMMAND, "--lang", "en", ...args], {
      cwd,
      env: { PATH: process.env.PATH ?? "", BULLETIN_USAGE_FILE: usageFile, ...env },
      timeout: PATIENCE_MS,
      killSignal: "SIGKILL",
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (piece) => out.push(piece));
    child.stderr.on("data", (piece) => err.push(piece));
    // Whoever reads no input closes it early.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
    child.on("error", fail);
    child.on("close", (code) =>
      settle({ code, out: Buffer.concat(out).toString("utf8"), err: Buffer.concat(err).toString("utf8") }),
    );
  });
}

function readUsage(file: string): { cpuMs: number; peakMib: number } {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    // Killed before its end.
    return { cpuMs: Number.POSITIVE_INFINITY, peakMib: Number.POSITIVE_INFINITY };
  }
}

/** Characters that a terminal obeys or that hide what is told: controls, and marks of direction. */
const OBEYED = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/;

function findFaults(
  { codes = [1], says }: HostileCase,
  { code, out, err, peakMib }: Omit<CaseOutcome, "faults">,
): readonly string[] {
  const told = `${out}${err}`;
  const faults: string[] = [];
  if (code === null) faults.push(`ended by force after ${PATIENCE_MS} ms`);
  else if (!codes.includes(code)) faults.push(`exit code ${code}, not ${codes.join(" or ")}`);
  if (peakMib > MOST_MIB) faults.push(`${peakMib} MiB of memory`);
  if (/\n\s+at .*(:\d+:\d+|<anonymous>)/.test(told) || told.includes("The program failed"))
    faults.push("a stack trace");
  if (code !== 0 && told.trim() === "") faults.push("says nothing");
  if (code === 1 && !/\.(md|yaml)/.test(told)) faults.push("names no file");
  if (says !== undefined && !says.test(told)) faults.push(`does not say ${says}`);
  if (told.includes(SECRET)) faults.push("tells what lies outside the bulletin");
  if (told.length > 4_000_000) faults.push(`tells ${told.length} characters`);
  const obeyed = OBEYED.exec(told);
  if (obeyed !== null)
    faults.push(
      `prints U+${(obeyed[0].codePointAt(0) ?? 0).toString(16).padStart(4, "0")}: ${JSON.stringify(told.slice(Math.max(0, obeyed.index - 60), obeyed.index + 20))}`,
    );
  return faults;
}

type Snapshot = ReadonlyMap<string, string>;

/** Every path below a folder with its kind and content, links not followed. */
function snapshot(folder: string): Snapshot {
  const found = new Map<string, string>();
  const walk = (path: string): void => {
    const facts = lstatSync(path);
    if (facts.isDirectory()) {
      found.set(path, "folder");
      for (const name of readdirSync(path)) walk(join(path, name));
    } else if (facts.isSymbolicLink()) found.set(path, `link ${readlinkSync(path)}`);
    else if (facts.isFile()) found.set(path, createHash("sha1").update(readFileSync(path)).digest("hex"));
    else found.set(path, "other");
  };
  walk(folder);
  return found;
}

/** What was written, changed or taken away anywhere but in the bulletin's output folder. */
function findTraces(before: Snapshot, after: Snapshot): readonly string[] {
  const output = new RegExp(`/case/${BULLETIN}/dist(/|$)`);
  const mine = (path: string) => output.test(path) && !path.endsWith(".tmp");
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  return paths
    .filter((path) => before.get(path) !== after.get(path) && !mine(path))
    .map(
      (path) =>
        `${before.has(path) ? (after.has(path) ? "changed" : "removed") : "wrote"} ${JSON.stringify(path.slice(path.indexOf("/case/") + 6))}`,
    );
}

/** Editions of a build that went through begin and end as their formats do. */
function findBadEditions(
  { args = ["build"] }: HostileCase,
  code: number | null,
  folder: string,
): readonly string[] {
  if (code !== 0 || args[0] !== "build" || args.includes("-o")) return [];
  const dist = join(folder, BULLETIN, "dist");
  const faults: string[] = [];
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const edition of DEFAULT_EDITIONS) {
    const file = files.find(({ name }) => name.endsWith(fileNameOf(edition, "")));
    if (file === undefined) {
      faults.push(`no ${edition} was written`);
      continue;
    }
    const bytes = readFileSync(join(file.parentPath, file.name));
    const text = bytes.toString("latin1");
    if (!readerOf(edition).isWhole(text)) faults.push(`the ${edition} is not whole`);
    if (bytes.includes(SECRET)) faults.push(`the ${edition} tells what lies outside the bulletin`);
  }
  return faults;
}
