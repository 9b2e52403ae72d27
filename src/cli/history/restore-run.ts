/**
 * Brings back what a kept run replaced (fix-history.ts), and takes away what it made: what stands there now is looked
 * at first, and what has changed since is left alone unless that is asked for, and then kept itself. What is said of
 * it is left to `bulletin undo` and the preview.
 */
import { lstatSync, readFileSync, realpathSync, renameSync, rmdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Message } from "../../diagnostics/diagnostic.js";
import { entryAt } from "../../disk/file-facts.js";
import { isReadOnly, readOnly } from "../../disk/read-only.js";
import { removeQuietly, temporaryName } from "../../disk/temporary-files.js";
import { explainWriteFault } from "../../disk/write-fault.js";
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

/** @returns true where nothing is left to bring back or to take away; of what a run made no content is read */
export const isUndone = (home: string, { record }: HistoryEntry): boolean =>
  record.files.every((file) =>
    file.before === undefined
      ? entryAt(join(home, ...file.path.split("/"))) === undefined
      : standingOf(home, file).state === "as-before",
  );

/** Only a regular file that lies where its path says, through no link, is looked at. */
function standingOf(home: string, file: HistoryFile): Standing {
  const path = join(home, ...file.path.split("/"));
  const at = { file, path, now: undefined };
  try {
    const facts = lstatSync(path, { throwIfNoEntry: false });
    if (facts === undefined && file.before === undefined) return { ...at, state: "as-before" };
    if (facts === undefined) {
      return { ...at, state: realpathSync(dirname(path)) === dirname(path) ? "missing" : "refused" };
    }
    if (!facts.isFile() || realpathSync(path) !== path) return { ...at, state: "refused" };
    const now = readFileSync(path);
    const digest = digestOf(now);
    if (file.before !== undefined && digest === digestOf(file.before))
      return { ...at, now, state: "as-before" };
    return { ...at, now, state: digest === file.after ? "as-left" : "changed" };
  } catch {
    return { ...at, state: "refused" };
  }
}

/** What becomes of a file where the run is brought back, by force if need be. */
export function fateOf({ file, state }: Standing): "brought back" | "removed" | "left" {
  if (state === "as-before" || state === "refused") return "left";
  if (file.before !== undefined) return "brought back";
  // What a run made and somebody has worked on since is theirs.
  return state === "as-left" ? "removed" : "left";
}

/** A file that a run made and that somebody has worked on since: it is left, forced or not. */
export const isKeptByHand = ({ file, state }: Standing): boolean =>
  state === "changed" && file.before === undefined;

/** @returns what stops the run from being brought back unless that is forced */
export const changedOf = (files: readonly Standing[]): readonly Standing[] =>
  files.filter(({ state }) => state === "changed" || state === "missing" || state === "refused");

export type Restored =
  | {
      readonly isDone: true;
      readonly replaced: readonly Standing[];
      /** files that the run had made */
      readonly removed: readonly Standing[];
      readonly hasKept: boolean;
    }
  /** nothing was written: these have changed since, or cannot be replaced */
  | { readonly isDone: false; readonly changed: readonly Standing[] };

/** @throws EnvironmentError where the disk refuses or a file is read-only; nothing is written then */
export function restoreRun(
  home: string,
  { entry, files }: Step,
  { force }: { readonly force: boolean },
): Restored {
  const changed = changedOf(files);
  if (changed.length > 0 && !force) return { isDone: false, changed };
  const replaced = files.filter((standing) => fateOf(standing) === "brought back");
  const removed = files.filter((standing) => fateOf(standing) === "removed");
  const back = replaced.flatMap(({ path, file: { before } }) =>
    before === undefined ? [] : [{ path, bytes: before }],
  );
  if (back.length + removed.length === 0) return { isDone: false, changed };
  const locked = replaced.find(({ path }) => isReadOnly(path));
  if (locked !== undefined) throw readOnly(shownPath(locked.path));
  const overwritten = changed.flatMap(({ file: { path, before }, now }) =>
    now === undefined || before === undefined ? [] : [{ path, before: now, after: digestOf(before) }],
  );
  const kept =
    overwritten.length === 0
      ? undefined
      : keepRun(home, { at: new Date().toISOString(), files: overwritten }, NOT_BROUGHT_BACK);
  try {
    takeAway(
      removed.map(({ path }) => path),
      () => writeFiles(back),
    );
  } catch (fault) {
    if (kept !== undefined) forget(kept);
    throw fault;
  }
  removeEmpty((entry.record.folders ?? []).map((folder) => join(home, ...folder.split("/"))));
  return { isDone: true, replaced, removed, hasKept: kept !== undefined };
}

/** Files go once the others are written, all or none: until then they stand aside. */
function takeAway(paths: readonly string[], write: () => void): void {
  const aside: { readonly path: string; readonly kept: string }[] = [];
  try {
    for (const path of paths) {
      const kept = join(dirname(path), temporaryName());
      putAside(path, kept);
      aside.push({ path, kept });
    }
    write();
  } catch (fault) {
    for (const { path, kept } of aside) renameSync(kept, path);
    throw fault;
  }
  for (const { kept } of aside) removeQuietly(kept);
}

/** A file that another program has open is refused on Windows. */
function putAside(path: string, kept: string): void {
  try {
    renameSync(path, kept);
  } catch (fault) {
    throw explainWriteFault(fault instanceof Error ? Object.assign(fault, { dest: path }) : fault);
  }
}

/** One that holds something stays. */
function removeEmpty(folders: readonly string[]): void {
  for (const folder of folders.toReversed()) {
    try {
      if (realpathSync(folder) === folder) rmdirSync(folder);
    } catch {
      // Something else is in it, or it is gone.
    }
  }
}

const NOT_BROUGHT_BACK: Message = { zh: "没有改回任何文件", en: "Nothing was restored" };
