/** One finding a line, `path:line:column: severity: message [rule]`, as compilers print them. */
import type { Diagnostic, Sources } from "./diagnostic.js";
import type { Language } from "./language.js";
import { findPlaces } from "./places.js";
import { printable } from "./printable.js";

export function printCompact(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  language: Language,
): string {
  const placeOf = findPlaces(sources);
  return diagnostics
    .map(({ span, severity, message, rule }) => {
      const { line, column } = placeOf(span).start;
      return `${printable(span.path)}:${line}:${column}: ${severity}: ${printable(message[language])} [${rule}]\n`;
    })
    .join("");
}
