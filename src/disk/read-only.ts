/** Files that somebody has marked as not to be changed: a renaming would replace them all the same. */
import { accessSync, constants } from "node:fs";
import { EnvironmentError } from "../diagnostics/diagnostic.js";
import { fileAt } from "./file-facts.js";

/** @returns true for a file that is there and marked read-only, for the super-user too, or that we may not write */
export function isReadOnly(path: string): boolean {
  const facts = fileAt(path);
  if (facts === undefined) return false;
  if ((facts.mode & 0o222) === 0) return true;
  try {
    accessSync(path, constants.W_OK);
    return false;
  } catch {
    return true;
  }
}

export const readOnly = (path: string): EnvironmentError =>
  new EnvironmentError(
    { zh: `“${path}”是只读文件，没有写入。`, en: `“${path}” is read-only and was not changed.` },
    { zh: "请先去掉它的“只读”属性，再运行一次。", en: "Make it writable, and run again." },
  );
