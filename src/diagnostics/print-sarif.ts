/**
 * Findings as SARIF 2.1.0 (OASIS), which code hosts show beside the lines. Columns are code points,
 * as everywhere here, and the file says so.
 */
import type { Span } from "../model/located.js";
import type { Diagnostic, Message, Severity, Sources, TextEdit } from "./diagnostic.js";
import type { Language } from "./language.js";
import { findPlaces, type Place } from "./places.js";
import { printableJsonOf } from "./printable.js";

/** What SARIF tells about a rule. */
export interface SarifRule {
  readonly id: string;
  readonly severity: Severity;
  readonly summary: Message;
  readonly why: Message;
}

export interface SarifOptions {
  readonly language: Language;
  readonly version: string;
  readonly rules: readonly SarifRule[];
}

const LEVELS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

/** @returns the document in pieces, a finding each */
export function* printSarif(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  { language, version, rules }: SarifOptions,
): Generator<string> {
  const placeOf = findPlaces(sources);
  const indices = new Map(rules.map(({ id }, index) => [id, index]));
  const document = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "bulletin",
            version,
            rules: rules.map((rule) => ({
              id: rule.id,
              shortDescription: { text: rule.summary[language] },
              fullDescription: { text: rule.why[language] },
              help: { text: `bulletin explain ${rule.id}` },
              defaultConfiguration: { level: LEVELS[rule.severity] },
            })),
          },
        },
        columnKind: "unicodeCodePoints",
        results: [],
      },
    ],
  };
  const results = function* () {
    for (const diagnostic of diagnostics) {
      yield {
        ruleId: diagnostic.rule,
        ...(indices.has(diagnostic.rule) ? { ruleIndex: indices.get(diagnostic.rule) } : {}),
        level: LEVELS[diagnostic.severity],
        message: { text: textOf(diagnostic, language) },
        locations: [locationOf(diagnostic.span, placeOf)],
        ...relatedOf(diagnostic, language, placeOf),
        ...fixesOf(diagnostic, language, placeOf),
      };
    }
  };
  yield* printableJsonOf(document, { key: "results", entries: results() });
}

type PlaceOf = (span: Span) => Place;

const textOf = ({ message, help }: Diagnostic, language: Language): string =>
  help === undefined ? message[language] : `${message[language]} ${help[language]}`;

const locationOf = (span: Span, placeOf: PlaceOf) => ({
  physicalLocation: { artifactLocation: artifactOf(span.path), region: regionOf(placeOf(span)) },
});

const artifactOf = (path: string) => ({
  uri: path.split("/").map(encodeURIComponent).join("/"),
  uriBaseId: "SRCROOT",
});

const regionOf = ({ start, end }: Place) => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
});

function relatedOf({ related }: Diagnostic, language: Language, placeOf: PlaceOf) {
  if (related === undefined || related.length === 0) return {};
  return {
    relatedLocations: related.map(({ message, span }, id) => ({
      id,
      message: { text: message[language] },
      ...locationOf(span, placeOf),
    })),
  };
}

/**
 * `fixes` are proposed, and SARIF has no flag by which a program could tell those that are sure from those
 * that a person has to judge (3.55). Only the sure ones stand there, so that whoever applies them all changes
 * no meaning; the others are `fix` objects too, in the property bag, which may hold anything (3.8).
 */
function fixesOf({ fix, suggestions, help, message }: Diagnostic, language: Language, placeOf: PlaceOf) {
  const told = (help ?? message)[language];
  return {
    ...(fix === undefined || fix.length === 0 ? {} : { fixes: [fixOf(fix, told, placeOf)] }),
    ...(suggestions === undefined || suggestions.length === 0
      ? {}
      : {
          properties: {
            suggestions: suggestions.map((one) => fixOf(one.edits, one.message[language], placeOf)),
          },
        }),
  };
}

function fixOf(edits: readonly TextEdit[], description: string, placeOf: PlaceOf) {
  const paths = [...new Set(edits.map(({ span }) => span.path))];
  return {
    description: { text: description },
    artifactChanges: paths.map((path) => ({
      artifactLocation: artifactOf(path),
      replacements: edits
        .filter(({ span }) => span.path === path)
        .map(({ span, text }) => ({
          deletedRegion: regionOf(placeOf(span)),
          insertedContent: { text },
        })),
    })),
  };
}
