/**
 * One run of `--fix`, or an import, as it is kept: a line of JSON, and behind it the bytes that each file had. Records are read
 * from disk, where a pull request or an archive may have put them: what is not as it was written here is
 * no record, and what it may name is decided by `isRestorable`. No disk is touched in this file.
 */
import { createHash } from "node:crypto";
import { TURNING, windowsReadsAnew } from "../../read/file-names.js";

export interface HistoryRecord {
  /** when it was written, as ISO 8601 in UTC */
  readonly at: string;
  /** what was done, in words, where whoever kept it said so */
  readonly label?: string;
  readonly files: readonly HistoryFile[];
  /** folders that it made for them, the outer ones first */
  readonly folders?: readonly string[];
}

export interface HistoryFile {
  /** from the folder that holds the history, `/` between folders */
  readonly path: string;
  /** what stood there before the run; undefined where nothing did, and the run made the file */
  readonly before: Uint8Array | undefined;
  /** digest of what the run left there */
  readonly after: string;
}

const VERSION = 1;
const MOST_FILES = 10_000;
/** No file that is linted is as large; byte order marks included. */
const MOST_BYTES = 2 * 1024 * 1024;
/** Nor is a register that is read. */
const MOST_REGISTER_BYTES = 32 * 1024 * 1024;

export const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

export function printRecord({ at, label, files, folders }: HistoryRecord): Uint8Array {
  const entries = files.map(({ path, before, after }) => ({
    path,
    bytes: before?.length ?? 0,
    before: before === undefined ? null : digestOf(before),
    after,
  }));
  const head = JSON.stringify({ version: VERSION, at, label, files: entries, folders });
  return Buffer.concat([Buffer.from(`${head}\n`), ...files.map(({ before }) => before ?? NO_BYTES)]);
}

const NO_BYTES = new Uint8Array();

/** @returns undefined for anything that `printRecord` has not made so */
export function readRecord(
  bytes: Uint8Array,
  { isWindows }: { readonly isWindows: boolean },
): HistoryRecord | undefined {
  const end = bytes.indexOf(LINE_FEED);
  const head = end < 0 ? undefined : parse(bytes.subarray(0, end));
  if (!isRecord(head) || head.version !== VERSION || !Array.isArray(head.files)) return undefined;
  const { at } = head;
  if (typeof at !== "string" || !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at)) return undefined;
  if (head.files.length === 0 || head.files.length > MOST_FILES) return undefined;
  const files: HistoryFile[] = [];
  let from = end + 1;
  for (const entry of head.files) {
    const file = readFile(entry, bytes.subarray(from), isWindows);
    if (file === undefined) return undefined;
    files.push(file);
    from += file.before?.length ?? 0;
  }
  const names = new Set(files.map(({ path }) => path));
  if (from !== bytes.length || names.size !== files.length) return undefined;
  const folders = readFolders(head.folders, isWindows);
  if (folders === undefined) return undefined;
  return {
    ...{ at, files },
    ...(isLabel(head.label) && { label: head.label }),
    ...(folders.length > 0 && { folders }),
  };
}

function readFolders(value: unknown, isWindows: boolean): readonly string[] | undefined {
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.length > MOST_FILES) return undefined;
  const isFolder = (path: unknown): path is string =>
    typeof path === "string" && HOLDS_IMPORTS.test(path) && isPlainPath(path, isWindows);
  return value.every(isFolder) ? value : undefined;
}

/** Words that are shown to people; those that may lead them astray are left out. */
const isLabel = (value: unknown): value is string =>
  typeof value === "string" && value.length <= MOST_LABEL_UNITS && !isAstray(value);

const MOST_LABEL_UNITS = 300;

const LINE_FEED = 0x0a;

function readFile(entry: unknown, rest: Uint8Array, isWindows: boolean): HistoryFile | undefined {
  if (!isRecord(entry)) return undefined;
  const { path, bytes, before, after } = entry;
  if (typeof path !== "string" || typeof after !== "string" || !/^[0-9a-f]{64}$/.test(after))
    return undefined;
  if (before === null) {
    return bytes === 0 && isRemovable(path, isWindows) ? { path, before: undefined, after } : undefined;
  }
  if (!isRestorable(path, isWindows)) return undefined;
  const mostBytes = path === REGISTER ? MOST_REGISTER_BYTES : MOST_BYTES;
  if (typeof bytes !== "number" || !Number.isInteger(bytes) || bytes < 0 || bytes > mostBytes)
    return undefined;
  if (bytes > rest.length) return undefined;
  const content = rest.subarray(0, bytes);
  return digestOf(content) === before ? { path, before: content, after } : undefined;
}

function parse(line: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(line));
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/**
 * Only what `--fix` mends and what an import enters a row in: items and YAML below the folder and the register in it,
 * none of them hidden (workflows of a code host are YAML, too), by names that no system reads in another way.
 */
export function isRestorable(path: string, isWindows: boolean): boolean {
  return (/\.(?:md|markdown|ya?ml)$/i.test(path) || path === REGISTER) && isPlainPath(path, isWindows);
}

/** Only what an import makes, in the folders that it puts it in. */
export const isRemovable = (path: string, isWindows: boolean): boolean =>
  (path === REGISTER || HOLDS_IMPORTS.test(path.slice(0, Math.max(0, path.lastIndexOf("/"))))) &&
  isPlainPath(path, isWindows);

const REGISTER = "register.csv";
const HOLDS_IMPORTS = /^inbox$|(?:^|\/)(?:items|images)$/;

const isPlainPath = (path: string, isWindows: boolean): boolean =>
  path.length <= 1000 &&
  path.split("/").every((name) => isPlainName(name) && !(isWindows && windowsReadsAnew(name)));

const isPlainName = (name: string): boolean => name !== "" && !name.startsWith(".") && !isAstray(name);

const isAstray = (words: string): boolean => words.includes("\\") || TURNING.test(words);
