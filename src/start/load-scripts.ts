/**
 * Loads the scripts of dist/ as require does, but each with the code that V8 compiled for it in an earlier run. Where none
 * is to be kept, require itself loads them: they are CommonJS modules like any other.
 */
import { isAscii } from "node:buffer";
import { closeSync, fstatSync, openSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { cachedDataVersionTag } from "node:v8";
import { Script } from "node:vm";
import { crc32 } from "node:zlib";
import { unsettleV8 } from "../v8/settle-v8.js";
import { type KeptPlace, openKeptCode, readKeptCode, writeKeptCode } from "./kept-code.js";
import { growingRoom, type Room, readInto } from "./room.js";

export interface ScriptLoader {
  /** @returns what a script exports; @throws what it throws, and where it cannot be read */
  readonly load: (path: string) => unknown;
  /**
   * Gives V8 the code of all scripts that earlier runs of this use loaded, for those that this one will load later, and
   * loads what they asked Node for.
   */
  readonly readAll: () => void;
  /**
   * Keeps what V8 has compiled by now, if there is a script of which nothing was kept. Where that cannot be, the next run
   * compiles as this one did.
   */
  readonly keep: () => void;
}

interface Compiled {
  /** CRC-32 of its text */
  readonly text: number;
  readonly script: Script;
}

/** The parameters of a CommonJS module. */
const HEAD = Buffer.from("(function(exports,require,module,__filename,__dirname){");
const TAIL = Buffer.from("\n})");

/** @returns what V8 is to compile, and the checksum of the file's bytes; @throws what the system says */
function readScript(path: string, room: Room): { readonly source: string; readonly text: number } {
  const descriptor = openSync(path, "r");
  try {
    const { size } = fstatSync(descriptor);
    const whole = room(HEAD.length + size + TAIL.length);
    whole.set(HEAD);
    const end = HEAD.length + readInto(whole.subarray(HEAD.length, HEAD.length + size), descriptor, 0);
    whole.set(TAIL, end);
    const bytes = whole.subarray(0, end + TAIL.length);
    // The bundle is ASCII: V8 takes it as it lies, and holds it in one byte a character.
    const source = bytes.toString(isAscii(bytes) ? "latin1" : "utf8");
    return { source, text: crc32(bytes.subarray(HEAD.length, end)) };
  } finally {
    closeSync(descriptor);
  }
}

/** Of another installation in this place, or none: whoever asks for it is told. */
function ifItCan(work: () => unknown): void {
  try {
    work();
  } catch {}
}

/** @param place undefined where nothing is to be kept */
export function scriptLoader(place: KeptPlace | undefined): ScriptLoader {
  const own = createRequire(import.meta.url);
  if (place === undefined) return { load: own, readAll: () => undefined, keep: () => undefined };
  const { file, settings } = place;
  const room = growingRoom();
  const kept = openKeptCode(file, room);
  const compiled = new Map<string, Compiled>();
  const modules = new Map<string, { exports: unknown }>();
  const places = new Map<string, string>();
  const ofNode = new Set<string>();
  let isNew = false;

  function compile(path: string): Compiled {
    const { source, text } = readScript(path, room);
    const cachedData = kept?.codeOf(path, text);
    const script = new Script(source, {
      filename: path,
      columnOffset: -HEAD.length,
      ...(cachedData && { cachedData }),
    });
    if (cachedData === undefined || script.cachedDataRejected === true) isNew = true;
    const made = { text, script };
    compiled.set(path, made);
    return made;
  }

  function load(path: string): unknown {
    const before = modules.get(path);
    if (before !== undefined) return before.exports;
    const { script } = compiled.get(path) ?? compile(path);
    const module = { exports: {} };
    modules.set(path, module);
    const folder = dirname(path);
    const require = (id: string) => (id.startsWith(".") ? load(placeOf(id, folder)) : loadOfNode(id));
    try {
      script.runInThisContext().call(module.exports, module.exports, require, module, path, folder);
    } catch (fault) {
      // Who asks again is told again.
      modules.delete(path);
      throw fault;
    }
    return module.exports;
  }

  /** Every script asks for many others, and two in one folder for one in the same words. */
  function placeOf(id: string, folder: string): string {
    const words = `${folder}/${id}`;
    const known = places.get(words);
    if (known !== undefined) return known;
    const place = join(folder, id);
    places.set(words, place);
    return place;
  }

  function loadOfNode(id: string): unknown {
    const loaded = own(id);
    ofNode.add(id);
    return loaded;
  }

  function readAll(): void {
    for (const path of kept?.texts.keys() ?? []) if (!compiled.has(path)) ifItCan(() => compile(path));
    for (const id of kept?.ofNode ?? []) ifItCan(() => own(id));
  }

  function keep(): void {
    if (!isNew) return;
    isNew = false;
    if (settings !== cachedDataVersionTag()) unsettleV8();
    // A long issue has asked V8 for more than that (v8/limit-heap-growth.ts).
    if (settings !== cachedDataVersionTag()) return;
    try {
      const before = readKeptCode(file);
      const scripts = new Map(before.scripts);
      for (const [path, { text, script }] of compiled)
        scripts.set(path, { text, code: script.createCachedData() });
      writeKeptCode(file, { scripts, ofNode: [...new Set([...before.ofNode, ...ofNode])] });
    } catch {
      // What was asked of the run is done.
    }
  }

  return { load, readAll, keep };
}
