/** The text of a new manifest, with the comments that its first editor needs. */
import { stringify } from "yaml";
import { type CalendarDate, isoDate } from "../../model/calendar-date.js";
import type { Period } from "../../model/issue.js";
import { quoted } from "../../read/quoted-yaml.js";
import type { CarriedWords } from "./earlier-issues.js";

export interface NewManifest {
  /** the line that names the schema (schema-files.ts) */
  readonly schema: string;
  readonly year: number;
  /** empty for a regular issue */
  readonly series?: string;
  readonly number: number;
  readonly total?: number | undefined;
  readonly date: CalendarDate;
  readonly period?: Period | undefined;
  readonly sections: readonly { readonly name: string; readonly items: readonly string[] }[];
  /** by key, as the last issue has them */
  readonly editorial?: CarriedWords;
  readonly distribution?: CarriedWords;
}

export function manifestText(manifest: NewManifest): string {
  const { schema, year, series = "", number, total, date, period, sections } = manifest;
  const entries = sections.map(
    ({ name, items }) =>
      `  - name: ${quoted(name)}\n    items:${items.length === 0 ? " []" : items.map((item) => `\n      - ${quoted(item)}`).join("")}\n`,
  );
  const lines = [
    schema,
    `year: ${year}`,
    ...(series === "" ? [] : [`series: ${quoted(series)} # 刊别 series`]),
    `number: ${number} # ${series}第${number}期`,
    ...(total === undefined ? [] : [`total: ${total} # 总第${total}期`]),
    `date: ${isoDate(date)} # 出刊日期 date of issue`,
    ...(period === undefined
      ? []
      : [
          `period: {from: ${isoDate(period.from)}, to: ${isoDate(period.to)}} # 收稿期，接上期 period that follows`,
        ]),
    "# editors-note: 本期…… # 编者按，印在报头之下 editor's note, under the masthead",
    "# urgency: 特急 # 紧急程度：特急或加急 urgency",
    "# draft: 征求意见稿 # 文稿性质，印在每页页眉；定稿不写 only while it is a draft",
    "sections:",
  ];
  const carried =
    printWords("editorial", manifest.editorial) + printWords("distribution", manifest.distribution);
  return `${lines.join("\n")}\n${entries.join("")}${carried}`;
}

const printWords = (key: string, words: CarriedWords = new Map()): string =>
  words.size === 0 ? "" : stringify({ [key]: Object.fromEntries(words) }, { lineWidth: 0 });
