/**
 * What issues were made of, so that one of which nothing has changed is not read again. It is no business of readers: it
 * lies where `--cache` keeps its records, sealed as they are, and is worth nothing to another version of the program.
 */
import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { type RecordFolder, readRecord, sweepRecords, writeRecord } from "../../outcomes/cache-file.js";
import { type Fingerprint, isFingerprint } from "../../outcomes/fingerprint.js";

/** Of one issue: on the website, or kept from it. */
export interface IssueRecord {
  readonly fingerprint: Fingerprint;
  /** the bulletin's folder */
  readonly root: string;
  readonly state: "shown" | "secret" | "draft";
}

/** By manifest. */
export type IssueRecords = ReadonlyMap<string, IssueRecord>;

interface Written {
  readonly program: string;
  readonly key: string;
  readonly issues: Readonly<Record<string, IssueRecord>>;
}

/** Whose website it is: of another folder, or asked for from elsewhere, issues have other paths. */
export interface RecordOwner {
  readonly records: RecordFolder | undefined;
  /** what made it */
  readonly program: string;
  readonly out: string;
}

export function readIssueRecords({ records, program, out }: RecordOwner): IssueRecords {
  if (records === undefined) return new Map();
  const key = keyOf(out);
  const value = readRecord(records, nameOf(key));
  if (!isWritten(value) || value.program !== program || value.key !== key) return new Map();
  return new Map(Object.entries(value.issues).filter(([, issue]) => isIssue(issue)));
}

export function writeIssueRecords(issues: IssueRecords, { records, program, out }: RecordOwner): void {
  if (records === undefined) return;
  sweepRecords(records);
  const key = keyOf(out);
  const written: Written = { program, key, issues: Object.fromEntries(issues) };
  writeRecord(records, nameOf(key), written);
}

const keyOf = (out: string): string => JSON.stringify([realpathSync("."), realpathSync(out)]);

const nameOf = (key: string): string =>
  `site-${createHash("sha256").update(key).digest("hex").slice(0, 32)}.record`;

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isWritten = (value: unknown): value is Written =>
  isMap(value) && typeof value.program === "string" && typeof value.key === "string" && isMap(value.issues);

const isIssue = (value: unknown): boolean =>
  isMap(value) &&
  isFingerprint(value.fingerprint) &&
  typeof value.root === "string" &&
  ["shown", "secret", "draft"].some((state) => state === value.state);
