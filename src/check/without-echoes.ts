/**
 * Drops findings that only repeat, from afar, what reading has said already: an item that could not
 * be read leaves its section empty, a fault that ends the reading of a body leaves it empty too.
 * One cause, one finding; what is left out returns by itself once the cause is mended.
 */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Issue } from "../model/issue.js";
import type { Span } from "../model/located.js";

/** Rules that speak of what is not there in a section. */
const ABOUT_SECTIONS: ReadonlySet<string> = new Set(["section/empty", "section/too-few-items"]);
/** Rules that speak of what is not there in a file, and the faults of reading that can be the cause. */
const ABOUT_FILES: ReadonlyMap<string, (rule: string) => boolean> = new Map([
  ["item/body-empty", (rule: string) => rule.startsWith("item/")],
  ["contact/email-missing", (rule: string) => rule === "manifest/syntax"],
]);

/** @param read what reading found */
export function withoutEchoes(
  found: readonly Diagnostic[],
  { read, issue }: { readonly read: readonly Diagnostic[]; readonly issue: Issue | undefined },
): readonly Diagnostic[] {
  const faults = read.filter(({ severity }) => severity === "error");
  if (faults.length === 0) return found;
  return found.filter(({ rule, span }) => {
    if (ABOUT_SECTIONS.has(rule)) {
      const section = issue?.sections.find(({ name }) => name.span.start === span.start);
      return !faults.some((fault) => section !== undefined && isInSpan(fault.span, section.span));
    }
    const isCause = ABOUT_FILES.get(rule);
    if (isCause === undefined) return true;
    return !faults.some((fault) => fault.span.path === span.path && isCause(fault.rule));
  });
}

const isInSpan = (inner: Span, outer: Span): boolean =>
  inner.path === outer.path && inner.start >= outer.start && inner.end <= outer.end;
