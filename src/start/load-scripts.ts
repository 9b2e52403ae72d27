/**
 * Loads the scripts of dist/ as require does, but each with the code that V8 compiled for it in an earlier run. Where none
 * is to be kept, require itself loads them: they are CommonJS modules like any other.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { cachedDataVersionTag } from "node:v8";
import { Script } from "node:vm";
import { crc32 } from "node:zlib";
import { unsettleV8 } from "../v8/settle-v8.js";
import { type KeptPlace, type KeptScript, readKeptCode, writeKeptCode } from "./kept-code.js";

export interface ScriptLoader {
  /** @returns what a script exports; @throws what it throws, and where it cannot be read */
  readonly load: (path: string) => unknown;
  /** Gives V8 the code of all scripts that earlier runs of this use loaded, for those that this one will load later. */
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
const HEAD = "(function(exports,require,module,__filename,__dirname){";
const TAIL = "\n})";

/** @param place undefined where nothing is to be kept */
export function scriptLoader(place: KeptPlace | undefined): ScriptLoader {
  const own = createRequire(import.meta.url);
  if (place === undefined) return { load: own, readAll: () => undefined, keep: () => undefined };
  const { file, settings } = place;
  const kept = readKeptCode(file);
  const compiled = new Map<string, Compiled>();
  const modules = new Map<string, { exports: unknown }>();
  let isNew = false;

  function compile(path: string): Compiled {
    const bytes = readFileSync(path);
    const text = crc32(bytes);
    const known = kept.get(path);
    const cachedData = known?.text === text ? known.code : undefined;
    const script = new Script(HEAD + bytes.toString("utf8") + TAIL, {
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
    const require = (id: string) => (id.startsWith(".") ? load(join(folder, id)) : own(id));
    try {
      script.runInThisContext().call(module.exports, module.exports, require, module, path, folder);
    } catch (fault) {
      // Who asks again is told again.
      modules.delete(path);
      throw fault;
    }
    return module.exports;
  }

  function readAll(): void {
    for (const path of kept.keys()) {
      try {
        if (!compiled.has(path)) compile(path);
      } catch {
        // Of another installation in this place, or none: whoever asks for it is told.
      }
    }
  }

  function keep(): void {
    if (!isNew) return;
    isNew = false;
    if (settings !== cachedDataVersionTag()) unsettleV8();
    // A long issue has asked V8 for more than that (v8/limit-heap-growth.ts).
    if (settings !== cachedDataVersionTag()) return;
    try {
      const scripts = new Map<string, KeptScript>(kept);
      for (const [path, { text, script }] of compiled)
        scripts.set(path, { text, code: script.createCachedData() });
      writeKeptCode(file, scripts);
    } catch {
      // What was asked of the run is done.
    }
  }

  return { load, readAll, keep };
}
