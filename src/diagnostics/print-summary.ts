/**
 * The lines that close a report for a person: how many findings there are, how many `--fix` mends,
 * and how many are not listed and why, so that «nothing found» is said only where it is so.
 */
import type { Diagnostic } from "./diagnostic.js";
import type { Language } from "./language.js";
import { type Hidden, type Summary, summarise } from "./summary.js";
import { wrapText } from "./wrap-text.js";

export interface SummaryOptions {
  readonly language: Language;
  /** findings that are counted but not listed */
  readonly folded: number;
  readonly hidden: Hidden;
  /** columns at which sentences are broken */
  readonly width?: number | undefined;
}

/**
 * @returns one sentence or two a line, without a line end behind the last; what was not looked for is not called none
 */
export function printSummary(
  diagnostics: readonly Diagnostic[],
  { language, folded, hidden, width }: SummaryOptions,
): string {
  const words = WORDS[language];
  const summary = summarise(diagnostics);
  const { warnings = 0, infos = 0 } = hidden.byQuiet ?? {};
  const { byBaseline: known = 0, byChange: untouched = 0 } = hidden;
  const nothing =
    warnings + infos > 0 ? words.noErrors : known + untouched > 0 ? words.nothingNew : words.nothing;
  const lines = [
    diagnostics.length === 0 ? nothing : words.counts(summary, hidden.byQuiet !== undefined),
    ...(summary.fixable > 0 ? [words.fixable(summary.fixable)] : []),
    ...(summary.suggested > 0 ? [words.suggested(summary.suggested)] : []),
    ...(folded > 0 ? [words.folded(folded)] : []),
    ...(warnings + infos > 0 ? [words.quiet(warnings, infos)] : []),
    ...(known > 0 ? [words.baseline(known)] : []),
    ...(untouched > 0 ? [words.untouched(untouched)] : []),
  ];
  const paragraphs = diagnostics.length === 0 ? [lines.join(words.between)] : lines;
  return paragraphs.map((line) => wrapText(line, { width })).join("\n");
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;

const counted = (counts: readonly (readonly [number, (count: number) => string])[], between: string) =>
  counts
    .filter(([count]) => count > 0)
    .map(([count, say]) => say(count))
    .join(between);

const WORDS = {
  zh: {
    nothing: "没有发现问题。",
    noErrors: "没有错误。",
    nothingNew: "没有新的问题。",
    counts: ({ errors, warnings, infos }: Summary, isQuiet: boolean) =>
      isQuiet && warnings + infos === 0
        ? `共 ${errors} 个错误。`
        : `共 ${errors} 个错误，${warnings} 个警告，${infos} 条提示。`,
    fixable: (count: number) => `其中 ${count} 条可用 bulletin lint --fix 自动改正。`,
    suggested: (count: number) => `有 ${count} 条给出了建议，请编辑决定；全部采用可加 --fix-suggestions。`,
    folded: (count: number) => `同一规则只列出前 3 处，其余 ${count} 处没有列出；加 --verbose 全部列出。`,
    quiet: (warnings: number, infos: number) =>
      `另有 ${counted(
        [
          [warnings, (count) => `${count} 个警告`],
          [infos, (count) => `${count} 条提示`],
        ],
        "、",
      )}没有列出（--quiet 只列出错误）。`,
    baseline: (count: number) => `基线中已有的 ${count} 个问题没有列出。`,
    untouched: (count: number) => `没有改动的稿件里另有 ${count} 处没有列出。`,
    between: "",
  },
  en: {
    nothing: "No findings.",
    noErrors: "No errors.",
    nothingNew: "No new findings.",
    counts: ({ errors, warnings, infos }: Summary, isQuiet: boolean) =>
      isQuiet && warnings + infos === 0
        ? `${plural(errors, "error")}.`
        : `${plural(errors, "error")}, ${plural(warnings, "warning")}, ${infos} info.`,
    fixable: (count: number) => `${count} of them can be fixed with bulletin lint --fix.`,
    suggested: (count: number) =>
      `${count} ${count === 1 ? "has" : "have"} a suggestion for you to judge (--fix-suggestions applies ${count === 1 ? "it" : "them"}).`,
    folded: (count: number) =>
      `Only the first 3 findings of each rule are listed; ${count} more ${count === 1 ? "is" : "are"} not. Use --verbose to list them all.`,
    quiet: (warnings: number, infos: number) => {
      const all = counted(
        [
          [warnings, (count) => plural(count, "warning")],
          [infos, (count) => `${count} info`],
        ],
        " and ",
      );
      return `${all} ${warnings + infos === 1 ? "is" : "are"} not listed (--quiet lists only errors).`;
    },
    baseline: (count: number) =>
      count === 1
        ? "1 finding of the baseline is not listed."
        : `${count} findings of the baseline are not listed.`,
    untouched: (count: number) =>
      `${plural(count, "finding")} in unchanged items ${count === 1 ? "is" : "are"} not listed.`,
    between: " ",
  },
} as const;
