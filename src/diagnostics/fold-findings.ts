/**
 * In which order a person is shown findings, and how many: errors first, then warnings, then hints;
 * those of one rule together, three of them, the rest by their count and places. Formats for
 * programs have all of them in reading order, and do not pass here.
 */
import type { Diagnostic, Severity } from "./diagnostic.js";

/** Findings of one rule and severity. */
export interface FindingGroup {
  /** in reading order, at least one */
  readonly shown: readonly Diagnostic[];
  /** those that are only counted */
  readonly folded: readonly Diagnostic[];
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];
const MOST_SHOWN = 3;

/** @returns groups in the order of their first findings */
export function foldFindings(diagnostics: readonly Diagnostic[]): readonly FindingGroup[] {
  return SEVERITIES.flatMap((severity) => {
    const byRule = new Map<string, Diagnostic[]>();
    for (const diagnostic of diagnostics) {
      if (diagnostic.severity !== severity) continue;
      const known = byRule.get(diagnostic.rule);
      if (known === undefined) byRule.set(diagnostic.rule, [diagnostic]);
      else known.push(diagnostic);
    }
    return [...byRule.values()].map((group) => ({
      shown: group.slice(0, MOST_SHOWN),
      folded: group.slice(MOST_SHOWN),
    }));
  });
}

/** @returns every finding by itself, errors first, otherwise in reading order */
export function unfoldedFindings(diagnostics: readonly Diagnostic[]): readonly FindingGroup[] {
  return SEVERITIES.flatMap((severity) =>
    diagnostics.filter((one) => one.severity === severity).map((one) => ({ shown: [one], folded: [] })),
  );
}
