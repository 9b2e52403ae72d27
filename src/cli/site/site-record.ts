/**
 * What a run leaves for the next one in the website's folder: which files are its own, and what each issue was made of.
 * The folder may have come from somebody else: a record that is not in order is none, and no path in it leads out. While a
 * run lasts, what it writes is noted first, so that one that is broken off leaves nothing that nobody owns.
 */
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { readRegularFile } from "../../disk/regular-file.js";
import type { Fingerprint } from "../../outcomes/fingerprint.js";
import { isFingerprint } from "../../outcomes/fingerprint.js";
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

export interface SiteRecord {
  /** by path from the website's folder, the digest of what was written; two where a run was broken off */
  readonly files: ReadonlyMap<string, string>;
  /** by manifest */
  readonly issues: ReadonlyMap<string, IssueRecord>;
  /** folders of the issues whose text a year's file holds, by its path */
  readonly years: ReadonlyMap<string, readonly string[]>;
}

interface Written {
  readonly program: string;
  readonly files: Readonly<Record<string, string>>;
  readonly issues: Readonly<Record<string, IssueRecord>>;
  readonly years: Readonly<Record<string, readonly string[]>>;
}

/** Some 100,000 pages. */
const MOST_BYTES = 256 * 1024 * 1024;

/** @param program what made it: of another one only the list of files counts */
export function readRecord(out: string, program: string): SiteRecord {
  const value = parsed(textAt(join(out, RECORD_FILE)));
  const files = new Map(filesOf(value));
  for (const [, digest = "", path = ""] of (textAt(join(out, JOURNAL_FILE)) ?? "").matchAll(
    /^(\S+) (.+)$/gm,
  )) {
    // Whether it came to be written is not known: either is ours.
    if (isOwnPath(path)) files.set(path, [files.get(path) ?? [], digest].flat().join(" "));
  }
  if (!isRecord(value) || value.program !== program) return { files, issues: new Map(), years: new Map() };
  return {
    files,
    issues: new Map(Object.entries(value.issues).filter(([, issue]) => isIssue(issue))),
    years: new Map(Object.entries(value.years)),
  };
}

export const printRecord = ({ files, issues, years }: SiteRecord, program: string): Uint8Array =>
  new TextEncoder().encode(
    `${JSON.stringify({
      program,
      files: Object.fromEntries(files),
      issues: Object.fromEntries(issues),
      years: Object.fromEntries(years),
    } satisfies Written)}\n`,
  );

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
