/**
 * The folder that a command was started in may be gone: taken away by another program, or on a drive that is no
 * longer there. Whatever asks where it is then fails, each in its own place; it is told once, here.
 */
import { EnvironmentError } from "../diagnostics/diagnostic.js";

/** @returns the fault, or what is wrong in words where it is that there is no current folder */
export function explainMissingFolder(fault: unknown): unknown {
  if (!(fault instanceof Error) || !("syscall" in fault) || fault.syscall !== "uv_cwd") return fault;
  return new EnvironmentError(
    { zh: "当前文件夹已经不在了", en: "The current folder is gone" },
    {
      zh: "它可能被移走、改名或删掉了：用 cd 进入简报所在的文件夹，再运行一次。",
      en: "It may have been moved, renamed or removed: go to the bulletin's folder with cd, and run again.",
    },
    { cause: fault },
  );
}
