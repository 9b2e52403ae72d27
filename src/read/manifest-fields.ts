/** The keys of issue.yaml: its own, and those of the house rules that it may hold. */
import type { Message } from "../diagnostics/diagnostic.js";
import { list } from "./fields/collection-fields.js";
import { field, type RecordValue } from "./fields/field.js";
import { ownMarkFields } from "./fields/mark-fields.js";
import { noteText } from "./fields/note-field.js";
import { integer } from "./fields/number-field.js";
import { record } from "./fields/record-field.js";
import { date, flag, text } from "./fields/scalar-fields.js";
import { NUMBERS, sectionRuleFields, sharedFields } from "./house-fields.js";
import { issueNumber, seriesName } from "./series-fields.js";

/** The first year a bulletin of the People's Republic can bear, and the last of four digits. */
const YEARS = { min: 1949, max: 9999 };

export const manifestSectionFields = {
  ...sectionRuleFields,
  items: field(list(text()), {
    zh: ["稿件", "稿件文件，按排印顺序，路径相对于本文件。"],
    en: ["Items", "Item files in printing order, relative to this file."],
  }),
  "keep-empty": field(
    flag(),
    {
      zh: ["保留空栏目", "没有稿件时也印出栏目名。"],
      en: ["Keep when empty", "Print the section even without items."],
    },
    { fallback: false },
  ),
} as const;

/** The keys that only a manifest has. */
export const issueFields = {
  year: field(integer(YEARS), {
    zh: ["年份", "期号所属年份；默认取出刊日期的年份。"],
    en: ["Year", "Year that the number belongs to; by default the year of the date."],
  }),
  series: field(seriesName(), {
    zh: ["刊别", "增刊、专刊等，印作“2026年增刊第1期”，单独编号；一般的期次不写。"],
    en: [
      "Series",
      "A series such as 增刊 (supplement), printed as 2026年增刊第1期 and counted by itself; left out for regular issues.",
    ],
  }),
  number: field(
    issueNumber(NUMBERS),
    {
      zh: ["期号", "第几期；增刊、专刊在本刊别内编号。"],
      en: ["Number", "Number of the issue within its year, and within its series if it has one."],
    },
    { required: true },
  ),
  total: field(integer(NUMBERS), {
    zh: ["总期号", "总第几期。"],
    en: ["Total", "Running number counted from the first issue."],
  }),
  date: field(
    date(),
    { zh: ["出刊日期", "形如 2026-03-16。"], en: ["Date", "Date of issue, as 2026-03-16."] },
    { required: true },
  ),
  period: field(
    record({
      from: field(
        date(),
        { zh: ["起", "收稿期的第一天。"], en: ["From", "First day of the period."] },
        { required: true },
      ),
      to: field(
        date(),
        { zh: ["止", "收稿期的最后一天。"], en: ["To", "Last day of the period."] },
        { required: true },
      ),
    }),
    { zh: ["收稿期", "注明日期的稿件应在此期间。"], en: ["Period", "Dated items must fall within it."] },
  ),
  ...ownMarkFields,
  "editors-note": field(noteText(), {
    zh: ["编者按", "印在报头之下、目录之上；“编者按：”三字自动加上。可分段，段间空一行。"],
    en: [
      "Editor's note",
      "Printed between masthead and contents; the words 编者按： are added. It may have several paragraphs, with a blank line between them.",
    ],
  }),
  sections: field(
    list(record(manifestSectionFields, "name")),
    { zh: ["栏目", "本期的栏目和稿件。"], en: ["Sections", "The sections of this issue and their items."] },
    { required: true },
  ),
  editorial: sharedFields.editorial,
  distribution: sharedFields.distribution,
  contents: field(flag(), {
    zh: ["印目录", "本期是否印目录；不写则按版式。"],
    en: ["Contents", "Whether this issue prints contents; by default as the template says."],
  }),
  slug: field(text(), {
    zh: ["文件名", "成品的文件名（不含扩展名）；默认为期次文件夹的名字，其中没有刊别的加上刊别和期号。"],
    en: [
      "Slug",
      "Name of the output files without extension; by default the name of the issue's folder, with series and number added where it does not name the series.",
    ],
  }),
  extends: field(text(), {
    zh: ["办刊规定", "另行指定的办刊规定文件，路径相对于本文件。"],
    en: ["House rules", "A house file to use instead of the nearest bulletin.yaml, relative to this file."],
  }),
} as const;

export const manifestFields = { ...issueFields, ...sharedFields } as const;

export type ManifestValue = RecordValue<typeof manifestFields>;
export type ManifestSectionValue = RecordValue<typeof manifestSectionFields>;

export const MANIFEST_TITLE: Message = {
  zh: "一期简报（issue.yaml）",
  en: "One issue of a bulletin (issue.yaml)",
};
