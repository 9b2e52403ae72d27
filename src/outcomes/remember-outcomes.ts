/**
 * `build --cache`: what building an issue gave, kept on disk, so that an issue is not built again
 * while nothing that it was made of has changed and its editions still lie where they were written,
 * byte for byte. One record an issue and set of options, so that builds side by side and shards
 * never meet in one file. A record that is damaged, not sealed by us (cache-file.ts), or of another
 * program, is as good as none; one that cannot be written is not a fault.
 */
import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { dirname, resolve, sep } from "node:path";
import type { BuildEnvironment, BuildOptions } from "../build.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { pathsOf } from "../diagnostics/places.js";
import { readRegularFile } from "../disk/regular-file.js";
import { type EditionName, isEditionName, type NamedItem } from "../editions/edition-table.js";
import type { OutputPlace } from "../read/output-place.js";
import { type BuildOutcome, placeOf, type SecretOutcome } from "./build-outcome.js";
import { type RecordFolder, readRecord, sweepRecords, writeRecord } from "./cache-file.js";
import { isCount, isFinding, isObject, isText, listOf } from "./finding-shape.js";
import {
  askedOf,
  doorOfText,
  type Fingerprint,
  fingerprintOf,
  fingerprintReader,
  isFingerprint,
  programIdentity,
} from "./fingerprint.js";
import type { Door } from "./question.js";
import { recallSources } from "./recall-sources.js";

export interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** One edition on disk, as `--json` tells it. */
export interface WrittenEdition extends WrittenFile {
  readonly edition: EditionName;
  /** there where it is of one item alone */
  readonly item?: NamedItem;
  readonly pages?: number;
  /** what lies beside it, in a folder of its own */
  readonly companions?: readonly WrittenFile[];
}

/** An issue that was not built again, and its editions of then. */
export interface RecalledIssue {
  readonly outcome: BuildOutcome;
  readonly editions: readonly WrittenEdition[];
}

export interface OutcomeRecords {
  /** @returns undefined where the issue is to be built */
  readonly recall: (manifest: string) => RecalledIssue | undefined;
  readonly remember: (outcome: BuildOutcome, editions: readonly WrittenEdition[]) => void;
}

interface OutcomeRecord {
  readonly program: string;
  /** manifest, folder of the command and options in full; the file's name is but a digest of them */
  readonly key: string;
  readonly fingerprint: Fingerprint;
  readonly place: { readonly slug: string; readonly folder: string; readonly root: string };
  readonly secret?: SecretOutcome;
  readonly editions: readonly WrittenEdition[];
  readonly diagnostics: readonly Diagnostic[];
  /** texts that the findings point into, and where they are read again */
  readonly sources: readonly (readonly [string, Door])[];
}

export interface RecordsOptions {
  readonly records: RecordFolder;
  /** by which questions are asked anew */
  readonly environment: BuildEnvironment;
  readonly build: BuildOptions;
  /** folder named with --out */
  readonly out: string | undefined;
}

