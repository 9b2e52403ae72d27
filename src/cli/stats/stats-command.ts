/**
 * `bulletin stats`: reads the issues and the register of what came in, counts (stats/), and prints the counts in the
 * form asked for. Nothing of the bulletin is changed.
 */
import type { Language } from "../../diagnostics/language.js";
import { printableJson } from "../../diagnostics/printable.js";
import { writeOutput } from "../../disk/write-output.js";
import { type CalendarDate, readIsoDate } from "../../model/calendar-date.js";
import { choosePeriod } from "../../stats/choose-period.js";
import { countItems, type ToCount } from "../../stats/count-items.js";
import { headlineOf } from "../../stats/headline.js";
import { noticeDate } from "../../stats/notice-date.js";
import { printStatisticsCsv, printStatisticsTable } from "../../stats/print-statistics.js";
import type { Period } from "../../stats/statistics.js";
import { statisticsRecord } from "../../stats/statistics-record.js";
import { type Grouping, tabulate } from "../../stats/tabulate.js";
import { refuseOwnInput } from "../lint/refuse-own-input.js";
import type { Counted, Records, StatsFormat } from "./counted.js";
import { outputForm } from "./output-form.js";
import { refuseOtherFile, refuseSourcePlace } from "./output-place.js";
import { readRecords } from "./read-records.js";
import {
  emptyPeriod,
  namelessFolder,
  noIssues,
  nothingToNotify,
  periodTrouble,
  unreadableDate,
  wantsFile,
  wroteFile,
} from "./stats-trouble.js";

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
  /** of CSV, workbook and page */
  readonly sheetLanguage: Language;
}

/** @returns the exit code: 1 where something could not be read; what could be is counted all the same */
export async function runStats(paths: readonly string[], options: StatsCommandOptions): Promise<number> {
  const { out, language } = options;
  if (options.letters === "") throw namelessFolder();
  const format = outputForm(options.format, out);
  if (out === undefined && (format === "docx" || format === "pdf" || format === "xlsx"))
    throw wantsFile(format);
  const date = options.date === undefined ? undefined : readIsoDate(options.date);
  if (options.date !== undefined && date === undefined) throw unreadableDate(options.date);
  // What is wrong with it is told before a long archive is read.
  const asked = choosePeriod(options, []);
  if (asked !== undefined && "kind" in asked) throw periodTrouble(asked);
  const { records, isWhole } = await readRecords(paths, {
    language,
    needsAll: options.letters !== undefined,
  });
  const period = choosePeriod(options, records.issueDates);
  if (period === undefined) throw noIssues();
  if ("kind" in period) throw periodTrouble(period);
  const statistics = countItems(toCount(records, period));
  const soFar = hasMonthsBefore(period)
    ? countItems(toCount(records, { from: { year: period.to.year, month: 1, day: 1 }, to: period.to }))
    : undefined;
  process.stderr.write(emptyPeriod(statistics, records, language));
  if (statistics.issues === 0 && (format === "docx" || format === "pdf")) throw nothingToNotify(records);
  if (out !== undefined) refuseOwnInput(out, records.sources);
  if (out !== undefined) refuseSourcePlace(out, records.roots);
  const counted: Counted = { records, statistics, soFar, date: date ?? dateOf(records, period) };
  if (options.letters !== undefined) {
    const { writeLetters } = await import("./write-letters.js");
    writeLetters(counted, { folder: options.letters, language });
    if (out === undefined && format === "table") return isWhole ? 0 : 1;
  }
  const made = await make(counted, { ...options, format });
  if (made === undefined) return 1;
  if (out === undefined) process.stdout.write(made);
  else {
    const bytes = typeof made === "string" ? new TextEncoder().encode(made) : made;
    refuseOtherFile(out, bytes, format);
    writeOutput(out, bytes);
    process.stderr.write(wroteFile(out, language));
  }
  return isWhole ? 0 : 1;
}

function dateOf({ issueDates, printed, received = [] }: Records, period: Period): CalendarDate {
  return noticeDate(period, {
    issueDates,
    others: printed.map(({ date }) => date),
    received: received.map(({ date }) => date),
  });
}

const toCount = (records: Records, period: Period): ToCount => {
  const { issueDates, adopted, printed, received, units, sections, points, noPoints, roots } = records;
  const bulletins = roots.length;
  return { period, issueDates, adopted, printed, received, units, sections, points, noPoints, bulletins };
};

/** Of a period that begins amid a year, what the year has had so far is told beside it. */
const hasMonthsBefore = ({ from, to }: Period): boolean =>
  from.year === to.year && (from.month > 1 || from.day > 1);

async function make(
  counted: Counted,
  { format, by, language, sheetLanguage }: StatsCommandOptions,
): Promise<string | Uint8Array | undefined> {
  const { statistics, soFar } = counted;
  const head = headlineOf(statistics);
  switch (format) {
    case "table":
      return printStatisticsTable(tabulate(statistics, by, soFar), head, language);
    case "csv":
      return printStatisticsCsv(tabulate(statistics, by, soFar), sheetLanguage);
    case "json":
      return `${printableJson(statisticsRecord(statistics, soFar))}\n`;
    case "html": {
      const { printStatisticsPage } = await import("../../stats/print-statistics-page.js");
      return printStatisticsPage(statistics, { soFar, head, language: sheetLanguage });
    }
    case "xlsx": {
      const { workbookSheets } = await import("../../stats/workbook-sheets.js");
      const { writeWorkbook } = await import("../../stats/write-workbook.js");
      return writeWorkbook(workbookSheets(statistics, { soFar, language: sheetLanguage }), sheetLanguage);
    }
    default: {
      const { buildNotice } = await import("./build-notice.js");
      return buildNotice(counted, { edition: format, language });
    }
  }
}
