/**
 * Writes what mending has changed. What stands there is kept first (fix-history.ts), and a file that somebody
 * else has changed since it was read is left alone.
 */
import { readFileSync, realpathSync } from "node:fs";
import { dirname, relative, sep } from "node:path";
import type { Language } from "../../diagnostics/language.js";
import { withSlashes } from "../../disk/disk-workspace.js";
import { writeFiles } from "../../disk/write-files.js";
import { findHouse, findRoot } from "../../read/find-house.js";
import { folderOf, isInside, type Workspace } from "../../read/workspace.js";
import { shellWord } from "../terminal/shell-word.js";
import { forget, keepRun } from "./fix-history.js";
import { digestOf, type HistoryFile, isRestorable } from "./history-record.js";
import { shownPath } from "./shown-path.js";

export interface Change {
  readonly before: string;
  readonly after: string;
  /** workspace path of the manifest or item that was mended */
  readonly target: string;
}

/** A file as it stands on the disk and as it shall stand there. */
interface Replacement {
  /** as it is named, through links */
  readonly path: string;
  /** real path */
  readonly file: string;
  readonly before: Buffer;
  readonly after: Buffer;
  /** undefined where no history can keep it */
  readonly kept: KeptPlace | undefined;
}

interface KeptPlace {
  /** real path of the folder whose history keeps it */
  readonly home: string;
  /** from there */
  readonly path: string;
  /** true where it is the history of the bulletin that the file was mended for */
  readonly isHouse: boolean;
}

/**
 * @param changes by workspace path, for a workspace that starts in the current folder
 * @returns what was replaced
 */
export function keepChanges(
  changes: ReadonlyMap<string, Change>,
  { workspace, language }: { readonly workspace: Workspace; readonly language: Language },
): KeptChanges {
  const tell = (zh: string, en: string) => process.stderr.write(`${language === "zh" ? zh : en}\n`);
  const { replaced, overtaken, records } = replaceKeeping(changes, { workspace });
  for (const path of overtaken) {
    tell(
      `${shownPath(path)} 刚被别的程序改过，没有改正；请再运行一次。`,
      `${shownPath(path)} has just been changed by another program and was not fixed; please run again.`,
    );
  }
  for (const { path, isKept } of replaced) {
    tell(`已改正 ${shownPath(path)}`, `fixed ${shownPath(path)}`);
    if (!isKept) {
      tell(
        `  ${shownPath(path)} 改正前的内容没有留底。`,
        `  The earlier contents of ${shownPath(path)} were not kept.`,
      );
    }
  }
  const undo = records.map(({ home }) =>
    language === "zh" ? `如要改回：${undoCommand(home)}` : `To undo this: ${undoCommand(home)}`,
  );
  return { replaced: new Set(replaced.map(({ path }) => path)), undo };
}

export interface KeptChanges {
  /** by workspace path */
  readonly replaced: ReadonlySet<string>;
  /** the commands that undo it, a line each */
  readonly undo: readonly string[];
}

export interface ReplaceOptions {
  /** one that starts in the current folder */
  readonly workspace: Workspace;
  /** what was done, as the list of what can be undone says it */
  readonly label?: string;
  /** write nothing where one of the files has changed since it was read, or cannot be kept beside the bulletin */
  readonly isWhole?: boolean;
}

export interface ReplacedFiles {
  readonly replaced: readonly { readonly path: string; readonly isKept: boolean }[];
  /** files that somebody else has changed since they were read; they are left alone */
  readonly overtaken: readonly string[];
  /** files that the bulletin's own history cannot keep: they lie outside, or where links lead */
  readonly elsewhere: readonly string[];
  /** what was kept, a record a history, by path */
  readonly records: readonly { readonly home: string; readonly record: string }[];
}

