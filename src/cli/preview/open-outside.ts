/**
 * The preview's address in the system's browser, and a file in its editor. No shell sees a name of a file: what opens
 * it is given it as one argument. The one that Windows needs for addresses and batch files is given nothing that
 * it would read otherwise (windows-programs.ts).
 */
import { spawn } from "node:child_process";
import { win32 } from "node:path";
import {
  batchArguments,
  findProgram,
  isBatchFile,
  ofSystem,
  THIS_MACHINE,
  type WindowsMachine,
} from "./windows-programs.js";

export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  /** arguments are quoted already (Windows) */
  readonly isVerbatim?: boolean;
}

const EXPLORER = "explorer.exe";

/** @param address of our own making: letters, digits and `:/?=-_.` */
export function browserLaunch(
  address: string,
  platform: NodeJS.Platform,
  machine: WindowsMachine = THIS_MACHINE,
): Launch {
  if (platform === "win32") {
    return {
      command: ofSystem("System32\\cmd.exe", machine),
      args: ["/d", "/c", "start", '""', `"${address}"`],
      isVerbatim: true,
    };
  }
  return { command: platform === "darwin" ? "open" : "xdg-open", args: [address] };
}

export interface FilePlace {
  /** absolute */
  readonly path: string;
  readonly line: number;
}

export interface EditorChoice {
  /** by `--open-with`: a program and its arguments, `{file}` and `{line}` in them */
  readonly given: string | undefined;
  readonly platform: NodeJS.Platform;
  readonly machine?: WindowsMachine;
}

export type EditorLaunch =
  | { readonly kind: "launch"; readonly launch: Launch }
  /** `--open-with` names none, or one that is not there */
  | { readonly kind: "missing" }
  /** a batch file cannot be given this name without being told something else */
  | { readonly kind: "unquotable"; readonly program: string };

export function editorLaunch(
  { path, line }: FilePlace,
  { given, platform, machine = THIS_MACHINE }: EditorChoice,
): EditorLaunch {
  if (given === undefined) return { kind: "launch", launch: systemEditor(path, platform, machine) };
  const [command, ...args] = wordsOf(given);
  if (command === undefined) return { kind: "missing" };
  const filled = args.map((word) => word.replaceAll("{file}", path).replaceAll("{line}", String(line)));
  const all = args.some((word) => word.includes("{file}")) ? filled : [...filled, path];
  if (platform !== "win32") return { kind: "launch", launch: { command, args: all } };
  const program = findProgram(command, machine);
  if (program === undefined) return { kind: "missing" };
  if (!isBatchFile(program)) return { kind: "launch", launch: { command: program, args: all } };
  const quoted = batchArguments(program, all);
  if (quoted === undefined) return { kind: "unquotable", program };
  return {
    kind: "launch",
    launch: { command: ofSystem("System32\\cmd.exe", machine), args: quoted, isVerbatim: true },
  };
}

function systemEditor(path: string, platform: NodeJS.Platform, machine: WindowsMachine): Launch {
  if (platform !== "win32") return { command: platform === "darwin" ? "open" : "xdg-open", args: [path] };
  // `start` would have its name read by cmd, in which % and & mean something; the explorer parts a bare one at a comma.
  return { command: ofSystem(EXPLORER, machine), args: [`"${path}"`], isVerbatim: true };
}

/** Parted at blanks, but for those within quotation marks. */
const wordsOf = (text: string): readonly string[] =>
  [...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, plain]) => double ?? single ?? plain ?? "",
  );

/** A program that fails sooner than this has not opened anything. */
const STARTED_MS = 1500;

/** @returns false where it could not be started, or said at once that it failed */
export function launch({ command, args, isVerbatim = false }: Launch): Promise<boolean> {
  return new Promise((settle) => {
    const child = spawn(command, [...args], {
      detached: true,
      stdio: "ignore",
      windowsVerbatimArguments: isVerbatim,
      windowsHide: true,
    });
    const timer = setTimeout(() => settle(true), STARTED_MS);
    timer.unref();
    const end = (isStarted: boolean) => {
      clearTimeout(timer);
      settle(isStarted);
    };
    child.once("error", () => end(false));
    // explorer.exe says 1 of whatever it has opened.
    child.once("exit", (code) => end(code === 0 || win32.basename(command) === EXPLORER));
    child.unref();
  });
}
