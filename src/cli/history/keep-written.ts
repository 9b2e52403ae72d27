/**
 * Keeps what an import is about to write, so that all of it can be taken back at once: files that are there with what
 * stands in them, those that will be made by their names. Where one of them could not be taken back, none is kept.
 */
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { entryAt } from "../../disk/file-facts.js";
import type { FileToWrite } from "../../disk/write-files.js";
import { keepRun } from "./fix-history.js";
import { digestOf, type HistoryFile, printRecord, readRecord } from "./history-record.js";

/**
 * @param root folder of the bulletin
 * @param label what is done, in words
 * @returns the path of the record; undefined where it could not be undone
 * @throws EnvironmentError where it cannot be kept; nothing may be written then
 */
export function keepWritten(
  files: readonly FileToWrite[],
  { root, label }: { readonly root: string; readonly label: string },
): string | undefined {
  const home = realpathSync(root);
  const inside = (path: string) => relative(home, path).split(sep).join("/");
  const kept = files.map(({ path, bytes }): HistoryFile => {
    const real = realOf(path);
    const before = entryAt(real) === undefined ? undefined : readFileSync(real);
    return { path: inside(real), before, after: digestOf(bytes) };
  });
  const made = new Set(files.map(({ path }) => dirname(realOf(path))));
  const folders = [...made].filter((folder) => !existsSync(folder)).map(inside);
  const record = { at: new Date().toISOString(), label, files: kept, ...(folders.length > 0 && { folders }) };
  const isKept = readRecord(printRecord(record), { isWindows: sep === "\\" }) !== undefined;
  return isKept ? keepRun(home, record, NOTHING_WRITTEN) : undefined;
}

const NOTHING_WRITTEN = { zh: "没有写入任何文件", en: "Nothing was written" };

/** Of a file in a folder that is still to be made, where it will lie. */
function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(realOf(above), basename(path));
  }
}
