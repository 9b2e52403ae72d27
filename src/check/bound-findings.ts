/**
 * What is reported one file is bounded: nobody reads a thousand findings of one item, and a report of a
 * hundred thousand stops the program that is to show it. The gravest are kept, all others are reported by one
 * finding that counts them. `--fix` mends before anything is left out (fix.ts).
 */
import type { Diagnostic, Severity } from "../diagnostics/diagnostic.js";
import { allRules } from "./all-rules.js";

/** Findings of one file that are reported one by one: a hundred pages of a report */
export const MOST_FINDINGS = 1000;

/** id of the finding that stands for the others; rules/item/more-findings.ts documents it */
const MORE = "item/more-findings";

const WEIGHTS: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 };

const STRUCTURAL: ReadonlySet<string> = new Set(
  allRules.filter(({ structural }) => structural).map(({ id }) => id),
);

/** @param diagnostics in reading order. @returns them in that order, of no file more than can be told */
export function boundFindings(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length <= MOST_FINDINGS) return diagnostics;
  const byPath = new Map<string, Diagnostic[]>();
  for (const one of diagnostics) {
    const known = byPath.get(one.span.path);
    if (known === undefined) byPath.set(one.span.path, [one]);
    else known.push(one);
  }
  const crowded = [...byPath.values()].filter((found) => found.length > MOST_FINDINGS);
  if (crowded.length === 0) return diagnostics;
  const weigh = ({ rule, severity }: Diagnostic) => 2 * WEIGHTS[severity] + Number(STRUCTURAL.has(rule));
  const left = new Map<Diagnostic, readonly Diagnostic[]>();
  const untold = new Set<Diagnostic>();
  for (const found of crowded) {
    // Sorting is stable: what weighs alike keeps the order in which it is read.
    const kept = new Set(found.toSorted((a, b) => weigh(b) - weigh(a)).slice(0, MOST_FINDINGS));
    const others = found.filter((one) => !kept.has(one));
    for (const one of others) untold.add(one);
    const [first] = others;
    if (first !== undefined) left.set(first, others);
  }
  return diagnostics.flatMap((one) => {
    const others = left.get(one);
    if (others !== undefined) return [countOf(one, others)];
    return untold.has(one) ? [] : [one];
  });
}

/** @param first of those left out, whose place it takes */
function countOf(first: Diagnostic, others: readonly Diagnostic[]): Diagnostic {
  const of = (severity: Severity) => others.filter((one) => one.severity === severity).length;
  const [errors, warnings, infos] = [of("error"), of("warning"), of("info")];
  return {
    rule: MORE,
    severity: errors > 0 ? "error" : warnings > 0 ? "warning" : "info",
    span: first.span,
    message: {
      zh: `这个文件的问题太多，只列出 ${MOST_FINDINGS} 处，另有 ${others.length} 处没有列出：错误 ${errors} 处，警告 ${warnings} 处，提示 ${infos} 处。`,
      en: `This file has too many findings: ${MOST_FINDINGS} are listed, ${others.length} more are not (errors: ${errors}, warnings: ${warnings}, info: ${infos}).`,
    },
    help: {
      zh: "请先改正已列出的问题，再检查一次；同样的问题很多时，多半是稿件从别处导出时出了错。",
      en: "Correct those listed and check again; if the same fault is everywhere, the text was probably exported incorrectly.",
    },
  };
}
