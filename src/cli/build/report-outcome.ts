/** What `bulletin build` says of an issue that it built or refused: findings aside, the editions as its result. */
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Language } from "../../diagnostics/language.js";
import { printPretty } from "../../diagnostics/print-pretty.js";
import { printable } from "../../diagnostics/printable.js";
import { summarise } from "../../diagnostics/summary.js";
import type { BuildOutcome } from "../../outcomes/build-outcome.js";
import type { WrittenEdition } from "../../outcomes/remember-outcomes.js";
import { lookOf } from "../terminal/paint.js";
import { printLeftItems } from "./left-items.js";
import { printWithheld, type WithheldEdition } from "./withheld-editions.js";

export interface ReportedIssue {
  readonly outcome: BuildOutcome;
  readonly editions: readonly WrittenEdition[];
  /** of an issue with a level of secrecy: what it has no edition of */
  readonly withheld?: readonly WithheldEdition[];
  /** of items alone: what lies beside them and is of none of them */
  readonly left?: readonly string[];
  /** true where nothing had changed since the last run, and nothing was built */
  readonly isRecalled: boolean;
}

export interface OutcomeReportOptions {
  readonly language: Language;
  readonly strict?: boolean;
  /** of the findings, those alone that refuse a build */
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

export function reportOutcome(
  { outcome, editions, withheld = [], left = [], isRecalled }: ReportedIssue,
  options: OutcomeReportOptions,
): void {
  const { language } = options;
  reportFindings(outcome, options);
  if (outcome.slug === undefined) return;
  for (const { path, bytes, pages, companions = [] } of editions) {
    const size = `${Math.ceil(bytes / 1024)} KB`;
    const extent = pages === undefined ? size : `${WORDS[language].pages(pages)}${size}`;
    const remark = isRecalled ? WORDS[language].unchanged : "";
    process.stdout.write(`${printable(path)}  ${extent}${remark}\n`);
    for (const beside of companions) {
      process.stdout.write(`${printable(beside.path)}  ${Math.ceil(beside.bytes / 1024)} KB${remark}\n`);
    }
  }
  process.stderr.write(printWithheld(withheld, language));
  process.stderr.write(printLeftItems(left, language));
  if (process.stderr.isTTY && options.quiet !== true) {
    process.stderr.write(`${WORDS[language].took(outcome.milliseconds)}\n`);
  }
}

/** What was found in an issue that was built or refused, and of the latter that it was. */
export function reportFindings(found: FoundInIssue, options: OutcomeReportOptions): void {
  process.stderr.write(printFindings(found, options));
  if (found.slug === undefined) process.stderr.write(printRefusal(found, options));
}

/** `slug` is undefined where the issue was refused. */
export type FoundInIssue = Pick<BuildOutcome, "manifest" | "slug" | "diagnostics" | "sources">;

/** @returns the findings that are spoken of: all, or by `quiet` those alone that refuse a build */
export function reportedFindings(
  diagnostics: readonly Diagnostic[],
  { quiet, strict }: OutcomeReportOptions,
): readonly Diagnostic[] {
  if (quiet !== true) return diagnostics;
  return diagnostics.filter(
    ({ severity }) => severity === "error" || (strict === true && severity === "warning"),
  );
}

function printFindings({ diagnostics, sources }: FoundInIssue, options: OutcomeReportOptions): string {
  // What is kept quiet about is counted, so that silence means that there is nothing.
  if (diagnostics.length === 0) return "";
  const shown = reportedFindings(diagnostics, options);
  const all = summarise(diagnostics);
  const { warnings, infos } = summarise(shown);
  return printPretty(shown, sources, {
    ...lookOf(process.stderr),
    language: options.language,
    verbose: options.verbose === true,
    hidden: { byQuiet: { warnings: all.warnings - warnings, infos: all.infos - infos } },
  });
}

/** @returns that the issue was not built, and why, in a line */
function printRefusal({ manifest, diagnostics }: FoundInIssue, options: OutcomeReportOptions): string {
  const { errors, warnings } = summarise(diagnostics);
  const { refused, errors: sayErrors, warnings: sayWarnings } = WORDS[options.language];
  const why = errors > 0 ? sayErrors(errors) : sayWarnings(warnings);
  return `${refused(printable(manifest), why)}\n`;
}

const WORDS = {
  zh: {
    pages: (count: number) => `${count} 页，`,
    unchanged: "，未变",
    took: (milliseconds: number) => `用时 ${milliseconds} 毫秒`,
    errors: (count: number) => `有 ${count} 个错误`,
    warnings: (count: number) => `--strict 不许有警告，现有 ${count} 个`,
    refused: (manifest: string, why: string) => `${manifest} 没有编译，未写入任何文件：${why}。`,
  },
  en: {
    pages: (count: number) => (count === 1 ? "1 page, " : `${count} pages, `),
    unchanged: ", unchanged",
    took: (milliseconds: number) => `${milliseconds} ms`,
    errors: (count: number) => (count === 1 ? "there is an error" : `there are ${count} errors`),
    warnings: (count: number) =>
      `--strict allows no warnings, and there ${count === 1 ? "is one" : `are ${count}`}`,
    refused: (manifest: string, why: string) => `${manifest} was not built; no file was written: ${why}.`,
  },
} as const;
