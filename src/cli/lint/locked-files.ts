/**
 * Files that `lint --fix` leaves as they are: those that are read-only, and links that lead out of the bulletin.
 * What they hold that could be mended stays a finding, and is reported here with what to do.
 */
import { realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Language } from "../../diagnostics/language.js";
import { printable } from "../../diagnostics/printable.js";
import { withSlashes } from "../../disk/disk-workspace.js";
import { entryAt } from "../../disk/file-facts.js";
import { isReadOnly } from "../../disk/read-only.js";
import { findHouse, findRoot } from "../../read/find-house.js";
import { folderOf, isInside, type Workspace } from "../../read/workspace.js";

export interface LockedFiles {
  /** @returns for the files of a target: is this one left as it is? It is asked where there is something to mend. */
  readonly of: (target: string) => (path: string) => boolean;
  /** @returns what is said of those that were asked for, a line each */
  readonly print: (language: Language) => string;
}

type Lock = "read-only" | "leads-out";

/** @param workspace one that starts in the current folder */
export function lockedFiles(workspace: Workspace): LockedFiles {
  const met = new Map<string, Lock>();
  return {
    of(target) {
      const folder = folderOf(target);
      const root = findRoot(folder, findHouse(folder, workspace), workspace);
      const known = new Map<string, Lock | undefined>();
      return (path) => {
        if (!known.has(path)) known.set(path, lockOf(path, root));
        const lock = known.get(path);
        if (lock !== undefined) met.set(path, lock);
        return lock !== undefined;
      };
    },
    print: (language) => (met.size === 0 ? "" : printLocks(met, language)),
  };
}

function lockOf(path: string, root: string): Lock | undefined {
  if (leadsOut(path, root)) return "leads-out";
  return isReadOnly(path) ? "read-only" : undefined;
}

/** House rules may lie in a folder above by their own name; it is links that lead astray. */
function leadsOut(path: string, root: string): boolean {
  const place = join(realpathSync(dirname(resolve(path))), basename(path));
  if (entryAt(place)?.isSymbolicLink() !== true) return false;
  return !isInside(withSlashes(realpathSync(place)), withSlashes(realpathSync(root)));
}

function printLocks(met: ReadonlyMap<string, Lock>, language: Language): string {
  const groups = (["read-only", "leads-out"] as const).map((lock) => ({
    paths: [...met].filter(([, each]) => each === lock).map(([path]) => printable(path)),
    ...WORDS[lock][language],
  }));
  return groups
    .filter(({ paths }) => paths.length > 0)
    .map(({ paths, left, help }) => `${paths.map((path) => `${left(path)}\n`).join("")}  → ${help}\n`)
    .join("");
}

const WORDS = {
  "read-only": {
    zh: {
      left: (path: string) => `${path} 是只读文件，没有改正。`,
      help: "要改正它，先去掉文件的“只读”属性，再运行一次。",
    },
    en: {
      left: (path: string) => `${path} is read-only and was not changed.`,
      help: "To have it fixed, make the file writable and run again.",
    },
  },
  "leads-out": {
    zh: {
      left: (path: string) => `${path} 是指向简报文件夹之外的链接，没有改正。`,
      help: "要改正它，请检查链接所指的文件本身，或把文件放进简报的文件夹里。",
    },
    en: {
      left: (path: string) =>
        `${path} is a link that leads out of the bulletin's folder; its target was not changed.`,
      help: "To have it fixed, lint the file it leads to, or move that file into the bulletin's folder.",
    },
  },
} as const;
