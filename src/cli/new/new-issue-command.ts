/**
 * `bulletin new issue`: a folder with a manifest, numbered after the latest issue, its sections
 * those of the house rules. An existing file is never touched.
 */
import { existsSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { parseDocument } from "yaml";
import { EnvironmentError } from "../../diagnostics/diagnostic.js";
import type { Language } from "../../diagnostics/language.js";
import { printable } from "../../diagnostics/printable.js";
import { fileAt } from "../../disk/file-facts.js";
import { readRegularFile } from "../../disk/regular-file.js";
import { isTaken, refuseWayOut } from "../../disk/stay-inside.js";
import { writeFiles } from "../../disk/write-files.js";
import { type CalendarDate, isRealDate } from "../../model/calendar-date.js";
import { shellWord } from "../terminal/shell-word.js";
import { localToday } from "./local-today.js";
import { manifestText } from "./manifest-text.js";
import { SCHEMA_FOLDER, schemaFiles, schemaLine } from "./schema-files.js";

export interface NewIssueOptions {
  readonly language: Language;
  readonly number?: number;
  readonly date?: string;
}

export function runNewIssue(folder: string | undefined, options: NewIssueOptions): number {
  const house = findHouseFile(folder ?? ".");
  const root = dirname(house);
  const date = options.date === undefined ? localToday() : readDate(options.date);
  const number = options.number ?? latestNumber(root, date.year) + 1;
  const target = folder ?? join(root, "issues", `${date.year}-${String(number).padStart(2, "0")}`);
  const manifest = join(target, "issue.yaml");
  if (isTaken(manifest)) throw alreadyThere(manifest);
  refuseWayOut(manifest, root);
  const sections = sectionNames(house).map((name) => ({ name, items: [] }));
  const schema = schemaLine("manifest", { root, folder: resolve(target) });
  const text = manifestText({ schema, year: date.year, number, date, sections });
  const schemas = schemaFiles(root);
  for (const { path } of schemas) refuseWayOut(path, root);
  writeFiles([{ path: manifest, bytes: new TextEncoder().encode(text) }, ...schemas]);
  const shown = relative(process.cwd(), target) || ".";
  const word = shellWord(shown, { platform: process.platform, environment: process.env });
  const aside = schemas.length === 0 ? "" : relative(process.cwd(), join(root, SCHEMA_FOLDER));
  process.stdout.write(
    options.language === "zh"
      ? `已新增第${number}期：${printable(join(shown, "issue.yaml"))}\n${aside && `已更新 ${printable(aside)}，供 VS Code 等编辑器提示键名。\n`}接下来：bulletin new item "标题" --issue ${printable(word)}\n`
      : `Added issue ${number}: ${printable(join(shown, "issue.yaml"))}\n${aside && `Updated ${printable(aside)}, with which VS Code and other editors complete the keys.\n`}Next: bulletin new item "TITLE" --issue ${printable(word)}\n`,
  );
  return 0;
}

function findHouseFile(start: string): string {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    const path = join(folder, "bulletin.yaml");
    if (existsSync(path)) return path;
    if (dirname(folder) === folder) throw noHouse(start);
  }
}

function sectionNames(house: string): string[] {
  const sections: unknown = readYaml(house)?.sections;
  if (!Array.isArray(sections)) return [];
  return sections.flatMap((section: unknown) =>
    typeof section === "object" && section !== null && "name" in section ? [String(section.name)] : [],
  );
}

/** The highest number among the issues of a year, 0 where there is none. */
function latestNumber(root: string, year: number): number {
  const folder = join(root, "issues");
  if (fileAt(folder)?.isDirectory() !== true) return 0;
  const numbers = readdirSync(folder).flatMap((name) => {
    const manifest = readYaml(join(folder, name, "issue.yaml"));
    const date = String(manifest?.date ?? "");
    const sameYear = Number(manifest?.year ?? date.slice(0, 4)) === year;
    return sameYear && Number.isSafeInteger(manifest?.number) ? [Number(manifest?.number)] : [];
  });
  return Math.max(0, ...numbers);
}

/** More than the linter reads of YAML. */
const MOST_BYTES = 16 * 1024 * 1024;

/** A file that cannot be read here is reported by `bulletin lint`; here it counts as empty. */
function readYaml(path: string): Readonly<Record<string, unknown>> | undefined {
  const content = readRegularFile(path, { maxBytes: MOST_BYTES, followsLinks: true });
  if (content.state !== "found") return undefined;
  const document = parseDocument(content.bytes.toString("utf8"), { logLevel: "silent" });
  if (document.errors.length > 0) return undefined;
  const value: unknown = document.toJS({ maxAliasCount: 10 });
  return typeof value === "object" && value !== null ? { ...value } : undefined;
}

function readDate(text: string): CalendarDate {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  if (!isRealDate(date)) {
    throw new EnvironmentError(
      { zh: `没有“${text}”这一天。`, en: `There is no such day as “${text}”.` },
      { zh: "请把日期写成 2026-03-16 的形式。", en: "Write dates as 2026-03-16." },
    );
  }
  return date;
}

const noHouse = (start: string) =>
  new EnvironmentError(
    {
      zh: `在“${start}”及其上级文件夹里没有找到 bulletin.yaml。`,
      en: `No bulletin.yaml was found in “${start}” or the folders above it.`,
    },
    {
      zh: "请在简报的文件夹里运行；要新建简报，运行 bulletin init。",
      en: "Run it in a bulletin's folder; bulletin init creates a new one.",
    },
  );

const alreadyThere = (path: string) =>
  new EnvironmentError(
    { zh: `“${path}”已经存在，没有改动。`, en: `“${path}” already exists and was not changed.` },
    {
      zh: "请用 --number 指定另一个期号，或给出另一个文件夹。",
      en: "Give a different number with --number, or a different folder.",
    },
  );
