/** What keeps `bulletin stats` from counting at all, with its remedy. */
import { EnvironmentError } from "../../diagnostics/diagnostic.js";
import type { Language } from "../../diagnostics/language.js";
import { printable } from "../../diagnostics/printable.js";
import { isoDate } from "../../model/calendar-date.js";
import type { PeriodFault } from "../../stats/choose-period.js";
import type { Statistics } from "../../stats/statistics.js";
import type { Records, StatsFormat } from "./counted.js";

export const noIssues = (): EnvironmentError =>
  new EnvironmentError(
    { zh: "没有能统计的期次。", en: "There is no issue that can be counted." },
    {
      zh: "请给出简报的文件夹，或放各期的文件夹。",
      en: "Give the folder of the bulletin, or the folder with its issues.",
    },
  );

/** What is still a draft has not been printed. @returns a line, empty where there is none */
export function draftsLeftOut(paths: readonly string[], language: Language): string {
  const [first, ...more] = paths.map(printable);
  if (first === undefined) return "";
  return language === "zh"
    ? `${first}${more.length > 0 ? ` 等 ${paths.length} 期` : ""}还是送审、征求意见的稿子（draft），没有定稿，未计入。\n`
    : `${first}${more.length > 0 ? ` and ${more.length} more` : ""}: a draft, not printed yet, and not counted.\n`;
}

/** @returns a line where several bulletins are counted as one, else empty */
export function severalCounted(roots: readonly string[], language: Language): string {
  if (roots.length < 2) return "";
  const names = roots.map((root) => `“${printable(root)}”`);
  return language === "zh"
    ? `合并统计了 ${roots.length} 种简报：${names.join("、")}；报送按各自的登记簿计算，再相加。\n`
    : `Counted ${roots.length} bulletins as one: ${names.join(", ")}. What came in is counted by the register of each, and added up.\n`;
}

/**
 * @param left how many issues were not counted
 * @returns a line where what came in, or is owed, is set against some of the issues alone, else empty
 */
export function partCounted(counted: number, left: number, language: Language): string {
  if (left === 0) return "";
  return language === "zh"
    ? `只数了给出的 ${counted} 期，另有 ${left} 期没有数：采用率、欠篇和名次只就这些而言。\n`
    : `Only the ${counted === 1 ? "issue" : `${counted} issues`} given ${counted === 1 ? "was" : "were"} counted, ${left} more ${left === 1 ? "was" : "were"} not: rates, what is owed and ranks are of ${counted === 1 ? "this one" : "these"} alone.\n`;
}

/** Of some issues nothing is known about the others. */
type ReadIssues = Pick<Records, "issueDates" | "isWholeArchive">;

/** @returns a line where nothing came and nothing was printed in the period, else empty */
export function emptyPeriod(
  { issues, adopted, received = 0 }: Pick<Statistics, "issues" | "adopted" | "received">,
  { issueDates, isWholeArchive }: ReadIssues,
  language: Language,
): string {
  if (issues + adopted + received > 0) return "";
  const days = issueDates.map(isoDate).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined) return "";
  if (language === "zh") {
    const [which, why] = isWholeArchive
      ? ["已有", "这段时间没有编发，也没有报送，不排名次。"]
      : ["读到", "读到的各期都不在这段时间，这段时间也没有报送，不排名次。"];
    if (first !== last) return `${why}${which}的各期从 ${first} 到 ${last}。\n`;
    return `${why}${which}的${days.length === 1 ? "一期是" : "各期都是"} ${first} 的。\n`;
  }
  const why = isWholeArchive
    ? "Nothing was printed or received in this period, and nobody has a rank."
    : "None of the issues that were read is of this period, in which nothing was received, and nobody has a rank.";
  const which = isWholeArchive ? "The issues" : "They";
  if (first !== last) return `${why} ${which} are from ${first} to ${last}.\n`;
  return `${why} ${days.length === 1 ? "The only issue is" : `${which} are all`} of ${first}.\n`;
}

export const wantsFile = (format: StatsFormat): EnvironmentError =>
  new EnvironmentError(
    {
      zh: `${format} 要写进文件，没有说写到哪里。`,
      en: `${format} is written to a file, and none was named.`,
    },
    { zh: `请加上 -o 文件名，例如 -o 统计.${format}。`, en: `Add -o, for example -o stats.${format}.` },
  );

export const nothingToNotify = ({ isWholeArchive }: ReadIssues): EnvironmentError =>
  new EnvironmentError(
    isWholeArchive
      ? {
          zh: "这段时间没有编发任何一期，没有写通报。",
          en: "No issue was printed in this period, and no notice was written.",
        }
      : {
          zh: "读到的各期都不在这段时间，没有写通报。",
          en: "None of the issues that were read is of this period, and no notice was written.",
        },
    {
      zh: "请核对统计期；只要数字，可以写成表格（-o 统计.xlsx）。",
      en: "Check the period; for the numbers alone write a workbook (-o stats.xlsx).",
    },
  );

export const namelessFolder = (): EnvironmentError =>
  new EnvironmentError(
    { zh: "--letters 的文件夹名是空的。", en: "The name of the folder for --letters is empty." },
    { zh: "请写出文件夹名，例如 --letters 反馈信。", en: "Name a folder, for example --letters letters." },
  );

/** @returns a line that says what was written; none for what is no file, such as /dev/stdout */
export const wroteFile = (out: string, language: Language): string =>
  /^\/(?:dev|proc)\//.test(out)
    ? ""
    : language === "zh"
      ? `已写入 ${printable(out)}。\n`
      : `Wrote ${printable(out)}.\n`;

export const unreadableDate = (value: string): EnvironmentError =>
  new EnvironmentError(
    { zh: `--date 的“${value}”不是日期。`, en: `“${value}” of --date is no date.` },
    { zh: "请写成 2026-03-31 的样子。", en: "Write it as 2026-03-31." },
  );

const FORMS: Readonly<Record<string, string>> = { year: "2026", quarter: "2026Q1" };

export function periodTrouble(fault: PeriodFault): EnvironmentError {
  if (fault.kind === "twice")
    return new EnvironmentError(
      { zh: "统计期给了两遍。", en: "The period is given twice." },
      {
        zh: "--year、--quarter、--from 和 --to 只用一种。",
        en: "Use one of --year, --quarter, or --from and --to.",
      },
    );
  if (fault.kind === "reversed")
    return new EnvironmentError(
      { zh: "统计期的结束早于开始。", en: "The period ends before it begins." },
      { zh: "请核对 --from 和 --to。", en: "Check --from and --to." },
    );
  const { option, value } = fault;
  const form = FORMS[option] ?? "2026-03-31";
  return new EnvironmentError(
    { zh: `--${option} 的“${value}”读不出来。`, en: `“${value}” of --${option} cannot be read.` },
    { zh: `请写成 ${form} 的样子。`, en: `Write it as ${form}.` },
  );
}
