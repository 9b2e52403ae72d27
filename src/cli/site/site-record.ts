/**
 * What a run leaves for the next one. In the website's folder, which goes out, stands which files are its own, and nothing
 * else: no path in it leads out, for it may have come from somebody else. What each issue was made of is no business of
 * readers: it lies where `--cache` keeps its records, sealed as they are. While a run lasts, what it writes is noted first,
 * so that one that is broken off leaves nothing that nobody owns.
 */
import { createHash } from "node:crypto";
import { appendFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { readRegularFile } from "../../disk/regular-file.js";
import { type RecordFolder, readRecord, sweepRecords, writeRecord } from "../../outcomes/cache-file.js";
import { type Fingerprint, isFingerprint } from "../../outcomes/fingerprint.js";
import type { IssueFacts } from "../../site/site-facts.js";

export const RECORD_FILE = ".bulletin-site.json";
export const JOURNAL_FILE = ".bulletin-site.journal";

/** Of one issue: on the website, or kept from it. */
export interface IssueRecord {
  readonly fingerprint: Fingerprint;
  readonly root: string;
  readonly files: readonly string[];
  readonly shown:
    | { readonly state: "shown"; readonly facts: IssueFacts }
    | { readonly state: "secret" | "draft" };
}

/** What is known of the issues that an earlier run read. */
export interface IssueRecords {
  /** by manifest */
  readonly issues: ReadonlyMap<string, IssueRecord>;
  /** folders of the issues whose text a year's file holds, by its path */
  readonly years: ReadonlyMap<string, readonly string[]>;
}

interface Written {
  readonly program: string;
  readonly key: string;
  readonly issues: Readonly<Record<string, IssueRecord>>;
  readonly years: Readonly<Record<string, readonly string[]>>;
}

/** Some 100,000 pages. */
const MOST_BYTES = 64 * 1024 * 1024;

/** @returns the files of earlier runs with their digests; two where a run was broken off */
export function readOwnFiles(out: string): ReadonlyMap<string, string> {
  const files = new Map(filesOf(parsed(textAt(join(out, RECORD_FILE)))));
  for (const [, digest = "", path = ""] of (textAt(join(out, JOURNAL_FILE)) ?? "").matchAll(
    /^(\S+) (.+)$/gm,
  )) {
    // Whether it came to be written is not known: either is ours.
    if (isOwnPath(path)) files.set(path, [files.get(path) ?? [], digest].flat().join(" "));
  }
  return files;
}

export const printOwnFiles = (files: ReadonlyMap<string, string>): Uint8Array =>
  new TextEncoder().encode(
    `${JSON.stringify({ version: 1, files: Object.fromEntries(files) }, undefined, 1)}\n`,
  );

/** Whose website it is: of another folder, or asked for from elsewhere, issues have other paths. */
export interface RecordOwner {
  readonly records: RecordFolder | undefined;
  /** what made it */
  readonly program: string;
  readonly out: string;
}

const NO_ISSUES: IssueRecords = { issues: new Map(), years: new Map() };

export function readIssueRecords({ records, program, out }: RecordOwner): IssueRecords {
  if (records === undefined) return NO_ISSUES;
  const key = keyOf(out);
  const value = readRecord(records, nameOf(key));
  if (!isRecord(value) || value.program !== program || value.key !== key) return NO_ISSUES;
  return {
    issues: new Map(Object.entries(value.issues).filter(([, issue]) => isIssue(issue))),
    years: new Map(Object.entries(value.years)),
  };
}

export function writeIssueRecords(
  { issues, years }: IssueRecords,
  { records, program, out }: RecordOwner,
): void {
  if (records === undefined) return;
  sweepRecords(records);
  const key = keyOf(out);
  writeRecord(records, nameOf(key), {
    program,
    key,
    issues: Object.fromEntries(issues),
    years: Object.fromEntries(years),
  } satisfies Written);
}

const keyOf = (out: string): string => JSON.stringify([realpathSync("."), realpathSync(out)]);

const nameOf = (key: string): string =>
  `site-${createHash("sha256").update(key).digest("hex").slice(0, 32)}.record`;

/** @param files that are about to be written, with their digests */
export function noteInJournal(
  out: string,
  files: readonly (readonly [path: string, digest: string])[],
): void {
  appendFileSync(join(out, JOURNAL_FILE), files.map(([path, digest]) => `${digest} ${path}\n`).join(""));
}

function textAt(path: string): string | undefined {
  const content = readRegularFile(path, { maxBytes: MOST_BYTES, followsLinks: false });
  return content.state === "found" ? content.bytes.toString("utf8") : undefined;
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function filesOf(value: unknown): readonly (readonly [string, string])[] {
  if (!isMap(value) || !isMap(value.files)) return [];
  return Object.entries(value.files).flatMap(([path, digest]) =>
    typeof digest === "string" && isOwnPath(path) ? [[path, digest] as const] : [],
  );
}

/** A path below the website's folder such as we write them: it leads nowhere else, on no system. */
export const isOwnPath = (path: string): boolean =>
  path !== "" &&
  path
    .split("/")
    .every((part) => part !== "" && part !== ".git" && !/^\.+$/.test(part) && !/[\\:\0]/.test(part));

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === "string");

const isRecord = (value: unknown): value is Written =>
  isMap(value) &&
  typeof value.program === "string" &&
  typeof value.key === "string" &&
  isMap(value.issues) &&
  isMap(value.years) &&
  Object.values(value.years).every(isTexts);

function isIssue(value: unknown): value is IssueRecord {
  if (!isMap(value) || !isFingerprint(value.fingerprint) || !isTexts(value.files)) return false;
  if (typeof value.root !== "string" || !isMap(value.shown)) return false;
  const { state, facts } = value.shown;
  return state === "secret" || state === "draft" || (state === "shown" && isFacts(facts));
}

const isFacts = (value: unknown): value is IssueFacts =>
  isMap(value) &&
  ["folder", "name", "shortName", "date", "styleSheet"].every((key) => typeof value[key] === "string") &&
  typeof value.year === "number" &&
  isBulletin(value.bulletin) &&
  Array.isArray(value.items) &&
  value.items.every(
    (item) =>
      isMap(item) &&
      ["path", "title", "section", "summary"].every((key) => typeof item[key] === "string") &&
      isTexts(item.units),
  );

const isBulletin = (value: unknown): boolean =>
  isMap(value) &&
  typeof value.name === "string" &&
  typeof value.language === "string" &&
  isMap(value.contact) &&
  ["label", "email", "phone"].every((key) => isMap(value.contact) && typeof value.contact[key] === "string");
