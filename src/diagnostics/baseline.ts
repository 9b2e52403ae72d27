/**
 * A baseline: findings that an old bulletin lives with, so that only new ones are told. A finding is known
 * again by its rule, its file and the text of its line without white space, not by the line's number; of
 * several alike in a file their count is kept. Reading and writing the file is the caller's.
 */
import { type Diagnostic, EnvironmentError, type Sources } from "./diagnostic.js";
import { indexLines } from "./line-index.js";

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

/** Gives a finding's path as the baseline names it. */
export type PathOf = (path: string) => string;

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
  {
    baseline,
    sources,
    pathOf,
  }: { readonly baseline: Baseline; readonly sources: Sources; readonly pathOf: PathOf },
): Baselined {
  const left = new Map(baseline.entries.map((entry) => [keyOf(entry), entry.count]));
  const fingerprint = fingerprints(sources, pathOf);
  const fresh = diagnostics.filter((diagnostic) => {
    const key = keyOf(fingerprint(diagnostic));
    const count = left.get(key) ?? 0;
    if (count === 0) return true;
    left.set(key, count - 1);
    return false;
  });
  const linted = new Set([...sources.keys()].map(pathOf));
  const mended = baseline.entries
    .filter((entry) => linted.has(entry.path))
    .map((entry) => ({ ...entry, count: left.get(keyOf(entry)) ?? 0 }))
    .filter(({ count }) => count > 0);
  return { diagnostics: fresh, known: diagnostics.length - fresh.length, mended };
}

/** @returns the baseline with this run's findings; of files that this run did not see, the entries stay */
export function updateBaseline(
  diagnostics: readonly Diagnostic[],
  {
    baseline,
    sources,
    pathOf,
  }: { readonly baseline: Baseline; readonly sources: Sources; readonly pathOf: PathOf },
): Baseline {
  const linted = new Set([...sources.keys()].map(pathOf));
  const entries = new Map<string, BaselineEntry>();
  for (const entry of baseline.entries) if (!linted.has(entry.path)) entries.set(keyOf(entry), entry);
  const fingerprint = fingerprints(sources, pathOf);
  for (const diagnostic of diagnostics) {
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
    ({ rule, path, line, count }) => `    ${JSON.stringify({ path, rule, line, count })}`,
  );
  const list = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n  ]`;
  return `{\n  "version": ${VERSION},\n  "findings": ${list}\n}\n`;
}

/** @throws EnvironmentError where the text is no baseline */
export function readBaseline(text: string, path: string): Baseline {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (fault) {
    throw unreadable(path, { cause: fault });
  }
  const findings = isRecord(value) && value.version === VERSION ? value.findings : undefined;
  if (!Array.isArray(findings)) throw unreadable(path);
  const entries = findings.map((entry: unknown): BaselineEntry => {
    if (!isRecord(entry)) throw unreadable(path);
    const { rule, path: file, line, count } = entry;
    if (typeof rule !== "string" || typeof file !== "string" || typeof line !== "string")
      throw unreadable(path);
    if (typeof count !== "number" || !Number.isInteger(count) || count < 1) throw unreadable(path);
    return { rule, path: file, line, count };
  });
  return { entries };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const unreadable = (path: string, options?: ErrorOptions): EnvironmentError =>
  new EnvironmentError(
    { zh: `“${path}”不是能读的基线文件`, en: `“${path}” is no baseline that can be read` },
    {
      zh: "用 bulletin lint --baseline 文件 --update-baseline 重新生成。",
      en: "Make it anew: bulletin lint --baseline FILE --update-baseline.",
    },
    options,
  );

const keyOf = ({ rule, path, line }: Omit<BaselineEntry, "count">): string => `${rule}\n${path}\n${line}`;

function fingerprints(
  sources: Sources,
  pathOf: PathOf,
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
