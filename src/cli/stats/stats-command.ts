/**
 * `bulletin stats`: reads the issues and the register of what came in, counts (stats/), and prints the counts in the
 * form asked for. Nothing of the bulletin is changed.
 */
import { join } from "node:path";
import { EnvironmentError } from "../../diagnostics/diagnostic.js";
import type { Language } from "../../diagnostics/language.js";
import { printPretty } from "../../diagnostics/print-pretty.js";
import { printableJson } from "../../diagnostics/printable.js";
import { diskWorkspace } from "../../disk/disk-workspace.js";
import { readRegularFile } from "../../disk/regular-file.js";
import { writeOutput } from "../../disk/write-output.js";
import { decodeText } from "../../intake/plain/decode-text.js";
import type { CalendarDate } from "../../model/calendar-date.js";
import type { House } from "../../model/house.js";
import { titleKeyOf } from "../../model/title-key.js";
import { isInside, joinPath, type Workspace } from "../../read/workspace.js";
import { choosePeriod, readDayOption } from "../../stats/choose-period.js";
import { countItems, type ToCount } from "../../stats/count-items.js";
import { type AdoptedItem, adoptedItems, type ReceivedItem } from "../../stats/counted-item.js";
import { headlineOf } from "../../stats/headline.js";
import { printStatisticsCsv, printStatisticsTable } from "../../stats/print-statistics.js";
import type { Period } from "../../stats/statistics.js";
import { statisticsRecord } from "../../stats/statistics-record.js";
import { type Grouping, tabulate } from "../../stats/tabulate.js";
import { REGISTER_FILE } from "../import/open-register.js";
import { refuseOwnInput } from "../lint/refuse-own-input.js";
import { readArchive } from "../read-archive.js";
import { lookOf } from "../terminal/paint.js";
import type { Counted, Records, StatsFormat } from "./counted.js";
import { draftsLeftOut, noIssues, periodTrouble, unreadableDate, wantsFile } from "./stats-trouble.js";

export interface StatsCommandOptions {
  readonly from?: string;
  readonly to?: string;
  readonly year?: string;
  readonly quarter?: string;
  readonly by: Grouping;
  readonly format: StatsFormat;
  readonly out?: string;
  readonly date?: string;
  readonly letters?: string;
  readonly language: Language;
}

/** @returns the exit code: 1 where something could not be read; what could be is counted all the same */
export async function runStats(paths: readonly string[], options: StatsCommandOptions): Promise<number> {
  const { out, language } = options;
  const format = options.format === "table" ? (formOf(out) ?? "table") : options.format;
  if (out === undefined && (format === "docx" || format === "pdf" || format === "xlsx"))
    throw wantsFile(format);
  const { records, isWhole } = await readRecords(paths, language);
  const period = choosePeriod(options, records.issueDates);
  if (period === undefined) throw noIssues();
  if ("kind" in period) throw periodTrouble(period);
  const statistics = countItems(toCount(records, period));
  const soFar = hasMonthsBefore(period)
    ? countItems(toCount(records, { from: { year: period.to.year, month: 1, day: 1 }, to: period.to }))
    : undefined;
  if (out !== undefined) refuseOwnInput(out, records.sources);
  const date = options.date === undefined ? period.to : readDayOption(options.date);
  if (date === undefined) throw unreadableDate(options.date ?? "");
  const counted: Counted = { records, statistics, soFar, date };
  if (options.letters !== undefined) {
    const { writeLetters } = await import("./write-letters.js");
    writeLetters(counted, { folder: options.letters, language });
    if (out === undefined && format === "table") return isWhole ? 0 : 1;
  }
  const made = await make(counted, { ...options, format });
  if (made === undefined) return 1;
  if (out === undefined) process.stdout.write(made);
  else writeOutput(out, typeof made === "string" ? new TextEncoder().encode(made) : made);
  return isWhole ? 0 : 1;
}

/** @returns what the name of a file asks for; undefined where it says nothing */
function formOf(out: string | undefined): StatsFormat | undefined {
  const ending = /\.([a-z]+)$/i.exec(out ?? "")?.[1]?.toLowerCase();
  return FORMATS.find((format) => format === ending);
}

const FORMATS: readonly StatsFormat[] = ["csv", "json", "xlsx", "html", "docx", "pdf"];

const toCount = ({ house, issueDates, adopted, received }: Records, period: Period): ToCount => ({
  period,
  issueDates,
  adopted,
  received,
  units: house.units,
  sections: house.sections.map(({ name }) => name.value),
  points: house.points,
});

