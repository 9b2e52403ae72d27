/**
 * Names of files that are being written, and the end of those that a killed run left lying. A name
 * tells machine and process, so that the file of a build that is still at work is never touched,
 * not even on a drive that several machines share.
 */
import { createHash, randomBytes } from "node:crypto";
import { lstatSync, readdirSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";

const NAME = /^\.bulletin-([0-9a-f]{8})-(\d+)-[0-9a-f]{8}\.tmp$/;
/** Older files of other machines are nobody's any more. */
const DAY_MS = 24 * 60 * 60 * 1000;

/** @returns a name that nobody can foresee, too short to exceed a file system's limit */
export const temporaryName = (): string =>
  `.bulletin-${machine()}-${process.pid}-${randomBytes(4).toString("hex")}.tmp`;

/** Takes away what earlier runs left in a folder; what cannot be taken away stays, and is no fault. */
export function removeStaleFiles(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, host, pid] = NAME.exec(name) ?? [];
    if (host === undefined || pid === undefined) continue;
    const path = join(folder, name);
    try {
      const facts = lstatSync(path);
      if (!facts.isFile()) continue;
      const isStale = host === machine() ? !isRunning(Number(pid)) : Date.now() - facts.mtimeMs > DAY_MS;
      if (isStale) rmSync(path, { force: true });
    } catch {
      // Gone in the meantime, or not ours to remove.
    }
  }
}

const machine = (): string => createHash("sha256").update(hostname()).digest("hex").slice(0, 8);

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
