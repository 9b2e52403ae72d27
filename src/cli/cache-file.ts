/**
 * Files of `.bulletin-cache`: written whole beside their place and renamed. The first line is a digest
 * of the rest, so that what is damaged or half written is not even parsed and counts as not there; what
 * cannot be written is no fault, for the work is only done once more.
 */
import { createHash } from "node:crypto";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeFolder } from "./make-folder.js";
import { temporaryName } from "./temporary-files.js";

/** Folder of the records where none is named, beside `.eslintcache` and its like. */
export const CACHE_FOLDER = ".bulletin-cache";

/** @returns what was written there, undefined where nothing whole stands */
export function readCacheFile(path: string): unknown {
  try {
    const text = readFileSync(path, "utf8");
    const end = text.indexOf("\n");
    const body = text.slice(end + 1);
    return end < 0 || text.slice(0, end) !== digestOf(body) ? undefined : JSON.parse(body);
  } catch {
    return undefined;
  }
}

export function writeCacheFile(path: string, content: unknown): void {
  const temporary = join(dirname(path), temporaryName());
  try {
    const body = JSON.stringify(content);
    if (makeFolder(dirname(path))) hideFromGit(dirname(path));
    writeFileSync(temporary, `${digestOf(body)}\n${body}`);
    renameSync(temporary, path);
  } catch {
    removeQuietly(temporary);
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Never written: something that is no folder stands in the way.
  }
}

const hideFromGit = (folder: string): void => writeFileSync(join(folder, ".gitignore"), "*\n");

const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex");
