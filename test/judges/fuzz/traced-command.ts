/**
 * The command itself over drawn bulletins, its calls of the system written down by strace (Debian's package): what
 * it wrote, made, took away or named to the network, whichever thread did it.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { homeEnvironment } from "../../own-home.js";
import type { Files } from "./draws.js";

const COMMAND = resolve("bin/bulletin.js");
/** For a folder of a dozen bulletins; the program that runs draws in memory has ten for each. */
const PATIENCE_MS = 60_000;

/** Every call that changes a file system, starts a program or reaches for another machine. */
const CALLS =
  "open,openat,openat2,creat,rename,renameat,renameat2,unlink,unlinkat,rmdir,mkdir,mkdirat,link,linkat,symlink,symlinkat,mknod,mknodat,truncate,chmod,fchmodat,chown,lchown,fchownat,execve,execveat,socket,connect,bind,sendto";

export interface TracedRun {
  readonly args: readonly string[];
  /** what may be written in; the command is started there */
  readonly place: string;
  readonly home: string;
}

export function writeFiles(folder: string, files: Files): void {
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

/** @returns what is wrong with a run, in words */
export function faultsOfRun({ args, place, home }: TracedRun): readonly string[] {
  const trace = join(home, "trace");
  rmSync(trace, { force: true });
  const words = ["-f", "-qq", "--seccomp-bpf", "-e", `trace=${CALLS}`, "-o", trace];
  const { status, signal, stdout, stderr, error } = spawnSync(
    "strace",
    [...words, process.execPath, COMMAND, "--lang", "en", ...args],
    {
      cwd: place,
      encoding: "utf8",
      env: { PATH: process.env.PATH, ...homeEnvironment(home) },
      timeout: PATIENCE_MS,
      killSignal: "SIGKILL",
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  if (error !== undefined && !("code" in error && error.code === "ETIMEDOUT")) throw error;
  const said = `${stdout}${stderr}`;
  const faults: string[] = [];
  if (signal !== null) faults.push(`no end within ${PATIENCE_MS} ms`);
  else if (![0, 1, 2].includes(status ?? -1)) faults.push(`exit code ${status}: ${stderr.slice(-1000)}`);
  const failed = /the program failed[^\n]*|[^\n]*\n\s+at [^\n]*:\d+:\d+/i.exec(said);
  if (failed !== null) faults.push(failed[0]);
  return [...faults, ...callsOutside(readFileSync(trace, "utf8"), { place, home })].map(
    (fault) => `${args.join(" ")}: ${fault}`,
  );
}

/** Calls that touch what lies neither in the bulletins nor in the home, once each. */
export function callsOutside(
  trace: string,
  { place, home }: { readonly place: string; readonly home: string },
): readonly string[] {
  const faults = new Set<string>();
  let programs = 0;
  for (const [, call = "", rest = ""] of trace.matchAll(/^\d+ +(\w+)\((.*)$/gm)) {
    if (call.startsWith("exec")) {
      programs += 1;
      if (programs > 1) faults.add(`started ${rest.slice(0, 200)}`);
    } else if (["socket", "connect", "bind", "sendto"].includes(call)) {
      // The system's own list of users may be asked through a socket of this machine.
      if (/AF_INET|AF_NETLINK|AF_PACKET/.test(rest)) faults.add(`${call} ${rest.slice(0, 100)}`);
    } else if (!call.startsWith("open") || /O_WRONLY|O_RDWR|O_CREAT|O_TRUNC/.test(rest)) {
      const paths = [...rest.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, path = ""]) =>
        resolve(place, unescaped(path)),
      );
      for (const path of paths) if (!mayWrite(path, [place, home])) faults.add(`${call} ${path}`);
    }
  }
  return [...faults];
}

const mayWrite = (path: string, folders: readonly string[]): boolean =>
  path === "/dev/null" || folders.some((folder) => path === folder || path.startsWith(`${folder}/`));

/** strace writes bytes beyond ASCII in octal. */
const unescaped = (text: string): string =>
  Buffer.from(
    text.replaceAll(/\\([0-7]{1,3})/g, (_, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 8)),
    ),
    "latin1",
  ).toString("utf8");
