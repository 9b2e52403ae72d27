/**
 * Findings as JUnit XML, which CI servers show as tests: a suite a file, a case a finding. A case
 * fails where its finding fails the run, so that the servers' verdict is that of the exit code; any
 * other finding is a passed case whose output says what it is. A file without findings is one
 * passed case.
 */
import type { Diagnostic, Severity, Sources } from "./diagnostic.js";
import type { Language } from "./language.js";
import { findPlaces } from "./places.js";
import { printableXml } from "./printable.js";
import { shownSuggestions } from "./show-suggestion.js";

export interface JunitOptions {
  readonly language: Language;
  /** severities that fail the run: errors, and warnings where there are more than are allowed */
  readonly failing: ReadonlySet<Severity>;
}

/** @returns the document in pieces of whole lines, a file each */
export function* printJunit(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  { language, failing }: JunitOptions,
): Generator<string> {
  const byPath = new Map<string, Diagnostic[]>([...sources.keys()].map((path) => [path, []]));
  for (const diagnostic of diagnostics) {
    const { path } = diagnostic.span;
    const known = byPath.get(path);
    if (known === undefined) byPath.set(path, [diagnostic]);
    else known.push(diagnostic);
  }
  const placeOf = findPlaces(sources);
  const failures = (found: readonly Diagnostic[]) =>
    found.filter(({ severity }) => failing.has(severity)).length;
  const tests = [...byPath.values()].reduce((sum, found) => sum + Math.max(1, found.length), 0);
  yield `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="bulletin" tests="${tests}" failures="${failures(diagnostics)}" errors="0">
`;
  for (const [path, found] of byPath) {
    const cases = found.map((diagnostic) => {
      const { rule, severity, message, help, span } = diagnostic;
      const { line, column } = placeOf(span).start;
      const place = `${path}:${line}:${column}`;
      const told = [place, message[language], help?.[language] ?? ""].filter((part) => part !== "");
      const text = [...told, ...shownSuggestions(diagnostic, sources, language)].map(escapeXml).join("\n");
      const outcome = failing.has(severity)
        ? `<failure type="${severity}" message="${escapeXml(message[language])}">${text}</failure>`
        : `<system-out>${severity}: ${text}</system-out>`;
      return `    <testcase name="${escapeXml(`${rule} ${line}:${column}`)}" classname="${escapeXml(path)}">
      ${outcome}
    </testcase>\n`;
    });
    const passed = `    <testcase name="bulletin lint" classname="${escapeXml(path)}"/>\n`;
    const body = cases.length === 0 ? passed : cases.join("");
    yield `  <testsuite name="${escapeXml(path)}" tests="${Math.max(1, cases.length)}" failures="${failures(found)}" errors="0">\n${body}  </testsuite>\n`;
  }
  yield "</testsuites>\n";
}

/** Characters that XML 1.0 does not allow at all are shown as U+FFFD; a line end within is a reference. */
function escapeXml(text: string): string {
  const escaped = text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
  return printableXml(escaped);
}