export function outcomeRecords({ records, environment, build, out }: RecordsOptions): OutcomeRecords {
  const program = programIdentity();
  const reader = fingerprintReader(environment);
  const start = realpathSync(".");
  const keyOf = (manifest: string) => JSON.stringify([start, manifest, out ?? null, build]);
  let isSwept = false;
  return {
    recall(manifest) {
      const started = process.uptime();
      const key = keyOf(manifest);
      const record = readRecord(records, nameOf(key));
      if (!isOutcomeRecord(record) || record.program !== program || record.key !== key) return undefined;
      const { fingerprint, diagnostics, place, editions } = record;
      if (!editions.every((edition) => edition.path === placeOf(place, edition, out))) return undefined;
      if (!editions.flatMap(filesOf).every(isOnDisk)) return undefined;
      const isOwn = madeBy(manifest, { editions, cache: records.folder });
      if (!reader.isSame(fingerprint, isOwn)) return undefined;
      const files = record.sources.map(([path, door]) => ({ path, door, isShown: true }));
      const sources = recallSources({ target: manifest, fingerprint, diagnostics, files }, environment);
      if (sources === undefined) return undefined;
      const milliseconds = Math.round(1000 * (process.uptime() - started));
      const madeOf = askedOf(fingerprint);
      return {
        outcome: {
          manifest,
          artifacts: [],
          ...place,
          place: placeOfRecord(manifest, place),
          ...(record.secret && { secret: record.secret }),
          diagnostics,
          sources,
          madeOf,
          milliseconds,
        },
        editions,
      };
    },
    remember({ manifest, trace, slug, folder: target, root, secret, diagnostics, sources }, editions) {
      if (trace === undefined || slug === undefined || target === undefined || root === undefined) return;
      const isOwn = madeBy(manifest, { editions, cache: records.folder });
      const fingerprint = fingerprintOf(trace, { isOwn, environment });
      if (fingerprint === undefined) return;
      const pointed = new Set(diagnostics.flatMap(pathsOf).filter((path) => sources.has(path)));
      const doors = [...pointed].map((path) => [path, doorOfText(path, trace)] as const);
      const known = doors.filter((each): each is readonly [string, Door] => each[1] !== undefined);
      if (known.length < doors.length) return;
      const key = keyOf(manifest);
      const place = { slug, folder: target, root };
      if (!isSwept) sweepRecords(records);
      isSwept = true;
      const record = {
        program,
        key,
        fingerprint,
        place,
        ...(secret && { secret }),
        editions,
        diagnostics,
        sources: known,
      };
      writeRecord(records, nameOf(key), record satisfies OutcomeRecord);
    },
  };
}

/** Where in the manifest it is written is not kept: of an issue that is as it was, there is nothing to tell. */
function placeOfRecord(manifest: string, { slug, folder, root }: OutcomeRecord["place"]): OutputPlace {
  const span = { path: manifest, start: 0, end: 0 };
  return { issue: folder, root, folder: { value: ".", span }, slug: { value: slug, span } };
}

const nameOf = (key: string): string =>
  `build-${createHash("sha256").update(key).digest("hex").slice(0, 32)}.record`;

/** Sealed, hence written above; by a version, though, that may have written it otherwise. */
function isOutcomeRecord(value: unknown): value is OutcomeRecord {
  if (!isObject(value) || !isObject(value.place)) return false;
  const { program, key, fingerprint, place, secret, editions, diagnostics, sources } = value;
  return (
    isText(program) &&
    isText(key) &&
    isFingerprint(fingerprint) &&
    [place.slug, place.folder, place.root].every(isText) &&
    (secret === undefined || isSecretOutcome(secret)) &&
    listOf(isWrittenEdition)(editions) &&
    listOf(isFinding)(diagnostics) &&
    listOf(isSource)(sources)
  );
}

const isSecretOutcome = (value: unknown): value is SecretOutcome =>
  isObject(value) && listOf(isEditionName)(value.withheld) && listOf(isText)(value.stems);

const isWrittenEdition = (value: unknown): value is WrittenEdition =>
  isObject(value) &&
  isEditionName(value.edition) &&
  isWrittenFile(value) &&
  (value.item === undefined ||
    (isObject(value.item) && isText(value.item.path) && isText(value.item.stem))) &&
  (value.pages === undefined || isCount(value.pages)) &&
  (value.companions === undefined || listOf(isWrittenFile)(value.companions));

const isWrittenFile = (value: unknown): value is WrittenFile =>
  isObject(value) && isText(value.path) && isCount(value.bytes) && isText(value.sha256);

/** @returns the edition's own file and those beside it */
const filesOf = (edition: WrittenEdition): readonly WrittenFile[] => [edition, ...(edition.companions ?? [])];

const isSource = (value: unknown): value is readonly [string, Door] =>
  Array.isArray(value) &&
  value.length === 2 &&
  isText(value[0]) &&
  (value[1] === "files" || value[1] === "templates");

/** A link, a pipe or a device in an edition's place is none. */
function isOnDisk({ path, bytes, sha256 }: WrittenFile): boolean {
  const file = readRegularFile(path, { maxBytes: bytes, followsLinks: false });
  if (file.state !== "found" || file.bytes.length !== bytes) return false;
  return createHash("sha256").update(file.bytes).digest("hex") === sha256;
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
  for (const path of [...editions.flatMap(filesOf).map((file) => file.path), cache]) {
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
