/** What `bulletin import` shows: each item as it would be written, and what was decided or lost on the way. */
import type { Diagnostic, Severity } from "../../diagnostics/diagnostic.js";
import type { Language } from "../../diagnostics/language.js";
import { findPlaces } from "../../diagnostics/places.js";
import { findingRecords } from "../../diagnostics/print-json.js";
import { printable, printableJson } from "../../diagnostics/printable.js";
import { wrapText } from "../../diagnostics/wrap-text.js";
import { isoDate } from "../../model/calendar-date.js";
import { type Look, lookOf } from "../terminal/paint.js";
import type { Destination } from "./find-destination.js";
import type { ArrivedItem, ImportPlan, PlannedItem } from "./plan-import.js";
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
  const planned = new Map(plan.items.map((item) => [item.arrived, item]));
  const submissions = files.map(({ file, arrived, diagnostics, sources }) => ({
    file: file.path,
    sha256: file.sha256,
    items: (arrived?.items ?? []).map((item) => ({
      title: item.title.join("\n"),
      source: item.source ?? null,
      author: item.author ?? null,
      date: item.date === undefined ? null : isoDate(item.date),
      section: item.choice?.section ?? null,
      ...item.counts,
      item: planned.get(item)?.path ?? null,
    })),
    findings: findingRecords(diagnostics, sources, language),
  }));
  const document = { version: 1, issue: destination.issue?.name ?? null, written: isWritten, submissions };
  return `${printableJson(document)}\n`;
}

function printForPeople({ files, plan }: ImportReport, { language }: PrintImportOptions): string {
  const planned = new Map(plan.items.map((item) => [item.arrived, item]));
  const look = lookOf(process.stdout);
  const blocks = files.map(({ file, arrived, diagnostics, sources }) => {
    const items = (arrived?.items ?? []).flatMap((item) => planned.get(item) ?? []);
    const shown = items.map((item) => printItem(item, language)).join("\n");
    const placeOf = findPlaces(sources);
    const told = diagnostics.map((found) => {
      const paragraph = found.span.end > found.span.start ? placeOf(found.span).start.line : undefined;
      return printNotice(found, { paragraph, language, look });
    });
    return `${look.paint("strong", printable(file.name))}\n${shown}${told.length > 0 && shown !== "" ? "\n" : ""}${told.join("")}`;
  });
  return `${blocks.join("\n")}\n`;
}

interface NoticeLook {
  /** undefined where it is about the file as a whole */
  readonly paragraph: number | undefined;
  readonly language: Language;
  readonly look: Look;
}

/** A line for what was decided; what was lost or refused says besides what to do. */
function printNotice(
  { severity, message, help }: Diagnostic,
  { paragraph, language, look }: NoticeLook,
): string {
  const place =
    paragraph === undefined ? "" : language === "zh" ? `第${paragraph}段：` : `paragraph ${paragraph}: `;
  const sign = look.paint(severity, SIGNS[severity]);
  const lines = [`${place}${message[language]}`];
  if (severity !== "info" && help !== undefined) lines.push(`→ ${help[language]}`);
  const width = look.width === undefined ? undefined : look.width - INDENT.length;
  return lines
    .map((line, index) => {
      const text = wrapText(printable(line), { width });
      return `  ${index === 0 ? sign : " "} ${text.split("\n").join(`\n${INDENT}`)}\n`;
    })
    .join("");
}

const SIGNS: Readonly<Record<Severity, string>> = { error: "✗", warning: "!", info: "·" };
const INDENT = "    ";

type Counts = ArrivedItem["counts"];

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
    counts: ({ paragraphs, tables, pictures }: Counts) =>
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
    counts: ({ paragraphs, tables, pictures }: Counts) =>
      [
        count(paragraphs, "paragraph"),
        ...(tables > 0 ? [count(tables, "table")] : []),
        ...(pictures > 0 ? [count(pictures, "picture")] : []),
      ].join(", "),
  },
};

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;

function printItem({ arrived, path }: PlannedItem, language: Language): string {
  const { title, source, author, date, choice, counts } = arrived;
  const labels = LABELS[language];
  const rows: readonly (readonly [string, string | undefined])[] = [
    [labels.title, title.length === 0 ? labels.none : title.join(language === "zh" ? "／" : " / ")],
    [labels.source, source ?? labels.none],
    [labels.people, author],
    [labels.date, date === undefined ? labels.none : isoDate(date)],
    [labels.section, choice?.section],
    [labels.body, labels.counts(counts)],
    [labels.path, path],
  ];
  return rows
    .flatMap(([label, value]) => (value === undefined ? [] : [`  ${label}  ${printable(value)}\n`]))
    .join("");
}
