/**
 * The preview's address in the system's browser, and a file in its editor. No shell sees a name of a file: what opens
 * it is given it as one argument. The one that Windows needs for addresses is given letters that mean nothing to it.
 */
import { spawn } from "node:child_process";

export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  /** arguments are quoted already (Windows) */
  readonly isVerbatim?: boolean;
}

/** @param address of our own making: letters, digits and `:/?=-_.` */
export function browserLaunch(address: string, platform: NodeJS.Platform): Launch {
  if (platform === "win32") {
    return { command: "cmd", args: ["/d", "/c", "start", '""', `"${address}"`], isVerbatim: true };
  }
  return { command: platform === "darwin" ? "open" : "xdg-open", args: [address] };
}

export interface FilePlace {
  /** absolute */
  readonly path: string;
  readonly line: number;
}

/** @param given by `--open-with`: a program and its arguments, `{file}` and `{line}` in them */
export function editorLaunch(
  { path, line }: FilePlace,
  { given, platform }: { readonly given: string | undefined; readonly platform: NodeJS.Platform },
): Launch | undefined {
  if (given === undefined) {
    // `start` would have its name read by cmd, in which % and & mean something.
    if (platform === "win32") return { command: "explorer.exe", args: [path] };
    return { command: platform === "darwin" ? "open" : "xdg-open", args: [path] };
  }
  const [command, ...args] = wordsOf(given);
  if (command === undefined) return undefined;
  const filled = args.map((word) => word.replaceAll("{file}", path).replaceAll("{line}", String(line)));
  return { command, args: args.some((word) => word.includes("{file}")) ? filled : [...filled, path] };
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
    child.once("exit", (code) => end(code === 0 || command === "explorer.exe"));
    child.unref();
  });
}
