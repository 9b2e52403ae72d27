/** One finding a line, `path:line:column: severity: message [rule]`, as compilers print them. */
import type { Diagnostic, Sources } from "./diagnostic.js";
import type { Language } from "./language.js";
import { findPlaces } from "./places.js";
import { printable } from "./printable.js";

/** @returns the lines one by one */
export function* printCompact(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  language: Language,
): Generator<string> {
  const placeOf = findPlaces(sources);
  for (const { span, severity, message, rule } of diagnostics) {
    const { line, column } = placeOf(span).start;
    yield `${printable(span.path)}:${line}:${column}: ${severity}: ${printable(message[language])} [${rule}]\n`;
  }
}
