/**
 * Writes files whole or not at all: each goes to a temporary file beside its place, is flushed to
 * the disk and renamed over it. Of several files none is renamed before all are written, so that a
 * full disk leaves the files of an earlier run as they were; where a renaming is refused, those before
 * it are taken back. What a killed run left lying is taken away by the next one (temporary-files.ts).
 * Whatever stands in a file's place is replaced, a link too: for places that the operator names see
 * write-output.ts, for files that are somebody's copy keep-changes.ts. Promises: docs/security.md.
 */
import {
  closeSync,
  constants,
  copyFileSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readlinkSync,
  renameSync,
  rmSync,
  type Stats,
  symlinkSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { Message } from "../diagnostics/diagnostic.js";
import { makeFolder } from "./make-folder.js";
import { removeQuietly, removeStaleFiles, temporaryName } from "./temporary-files.js";
import { explainWriteFault, inTheWay, mixedSet } from "./write-fault.js";
import { noteWrittenFile } from "./written-files.js";

export interface FileToWrite {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** permissions of a new file; the usual ones where it is not said */
  readonly mode?: number;
}

export interface WriteOptions {
  /** how the command can be given another place, as a clause of a remedy */
  readonly elsewhere?: Message;
  /** false for files of which the next run sees that they are not what was written, and writes them again: thousands are not waited for */
  readonly flushes?: boolean;
}

/** A file on its way to its place. */
interface Move {
  readonly file: FileToWrite;
  readonly temporary: string;
  readonly before: Before;
}

/** What stands in a file's place, and where to find it once it has been replaced. */
type Before =
  | { readonly state: "nothing" }
  | { readonly state: "kept"; readonly path: string }
  | { readonly state: "not-kept" };

/** @throws EnvironmentError where the disk refuses; nothing has been replaced then, or the fault names what has */
export function writeFiles(
  files: readonly FileToWrite[],
  { elsewhere, flushes = true }: WriteOptions = {},
): void {
  const aside: string[] = [];
  const nextTo = (path: string): string => {
    const name = join(dirname(path), temporaryName());
    aside.push(name);
    return name;
  };
  try {
    for (const folder of new Set(files.map(({ path }) => dirname(path)))) {
      makeFolder(folder);
      removeStaleFiles(folder);
    }
    const written = files.map((file) => {
      const temporary = nextTo(file.path);
      writeWhole(temporary, file, flushes);
      return { file, temporary };
    });
    // A folder in the way of the last would be met when the others are replaced already.
    for (const { path } of files) refuseFolder(path, elsewhere);
    // Of a single file, and of the last one, nothing is ever taken back.
    const isLast = (index: number) => index === files.length - 1;
    moveAll(
      written.map((one, index) => ({
        ...one,
        before: isLast(index) ? { state: "not-kept" } : keep(one.file.path, nextTo),
      })),
    );
  } catch (fault) {
    throw explainWriteFault(fault, elsewhere);
  } finally {
    aside.forEach(removeQuietly);
  }
}

function writeWhole(temporary: string, { path, bytes, mode = 0o666 }: FileToWrite, flushes = true): void {
  const replaced = lstatSync(path, { throwIfNoEntry: false });
  const handle = openFor(path, temporary, replaced?.isFile() === true ? replaced.mode & 0o777 : mode);
  try {
    let written = 0;
    while (written < bytes.length) written += writeSync(handle, bytes, written);
    if (replaced?.isFile() === true) resemble(handle, replaced);
    if (flushes) fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Refused, it is reported by the name that people know. */
function openFor(path: string, temporary: string, mode: number): number {
  try {
    return openSync(temporary, "wx", mode);
  } catch (fault) {
    throw fault instanceof Error ? Object.assign(fault, { path }) : fault;
  }
}

/** A replaced file keeps its permissions, and its owner where the system allows that; a new one gets the usual ones. */
function resemble(handle: number, { mode, uid, gid }: Stats): void {
  const own = fstatSync(handle);
  try {
    if (own.uid !== uid || own.gid !== gid) fchownSync(handle, uid, gid);
    if ((own.mode & 0o777) !== (mode & 0o777)) fchmodSync(handle, mode & 0o777);
  } catch {
    // Only the super-user gives files away, and not every file system knows permissions.
  }
}

function refuseFolder(path: string, elsewhere: Message | undefined): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return;
  throw inTheWay(path, { elsewhere });
}

/** Gives what stands in a place another name, or copies it where a file system gives a file but one. */
function keep(path: string, nextTo: (path: string) => string): Before {
  const facts = lstatSync(path, { throwIfNoEntry: false });
  if (facts === undefined) return { state: "nothing" };
  const kept = nextTo(path);
  try {
    if (facts.isSymbolicLink()) symlinkSync(readlinkSync(path), kept);
    else if (!linked(path, kept)) {
      // A pipe would be waited for.
      if (!facts.isFile()) return { state: "not-kept" };
      copyFileSync(path, kept, constants.COPYFILE_EXCL);
    }
    return { state: "kept", path: kept };
  } catch {
    // Not ours to read, say. That is no reason to leave the editions as they are.
    return { state: "not-kept" };
  }
}

function linked(path: string, kept: string): boolean {
  try {
    linkSync(path, kept);
    return true;
  } catch {
    return false;
  }
}

function moveAll(moves: readonly Move[]): void {
  const moved: Move[] = [];
  try {
    for (const move of moves) {
      moveOne(move);
      moved.push(move);
      noteWrittenFile();
    }
  } catch (fault) {
    const left = moved.filter((move) => !takeBack(move)).map(({ file }) => file.path);
    if (left.length > 0) throw mixedSet(left, fault);
    throw fault;
  }
}

/** Taken away by another run that thought it left, the file is made once more. */
function moveOne({ file, temporary }: Move): void {
  try {
    renameSync(temporary, file.path);
  } catch (fault) {
    if (lstatSync(temporary, { throwIfNoEntry: false }) !== undefined) throw fault;
    writeWhole(temporary, file);
    renameSync(temporary, file.path);
  }
}

/** @returns false where the place could not be given back what stood there */
function takeBack({ file: { path }, before }: Move): boolean {
  try {
    if (before.state === "kept") renameSync(before.path, path);
    else if (before.state === "nothing") rmSync(path);
    return before.state !== "not-kept";
  } catch {
    return false;
  }
}
