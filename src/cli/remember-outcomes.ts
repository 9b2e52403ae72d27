/**
 * `build --cache`: what building an issue gave, kept on disk, so that an issue is not built again
 * while nothing that it was made of has changed and its editions still lie where they were written,
 * byte for byte. One record an issue and set of options, so that builds side by side and shards
 * never meet in one file. A record that is damaged, or of another program, is as good as none; one
 * that cannot be written is no fault.
 */
import { createHash } from "node:crypto";
import { readFileSync, realpathSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import type { BuildEnvironment, BuildOptions } from "../build.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { pathsOf } from "../diagnostics/places.js";
import { readText } from "../read/read-text-file.js";
import type { BuildOutcome } from "./build-outcome.js";
import { readCacheFile, writeCacheFile } from "./cache-file.js";
import {
  askedOf,
  type Door,
  doorOfText,
  type Fingerprint,
  fingerprintOf,
  fingerprintReader,
  programIdentity,
} from "./fingerprint.js";

/** One edition on disk, as `--json` tells it. */
export interface WrittenEdition {
  readonly edition: string;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly pages?: number;
}

/** An issue that was not built again, and its editions of then. */
export interface RecalledIssue {
  readonly outcome: BuildOutcome;
  readonly editions: readonly WrittenEdition[];
}

export interface OutcomeMemory {
  /** @returns undefined where the issue is to be built */
  readonly recall: (manifest: string) => RecalledIssue | undefined;
  readonly remember: (outcome: BuildOutcome, editions: readonly WrittenEdition[]) => void;
}

interface Record {
  readonly program: string;
  /** manifest, folder of the command and options in full; the file's name is but a digest of them */
  readonly key: string;
  readonly fingerprint: Fingerprint;
  readonly place: { readonly slug: string; readonly folder: string; readonly root: string };
  readonly editions: readonly WrittenEdition[];
  readonly diagnostics: readonly Diagnostic[];
  /** texts that the findings point into, and where they are read again */
  readonly sources: readonly (readonly [string, Door])[];
}

export interface MemoryOptions {
  readonly folder: string;
  /** by which questions are asked anew */
  readonly environment: BuildEnvironment;
  readonly build: BuildOptions;
  /** folder named with --out */
  readonly out: string | undefined;
}

export function outcomeMemory({ folder, environment, build, out }: MemoryOptions): OutcomeMemory {
  const program = programIdentity();
  const reader = fingerprintReader(environment);
  const start = realpathSync(".");
  const keyOf = (manifest: string) => JSON.stringify([start, manifest, out ?? null, build]);
  return {
    recall(manifest) {
      const started = performance.now();
      const key = keyOf(manifest);
      // Whole, hence written below; another program's record is told by `program`.
      const record = readCacheFile(recordPath(folder, key)) as Record | undefined;
      if (record === undefined || record.program !== program || record.key !== key) return undefined;
      if (!record.editions.every(isOnDisk)) return undefined;
      const isOwn = madeBy(manifest, { editions: record.editions, cache: folder });
      if (!reader.isSame(record.fingerprint, isOwn)) return undefined;
      const sources = readSources(record.sources, environment);
      if (sources === undefined) return undefined;
      const milliseconds = Math.round(performance.now() - started);
      const { diagnostics, place, editions } = record;
      const madeOf = askedOf(record.fingerprint);
      return {
        outcome: { manifest, artifacts: [], ...place, diagnostics, sources, madeOf, milliseconds },
        editions,
      };
    },
    remember({ manifest, trace, slug, folder: target, root, diagnostics, sources }, editions) {
      if (trace === undefined || slug === undefined || target === undefined || root === undefined) return;
      const isOwn = madeBy(manifest, { editions, cache: folder });
      const fingerprint = fingerprintOf(trace, { isOwn, environment });
      if (fingerprint === undefined) return;
      const pointed = new Set(diagnostics.flatMap(pathsOf).filter((path) => sources.has(path)));
      const doors = [...pointed].map((path) => [path, doorOfText(path, trace)] as const);
      const known = doors.filter((each): each is readonly [string, Door] => each[1] !== undefined);
      if (known.length < doors.length) return;
      const key = keyOf(manifest);
      const place = { slug, folder: target, root };
      writeCacheFile(recordPath(folder, key), {
        program,
        key,
        fingerprint,
        place,
        editions,
        diagnostics,
        sources: known,
      });
    },
  };
}

const recordPath = (folder: string, key: string): string =>
  join(folder, `${createHash("sha256").update(key).digest("hex").slice(0, 32)}.json`);

function isOnDisk({ path, bytes, sha256 }: WrittenEdition): boolean {
  try {
    const content = readFileSync(path);
    return content.length === bytes && createHash("sha256").update(content).digest("hex") === sha256;
  } catch {
    return false;
  }
}

/**
 * Editions, the folders made for them, and these records: they come into being while the issue is
 * built, within folders whose names it looks through.
 */
function madeBy(
  manifest: string,
  { editions, cache }: { readonly editions: readonly WrittenEdition[]; readonly cache: string },
): (path: string) => boolean {
  const own = new Set<string>();
  const issue = dirname(resolve(manifest));
  for (const path of [...editions.map((edition) => edition.path), cache]) {
    for (let place = resolve(path); place !== dirname(place); place = dirname(place)) {
      // What holds the issue itself was there before.
      if (issue === place || issue.startsWith(`${place}${sep}`)) break;
      own.add(place);
    }
  }
  return (path) => own.has(resolve(path)) || TEMPORARY.test(path);
}

/** temporary-files.ts */
const TEMPORARY = /(^|\/)\.bulletin-[0-9a-f-]+\.tmp$/;

/** @returns the texts as they were read then: their bytes are the same; undefined where one is not to be had */
export function readSources(
  places: Record["sources"],
  { workspace, templates }: BuildEnvironment,
): ReadonlyMap<string, string> | undefined {
  const sources = new Map<string, string>();
  for (const [path, door] of places) {
    const files = door === "files" ? workspace : templates;
    const content = files.readFile(path, { maxBytes: Number.POSITIVE_INFINITY });
    const read = readText(content, { path, rule: "" });
    if ("fault" in read) return undefined;
    sources.set(path, read.text);
  }
  return sources;
}
