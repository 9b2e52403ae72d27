/**
 * Reads a file that somebody else may have put there: only a regular one, and no more of it than the
 * caller bears. Devices are not even opened, for some do something then; a named pipe is not waited for.
 */
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  type Stats,
  statSync,
} from "node:fs";

export type RegularFile =
  | { readonly state: "found"; readonly bytes: Buffer; readonly facts: Stats }
  | { readonly state: "missing" }
  /** a folder, a device, a pipe, or a link that is not followed */
  | { readonly state: "other"; readonly isFolder: boolean }
  | { readonly state: "too-large"; readonly size: number }
  /** there, but the system does not let us read it */
  | { readonly state: "refused"; readonly code: string };

export interface ReadOptions {
  readonly maxBytes: number;
  readonly followsLinks: boolean;
}

export function readRegularFile(path: string, { maxBytes, followsLinks }: ReadOptions): RegularFile {
  let handle: number | undefined;
  try {
    const before = followsLinks ? statSync(path) : lstatSync(path);
    if (!before.isFile()) return { state: "other", isFolder: before.isDirectory() };
    // It may have been replaced since: what was opened is looked at again. Windows has neither flag.
    const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;
    handle = openSync(path, O_RDONLY | O_NONBLOCK | (followsLinks ? 0 : O_NOFOLLOW));
    const facts = fstatSync(handle);
    if (!facts.isFile()) return { state: "other", isFolder: facts.isDirectory() };
    if (facts.size > maxBytes) return { state: "too-large", size: facts.size };
    return { state: "found", bytes: readBytes(handle, facts.size), facts };
  } catch (fault) {
    const code = fault instanceof Error && "code" in fault ? String(fault.code) : "unknown";
    return code === "ENOENT" || code === "ENOTDIR" ? { state: "missing" } : { state: "refused", code };
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function readBytes(handle: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  let filled = 0;
  while (filled < size) {
    const count = readSync(handle, bytes, filled, size - filled, filled);
    if (count === 0) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}
