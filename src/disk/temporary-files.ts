/**
 * Names of files that are being written, and the end of those that a killed run left lying. A name tells where its
 * process counts as one, so that the file of a build that is still at work is not taken for a left one: neither on a
 * drive that several machines share nor by two containers of one host name, whose processes have the same numbers.
 * Where that is mistaken all the same, whoever writes makes the file again (write-files.ts).
 */
import { createHash, randomBytes } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";

const NAME = /^\.bulletin-([0-9a-f]{8})-(\d+)-[0-9a-f]{8}\.tmp$/;
/** Older files are nobody's any more: not of other machines, nor of a process whose number is another's now. */
const DAY_MS = 24 * 60 * 60 * 1000;

/** @returns a name that nobody can foresee, too short to exceed a file system's limit */
export const temporaryName = (): string =>
  `.bulletin-${processSpace()}-${process.pid}-${randomBytes(4).toString("hex")}.tmp`;

/** Takes away what earlier runs left in a folder; what cannot be taken away stays, and is not a fault. */
export function removeStaleFiles(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, space, pid] = NAME.exec(name) ?? [];
    if (space === undefined || pid === undefined) continue;
    const path = join(folder, name);
    try {
      const facts = lstatSync(path);
      if (!facts.isFile()) continue;
      const isGone = space === processSpace() && !isRunning(Number(pid));
      // The time of change is set by the system alone: a copy kept of an older file counts from when it was made.
      if (isGone || Date.now() - facts.ctimeMs > DAY_MS) rmSync(path, { force: true });
    } catch {
      // Gone in the meantime, or not ours to remove.
    }
  }
}

/** A name of this process for what is at work for long: another one sees by it whose it is. */
export const workName = (kind: string): string => `.bulletin-${kind}-${processSpace()}-${process.pid}`;

/** @returns whose the name is; undefined where it is none of that kind */
export function workerOf(name: string, kind: string): "ours" | "gone" | "another's" | undefined {
  if (name === workName(kind)) return "ours";
  const [, of, space, pid] = /^\.bulletin-([a-z]+)-([0-9a-f]{8})-(\d+)$/.exec(name) ?? [];
  if (of !== kind) return undefined;
  return space === processSpace() && !isRunning(Number(pid)) ? "gone" : "another's";
}

let ownSpace: string | undefined;

/** Within it the number of a process means one and the same: a machine since it was started, a container of its own. */
function processSpace(): string {
  ownSpace ??= createHash("sha256")
    .update(
      [
        hostname(),
        said(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8")),
        said(() => readlinkSync("/proc/self/ns/pid")),
      ].join("\n"),
    )
    .digest("hex")
    .slice(0, 8);
  return ownSpace;
}

/** Linux alone says so. */
function said(ask: () => string): string {
  try {
    return ask();
  } catch {
    return "";
  }
}

/** Signal 0 asks only whether the process is there; one of another user answers EPERM. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return fault instanceof Error && "code" in fault && fault.code === "EPERM";
  }
}

/** For one's own, which may never have come to be, in a folder that may refuse. */
export function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What stays is taken away by a later run.
  }
}
