/**
 * `lint --cache`: what each issue and each submission was told, kept on disk, so that it is not read
 * again while nothing has changed of all that was looked at for it: its own files, the house rules, its
 * pictures, the folders around it, the titles of earlier issues (fingerprint.ts). One file for each
 * folder in which the command is started and each set of rule settings; findings are kept in both
 * languages, so that the language of the run does not matter.
 */
import { createHash } from "node:crypto";
import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import type { CheckOptions } from "../check/check-issue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { LintTarget } from "../lint.js";
import { readText } from "../read/read-text-file.js";
import type { Workspace } from "../read/workspace.js";
import { readCacheFile, writeCacheFile } from "./cache-file.js";
import { type Fingerprint, fingerprintReader, programIdentity } from "./fingerprint.js";
import { isRecord, type LintOutcome, lintEnvironment } from "./lint-outcome.js";

export interface FindingsMemory {
  /** @returns undefined where the target is to be linted */
  readonly recall: (target: LintTarget) => LintOutcome | undefined;
  readonly remember: (target: LintTarget, outcome: LintOutcome) => void;
  /** writes the file, where anything has changed */
  readonly save: () => void;
}

interface Memory {
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
  readonly folder: string;
  readonly check: CheckOptions;
}

export function findingsMemory(workspace: Workspace, { folder, check }: FindingsOptions): FindingsMemory {
  const program = programIdentity();
  const severities = [...(check.severities ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
  const key = JSON.stringify([realpathSync("."), severities]);
  const path = join(folder, `lint-${createHash("sha256").update(key).digest("hex").slice(0, 32)}.json`);
  const reader = fingerprintReader(lintEnvironment(workspace));
  const isOwn = isRecord(folder);
  const known = readMemory(path, { program, key });
  const kept = new Map<string, TargetRecord>();
  let isChanged = false;
  return {
    recall(target) {
      const name = nameOf(target);
      const record = known.get(name);
      if (record === undefined || !reader.isSame(record.fingerprint, isOwn)) return undefined;
      const sources = readSources(record.files, workspace);
      if (sources === undefined) return undefined;
      kept.set(name, record);
      return { diagnostics: record.diagnostics, sources };
    },
    remember(target, { diagnostics, sources, fingerprint }) {
      isChanged = true;
      if (fingerprint === undefined) return;
      const files = [...sources].map(([file, text]) => [file, text !== ""] as const);
      kept.set(nameOf(target), { fingerprint, diagnostics, files });
    },
    save() {
      if (!isChanged) return;
      // What this run did not ask about stays, unless it is gone from the disk.
      for (const [name, record] of known) {
        if (!kept.has(name) && existsSync(name.slice(name.indexOf(" ") + 1))) kept.set(name, record);
      }
      writeCacheFile(path, { program, key, records: Object.fromEntries(kept) } satisfies Memory);
    },
  };
}

const nameOf = ({ kind, path }: LintTarget): string => `${kind} ${path}`;

function readMemory(
  path: string,
  { program, key }: { readonly program: string; readonly key: string },
): ReadonlyMap<string, TargetRecord> {
  // Whole, hence written by `save`; that of another program is told by `program`.
  const memory = readCacheFile(path) as Memory | undefined;
  if (memory === undefined || memory.program !== program || memory.key !== key) return new Map();
  return new Map(Object.entries(memory.records));
}

/** @returns the texts as they were read then: their bytes are the same; undefined where one is not to be had */
function readSources(
  files: TargetRecord["files"],
  workspace: Workspace,
): ReadonlyMap<string, string> | undefined {
  const sources = new Map<string, string>();
  for (const [path, isPointedInto] of files) {
    if (!isPointedInto) {
      sources.set(path, "");
      continue;
    }
    const content = workspace.readFile(path, { maxBytes: Number.POSITIVE_INFINITY });
    const read = readText(content, { path, rule: "" });
    if ("fault" in read) return undefined;
    sources.set(path, read.text);
  }
  return sources;
}
