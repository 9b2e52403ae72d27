/**
 * The folder in which `lint --fix` keeps what it replaces, so that `bulletin undo` can bring it back: one
 * file a run (history-record.ts), beside bulletin.yaml or, where there is none, beside the manifest or the
 * item. It is bounded, and hides itself from git.
 */
import { randomBytes } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { EnvironmentError, type Message } from "../../diagnostics/diagnostic.js";
import { removeQuietly } from "../../disk/temporary-files.js";
import { writeFiles } from "../../disk/write-files.js";
import { type HistoryRecord, printRecord, readRecord } from "./history-record.js";

export const HISTORY_FOLDER = ".bulletin-history";

/** Runs that are kept, and how much they may take together; the last one is kept in any case. */
const MOST_RUNS = 20;
const MOST_BYTES = 20 * 1024 * 1024;
/** A record larger than this is none of ours. */
const LARGEST_BYTES = 512 * 1024 * 1024;

const NAME = /^(\d{6,12})-[0-9a-f]{8}\.undo$/;

export interface HistoryEntry {
  /** of the record's file */
  readonly path: string;
  readonly record: HistoryRecord;
}

/**
 * Keeps a run before its files are written.
 * @param home the real path of the folder that holds the history
 * @param refused what has not come about where it cannot be kept
 * @returns the path of the record
 * @throws EnvironmentError where it cannot be kept; nothing may be replaced then
 */
export function keepRun(home: string, record: HistoryRecord, refused: Message = NOT_MENDED): string {
  const folder = join(home, HISTORY_FOLDER);
  const facts = lstatSync(folder, { throwIfNoEntry: false });
  if (facts !== undefined && !facts.isDirectory()) throw notKept(folder, { refused });
  const names = facts === undefined ? [] : recordNames(folder);
  const last = Math.max(0, ...names.map((name) => Number(NAME.exec(name)?.[1])));
  const name = `${String(last + 1).padStart(6, "0")}-${randomBytes(4).toString("hex")}.undo`;
  const path = join(folder, name);
  try {
    writeFiles([{ path, bytes: printRecord(record), mode: sharedMode(home, record) }]);
  } catch (fault) {
    throw notKept(path, { refused, cause: fault });
  }
  hideFromGit(folder);
  dropOldest(folder);
  return path;
}

/** @returns the permissions that all of the files have: what nobody else may read nobody else reads in its record */
const sharedMode = (home: string, { files }: HistoryRecord): number =>
  files
    .filter(({ before }) => before !== undefined)
    .map(({ path }) => lstatSync(join(home, path), { throwIfNoEntry: false })?.mode ?? USUAL_MODE)
    .reduce((shared, mode) => shared & mode, USUAL_MODE);

const USUAL_MODE = 0o666;

/**
 * Takes a record away. One that stays, in a folder that refuses, is not a fault: what it would bring back stands there
 * already.
 */
export const forget = removeQuietly;

export interface History {
  /** the latest first */
  readonly entries: readonly HistoryEntry[];
  /** names of files that are no records, or damaged ones */
  readonly unreadable: readonly string[];
}

export function readHistory(home: string): History {
  const folder = join(home, HISTORY_FOLDER);
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    return { entries: [], unreadable: [] };
  }
  const entries: HistoryEntry[] = [];
  const unreadable: string[] = [];
  for (const name of recordNames(folder).reverse()) {
    const path = join(folder, name);
    const record = readEntry(path);
    if (record === undefined) unreadable.push(name);
    else entries.push({ path, record });
  }
  return { entries, unreadable };
}

function readEntry(path: string): HistoryRecord | undefined {
  try {
    const facts = lstatSync(path);
    if (!facts.isFile() || facts.size > LARGEST_BYTES) return undefined;
    return readRecord(readFileSync(path), { isWindows: sep === "\\" });
  } catch {
    return undefined;
  }
}

/** @returns names of records, the earliest first */
function recordNames(folder: string): string[] {
  const rank = (name: string) => Number(NAME.exec(name)?.[1]);
  return readdirSync(folder)
    .filter((name) => NAME.test(name))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** What cannot be taken away stays, and is not a fault. */
function dropOldest(folder: string): void {
  let bytes = 0;
  for (const [index, name] of recordNames(folder).reverse().entries()) {
    const path = join(folder, name);
    try {
      bytes += lstatSync(path).size;
      if (index >= MOST_RUNS || (index > 0 && bytes > MOST_BYTES)) forget(path);
    } catch {
      // Another run has taken it away.
    }
  }
}

function hideFromGit(folder: string): void {
  try {
    writeFileSync(join(folder, ".gitignore"), "*\n", { flag: "wx" });
  } catch {
    // It is there, or cannot be: the history is as good without.
  }
}

const NOT_MENDED: Message = { zh: "没有改正任何文件", en: "Nothing was fixed" };

const notKept = (path: string, { refused, cause }: { readonly refused: Message; readonly cause?: unknown }) =>
  new EnvironmentError(
    {
      zh: `${refused.zh}：现有的内容无法留底（${path}）。`,
      en: `${refused.en}: the present contents of the files cannot be backed up (${path}).`,
    },
    {
      zh: "请检查这个文件夹的写入权限和磁盘空间；若被同名的文件或链接占用，请移走它。",
      en: "Check the folder's permissions and the free space on the disk; if a file or link of that name is in the way, move it.",
    },
    { cause },
  );
