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
import { hasWarning, headingsOf, mostNeeded, shownFiles } from "./shown-files.js";
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
  const { shown: listed, folded } = shownFiles(files);
  const headingOf = headingsOf(files);
  const blocks = listed.map((taken) => {
    const { arrived, diagnostics, sources } = taken;
    const items = (arrived?.items ?? []).flatMap((item) => planned.get(item) ?? []);
    const shown = items.map((item) => printItem(item, language)).join("\n");
    const placeOf = findPlaces(sources);
    // The section is told once for all, below.
    const own = diagnostics.filter(({ rule }) => rule !== "import/section");
    const told = mostNeeded(own, MOST_NOTICES).map((found) => {
      const paragraph = found.span.end > found.span.start ? placeOf(found.span).start.line : undefined;
      return printNotice(found, { paragraph, language, look });
    });
    if (own.length > told.length) told.push(`${INDENT}${more(own.length - told.length, language)}\n`);
    return `${look.paint("strong", printable(headingOf(taken)))}\n${shown}${told.length > 0 && shown !== "" ? "\n" : ""}${told.join("")}`;
  });
  const rest = folded.length === 0 ? "" : `${foldedWords(folded, language)}\n`;
  return `${blocks.join("\n")}\n${rest}${summary(files, plan, language)}`;
}

/** Notices of one file that are shown; a mail of two hundred attachments has more. */
const MOST_NOTICES = 20;

const more = (rest: number, language: Language): string =>
  language === "zh"
    ? `……还有 ${rest} 条没有显示，全部见 -f json。`
    : `… ${rest} more; -f json shows them all.`;

function foldedWords(folded: readonly TakenFile[], language: Language): string {
  const telling = folded.filter(({ diagnostics }) => hasWarning(diagnostics)).length;
  if (language === "zh") {
    const told = telling === 0 ? "" : `，其中 ${telling} 个有提醒`;
    return `还有 ${folded.length} 个文件没有逐个显示${told}；全部见 -f json。`;
  }
  const told = telling === 0 ? "" : `, ${telling} of them with warnings`;
  return `${count(folded.length, "more file")} not shown one by one${told}; -f json shows them all.`;
}

/** How many there are, and of how many the section was a guess. */
function summary(files: readonly TakenFile[], { items }: ImportPlan, language: Language): string {
  const refused = files.filter(({ diagnostics }) => diagnostics.some(({ severity }) => severity === "error"));
  const guessed = items.flatMap(({ arrived }) =>
    arrived.choice?.isSure === false && arrived.choice.missing === undefined ? [arrived.choice.section] : [],
  );
  const sections = [...new Set(guessed)];
  if (language === "zh") {
    const bad = refused.length === 0 ? "" : `，${refused.length} 个读不了`;
    const where =
      guessed.length === 0
        ? ""
        : `有 ${guessed.length} 篇没有写明栏目，列入【${sections.join("】【")}】；若不对，用 --section 指定，或导入后在清单里移动。\n`;
    return `${files.length} 个文件：${items.length} 篇可以导入${bad}。\n${where}`;
  }
  const bad = refused.length === 0 ? "" : `, ${count(refused.length, "file")} cannot be read`;
  const where =
    guessed.length === 0
      ? ""
      : `${count(guessed.length, "item")} without a section of ${guessed.length === 1 ? "its" : "their"} own: listed under ${sections.join(", ")}. If that is wrong, use --section, or move the lines in the manifest.\n`;
  return `${count(files.length, "file")}: ${count(items.length, "item")} to import${bad}.\n${where}`;
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
  const isSaid = new RegExp(`第${paragraph}段|paragraph ${paragraph}\\b`, "i").test(message[language]);
  const place =
    paragraph === undefined || isSaid
      ? ""
      : language === "zh"
        ? `第${paragraph}段：`
        : `Paragraph ${paragraph}: `;
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
    people: "报送",
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
    people: "Sender ",
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
