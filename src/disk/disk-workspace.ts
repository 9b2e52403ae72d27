/**
 * The workspace on disk: files below the folder the command was started in, or anywhere by
 * absolute path. What an author's file may name is decided by read/, not here.
 */
import { closeSync, constants, fstatSync, openSync, readdirSync, readSync, realpathSync } from "node:fs";
import { resolve, sep } from "node:path";
import { type FileContent, NOT_A_FILE, type ReadLimits, type Workspace } from "../read/workspace.js";
import { systemTrouble } from "./system-trouble.js";

export function diskWorkspace(start: string): Workspace {
  const locate = (path: string) => resolve(start, path);
  return {
    readFile: (path, limits) => readDiskFile(locate(path), limits),
    listFolder(path) {
      try {
        return readdirSync(locate(path), { withFileTypes: true })
          .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
          .sort();
      } catch (fault) {
        return withoutTrouble(fault);
      }
    },
    realPath(path) {
      try {
        return withSlashes(realPathOf(locate(path)));
      } catch (fault) {
        return withoutTrouble(fault);
      }
    },
  };
}

/**
 * Where the system itself says the same as Node's walk over each folder of a path, it is asked: that takes a fifth of the
 * time. Elsewhere it has other words for some (letters of drives, capitals).
 */
const realPathOf = process.platform === "linux" ? realpathSync.native : realpathSync;

/** @returns the path with `/` between folders, as all paths of the core are written */
export const withSlashes = (path: string): string => (sep === "/" ? path : path.split(sep).join("/"));

function readDiskFile(path: string, { maxBytes, headBytes }: ReadLimits): FileContent {
  if (path.includes("\0")) return { state: "missing" };
  let handle: number;
  try {
    // O_NONBLOCK keeps a named pipe from holding the command for ever.
    handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (fault) {
    return explainFault(fault);
  }
  try {
    const facts = fstatSync(handle);
    if (facts.isDirectory()) return { state: "folder" };
    if (!facts.isFile()) return { state: "refused", reason: NOT_A_FILE };
    if (facts.size > maxBytes) return { state: "too-large", size: facts.size };
    const bytes = new Uint8Array(Math.min(facts.size, headBytes ?? facts.size));
    let filled = 0;
    while (filled < bytes.length) {
      const count = readSync(handle, bytes, filled, bytes.length - filled, filled);
      if (count === 0) break;
      filled += count;
    }
    return { state: "found", bytes: bytes.subarray(0, filled), size: facts.size };
  } catch (fault) {
    return explainFault(fault);
  } finally {
    closeSync(handle);
  }
}

/** What is not there is no trouble; of a machine that can open nothing more, nothing can be said. */
function withoutTrouble(fault: unknown): undefined {
  const trouble = systemTrouble(fault);
  if (trouble?.stopsRun === true) throw trouble;
}

function explainFault(fault: unknown): FileContent {
  withoutTrouble(fault);
  const code = fault instanceof Error && "code" in fault ? String(fault.code) : "unknown";
  if (code === "ENOENT" || code === "ENOTDIR" || code === "ENAMETOOLONG") return { state: "missing" };
  if (code === "EISDIR") return { state: "folder" };
  return { state: "refused", reason: code };
}
