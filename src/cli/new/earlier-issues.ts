/**
 * The issues of a bulletin as `new issue` counts them: their manifests' own words, as far as they can be read. What is
 * wrong with one is reported by `bulletin lint`; here it counts as not written.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { fileAt } from "../../disk/file-facts.js";
import { readRegularFile } from "../../disk/regular-file.js";
import { type CalendarDate, compareDates, isRealDate } from "../../model/calendar-date.js";
import type { Period } from "../../model/issue.js";

export interface EarlierIssue {
  readonly folder: string;
  readonly year: number;
  /** empty for a regular issue */
  readonly series: string;
  readonly number: number;
  readonly total: number | undefined;
  readonly date: CalendarDate | undefined;
  readonly period: Period | undefined;
  /** by key; what is neither words, a list of words nor a number is left out */
  readonly editorial: CarriedWords;
  readonly distribution: CarriedWords;
}

export type CarriedWords = ReadonlyMap<string, string | number | readonly string[]>;

/** @param folders that hold folders of issues */
export function earlierIssues(folders: readonly string[]): readonly EarlierIssue[] {
  const places = folders.flatMap((folder) =>
    fileAt(folder)?.isDirectory() === true ? readdirSync(folder).map((name) => join(folder, name)) : [],
  );
  return [...new Set(places)].sort().flatMap(issueIn);
}

function issueIn(folder: string): readonly EarlierIssue[] {
  const manifest = readYamlMap(join(folder, "issue.yaml"));
  if (manifest === undefined) return [];
  const { date: day, year: given, series, number: count, total, period, editorial, distribution } = manifest;
  const date = dateOf(day);
  const year = wholeNumber(given) ?? date?.year;
  const number = wholeNumber(count);
  if (year === undefined || number === undefined) return [];
  return [
    {
      folder,
      year,
      series: typeof series === "string" ? series.trim().normalize("NFC") : "",
      number,
      total: wholeNumber(total),
      date,
      period: periodOf(period),
      editorial: wordsOf(editorial),
      distribution: wordsOf(distribution),
    },
  ];
}

/** More than the linter reads of YAML. */
const MOST_BYTES = 16 * 1024 * 1024;

export function readYamlMap(path: string): Readonly<Record<string, unknown>> | undefined {
  const content = readRegularFile(path, { maxBytes: MOST_BYTES, followsLinks: true });
  if (content.state !== "found") return undefined;
  const document = parseDocument(content.bytes.toString("utf8"), { logLevel: "silent" });
  if (document.errors.length > 0) return undefined;
  return mapOf(document.toJS({ maxAliasCount: 10 }));
}

const mapOf = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;

const wholeNumber = (value: unknown): number | undefined =>
  typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : undefined;

/** YAML's core schema reads a day as text. */
function dateOf(value: unknown): CalendarDate | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(String(value ?? "").trim()) ?? [];
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  return year !== undefined && isRealDate(date) ? date : undefined;
}

function periodOf(value: unknown): Period | undefined {
  const { from: first, to: last } = mapOf(value) ?? {};
  const [from, to] = [dateOf(first), dateOf(last)];
  return from === undefined || to === undefined || compareDates(from, to) > 0 ? undefined : { from, to };
}

export function wordsOf(value: unknown): CarriedWords {
  const isWord = (word: unknown): word is string => typeof word === "string" && word !== "";
  return new Map(
    Object.entries(mapOf(value) ?? {}).flatMap(([key, words]): [string, string | number | string[]][] => {
      if (isWord(words)) return [[key, words]];
      const number = wholeNumber(words);
      if (number !== undefined) return [[key, number]];
      return Array.isArray(words) && words.length > 0 && words.every(isWord) ? [[key, words]] : [];
    }),
  );
}