/** @param changes by workspace path. @throws EnvironmentError where the disk refuses; nothing is replaced then */
export function replaceKeeping(changes: ReadonlyMap<string, Change>, options: ReplaceOptions): ReplacedFiles {
  const { workspace, label, isWhole = false } = options;
  const replacements: Replacement[] = [];
  const overtaken: string[] = [];
  for (const [path, change] of changes) {
    // A link stays one: what it leads to is replaced, and locked-files.ts has seen that it lies inside.
    const real = realpathSync(path);
    const known = replacements.find(({ file }) => file === real);
    const before = readFileSync(real);
    const after = withMarkOf(before, change.after);
    // Another run, or another name of the same file, has come first with the same.
    if ((known?.after ?? before).equals(after)) continue;
    if (known !== undefined || !before.equals(withMarkOf(before, change.before))) overtaken.push(path);
    else
      replacements.push({ path, file: real, before, after, kept: placeOf(real, change.target, workspace) });
  }
  const elsewhere = replacements.filter(({ kept }) => kept?.isHouse !== true).map(({ path }) => path);
  if (isWhole && overtaken.length + elsewhere.length > 0) {
    return { replaced: [], overtaken, elsewhere, records: [] };
  }
  const records = writeKeeping(replacements, label);
  const replaced = replacements.map(({ path, kept }) => ({ path, isKept: kept !== undefined }));
  return { replaced, overtaken, elsewhere, records };
}

/** @returns the records by which histories can undo it */
function writeKeeping(
  replacements: readonly Replacement[],
  label: string | undefined,
): ReplacedFiles["records"] {
  const byHome = new Map<string, HistoryFile[]>();
  for (const { before, after, kept } of replacements) {
    if (kept === undefined) continue;
    const files = byHome.get(kept.home) ?? [];
    files.push({ path: kept.path, before, after: digestOf(after) });
    byHome.set(kept.home, files);
  }
  const at = new Date().toISOString();
  const records: { readonly home: string; readonly record: string }[] = [];
  const named = label === undefined ? {} : { label };
  try {
    for (const [home, files] of byHome)
      records.push({ home, record: keepRun(home, { at, files, ...named }) });
    writeFiles(replacements.map(({ file, after }) => ({ path: file, bytes: after })));
  } catch (fault) {
    for (const { record } of records) forget(record);
    throw fault;
  }
  return records;
}

/**
 * The history beside the house rules or the manifest of what was mended, where the file lies below it; that of
 * its own folder where it does not (house rules of another folder, hidden folders).
 */
function placeOf(file: string, target: string, workspace: Workspace): Replacement["kept"] {
  const folder = folderOf(target);
  const root = findRoot(folder, findHouse(folder, workspace), workspace);
  const house = realpathSync(root);
  for (const home of [house, dirname(file)]) {
    if (!isInside(withSlashes(file), withSlashes(home))) continue;
    const inside = relative(home, file).split(sep).join("/");
    if (isRestorable(inside, sep === "\\")) return { home, path: inside, isHouse: home === house };
  }
  return undefined;
}

function undoCommand(home: string): string {
  const isHere = isInside(withSlashes(realpathSync(".")), withSlashes(home));
  const shell = { platform: process.platform, environment: process.env };
  return isHere ? "bulletin undo" : `bulletin undo ${shellWord(shownPath(home), shell)}`;
}

/** @returns a text as bytes, behind a byte order mark where what stood there had one */
function withMarkOf(before: Uint8Array, text: string): Buffer {
  const isMarked = BYTE_ORDER_MARK.equals(before.subarray(0, BYTE_ORDER_MARK.length));
  return Buffer.concat([...(isMarked ? [BYTE_ORDER_MARK] : []), Buffer.from(text, "utf8")]);
}

/** @returns what came by standard input as it is to go back: mended, or to the byte as it came */
export const givenBack = (came: Uint8Array, change: Pick<Change, "after"> | undefined): Uint8Array =>
  change === undefined ? came : withMarkOf(came, change.after);

/** U+FEFF in UTF-8; texts are read without it, and a file that had one keeps it */
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