/** Of a period that begins amid a year, what the year has had so far is told beside it. */
const hasMonthsBefore = ({ from, to }: Period): boolean =>
  from.year === to.year && (from.month > 1 || from.day > 1);

async function make(
  counted: Counted,
  { format, by, language }: StatsCommandOptions,
): Promise<string | Uint8Array | undefined> {
  const { statistics, soFar } = counted;
  const head = headlineOf(statistics);
  switch (format) {
    case "table":
      return printStatisticsTable(tabulate(statistics, by, soFar), head, language);
    case "csv":
      return printStatisticsCsv(tabulate(statistics, by, soFar), language);
    case "json":
      return `${printableJson(statisticsRecord(statistics, soFar))}\n`;
    case "html": {
      const { printStatisticsPage } = await import("../../stats/print-statistics-page.js");
      return printStatisticsPage(statistics, { soFar, head, language });
    }
    case "xlsx": {
      const { workbookSheets } = await import("../../stats/workbook-sheets.js");
      const { writeWorkbook } = await import("../../stats/write-workbook.js");
      return writeWorkbook(workbookSheets(statistics, { soFar, language }), language);
    }
    default: {
      const { buildNotice } = await import("./build-notice.js");
      return buildNotice(counted, { edition: format, language });
    }
  }
}

async function readRecords(
  paths: readonly string[],
  language: Language,
): Promise<{ readonly records: Records; readonly isWhole: boolean }> {
  const workspace = diskWorkspace(process.cwd());
  const issueDates: CalendarDate[] = [];
  const adopted: AdoptedItem[] = [];
  const drafts: string[] = [];
  const titles = new Set<string>();
  const sources = new Set<string>();
  let found: { readonly house: House; readonly root: string } | undefined;
  const { unread } = await readArchive(paths, {
    workspace,
    language,
    each(issue, read) {
      for (const path of read.keys()) sources.add(path);
      found ??= { house: issue.house, root: issue.root };
      if (issue.marks.draft !== undefined) {
        drafts.push(issue.path);
        return;
      }
      issueDates.push(issue.date.value);
      for (const { items } of issue.sections) for (const item of items) titles.add(titleKeyOf(item));
      for (const item of adoptedItems(issue))
        adopted.push({ ...item, path: pathInside(issue.root, item.path, workspace) });
    },
  });
  if (found === undefined) throw noIssues();
  process.stderr.write(draftsLeftOut(drafts, language));
  const register = await readRegister(found.root, language);
  sources.add(joinPath(found.root, REGISTER_FILE));
  const records = { ...found, issueDates, adopted, titles, sources, received: register.rows };
  return { records, isWhole: unread === 0 && register.isWhole };
}

/** @returns a path from the bulletin's folder, as the register names it, wherever the command was started */
function pathInside(root: string, path: string, workspace: Workspace): string {
  const [realRoot, real] = [workspace.realPath(root), workspace.realPath(path)];
  if (realRoot === undefined || real === undefined || !isInside(real, realRoot)) return path;
  return real.slice(realRoot.endsWith("/") ? realRoot.length : realRoot.length + 1);
}

/** Some 100,000 rows. */
const MOST_BYTES = 32 * 1024 * 1024;

async function readRegister(
  root: string,
  language: Language,
): Promise<{ readonly rows: readonly ReceivedItem[] | undefined; readonly isWhole: boolean }> {
  const path = joinPath(root, REGISTER_FILE);
  const content = readRegularFile(join(root, REGISTER_FILE), { maxBytes: MOST_BYTES, followsLinks: false });
  if (content.state === "missing") return { rows: undefined, isWhole: true };
  const decoded = content.state === "found" ? decodeText(content.bytes) : undefined;
  if (decoded === undefined) throw unreadableRegister(path);
  const { readReceived } = await import("../../stats/read-received.js");
  const { value, diagnostics, isWhole } = readReceived(path, decoded.text);
  if (diagnostics.length > 0) {
    const sources = new Map([[path, decoded.text]]);
    process.stderr.write(printPretty(diagnostics, sources, { ...lookOf(process.stderr), language }));
  }
  return { rows: value, isWhole };
}

const unreadableRegister = (path: string): EnvironmentError =>
  new EnvironmentError(
    {
      zh: `来稿登记簿 ${path} 读不了：它不是能读的文本文件。`,
      en: `The register ${path} cannot be read: it is no text file that can be read.`,
    },
    {
      zh: "请在表格软件里另存为“CSV UTF-8”；或把它移走，只统计采用。",
      en: "Save it as “CSV UTF-8” in a spreadsheet, or move it away to count what was printed alone.",
    },
  );
