/** What `bulletin undo --list` prints: the runs that can be undone, the last first, what each did and to which files. */
import type { Language } from "../../diagnostics/language.js";
import { printable } from "../../diagnostics/printable.js";
import type { HistoryEntry } from "./fix-history.js";
import type { HistoryFile } from "./history-record.js";

/** @returns a line a run */
export const printKeptRuns = (entries: readonly HistoryEntry[], language: Language): string =>
  entries.map((entry, index) => `${index + 1}  ${runLine(entry, language)}\n`).join("");

/** Names shown of a run; its others are counted. */
const MOST_NAMES = 5;

function runLine({ record: { at, label, files } }: HistoryEntry, language: Language): string {
  const names = files.slice(0, MOST_NAMES).map(({ path }) => printable(path));
  const more = files.length > names.length;
  const isChinese = language === "zh";
  const list = isChinese
    ? `${countZh(files)}：${names.join("、")}${more ? " 等" : ""}`
    : `${countEn(files)}: ${names.join(", ")}${more ? ", …" : ""}`;
  const when = localTime(at);
  if (label === undefined) return `${when}  ${list}`;
  return `${when}  ${printable(label)}${isChinese ? `（${list}）` : ` (${list})`}`;
}

const madeOf = (files: readonly HistoryFile[]): number =>
  files.filter(({ before }) => before === undefined).length;

function countZh(files: readonly HistoryFile[]): string {
  const made = madeOf(files);
  const changed = files.length - made;
  return [
    ...(changed > 0 ? [`改了 ${changed} 个文件`] : []),
    ...(made > 0 ? [`新建 ${made} 个文件`] : []),
  ].join("，");
}

function countEn(files: readonly HistoryFile[]): string {
  const made = madeOf(files);
  const changed = files.length - made;
  const counted = (count: number) => `${count} ${count === 1 ? "file" : "files"}`;
  if (made === 0) return counted(changed);
  return [...(changed > 0 ? [`${counted(changed)} changed`] : []), `${counted(made)} made`].join(", ");
}

/** To the minute, on this machine's clock. */
function localTime(at: string): string {
  const date = new Date(at);
  const two = (number: number) => String(number).padStart(2, "0");
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
