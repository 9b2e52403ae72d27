/** One report of findings in the format asked for; each printer is loaded when it is used. */
import type { Diagnostic, Severity, Sources } from "../../diagnostics/diagnostic.js";
import type { Language } from "../../diagnostics/language.js";
import { printPrettyPieces } from "../../diagnostics/print-pretty.js";
import type { SilencingComments } from "../../diagnostics/silencing-comment.js";
import type { Hidden } from "../../diagnostics/summary.js";
import { findVersion } from "../../disk/package-files.js";
import type { SubmittedItem } from "../../intake/draft/submitted-item.js";
import { lookOf } from "../terminal/paint.js";
import { atCarryingFiles } from "./carrying-files.js";
import { fromRepository } from "./repository-paths.js";
import type { Mended } from "./tell-mended.js";

export const FORMATS = ["pretty", "compact", "json", "sarif", "github", "junit", "report"] as const;
export type Format = (typeof FORMATS)[number];

export interface ReportOptions {
  readonly format: Format;
  readonly language: Language;
  /** where the report goes; undefined for a file */
  readonly stream: NodeJS.WriteStream | undefined;
  readonly verbose?: boolean;
  readonly statistics?: boolean;
  /** true where there are more warnings than are allowed */
  readonly warningsFail: boolean;
  /** items that came by Word, mail or text: letters tell of their headlines */
  readonly submitted?: readonly SubmittedItem[];
  /** what was mended before; undefined where nothing was to be */
  readonly mended?: Mended | undefined;
  /** findings that are left out of the report */
  readonly hidden: Hidden;
}

/** @returns the report in pieces, so that one of many files is never a single text; no piece but of whole words */
export async function printReport(
  found: readonly Diagnostic[],
  read: Sources,
  options: ReportOptions,
): Promise<Iterable<string>> {
  const { format, language, hidden } = options;
  const isForHost = format === "github" || format === "sarif";
  const { diagnostics, sources } = fromRepository(
    { diagnostics: isForHost ? atCarryingFiles(found, read) : found, sources: read },
    isForHost ? process.env.GITHUB_WORKSPACE : undefined,
  );
  switch (format) {
    case "pretty":
      if (options.statistics === true) return [await printTable(diagnostics, options)];
      return printPrettyPieces(diagnostics, sources, {
        ...lookOf(options.stream),
        language,
        hidden,
        verbose: options.verbose === true,
        silencing: options.verbose === true ? await commentsOf(sources, language) : undefined,
      });
    case "compact": {
      const { printCompact } = await import("../../diagnostics/print-compact.js");
      return printCompact(diagnostics, sources, language);
    }
    case "json": {
      const { printJson } = await import("../../diagnostics/print-json.js");
      const statistics = options.statistics === true;
      const silencing = options.verbose === true ? await commentsOf(sources, language) : undefined;
      return printJson(diagnostics, {
        sources,
        files: sources.size,
        language,
        statistics,
        hidden,
        silencing,
        mended: options.mended,
      });
    }
    case "github": {
      const { printGithub } = await import("../../diagnostics/print-github.js");
      return printGithub(diagnostics, sources, language);
    }
    case "report": {
      const { printLetters } = await import("./print-letters.js");
      return [await printLetters(diagnostics, { sources, submitted: options.submitted ?? [] }, language)];
    }
    case "junit": {
      const { printJunit } = await import("../../diagnostics/print-junit.js");
      const failing = new Set<Severity>(options.warningsFail ? ["error", "warning"] : ["error"]);
      return printJunit(diagnostics, sources, { language, failing });
    }
    case "sarif": {
      const { printSarif } = await import("../../diagnostics/print-sarif.js");
      const { allRules } = await import("../../check/all-rules.js");
      const rules = allRules.map(({ id, severity, summary, why }) => ({
        id,
        severity,
        summary,
        why,
      }));
      return printSarif(diagnostics, sources, { language, version: findVersion(), rules });
    }
    default:
      return format satisfies never;
  }
}

/** Of rules without which there is no issue none is silenced, and in what came in there are no comments of ours. */
async function commentsOf(sources: Sources, language: Language): Promise<SilencingComments> {
  const { silencingComments } = await import("../../diagnostics/silencing-comment.js");
  const { allRules } = await import("../../check/all-rules.js");
  const structural = new Set(allRules.filter((rule) => rule.structural).map(({ id }) => id));
  const commentFor = silencingComments(sources, language);
  return (finding) =>
    structural.has(finding.rule) || finding.rule.startsWith("import/") ? undefined : commentFor(finding);
}

/** `--statistics`: the rules, not what they found. */
async function printTable(
  diagnostics: readonly Diagnostic[],
  { stream, language, hidden }: ReportOptions,
): Promise<string> {
  const { printStatistics } = await import("../../diagnostics/print-statistics.js");
  const { printSummary } = await import("../../diagnostics/print-summary.js");
  const { findRule } = await import("../../check/rule-catalogue.js");
  const summaryOf = (id: string) => findRule(id).rule?.summary;
  const { width } = lookOf(stream);
  const table = printStatistics(diagnostics, { language, width, summaryOf });
  const summary = printSummary(diagnostics, { language, folded: 0, hidden, width });
  return `${table === "" ? "" : `${table}\n`}${summary}\n`;
}
