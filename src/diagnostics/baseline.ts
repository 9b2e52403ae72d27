/**
 * A baseline: findings that an old bulletin lives with, so that only new ones are reported. A finding is known
 * again by its rule, its file and the text of its line without white space, not by the line's number; of
 * several alike in a file their count is kept. Some findings no bulletin can live with: they are reported whatever a
 * baseline holds, for it may come with the copy, from whoever wrote that. Reading and writing the file is the
 * caller's.
 */
import { type Diagnostic, EnvironmentError, isRuleId, type Message, type Sources } from "./diagnostic.js";
import { indexLines } from "./line-index.js";
import { printableJson } from "./printable.js";

export interface Baseline {
  readonly entries: readonly BaselineEntry[];
}

export interface BaselineEntry {
  readonly rule: string;
  /** relative to the baseline's folder, `/` between folders */
  readonly path: string;
  /** of the text of the line, white space aside */
  readonly line: string;
  readonly count: number;
}

/** What a run knows of its findings. */
export interface BaselineRun {
  readonly baseline: Baseline;
  readonly sources: Sources;
  /** gives a finding's path as the baseline names it */
  readonly pathOf: (path: string) => string;
  /** true for a rule whose findings are always told */
  readonly isAlwaysTold: (rule: string) => boolean;
}

export interface Baselined {
  /** findings that the baseline does not hold */
  readonly diagnostics: readonly Diagnostic[];
  /** how many it does */
  readonly known: number;
  /** entries for files of this run whose findings are gone */
  readonly mended: readonly BaselineEntry[];
}

const VERSION = 1;

export function applyBaseline(
  diagnostics: readonly Diagnostic[],
  { baseline, sources, pathOf, isAlwaysTold }: BaselineRun,
): Baselined {
  // What an older version may have recorded of those that are always told is neither known nor mended.
  const entries = baseline.entries.filter(({ rule }) => !isAlwaysTold(rule));
  const left = new Map(entries.map((entry) => [keyOf(entry), entry.count]));
  const fingerprint = fingerprints(sources, pathOf);
  const fresh = diagnostics.filter((diagnostic) => {
    const key = keyOf(fingerprint(diagnostic));
    const count = left.get(key) ?? 0;
    if (count === 0) return true;
    left.set(key, count - 1);
    return false;
  });
  const linted = new Set([...sources.keys()].map(pathOf));
  const mended = entries
    .filter((entry) => linted.has(entry.path))
    .map((entry) => ({ ...entry, count: left.get(keyOf(entry)) ?? 0 }))
    .filter(({ count }) => count > 0);
  return { diagnostics: fresh, known: diagnostics.length - fresh.length, mended };
}

/** @returns the baseline with this run's findings; of files that this run did not see, the entries stay */
export function updateBaseline(
  diagnostics: readonly Diagnostic[],
  { baseline, sources, pathOf, isAlwaysTold }: BaselineRun,
): Baseline {
  const linted = new Set([...sources.keys()].map(pathOf));
  const entries = new Map<string, BaselineEntry>();
  for (const entry of baseline.entries) if (!linted.has(entry.path)) entries.set(keyOf(entry), entry);
  const fingerprint = fingerprints(sources, pathOf);
  for (const diagnostic of diagnostics) {
    if (isAlwaysTold(diagnostic.rule)) continue;
    const found = fingerprint(diagnostic);
    const key = keyOf(found);
    entries.set(key, { ...found, count: (entries.get(key)?.count ?? 0) + 1 });
  }
  const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const sorted = [...entries.values()].sort(
    (a, b) => byText(a.path, b.path) || byText(a.rule, b.rule) || byText(a.line, b.line),
  );
  return { entries: sorted };
}

/** @returns JSON, one entry a line, so that versions of it can be compared */
export function printBaseline({ entries }: Baseline): string {
  const lines = entries.map(
    ({ rule, path, line, count }) => `    ${printableJson({ path, rule, line, count }, { indent: 0 })}`,
  );
  const list = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n  ]`;
  return `{\n  "version": ${VERSION},\n  "findings": ${list}\n}\n`;
}

/** Of one file and line: more of one rule than its line has characters. */
const MOST_ALIKE = 1_000_000;
/** As `hash` below gives it. */
const LINE = /^[0-9a-f]{16}$/;

/** @throws EnvironmentError where the text is no baseline */
export function readBaseline(text: string, path: string): Baseline {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (fault) {
    throw unreadable(path, { zh: "内容不是 JSON", en: "it is not JSON" }, { cause: fault });
  }
  if (!isRecord(value) || value.version !== VERSION)
    throw unreadable(path, { zh: `version 不是 ${VERSION}`, en: `its version is not ${VERSION}` });
  if (!Array.isArray(value.findings))
    throw unreadable(path, { zh: "findings 不是列表", en: "its findings are not a list" });
  const entries = value.findings.map((entry: unknown, index) => {
    const read = readEntry(entry);
    if (read !== undefined) return read;
    throw unreadable(path, {
      zh: `findings 的第 ${index + 1} 条写得不对`,
      en: `entry ${index + 1} of its findings is malformed`,
    });
  });
  return { entries };
}

function readEntry(entry: unknown): BaselineEntry | undefined {
  if (!isRecord(entry)) return undefined;
  const { rule, path, line, count } = entry;
  if (!isRuleId(rule) || typeof path !== "string" || typeof line !== "string" || !LINE.test(line))
    return undefined;
  if (typeof count !== "number" || !Number.isInteger(count) || count < 1 || count > MOST_ALIKE)
    return undefined;
  return { rule, path, line, count };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const unreadable = (path: string, why: Message, options?: ErrorOptions): EnvironmentError =>
  new EnvironmentError(
    {
      zh: `“${path}”不是可用的基线文件：${why.zh}。`,
      en: `“${path}” is not a usable baseline: ${why.en}.`,
    },
    {
      zh: "请先删去它，再用 bulletin lint --baseline 文件 --update-baseline 重新生成。",
      en: "Delete it and create it again with bulletin lint --baseline FILE --update-baseline.",
    },
    options,
  );

const keyOf = ({ rule, path, line }: Omit<BaselineEntry, "count">): string => `${rule}\n${path}\n${line}`;

function fingerprints(
  sources: Sources,
  pathOf: BaselineRun["pathOf"],
): (diagnostic: Diagnostic) => Omit<BaselineEntry, "count"> {
  const starts = new Map<string, readonly number[]>();
  return ({ rule, span }) => {
    const text = sources.get(span.path) ?? "";
    const lines = starts.get(span.path) ?? indexLines(text).starts;
    starts.set(span.path, lines);
    const at = lineAt(lines, span.start);
    return {
      rule,
      path: pathOf(span.path),
      line: hash(text.slice(lines[at], lines[at + 1]).replace(/\s+/g, "")),
    };
  };
}

function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** FNV-1a twice, from two offsets: 64 bits in hexadecimal, enough that no two lines meet by chance. */
function hash(text: string): string {
  let first = 0x811c9dc5;
  let second = 0x01000193 ^ text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ (unit + at), 0x85ebca6b);
  }
  return [first, second].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
}
