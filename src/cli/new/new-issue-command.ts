/**
 * `bulletin new issue`: a folder with a manifest that follows the latest issue (propose-issue.ts), its sections those of
 * the house rules. An existing file is never touched.
 */
import { existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { EnvironmentError, type Message } from "../../diagnostics/diagnostic.js";
import type { Language } from "../../diagnostics/language.js";
import { nearestName } from "../../diagnostics/nearest-name.js";
import { printable } from "../../diagnostics/printable.js";
import { withSlashes } from "../../disk/disk-workspace.js";
import { isTaken, refuseWayOut } from "../../disk/stay-inside.js";
import { writeFiles } from "../../disk/write-files.js";
import { type CalendarDate, isRealDate } from "../../model/calendar-date.js";
import { numberedSeries } from "../../read/numbered-series.js";
import { whyNoSeries } from "../../read/series-fields.js";
import { isInside } from "../../read/workspace.js";
import { shellWord } from "../terminal/shell-word.js";
import { earlierIssues, readYamlMap, wordsOf } from "./earlier-issues.js";
import { localToday } from "./local-today.js";
import { manifestText } from "./manifest-text.js";
import { countedName, proposalWords } from "./proposal-words.js";
import { type Proposal, proposeIssue } from "./propose-issue.js";
import { SCHEMA_FOLDER, schemaFiles, schemaLine } from "./schema-files.js";

export interface NewIssueOptions {
  readonly language: Language;
  readonly series?: string;
  readonly number?: number;
  readonly date?: string;
}

export function runNewIssue(folder: string | undefined, options: NewIssueOptions): number {
  const house = findHouseFile(folder ?? ".");
  const root = dirname(house);
  const date = options.date === undefined ? localToday() : readDate(options.date);
  const {
    sections,
    editorial: editors,
    distribution: recipients,
    "series-names": names,
  } = readYamlMap(house) ?? {};
  const series = readSeries(options.series, names);
  const proposal = proposeIssue(earlierIssues(issueFolders(root, folder)).map(asShown), {
    date,
    series,
    number: options.number,
    house: { editorial: wordsOf(editors), distribution: wordsOf(recipients) },
  });
  const { number, total, period, editorial, distribution } = proposal;
  const name = `${date.year}-${series}${String(number).padStart(2, "0")}`;
  const target = folder ?? join(root, "issues", name);
  const manifest = join(target, "issue.yaml");
  if (isTaken(manifest)) throw alreadyThere(manifest);
  refuseWayOut(manifest, root);
  const text = manifestText({
    schema: schemaLine("manifest", { root, folder: resolve(target) }),
    year: date.year,
    series,
    number,
    total,
    date,
    period,
    sections: sectionNames(sections).map((section) => ({ name: section, items: [] })),
    editorial,
    distribution,
  });
  const schemas = schemaFiles(root);
  for (const { path } of schemas) refuseWayOut(path, root);
  writeFiles([{ path: manifest, bytes: new TextEncoder().encode(text) }, ...schemas]);
  const aside = schemas.length === 0 ? "" : relative(process.cwd(), join(root, SCHEMA_FOLDER));
  process.stdout.write(report(proposal, { target, series, aside })[options.language]);
  return 0;
}

interface Written {
  readonly target: string;
  readonly series: string;
  /** folder of schemas that were updated, or empty */
  readonly aside: string;
}

function report(proposal: Proposal, { target, series, aside }: Written): Message {
  const shown = relative(process.cwd(), target) || ".";
  const word = printable(shellWord(shown, { platform: process.platform, environment: process.env }));
  const path = printable(join(shown, "issue.yaml"));
  const counted = countedName(series, proposal.number);
  const words = proposalWords(proposal);
  const schemas = printable(aside);
  return {
    zh: `已新增${printable(counted.zh)}：${path}\n${words.zh}${aside && `已更新 ${schemas}，供 VS Code 等编辑器提示键名。\n`}接下来：bulletin new item "标题" --issue ${word}\n`,
    en: `Added ${printable(counted.en)}: ${path}\n${words.en}${aside && `Updated ${schemas}, with which VS Code and other editors complete the keys.\n`}Next: bulletin new item "TITLE" --issue ${word}\n`,
  };
}

function findHouseFile(start: string): string {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    const path = join(folder, "bulletin.yaml");
    if (existsSync(path)) return path;
    if (dirname(folder) === folder) throw noHouse(start);
  }
}

/** Those of `issues/`, and those beside a folder that is named. */
function issueFolders(root: string, folder: string | undefined): readonly string[] {
  const issues = join(root, "issues");
  const beside = folder === undefined ? issues : dirname(resolve(folder));
  const isOurs = beside !== issues && isInside(withSlashes(beside), withSlashes(root));
  return isOurs ? [issues, beside] : [issues];
}

const asShown = <T extends { readonly folder: string }>(issue: T): T => ({
  ...issue,
  folder: relative(process.cwd(), issue.folder) || ".",
});

function sectionNames(sections: unknown): readonly string[] {
  if (!Array.isArray(sections)) return [];
  return sections.flatMap((section: unknown) =>
    typeof section === "object" && section !== null && "name" in section ? [String(section.name)] : [],
  );
}

/** @returns the name as a manifest holds it, empty where there is none */
function readSeries(given: string | undefined, names: unknown): string {
  const series = given?.trim().normalize("NFC") ?? "";
  if (given === undefined) return series;
  const both = numberedSeries(series);
  if (both !== undefined) {
    throw new EnvironmentError(
      {
        zh: `刊别“${series}”里还有期号。`,
        en: `The series “${series}” contains a number.`,
      },
      {
        zh: `请写成“--series ${both.series} --number ${both.number}”。`,
        en: `Write “--series ${both.series} --number ${both.number}”.`,
      },
    );
  }
  const why = whyNoSeries(series);
  if (why !== undefined) {
    throw new EnvironmentError(
      {
        zh: `“${series}”不能作刊别：${why.zh}。`,
        en: `“${series}” cannot be the name of a series: ${why.en}.`,
      },
      { zh: "请写“增刊”“专刊”这样的名称。", en: "Write a name such as 增刊 or 专刊." },
    );
  }
  const known = Array.isArray(names) ? names.map(String) : [];
  if (known.length > 0 && !known.includes(series)) throw unknownSeries(series, known);
  return series;
}

function unknownSeries(series: string, known: readonly string[]): EnvironmentError {
  const nearest = Array.from(series).length > 2 ? nearestName(series, known) : undefined;
  return new EnvironmentError(
    { zh: `本刊没有“${series}”这个刊别。`, en: `The bulletin has no series “${series}”.` },
    nearest === undefined
      ? {
          zh: `可选：${known.join("、")}；要新增，请写进 bulletin.yaml 的“series-names”。`,
          en: `Choose from: ${known.join(", ")}; to add one, list it under “series-names” in bulletin.yaml.`,
        }
      : { zh: `是否想写“${nearest}”？`, en: `Did you mean “${nearest}”?` },
  );
}

function readDate(text: string): CalendarDate {
  const [, year, , month, day] = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? [];
  if (year === undefined) {
    throw new EnvironmentError(
      { zh: `看不出“${text}”是哪一天。`, en: `“${text}” cannot be read as a date.` },
      { zh: "请把日期写成 2026-03-16 的形式。", en: "Write dates as 2026-03-16." },
    );
  }
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  if (!isRealDate(date)) {
    throw new EnvironmentError(
      { zh: `没有“${text}”这一天。`, en: `There is no such day as “${text}”.` },
      { zh: "请核对月份和日子。", en: "Check the month and the day." },
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
