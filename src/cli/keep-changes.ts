/**
 * Writes what mending has changed. What stands there is kept first (fix-history.ts), and a file that somebody
 * else has changed since it was read is left alone.
 */
import { readFileSync, realpathSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { Language } from "../diagnostics/language.js";
import { printable } from "../diagnostics/printable.js";
import { findHouse, findRoot } from "../read/find-house.js";
import { folderOf, isInside, type Workspace } from "../read/workspace.js";
import { withSlashes } from "./disk-workspace.js";
import { forget, keepRun } from "./fix-history.js";
import { digestOf, type HistoryFile, isRestorable } from "./history-record.js";
import { shellWord } from "./shell-word.js";
import { writeFiles } from "./write-files.js";

export interface Change {
  readonly before: string;
  readonly after: string;
  /** workspace path of the manifest or item that was mended */
  readonly target: string;
}

/** A file as it stands on the disk and as it shall stand there. */
interface Replacement {
  readonly path: string;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  /** real path of the folder whose history keeps it, and its own path from there; undefined where none can */
  readonly kept: { readonly home: string; readonly path: string } | undefined;
}

/**
 * @param changes by workspace path, for a workspace that starts in the current folder
 * @returns the commands that undo it, a line each
 */
export function keepChanges(
  changes: ReadonlyMap<string, Change>,
  { workspace, language }: { readonly workspace: Workspace; readonly language: Language },
): readonly string[] {
  const tell = (zh: string, en: string) => process.stderr.write(`${language === "zh" ? zh : en}\n`);
  const replacements: Replacement[] = [];
  for (const [path, change] of changes) {
    const before = readFileSync(path);
    const mark = before.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK)
      ? BYTE_ORDER_MARK
      : NOTHING;
    const inBytes = (text: string) => Buffer.concat([mark, new TextEncoder().encode(text)]);
    const after = inBytes(change.after);
    // Another run has come first with the same.
    if (before.equals(after)) continue;
    if (!before.equals(inBytes(change.before))) {
      tell(
        `${shownPath(path)} 刚被别的程序改过，没有改正；请再运行一次。`,
        `${shownPath(path)} was changed meanwhile and is left alone; run it again.`,
      );
      continue;
    }
    replacements.push({ path, before, after, kept: placeOf(path, change.target, workspace) });
  }
  const homes = writeKeeping(replacements);
  for (const { path, kept } of replacements) {
    tell(`已改正 ${shownPath(path)}`, `mended ${shownPath(path)}`);
    if (kept === undefined) {
      tell(
        `  ${shownPath(path)} 改正前的内容没有留底。`,
        `  What ${shownPath(path)} was before is not kept.`,
      );
    }
  }
  return homes.map((home) =>
    language === "zh" ? `要改回去：${undoCommand(home)}` : `To undo it: ${undoCommand(home)}`,
  );
}

/** @returns the folders whose histories can undo it */
function writeKeeping(replacements: readonly Replacement[]): readonly string[] {
  const byHome = new Map<string, HistoryFile[]>();
  for (const { before, after, kept } of replacements) {
    if (kept === undefined) continue;
    const files = byHome.get(kept.home) ?? [];
    files.push({ path: kept.path, before, after: digestOf(after) });
    byHome.set(kept.home, files);
  }
  const at = new Date().toISOString();
  const records: string[] = [];
  try {
    for (const [home, files] of byHome) records.push(keepRun(home, { at, files }));
    writeFiles(replacements.map(({ path, after }) => ({ path, bytes: after })));
  } catch (fault) {
    for (const record of records) forget(record);
    throw fault;
  }
  return [...byHome.keys()];
}

/**
 * The history beside the house rules or the manifest of what was mended, where the file lies below it; that of
 * its own folder where it does not (house rules of another folder, hidden folders).
 */
function placeOf(path: string, target: string, workspace: Workspace): Replacement["kept"] {
  const folder = folderOf(target);
  const root = findRoot(folder, findHouse(folder, workspace), workspace);
  const file = join(realpathSync(dirname(resolve(path))), basename(path));
  for (const home of [realpathSync(root), dirname(file)]) {
    if (!isInside(withSlashes(file), withSlashes(home))) continue;
    const inside = relative(home, file).split(sep).join("/");
    if (isRestorable(inside, sep === "\\")) return { home, path: inside };
  }
  return undefined;
}

function undoCommand(home: string): string {
  const isHere = isInside(withSlashes(realpathSync(".")), withSlashes(home));
  const shell = { platform: process.platform, environment: process.env };
  return isHere ? "bulletin undo" : `bulletin undo ${shellWord(shownPath(home), shell)}`;
}

const shownPath = (path: string): string =>
  printable(withSlashes(relative(process.cwd(), resolve(path)) || path));

const NOTHING = Buffer.alloc(0);
/** U+FEFF in UTF-8; texts are read without it, and a file that had one keeps it */
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
