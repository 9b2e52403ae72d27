/** What `bulletin import` shows: each item as it would be written, and what was decided or lost on the way. */
import { basename } from "node:path";
import type { Language } from "../../diagnostics/language.js";
import { findingRecords } from "../../diagnostics/print-json.js";
import { printPretty } from "../../diagnostics/print-pretty.js";
import { printable } from "../../diagnostics/printable.js";
import { isoDate } from "../../model/calendar-date.js";
import { lookOf } from "../terminal/paint.js";
import type { Destination } from "./find-destination.js";
import type { ImportPlan, PlannedItem } from "./plan-import.js";
import type { TakenFile } from "./take-in.js";

export interface ImportReport {
  readonly files: readonly TakenFile[];
  readonly plan: ImportPlan;
  readonly destination: Destination;
  readonly isWritten: boolean;
}

export interface PrintImportOptions {
  readonly language: Language;
  readonly format: "pretty" | "json";
}

export function printImport(report: ImportReport, options: PrintImportOptions): string {
  return options.format === "json" ? printAsJson(report, options) : printForPeople(report, options);
}

/** The document that docs/formats.md describes, version 1. */
function printAsJson(
  { files, plan, isWritten, destination }: ImportReport,
  { language }: PrintImportOptions,
) {
  const planned = new Map(plan.items.map((item) => [item.arrived.draft, item]));
  const submissions = files.map(({ file, arrived, diagnostics, sources }) => ({
    file: file.path,
    sha256: file.sha256,
    items: (arrived?.items ?? []).map(({ draft, section, pictures }) => ({
      title: draft.title.join("\n"),
      source: draft.source ?? null,
      submitter: draft.people,
      date: draft.date === undefined ? null : isoDate(draft.date),
      section: section ?? null,
      paragraphs: draft.counts.paragraphs,
      tables: draft.counts.tables,
      pictures: pictures.size,
      item: planned.get(draft)?.path ?? null,
    })),
    findings: findingRecords(diagnostics, sources, language),
  }));
  const document = { version: 1, issue: destination.issue?.name ?? null, written: isWritten, submissions };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function printForPeople({ files, plan }: ImportReport, { language }: PrintImportOptions): string {
  const planned = new Map(plan.items.map((item) => [item.arrived.draft, item]));
  const blocks = files.map((file) => {
    const items = (file.arrived?.items ?? []).flatMap(({ draft }) => planned.get(draft) ?? []);
    const shown = items.map((item) => printItem(item, file, language)).join("\n");
    const found =
      file.diagnostics.length === 0
        ? ""
        : `${printPretty(file.diagnostics, file.sources, { ...lookOf(process.stdout), language, verbose: true })}`;
    return `${printable(basename(file.file.path))}\n${shown}${found === "" ? "" : `\n${found}`}`;
  });
  return `${blocks.join("\n")}\n`;
}

const LABELS = {
  zh: {
    title: "标题",
    source: "单位",
    people: "作者",
    date: "日期",
    section: "栏目",
    body: "正文",
    path: "写入",
    none: "（没有找到）",
    counts: (paragraphs: number, tables: number, pictures: number) =>
      [
        `${paragraphs} 段`,
        ...(tables > 0 ? [`${tables} 张表`] : []),
        ...(pictures > 0 ? [`${pictures} 张图片`] : []),
      ].join("，"),
  },
  en: {
    title: "Title  ",
    source: "Unit   ",
    people: "Authors",
    date: "Date   ",
    section: "Section",
    body: "Body   ",
    path: "File   ",
    none: "(none found)",
    counts: (paragraphs: number, tables: number, pictures: number) =>
      [
        count(paragraphs, "paragraph"),
        ...(tables > 0 ? [count(tables, "table")] : []),
        ...(pictures > 0 ? [count(pictures, "picture")] : []),
      ].join(", "),
  },
};

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;

function printItem({ arrived, path }: PlannedItem, { choices }: TakenFile, language: Language): string {
  const { draft, section, pictures } = arrived;
  const labels = LABELS[language];
  const choice = choices.get(draft);
  const rows: readonly (readonly [string, string | undefined])[] = [
    [
      labels.title,
      draft.title.length === 0 ? labels.none : draft.title.join(language === "zh" ? "／" : " / "),
    ],
    [labels.source, draft.source ?? labels.none],
    [labels.people, draft.people.length === 0 ? undefined : draft.people.join("、")],
    [labels.date, draft.date === undefined ? labels.none : isoDate(draft.date)],
    [
      labels.section,
      section === undefined
        ? undefined
        : `${section}${choice === undefined ? "" : `　${choice.words[language]}`}`,
    ],
    [labels.body, labels.counts(draft.counts.paragraphs, draft.counts.tables, pictures.size)],
    [labels.path, path],
  ];
  return rows
    .flatMap(([label, value]) => (value === undefined ? [] : [`  ${label}  ${printable(value)}\n`]))
    .join("");
}
