/** How often each rule spoke, and how much of it `--fix` mends: as data, and as a table for a person. */
import type { Diagnostic, Message, Severity } from "./diagnostic.js";
import { displayWidth } from "./display-width.js";
import type { Language } from "./language.js";
import { wrapText } from "./wrap-text.js";

export interface RuleStatistics {
  readonly rule: string;
  readonly severity: Severity;
  readonly count: number;
  /** how many of them carry a fix */
  readonly fixable: number;
}

/** @returns the most frequent first; a rule that spoke with two severities is there twice */
export function ruleStatistics(diagnostics: readonly Diagnostic[]): readonly RuleStatistics[] {
  const byRule = new Map<string, RuleStatistics>();
  for (const { rule, severity, fix } of diagnostics) {
    const key = `${severity} ${rule}`;
    const { count, fixable } = byRule.get(key) ?? { count: 0, fixable: 0 };
    byRule.set(key, {
      rule,
      severity,
      count: count + 1,
      fixable: fixable + (fix === undefined ? 0 : 1),
    });
  }
  return [...byRule.values()].sort(
    (a, b) => b.count - a.count || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
}

export interface StatisticsOptions {
  readonly language: Language;
  /** columns of the terminal */
  readonly width?: number | undefined;
  /** what a rule asks for, in a sentence */
  readonly summaryOf: (rule: string) => Message | undefined;
}

/** Narrower, a sentence beside the table is no help. */
const LEAST_FOR_SENTENCE = 24;

/** @returns a line a rule under a line of headings; empty where nothing was found */
export function printStatistics(
  diagnostics: readonly Diagnostic[],
  { language, width, summaryOf }: StatisticsOptions,
): string {
  const statistics = ruleStatistics(diagnostics);
  if (statistics.length === 0) return "";
  const words = WORDS[language];
  const rows = statistics.map(({ rule, severity, count, fixable }) => [
    String(count),
    fixable === 0 ? "" : String(fixable),
    words[severity],
    rule,
  ]);
  const table = [[words.count, words.fixable, words.level, words.rule], ...rows];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...table.map((row) => displayWidth(row[column] ?? ""))),
  );
  const indent = widths.reduce((sum, each) => sum + each + GAP.length, 0);
  const hasRoom = width === undefined || width - indent >= LEAST_FOR_SENTENCE;
  return table
    .map((row, at) => {
      const cells = row.map((cell, column) => padded(cell, { column, width: widths[column] ?? 0 }));
      const summary = at === 0 || !hasRoom ? undefined : summaryOf(row.at(-1) ?? "");
      const sentence = summary === undefined ? "" : wrapText(summary[language], { width, indent });
      return `${[...cells, sentence].join(GAP).trimEnd()}\n`;
    })
    .join("");
}

const GAP = "  ";

/** Numbers stand right in their columns, words left. */
function padded(
  cell: string,
  { column, width }: { readonly column: number; readonly width: number },
): string {
  const blanks = " ".repeat(Math.max(0, width - displayWidth(cell)));
  return column < 2 ? blanks + cell : cell + blanks;
}

const WORDS = {
  zh: {
    count: "数量",
    fixable: "可自动改正",
    level: "级别",
    rule: "规则",
    error: "错误",
    warning: "警告",
    info: "提示",
  },
  en: {
    count: "count",
    fixable: "fixable",
    level: "severity",
    rule: "rule",
    error: "error",
    warning: "warning",
    info: "info",
  },
} as const;
