/**
 * `lint --cache`: what each issue and each submission was told, kept on disk, so that it is not read
 * again while nothing has changed of all that was looked at for it: its own files, the house rules, its
 * pictures, the folders around it, the titles of earlier issues (fingerprint.ts). One file for each
 * folder in which the command is started and each set of rule settings; findings are kept in both
 * languages, so that the language of the run does not matter.
 */
import { createHash } from "node:crypto";
import { existsSync, realpathSync } from "node:fs";
import type { CheckOptions } from "../check/house-checks.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { LintTarget } from "../lint.js";
import type { Workspace } from "../read/workspace.js";
import { type RecordFolder, readRecord, sweepRecords, writeRecord } from "./cache-file.js";
import { isFinding, isObject, isText, listOf } from "./finding-shape.js";
import { type Fingerprint, fingerprintReader, isFingerprint, programIdentity } from "./fingerprint.js";
import { isRecord, type LintOutcome, lintEnvironment } from "./lint-outcome.js";
import { recallSources } from "./recall-sources.js";

export interface FindingsRecords {
  /** @returns undefined where the target is to be linted */
  readonly recall: (target: LintTarget) => LintOutcome | undefined;
  readonly remember: (target: LintTarget, outcome: LintOutcome) => void;
  /** writes the file, where anything has changed */
  readonly save: () => void;
}

interface FindingsFile {
  readonly program: string;
  /** folder of the command and settings in full; the file's name is but a digest of them */
  readonly key: string;
  readonly records: Readonly<Record<string, TargetRecord>>;
}

interface TargetRecord {
  readonly fingerprint: Fingerprint;
  readonly diagnostics: readonly Diagnostic[];
  /** the files that were read, and whether a finding points into them */
  readonly files: readonly (readonly [path: string, isPointedInto: boolean])[];
}

export interface FindingsOptions {
  readonly records: RecordFolder;
  readonly check: CheckOptions;
}

export function findingsRecords(workspace: Workspace, { records, check }: FindingsOptions): FindingsRecords {
  const program = programIdentity();
  const severities = [...(check.severities ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
  const key = JSON.stringify([realpathSync("."), severities, check.everyFinding === true]);
  const file = `lint-${createHash("sha256").update(key).digest("hex").slice(0, 32)}.record`;
  const environment = lintEnvironment(workspace);
  const reader = fingerprintReader(environment);
  const isOwn = isRecord(records.folder);
  const known = recordsOf(readRecord(records, file), { program, key });
  const kept = new Map<string, TargetRecord>();
  let isChanged = false;
  return {
    recall(target) {
      const name = nameOf(target);
      const record = known.get(name);
      if (record === undefined || !reader.isSame(record.fingerprint, isOwn)) return undefined;
      const { fingerprint, diagnostics } = record;
      const files = record.files.map(([path, isShown]) => ({ path, door: "files" as const, isShown }));
      const sources = recallSources({ target: target.path, fingerprint, diagnostics, files }, environment);
      if (sources === undefined) return undefined;
      kept.set(name, record);
      return { diagnostics, sources };
    },
    remember(target, { diagnostics, sources, fingerprint }) {
      isChanged = true;
      if (fingerprint === undefined) return;
      const files = [...sources].map(([path, text]) => [path, text !== ""] as const);
      kept.set(nameOf(target), { fingerprint, diagnostics, files });
    },
    save() {
      if (!isChanged) return;
      // What this run did not ask about stays, unless it is gone from the disk.
      for (const [name, record] of known) {
        if (!kept.has(name) && existsSync(name.slice(name.indexOf(" ") + 1))) kept.set(name, record);
      }
      sweepRecords(records);
      writeRecord(records, file, { program, key, records: Object.fromEntries(kept) } satisfies FindingsFile);
    },
  };
}

const nameOf = ({ kind, path }: LintTarget): string => `${kind} ${path}`;

/** @returns what is known of each target; nothing where the record is none, or another program's */
function recordsOf(
  memory: unknown,
  { program, key }: { readonly program: string; readonly key: string },
): ReadonlyMap<string, TargetRecord> {
  if (!isObject(memory) || memory.program !== program || memory.key !== key || !isObject(memory.records))
    return new Map();
  const records = Object.entries(memory.records);
  return new Map(records.filter((each): each is [string, TargetRecord] => isTargetRecord(each[1])));
}

const isTargetRecord = (value: unknown): value is TargetRecord =>
  isObject(value) &&
  isFingerprint(value.fingerprint) &&
  listOf(isFinding)(value.diagnostics) &&
  listOf(isFile)(value.files);

const isFile = (value: unknown): value is TargetRecord["files"][number] =>
  Array.isArray(value) && value.length === 2 && isText(value[0]) && typeof value[1] === "boolean";
