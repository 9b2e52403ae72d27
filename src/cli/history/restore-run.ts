/**
 * Brings back what a kept run replaced (fix-history.ts): what stands there now is looked at first, and what has
 * changed since is left alone unless that is asked for, and then kept itself. What is said of it is left to
 * `bulletin undo` and the preview.
 */
import { lstatSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Message } from "../../diagnostics/diagnostic.js";
import { isReadOnly, readOnly } from "../../disk/read-only.js";
import { writeFiles } from "../../disk/write-files.js";
import { forget, type HistoryEntry, keepRun } from "./fix-history.js";
import { digestOf, type HistoryFile } from "./history-record.js";
import { shownPath } from "./shown-path.js";

export interface Standing {
  readonly file: HistoryFile;
  /** absolute */
  readonly path: string;
  /** what stands there now; undefined where there is no file that may be replaced */
  readonly now: Uint8Array | undefined;
  readonly state: "as-left" | "as-before" | "changed" | "missing" | "refused";
}

export interface Step {
  readonly entry: HistoryEntry;
  readonly files: readonly Standing[];
}

/** @param home real path of the folder that holds the history */
export const stepOf = (home: string, entry: HistoryEntry): Step => ({
  entry,
  files: entry.record.files.map((file) => standingOf(home, file)),
});

/** Only a regular file that lies where its path says, through no link, is looked at. */
function standingOf(home: string, file: HistoryFile): Standing {
  const path = join(home, ...file.path.split("/"));
  const at = { file, path, now: undefined };
  try {
    const facts = lstatSync(path, { throwIfNoEntry: false });
    if (facts === undefined) {
      return { ...at, state: realpathSync(dirname(path)) === dirname(path) ? "missing" : "refused" };
    }
    if (!facts.isFile() || realpathSync(path) !== path) return { ...at, state: "refused" };
    const now = readFileSync(path);
    const digest = digestOf(now);
    if (digest === digestOf(file.before)) return { ...at, now, state: "as-before" };
    return { ...at, now, state: digest === file.after ? "as-left" : "changed" };
  } catch {
    return { ...at, state: "refused" };
  }
}

export type Restored =
  | { readonly isDone: true; readonly replaced: readonly Standing[]; readonly hasKept: boolean }
  /** nothing was written: these have changed since, or cannot be replaced */
  | { readonly isDone: false; readonly changed: readonly Standing[] };

/** @throws EnvironmentError where the disk refuses or a file is read-only; nothing is written then */
export function restoreRun(home: string, { files }: Step, { force }: { readonly force: boolean }): Restored {
  const changed = files.filter(
    ({ state }) => state === "changed" || state === "missing" || state === "refused",
  );
  if (changed.length > 0 && !force) return { isDone: false, changed };
  const replaced = files.filter(({ state }) => state !== "as-before" && state !== "refused");
  if (replaced.length === 0) return { isDone: false, changed };
  const locked = replaced.find(({ path }) => isReadOnly(path));
  if (locked !== undefined) throw readOnly(shownPath(locked.path));
  const overwritten = changed.flatMap(({ file, now }) =>
    now === undefined ? [] : [{ path: file.path, before: now, after: digestOf(file.before) }],
  );
  const kept =
    overwritten.length === 0
      ? undefined
      : keepRun(home, { at: new Date().toISOString(), files: overwritten }, NOT_BROUGHT_BACK);
  try {
    writeFiles(replaced.map(({ path, file }) => ({ path, bytes: file.before })));
  } catch (fault) {
    if (kept !== undefined) forget(kept);
    throw fault;
  }
  return { isDone: true, replaced, hasKept: kept !== undefined };
}

const NOT_BROUGHT_BACK: Message = { zh: "没有改回任何文件", en: "Nothing was restored" };
