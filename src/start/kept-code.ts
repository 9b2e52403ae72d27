/**
 * Code that V8 compiled in earlier runs, all of a command's in one file: a run that finds it compiles nothing. By itself
 * each run compiles a megabyte of text again, a quarter of the processor time of a short build.
 *
 * A file holds for one build of Node with what V8 was asked for, one installation of the package and one command. V8 looks
 * whether what it is given is of its own version and flags, but two Nodes of one version of V8 differ all the same, and it
 * runs unseen what it takes: what is not as it was written is not handed to it. The file: a checksum (CRC-32) of all that
 * follows it, the length of a list, the list as JSON, then the code of each script, each part at a multiple of eight bytes,
 * where V8 can read it without a copy.
 */
import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
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

/** by path */
export type KeptScripts = ReadonlyMap<string, KeptScript>;

const HEAD_BYTES = 8;
const UNIT_BYTES = 8;

const HOUR_MS = 60 * 60 * 1000;
/** Files of programs, or Nodes, that are no longer there. */
const FORGOTTEN_MS = 60 * 24 * HOUR_MS;
/** Some three megabytes each. */
const MOST_FILES = 32;
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

/** @returns nothing where there is no such file, or it is not as it was written */
export function readKeptCode(file: string): KeptScripts {
  const kept = new Map<string, KeptScript>();
  try {
    // Anything else might never come to an end.
    if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return kept;
    const bytes = readFileSync(file);
    const length = bytes.readUInt32LE(4);
    if (crc32(bytes.subarray(4)) !== bytes.readUInt32LE(0)) return kept;
    let at = upToUnit(HEAD_BYTES + length);
    for (const [path, text, size] of JSON.parse(bytes.toString("utf8", HEAD_BYTES, HEAD_BYTES + length))) {
      kept.set(path, { text, code: bytes.subarray(at, at + size) });
      at = upToUnit(at + size);
    }
    return kept;
  } catch {
    return new Map();
  }
}

/** Scripts that are no longer there are left out. @throws where it cannot be written */
export function writeKeptCode(file: string, scripts: KeptScripts): void {
  const present = [...scripts].filter(([path]) => existsSync(path));
  const list = Buffer.from(
    JSON.stringify(present.map(([path, { text, code }]) => [path, text, code.length])),
  );
  const parts = [list, ...present.map(([, { code }]) => code)];
  const bytes = Buffer.alloc(parts.reduce((size, part) => upToUnit(size + part.length), HEAD_BYTES));
  bytes.writeUInt32LE(list.length, 4);
  let at = HEAD_BYTES;
  for (const part of parts) {
    part.copy(bytes, at);
    at = upToUnit(at + part.length);
  }
  bytes.writeUInt32LE(crc32(bytes.subarray(4)), 0);
  const unfinished = `${file}.${process.pid}.${threadId}${UNFINISHED}`;
  try {
    writeFileSync(unfinished, bytes, { mode: 0o600 });
    renameSync(unfinished, file);
  } catch (fault) {
    rmSync(unfinished, { force: true });
    throw fault;
  }
  removeForgotten(dirname(file));
}

const upToUnit = (bytes: number): number => Math.ceil(bytes / UNIT_BYTES) * UNIT_BYTES;

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
