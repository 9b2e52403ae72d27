/**
 * Writes files whole or not at all: each goes to a temporary file beside its place, is flushed to
 * the disk and renamed over it. Of several files none is renamed before all are written, so that a
 * full disk leaves the files of an earlier run as they were. What a killed run left lying is taken
 * away by the next one (temporary-files.ts). Promises are told in docs/security.md.
 */
import { closeSync, fsyncSync, lstatSync, openSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { EnvironmentError } from "../diagnostics/diagnostic.js";
import { makeFolder } from "./make-folder.js";
import { removeStaleFiles, temporaryName } from "./temporary-files.js";
import { noteWrittenFile } from "./written-files.js";

export interface FileToWrite {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** @throws EnvironmentError where the disk refuses; nothing has been replaced then */
export function writeFiles(files: readonly FileToWrite[]): void {
  const written: { readonly temporary: string; readonly path: string }[] = [];
  try {
    for (const folder of new Set(files.map(({ path }) => dirname(path)))) {
      makeFolder(folder);
      removeStaleFiles(folder);
    }
    for (const file of files) {
      const temporary = join(dirname(file.path), temporaryName());
      written.push({ temporary, path: file.path });
      writeWhole(temporary, file);
    }
    // A folder in the way of the last would be met when the others are replaced already.
    for (const { path } of files) refuseFolder(path);
    for (const { temporary, path } of written) {
      renameSync(temporary, path);
      noteWrittenFile();
    }
  } catch (fault) {
    for (const { temporary } of written) rmSync(temporary, { force: true });
    throw explainWriteFault(fault);
  }
}

function writeWhole(temporary: string, { path, bytes }: FileToWrite): void {
  const handle = openSync(temporary, "wx", permissionsOf(path));
  try {
    let written = 0;
    while (written < bytes.length) written += writeSync(handle, bytes, written);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A replaced file keeps its permissions; a new one gets the usual ones. */
function permissionsOf(path: string): number {
  try {
    return statSync(path).mode & 0o777;
  } catch {
    return 0o666;
  }
}

function refuseFolder(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true) throw inTheWay(path);
}

function explainWriteFault(fault: unknown): unknown {
  if (fault instanceof EnvironmentError || !(fault instanceof Error) || !("code" in fault)) return fault;
  const path = "dest" in fault ? String(fault.dest) : "path" in fault ? String(fault.path) : "";
  const at = { zh: path === "" ? "" : `：${path}`, en: path === "" ? "" : `: ${path}` };
  switch (fault.code) {
    case "ENOSPC":
    case "EDQUOT":
      return new EnvironmentError(
        { zh: `磁盘已满，文件没有写入${at.zh}`, en: `The disk is full; nothing was written${at.en}` },
        {
          zh: "请腾出空间后重新运行；上一次生成的文件未受影响。",
          en: "Free some space and run again; the files of the last run are untouched.",
        },
        { cause: fault },
      );
    case "ENOENT":
    case "ELOOP":
      return new EnvironmentError(
        {
          zh: `输出位置不存在，或是失效的链接${at.zh}`,
          en: `There is no such place, or a link leads nowhere${at.en}`,
        },
        { zh: "请换一个位置。", en: "Choose another place." },
        { cause: fault },
      );
    case "ENOTDIR":
    case "EEXIST":
    case "EISDIR":
      return inTheWay(path, fault);
    case "ENAMETOOLONG":
      return new EnvironmentError(
        {
          zh: `输出文件的名字或路径太长${at.zh}`,
          en: `The name or the path of an output file is too long${at.en}`,
        },
        {
          zh: "请缩短 slug，或用 --out 换一个文件夹。",
          en: "Shorten the slug, or choose another folder with --out.",
        },
        { cause: fault },
      );
    default:
      return new EnvironmentError(
        { zh: `无法写入${at.zh}（${fault.code}）`, en: `Cannot write${at.en} (${fault.code})` },
        {
          zh: "请关闭正在打开该文件的程序（如 Word），或检查文件夹的写入权限，也可用 --out 换一个文件夹。",
          en: "Close the program that has the file open (Word, for example), check the folder's permissions, or choose another folder with --out.",
        },
        { cause: fault },
      );
  }
}

const inTheWay = (path: string, cause?: unknown) =>
  new EnvironmentError(
    {
      zh: `输出位置被同名的文件或文件夹占用：${path}`,
      en: `Something else of that name is in the way: ${path}`,
    },
    { zh: "请移走它，或用 --out 换一个文件夹。", en: "Move it away, or choose another folder with --out." },
    { cause },
  );
