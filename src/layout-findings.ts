/** What the pages of an issue, or of its items alone, add to what was found before. */
import type { Diagnostic } from "./diagnostics/diagnostic.js";

/** What the layout found, as it weighs for these editions; what another item told already is not told again. */
export function newFindings(
  settled: readonly Diagnostic[],
  before: readonly Diagnostic[],
  isPrinted: boolean,
): readonly Diagnostic[] {
  const keyOf = ({ rule, span, message }: Diagnostic) =>
    `${rule}\n${span.path}\n${span.start}\n${span.end}\n${message.zh}`;
  const known = new Set(before.map(keyOf));
  const weighed = isPrinted ? settled : settled.map(asOfNoPdf);
  return weighed.filter((finding) => !known.has(keyOf(finding)));
}

/** Characters that our fonts lack or cannot set are no trouble of an edition that carries no fonts. */
const GLYPH_RULES = ["layout/missing-glyph", "layout/unshaped-script"];

const asOfNoPdf = (finding: Diagnostic): Diagnostic =>
  GLYPH_RULES.includes(finding.rule) ? { ...finding, severity: "info" } : finding;
