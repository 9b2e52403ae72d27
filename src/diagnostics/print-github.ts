/**
 * Findings as workflow commands: GitHub shows each beside the line it is about.
 * A file name cannot begin a command of its own. Values are escaped as the runner unescapes them (%, CR, LF; in properties also : and ,).
 */
import type { Diagnostic, Severity, Sources } from "./diagnostic.js";
import type { Language } from "./language.js";
import { findPlaces } from "./places.js";
import { printable } from "./printable.js";
import { shownSuggestions } from "./show-suggestion.js";

const COMMANDS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

/** @returns the commands one by one */
export function* printGithub(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  language: Language,
): Generator<string> {
  const placeOf = findPlaces(sources);
  for (const diagnostic of diagnostics) {
    const { rule, severity, message, help, span } = diagnostic;
    const { start, end } = placeOf(span);
    const properties = [
      `file=${escapeProperty(span.path)}`,
      `line=${start.line}`,
      `endLine=${end.line}`,
      // The runner takes columns for findings within one line alone.
      ...(start.line === end.line ? [`col=${start.column}`, `endColumn=${end.column}`] : []),
      `title=${escapeProperty(rule)}`,
    ];
    const told = [message, ...(help === undefined ? [] : [help])].map((one) => printable(one[language]));
    const text = [...told, ...shownSuggestions(diagnostic, sources, language)].join("\n");
    yield `::${COMMANDS[severity]} ${properties.join(",")}::${escapeData(text)}\n`;
  }
}

const escapeData = (text: string) =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const escapeProperty = (text: string) =>
  escapeData(printable(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
