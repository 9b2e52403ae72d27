/** Statistics as the sheets of a workbook: by unit, section and month, and each printed item. */
import type { Language } from "../diagnostics/language.js";
import { isoDate } from "../model/calendar-date.js";
import type { Statistics } from "./statistics.js";
import { tabulate } from "./tabulate.js";
import type { Sheet } from "./write-workbook.js";

export function workbookSheets(
  statistics: Statistics,
  { soFar, language }: { readonly soFar: Statistics | undefined; readonly language: Language },
): readonly Sheet[] {
  const names =
    language === "zh" ? ["单位", "栏目", "月份", "稿件"] : ["Units", "Sections", "Months", "Items"];
  const tables = [
    tabulate(statistics, "unit", soFar),
    tabulate(statistics, "section", soFar),
    tabulate(statistics, "month", soFar),
    itemsTable(statistics),
  ];
  return tables.map((table, index) => ({ name: names[index] ?? "", table }));
}

const words = (zh: string, en: string) => ({ words: { zh, en }, kind: "words" as const });

const itemsTable = ({ items, bulletins }: Statistics): Sheet["table"] => ({
  headings: [
    ...(bulletins > 1 ? [words("简报", "Bulletin")] : []),
    words("日期", "Date"),
    words("期次", "Issue"),
    words("栏目", "Section"),
    words("标题", "Title"),
    words("单位", "Unit"),
    words("采用层级", "Level"),
    { words: { zh: "分数", en: "Points" }, kind: "number" },
  ],
  rows: items.map(({ bulletinName, date, issue, section, title, units, levels, points }) => [
    ...(bulletins > 1 ? [bulletinName] : []),
    isoDate(date),
    `${issue.year}年${issue.series}第${issue.number}期`,
    section,
    title,
    units.join("、"),
    levels.join("、"),
    points,
  ]),
});
