/** The keys of issue.yaml: its own, and those of the house rules that it may hold. */
import type { Message } from "../diagnostics/diagnostic.js";
import { list } from "./fields/collection-fields.js";
import { field, type RecordValue } from "./fields/field.js";
import { ownMarkFields } from "./fields/mark-fields.js";
import { noteText } from "./fields/note-field.js";
import { record } from "./fields/record-field.js";
import { date, flag, integer, text } from "./fields/scalar-fields.js";
import { sectionRuleFields, sharedFields } from "./house-fields.js";

/** The first year a bulletin of the People's Republic can bear, and the last of four digits. */
const YEARS = { min: 1949, max: 9999 };
const NUMBERS = { min: 1, max: 1_000_000 };

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
  number: field(
    integer(NUMBERS),
    { zh: ["期号", "第几期。"], en: ["Number", "Number of the issue within its year."] },
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
    list(record(manifestSectionFields)),
    { zh: ["栏目", "本期的栏目和稿件。"], en: ["Sections", "The sections of this issue and their items."] },
    { required: true },
  ),
  editorial: field(
    record({
      editor: field(text(), { zh: ["责任编辑", "责任编辑姓名。"], en: ["Editor", "Name of the editor."] }),
      reviewer: field(text(), { zh: ["审核", "审核人姓名。"], en: ["Reviewer", "Name of the reviewer."] }),
      approver: field(text(), {
        zh: ["签发", "签发人姓名。"],
        en: ["Approver", "Name of the person who approves the issue."],
      }),
    }),
    { zh: ["编审", "责任编辑、审核、签发。"], en: ["Editorial", "Editor, reviewer, approver."] },
  ),
  distribution: field(
    record({
      report: field(list(text()), {
        zh: ["报", "上报的单位。"],
        en: ["Report", "Bodies it is reported to (报)."],
      }),
      send: field(list(text()), { zh: ["送", "抄送的单位。"], en: ["Send", "Bodies it is sent to (送)."] }),
      issue: field(list(text()), {
        zh: ["发", "下发的单位。"],
        en: ["Issue", "Bodies it is issued to (发)."],
      }),
      copies: field(integer(NUMBERS), {
        zh: ["印数", "共印几份。"],
        en: ["Copies", "Number of copies printed."],
      }),
    }),
    { zh: ["分送", "报、送、发的单位和印数。"], en: ["Distribution", "Recipients and number of copies."] },
  ),
  slug: field(text(), {
    zh: ["文件名", "成品的文件名（不含扩展名）；默认为期次文件夹的名字。"],
    en: ["Slug", "Name of the output files without extension; by default the name of the issue's folder."],
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
