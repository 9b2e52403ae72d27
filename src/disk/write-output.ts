/**
 * Writes what the operator asked for to the place that they named (`--output-file`, `--baseline`), as a shell's `>`
 * would: into a device, a pipe or an open descriptor; through a link to what it leads to; a file whole or not at all
 * (write-files.ts).
 */
import { closeSync, constants, fstatSync, openSync, readlinkSync, realpathSync, writeSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { EnvironmentError } from "../diagnostics/diagnostic.js";
import { entryAt, fileAt } from "./file-facts.js";
import { isReadOnly, readOnly } from "./read-only.js";
import { explainWriteFault } from "./write-fault.js";
import { writeFiles } from "./write-files.js";

export interface OutputOptions {
  /** false where a pipe that nobody reads may be somebody else's doing: it is refused then, ENXIO */
  readonly waits?: boolean;
}

/**
 * @param content bytes, or text that standard output may change as it changes all text (runner-output.ts)
 * @throws EnvironmentError where the place refuses
 */
export function writeOutput(
  path: string,
  content: string | Uint8Array,
  { waits = true }: OutputOptions = {},
): void {
  if (path === "") throw namelessPlace();
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  try {
    const end = endOf(path);
    const descriptor = descriptorOf(end);
    if (descriptor === 1) process.stdout.write(content);
    else if (descriptor === 2) process.stderr.write(content);
    else if (descriptor !== undefined) writeToDescriptor(descriptor, { end, bytes, waits });
    else if (!holdsFile(end)) writeInto(end, { bytes, waits });
    else if (isReadOnly(end)) throw readOnly(path);
    else writeFiles([{ path: end, bytes }]);
  } catch (fault) {
    if (isReaderGone(fault)) return;
    throw explainWriteFault(
      fault instanceof Error && "code" in fault ? Object.assign(fault, { path }) : fault,
    );
  }
}

const namelessPlace = () =>
  new EnvironmentError(
    { zh: "输出文件的名字是空的。", en: "The name of the output file is empty." },
    { zh: "请写出文件名，例如 -o report.txt。", en: "Name a file, for example -o report.txt." },
  );

/** @returns true where there is a regular file, nothing yet, or a folder in the way; what others hold open is none of these */
function holdsFile(path: string): boolean {
  const facts = fileAt(path);
  return (facts === undefined || facts.isFile() || facts.isDirectory()) && !/^\/proc\//.test(path);
}

const MOST_LINKS = 40;

/** @returns where the links lead, also where nothing is there yet, short of what a descriptor stands for */
function endOf(path: string): string {
  let end = resolve(path);
  for (let links = 0; links < MOST_LINKS; links += 1) {
    if (descriptorOf(end) !== undefined) return end;
    end = join(realFolder(dirname(end)), basename(end));
    if (descriptorOf(end) !== undefined) return end;
    if (entryAt(end)?.isSymbolicLink() !== true) return end;
    end = resolve(dirname(end), readlinkSync(end));
  }
  // Says that there are too many.
  return realpathSync(path);
}

function realFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

const STANDARD: Readonly<Record<string, number>> = { "/dev/stdout": 1, "/dev/stderr": 2 };

/** @returns the number of the descriptor of this very process that a path stands for */
function descriptorOf(path: string): number | undefined {
  const standard = STANDARD[path];
  if (standard !== undefined) return standard;
  const [, pid, number] = /^\/(?:dev|proc\/(self|thread-self|\d+))\/fd\/(\d+)$/.exec(path) ?? [];
  const isOwn = pid === undefined || !/^\d/.test(pid) || Number(pid) === process.pid;
  return number === undefined || !isOwn ? undefined : Number(number);
}

/** A file goes on where it stands, as behind `>>`; a pipe is opened anew, for this one may not wait. */
function writeToDescriptor(
  descriptor: number,
  { end, bytes, waits }: { readonly end: string; readonly bytes: Uint8Array; readonly waits: boolean },
): void {
  const facts = fstatSync(descriptor);
  if (facts.isFile() || facts.isSocket()) writeWhole(descriptor, bytes);
  else writeInto(end, { bytes, waits });
}

function writeInto(
  path: string,
  { bytes, waits }: { readonly bytes: Uint8Array; readonly waits: boolean },
): void {
  // Windows knows neither flag; no terminal becomes ours by this.
  const { O_WRONLY, O_NOCTTY = 0, O_NONBLOCK = 0 } = constants;
  const handle = openSync(path, O_WRONLY | O_NOCTTY | (waits ? 0 : O_NONBLOCK));
  try {
    writeWhole(handle, bytes);
  } finally {
    closeSync(handle);
  }
}

function writeWhole(handle: number, bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(handle, bytes, written);
    } catch (fault) {
      if (!(fault instanceof Error && "code" in fault && fault.code === "EAGAIN")) throw fault;
      // The reader is slower: a pipe that does not wait itself is waited for.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MILLISECONDS);
    }
  }
}

const PAUSE_MILLISECONDS = 5;

/** A reader that has seen enough (`>(head -1)`) is not a fault. */
const isReaderGone = (fault: unknown): boolean =>
  fault instanceof Error && "code" in fault && (fault.code === "EPIPE" || fault.code === "EOF");
