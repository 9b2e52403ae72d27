/** One report of findings in the format asked for; each printer is loaded when it is used. */
import type { Diagnostic, Sources } from "../diagnostics/diagnostic.js";
import type { Language } from "../diagnostics/language.js";
import { printPretty } from "../diagnostics/print-pretty.js";
import { findVersion } from "./package-files.js";
import { makePaint } from "./paint.js";
import { fromRepository } from "./repository-paths.js";

export const FORMATS = ["pretty", "compact", "json", "sarif", "github", "junit", "report"] as const;
export type Format = (typeof FORMATS)[number];

export interface ReportOptions {
  readonly format: Format;
  readonly language: Language;
  /** false where the report goes to a file */
  readonly toTerminal: boolean;
}

export async function printReport(
  found: readonly Diagnostic[],
  read: Sources,
  { format, language, toTerminal }: ReportOptions,
): Promise<string> {
  const workspace = format === "github" || format === "sarif" ? process.env.GITHUB_WORKSPACE : undefined;
  const { diagnostics, sources } = fromRepository({ diagnostics: found, sources: read }, workspace);
  switch (format) {
    case "pretty": {
      const paint = makePaint(toTerminal ? process.stdout : undefined);
      return printPretty(diagnostics, sources, { language, paint });
    }
    case "compact": {
      const { printCompact } = await import("../diagnostics/print-compact.js");
      return printCompact(diagnostics, sources, language);
    }
    case "json": {
      const { printJson } = await import("../diagnostics/print-json.js");
      return printJson(diagnostics, { sources, files: sources.size, language });
    }
    case "github": {
      const { printGithub } = await import("../diagnostics/print-github.js");
      return printGithub(diagnostics, sources, language);
    }
    case "report": {
      const { printUnitReport } = await import("../diagnostics/print-unit-report.js");
      return printUnitReport(diagnostics, sources, language);
    }
    case "junit": {
      const { printJunit } = await import("../diagnostics/print-junit.js");
      return printJunit(diagnostics, sources, language);
    }
    case "sarif": {
      const { printSarif } = await import("../diagnostics/print-sarif.js");
      const { allRules } = await import("../check/all-rules.js");
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
