/**
 * Code that V8 compiled in earlier runs, all of a command's in one file: a run that finds it compiles nothing. By itself
 * each run compiles a megabyte of text again, a quarter of the processor time of a short build.
 *
 * A file holds for one V8 with its flags, one installation of the package and one command. V8 looks whether what it is
 * given is of its own version, but runs the rest unseen: what is not as it was written is not handed to it. The file:
 * a checksum (CRC-32) of all that follows it, the length of a list, the list as JSON, then the code of each script, each
 * part at a multiple of eight bytes, where V8 can read it without a copy.
 */
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { cachedDataVersionTag } from "node:v8";
import { crc32 } from "node:zlib";
import { compiledCodeFolder } from "../disk/own-folders.js";

/** @returns undefined where none is to be kept: who turns off Node's own way of keeping code, or uses it, has that instead */
export function keptCodeFolder(
  { NODE_DISABLE_COMPILE_CACHE, NODE_COMPILE_CACHE } = process.env,
): string | undefined {
  return NODE_DISABLE_COMPILE_CACHE || NODE_COMPILE_CACHE ? undefined : compiledCodeFolder();
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

/** Files of programs, or Nodes, that are no longer there. */
const FORGOTTEN_MS = 60 * 24 * 60 * 60 * 1000;

/**
 * @param folder where nobody else can write; in it a file for each use
 * @param program a path in the package, so that two installations keep their code apart
 */
export const keptCodeFile = (folder: string, program: string, use: string): string =>
  join(folder, `${use}-${cachedDataVersionTag().toString(16)}-${crc32(program).toString(16)}.bin`);

/** @returns nothing where there is no such file, or it is not as it was written */
export function readKeptCode(file: string): KeptScripts {
  const kept = new Map<string, KeptScript>();
  try {
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

/** Where it cannot be written, the next run compiles as this one did. Scripts that are no longer there are left out. */
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
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(unfinished, bytes, { mode: 0o600 });
    renameSync(unfinished, file);
    removeForgotten(dirname(file));
  } catch {
    rmSync(unfinished, { force: true });
  }
}

const upToUnit = (bytes: number): number => Math.ceil(bytes / UNIT_BYTES) * UNIT_BYTES;

function removeForgotten(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > FORGOTTEN_MS) rmSync(path, { recursive: true, force: true });
  }
}
