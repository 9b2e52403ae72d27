/**
 * Drops findings that only repeat, from afar, what reading has said already: an item that could not
 * be read leaves its section empty, a fault that ends the reading of a body leaves it empty too.
 * One cause, one finding; what is left out returns by itself once the cause is mended.
 */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Issue } from "../model/issue.js";

/** Rules that speak of what is not there in a section. */
const ABOUT_SECTIONS: ReadonlySet<string> = new Set(["section/empty", "section/too-few-items"]);
/** Rules that speak of what is not there in a file, and the faults of reading that can be the cause. */
const ABOUT_FILES: ReadonlyMap<string, (rule: string) => boolean> = new Map([
  ["item/body-empty", (rule: string) => rule.startsWith("item/")],
  ["contact/email-missing", (rule: string) => rule === "manifest/syntax"],
]);

/** @param read what reading found */
export function dropFollowOnFindings(
  found: readonly Diagnostic[],
  { read, issue }: { readonly read: readonly Diagnostic[]; readonly issue: Issue | undefined },
): readonly Diagnostic[] {
  const faults = read.filter(({ severity }) => severity === "error");
  if (faults.length === 0) return found;
  const brokenSections = sectionsWithFaults(issue, faults);
  const rulesByPath = new Map<string, Set<string>>();
  for (const { rule, span } of faults) {
    rulesByPath.set(span.path, (rulesByPath.get(span.path) ?? new Set()).add(rule));
  }
  return found.filter(({ rule, span }) => {
    if (ABOUT_SECTIONS.has(rule)) return !brokenSections.has(span.start);
    const isCause = ABOUT_FILES.get(rule);
    return isCause === undefined || ![...(rulesByPath.get(span.path) ?? [])].some(isCause);
  });
}

/** @returns starts of the names of sections within whose entries reading found a fault */
function sectionsWithFaults(issue: Issue | undefined, faults: readonly Diagnostic[]): ReadonlySet<number> {
  const starts = faults
    .filter(({ span }) => span.path === issue?.path)
    .map(({ span }) => span.start)
    .sort((a, b) => a - b);
  const broken = new Set<number>();
  let next = 0;
  for (const { name, span } of issue?.sections ?? []) {
    while ((starts[next] ?? span.start) < span.start) next += 1;
    if ((starts[next] ?? span.end) < span.end) broken.add(name.span.start);
  }
  return broken;
}
