/**
 * What Windows does itself where a person types a command, and does not where a program starts another: the name is
 * looked for with its endings, and a batch file (`code.cmd`) is given to cmd.exe. Of what cmd reads in an argument only
 * quotation marks hold: within them `&`, `|`, `<`, `>`, `^` and brackets are letters like others, but `%` and `"` are
 * not, and nothing there makes them so (CVE-2024-27980 and its kin). What has one of them is not started.
 */
import { win32 } from "node:path";
import { fileAt } from "../../disk/file-facts.js";

export interface WindowsMachine {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isFile: (path: string) => boolean;
}

export const THIS_MACHINE: WindowsMachine = {
  environment: process.env,
  isFile: (path) => fileAt(path)?.isFile() === true,
};

/** What can be started; scripts of other kinds are documents to Windows. */
const ENDINGS = [".com", ".exe", ".bat", ".cmd"];

/** A program of the system: a bare name would be looked for in the current folder first. */
export const ofSystem = (program: string, { environment }: WindowsMachine): string =>
  win32.join(variable("SystemRoot", environment) ?? "C:\\Windows", program);

/** @returns the file that a command names, looked for along PATH alone; undefined where there is none */
export function findProgram(command: string, machine: WindowsMachine): string | undefined {
  const { environment, isFile } = machine;
  const isPath = /[\\/:]/.test(command);
  const folders = (variable("PATH", environment) ?? "")
    .split(";")
    .map((folder) => folder.replaceAll('"', ""))
    // One from wherever we stand would be the current folder by another name.
    .filter((folder) => win32.isAbsolute(folder));
  const endings = (variable("PATHEXT", environment) ?? ENDINGS.join(";"))
    .toLowerCase()
    .split(";")
    .filter((ending) => ENDINGS.includes(ending));
  const hasEnding = ENDINGS.includes(win32.extname(command).toLowerCase());
  // Beside code.cmd lies a file `code`, which is for another system.
  const names = [...(hasEnding ? [command] : []), ...endings.map((ending) => `${command}${ending}`)];
  const paths = isPath ? names : folders.flatMap((folder) => names.map((name) => win32.join(folder, name)));
  return paths.find(isFile);
}

/** Names of variables know no capitals on Windows. */
const variable = (name: string, environment: WindowsMachine["environment"]): string | undefined =>
  environment[name] ??
  Object.entries(environment).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];

export const isBatchFile = (path: string): boolean => /\.(?:cmd|bat)$/i.test(path);

/** @returns the arguments of cmd.exe, to be given as they are; undefined where one cannot be quoted */
export function batchArguments(file: string, args: readonly string[]): readonly string[] | undefined {
  const words = [file, ...args];
  if (words.some((word) => UNQUOTABLE.test(word))) return undefined;
  // The program that the batch file hands them to reads a backslash before a quotation mark as one that guards it.
  const line = words.map((word) => `"${word.replace(/\\+$/, "$&$&")}"`).join(" ");
  // No AutoRun, no `!`, and of the quotation marks the outer pair taken away and no other.
  return ["/d", "/e:on", "/v:off", "/s", "/c", `"${line}"`];
}

/** Besides the two: what ends a line, and what no command line can hold. */
const UNQUOTABLE = /["%\p{Cc}]/u;
