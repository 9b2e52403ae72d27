/**
 * Code that V8 compiled in earlier runs, all of a command's in one file: a run that finds it compiles nothing. By itself
 * each run compiles a megabyte of text again, a quarter of the processor time of a short build.
 *
 * A file holds for one build of Node with what V8 was asked for, one installation of the package and one command. V8 looks
 * whether what it is given is of its own version and flags, but two Nodes of one version of V8 differ all the same, and it
 * runs unseen what it takes: what is not as it was written is not handed to it. The file: a checksum (CRC-32) of the list and
 * its length, that length, the list as JSON, then the code of each script, whose checksum stands in the list.
 */
import {
  closeSync,
  existsSync,
  lstatSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { cachedDataVersionTag } from "node:v8";
import { threadId } from "node:worker_threads";
import { crc32 } from "node:zlib";
import { compiledCodeFolder } from "../disk/own-folders.js";
import { growingRoom, type Room, readInto } from "./room.js";

/**
 * @returns undefined where none is to be kept: who turns off Node's own way of keeping code, or uses it, has that instead,
 * and what is looked at for its coverage is compiled otherwise
 */
export function keptCodeFolder(
  { NODE_DISABLE_COMPILE_CACHE, NODE_COMPILE_CACHE, NODE_V8_COVERAGE } = process.env,
): string | undefined {
  const isLeftAlone = NODE_DISABLE_COMPILE_CACHE || NODE_COMPILE_CACHE || NODE_V8_COVERAGE;
  return isLeftAlone ? undefined : compiledCodeFolder();
}

export interface KeptScript {
  /** CRC-32 of its text */
  readonly text: number;
  readonly code: Buffer;
}

/** What is written into a file. */
export interface KeptUse {
  /** by path */
  readonly scripts: ReadonlyMap<string, KeptScript>;
  /** names of Node's own modules that they asked for */
  readonly ofNode: readonly string[];
}

/** A file that lies there, of which nothing but the list has been read. */
export interface KeptCode {
  /** checksums of the texts, by path */
  readonly texts: ReadonlyMap<string, number>;
  readonly ofNode: readonly string[];
  /** @returns its code, until the room is given to something else; undefined where none is kept of this text */
  readonly codeOf: (path: string, text: number) => Buffer | undefined;
}

const HEAD_BYTES = 8;

interface Entry {
  readonly path: string;
  readonly text: number;
  readonly at: number;
  readonly size: number;
  readonly sum: number;
}

const HOUR_MS = 60 * 60 * 1000;
/** Files of programs, or Nodes, that are no longer there. */
const FORGOTTEN_MS = 60 * 24 * HOUR_MS;
/** Some three megabytes each. */
const MOST_FILES = 32;
/** Of a few hundred scripts. */
const MOST_OF_LIST = 1_000_000;
const UNFINISHED = ".tmp";
const OURS = /^[a-z-]+-[\da-f]{1,8}\.bin(?:\.\d+\.\d+\.tmp)?$/;

/** Where the code of a use lies. */
export interface KeptPlace {
  readonly file: string;
  /** what V8 was asked for when the file was named: code compiled under anything else is not for it */
  readonly settings: number;
}

/**
 * @param folder where nobody else can write; in it a file for each use
 * @param program a path in the package, so that two installations keep their code apart
 * @returns undefined where it cannot be known which Node runs: its file may be gone since it began
 */
export function keptCodePlace(folder: string, program: string, use: string): KeptPlace | undefined {
  try {
    const settings = cachedDataVersionTag();
    const { size, mtimeMs } = statSync(process.execPath);
    const { version, arch, execPath } = process;
    const made = [version, process.versions.v8, arch, execPath, size, mtimeMs, settings, program];
    return { file: join(folder, `${use}-${crc32(JSON.stringify(made)).toString(16)}.bin`), settings };
  } catch {
    return undefined;
  }
}

/** @returns undefined where there is no such file, or its list is not as it was written */
export function openKeptCode(file: string, room: Room): KeptCode | undefined {
  try {
    // Anything else might never come to an end.
    if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
    const { entries, ofNode } = opened(file, (descriptor) => readList(descriptor, room));
    const byPath = new Map(entries.map((entry) => [entry.path, entry]));
    return {
      texts: new Map(entries.map(({ path, text }) => [path, text])),
      ofNode,
      codeOf(path, text) {
        const entry = byPath.get(path);
        return entry?.text === text ? readCode(file, entry, room) : undefined;
      },
    };
  } catch {
    return undefined;
  }
}

/** @returns undefined where it is not as it was written, be it that the file is another one by now */
function readCode(file: string, entry: Entry, room: Room): Buffer | undefined {
  try {
    const code = opened(file, (descriptor) => readAt(descriptor, entry, room));
    return crc32(code) === entry.sum ? code : undefined;
  } catch {
    return undefined;
  }
}

/** Each time anew: a file that stays open Windows lets nobody replace. */
function opened<Value>(file: string, read: (descriptor: number) => Value): Value {
  const descriptor = openSync(file, "r");
  try {
    return read(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** @throws where it is not as it was written */
function readList(
  descriptor: number,
  room: Room,
): { readonly entries: readonly Entry[]; readonly ofNode: readonly string[] } {
  const head = readAt(descriptor, { at: 0, size: HEAD_BYTES }, room);
  const [sum, size] = [head.readUInt32LE(0), head.readUInt32LE(4)];
  if (size > MOST_OF_LIST) throw new RangeError("no list is that long");
  const list = readAt(descriptor, { at: 4, size: 4 + size }, room);
  if (crc32(list) !== sum) throw new Error("the list is not as it was written");
  const entries: Entry[] = [];
  let at = HEAD_BYTES + size;
  const { scripts, ofNode } = JSON.parse(list.toString("utf8", 4));
  for (const [path, text, length, ofCode] of scripts) {
    entries.push({ path, text, at, size: length, sum: ofCode });
    at += length;
  }
  return { entries, ofNode };
}

/** @returns less than was asked for where the file ends before */
function readAt(descriptor: number, { at, size }: Pick<Entry, "at" | "size">, room: Room): Buffer {
  const bytes = room(size);
  return bytes.subarray(0, readInto(bytes, descriptor, at));
}

/** All that a file holds as it was written: nothing where there is none. */
export function readKeptCode(file: string): KeptUse {
  const scripts = new Map<string, KeptScript>();
  const room = growingRoom();
  const kept = openKeptCode(file, room);
  for (const [path, text] of kept?.texts ?? []) {
    const code = kept?.codeOf(path, text);
    if (code !== undefined) scripts.set(path, { text, code: Buffer.from(code) });
  }
  return { scripts, ofNode: kept?.ofNode ?? [] };
}

/** Scripts that are no longer there are left out. @throws where it cannot be written */
export function writeKeptCode(file: string, { scripts, ofNode }: KeptUse): void {
  const present = [...scripts].filter(([path]) => existsSync(path));
  const list = Buffer.from(
    JSON.stringify({
      scripts: present.map(([path, { text, code }]) => [path, text, code.length, crc32(code)]),
      ofNode,
    }),
  );
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt32LE(list.length, 4);
  head.writeUInt32LE(crc32(list, crc32(head.subarray(4))), 0);
  const unfinished = `${file}.${process.pid}.${threadId}${UNFINISHED}`;
  try {
    writeFileSync(unfinished, Buffer.concat([head, list, ...present.map(([, { code }]) => code)]), {
      mode: 0o600,
    });
    renameSync(unfinished, file);
  } catch (fault) {
    rmSync(unfinished, { force: true });
    throw fault;
  }
  removeForgotten(dirname(file));
}

/** Takes away files that were kept here and are old, and of the others the oldest; whatever else lies here is not ours. */
function removeForgotten(folder: string): void {
  const ours = readdirSync(folder)
    .filter((name) => OURS.test(name))
    .flatMap((name) => {
      const path = join(folder, name);
      // Another run may take it away as well.
      const facts = lstatSync(path, { throwIfNoEntry: false });
      return facts?.isFile() === true ? [{ path, ageMs: Date.now() - facts.mtimeMs }] : [];
    })
    .sort((a, b) => a.ageMs - b.ageMs);
  for (const [index, { path, ageMs }] of ours.entries()) {
    const life = path.endsWith(UNFINISHED) ? HOUR_MS : FORGOTTEN_MS;
    if (index >= MOST_FILES || ageMs > life) rmSync(path, { force: true });
  }
}
