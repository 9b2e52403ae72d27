/** Findings for programs: the JSON document that docs/formats.md fixes, version 1. */
import type { Span } from "../model/located.js";
import type { Diagnostic, Severity, Sources, TextEdit } from "./diagnostic.js";
import type { Language } from "./language.js";
import type { Position } from "./line-index.js";
import { findPlaces } from "./places.js";
import { printableJson } from "./printable.js";
import { type Summary, summarise } from "./summary.js";

export interface FindingRecord {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help?: string;
  readonly path: string;
  readonly start: Position;
  readonly end: Position;
  readonly related?: readonly PlacedMessage[];
  /** what `--fix` applies */
  readonly fix?: { readonly edits: readonly EditRecord[] };
  /** what a person may choose */
  readonly suggestions?: readonly { readonly message: string; readonly edits: readonly EditRecord[] }[];
}

export interface PlacedMessage {
  readonly message: string;
  readonly path: string;
  readonly start: Position;
  readonly end: Position;
}

export interface EditRecord {
  readonly path: string;
  readonly start: Position;
  readonly end: Position;
  readonly text: string;
}

export interface FindingsDocument {
  readonly version: 1;
  readonly findings: readonly FindingRecord[];
  readonly summary: Summary & { readonly files: number };
}

/** @returns findings with lines and columns from 1, columns in code points, offsets in UTF-16 units */
export function findingRecords(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  language: Language,
): FindingRecord[] {
  const placeOf = findPlaces(sources);
  const place = (span: Span) => ({ path: span.path, ...placeOf(span) });
  const record = ({ span, text }: TextEdit): EditRecord => ({ ...place(span), text });
  return diagnostics.map(({ rule, severity, message, help, span, related, fix, suggestions }) => ({
    rule,
    severity,
    message: message[language],
    ...(help === undefined ? {} : { help: help[language] }),
    ...place(span),
    ...(related === undefined
      ? {}
      : { related: related.map((other) => ({ message: other.message[language], ...place(other.span) })) }),
    ...(fix === undefined ? {} : { fix: { edits: fix.map(record) } }),
    ...(suggestions === undefined
      ? {}
      : {
          suggestions: suggestions.map(({ message: what, edits }) => ({
            message: what[language],
            edits: edits.map(record),
          })),
        }),
  }));
}

/** @param files number of files read */
export function printJson(
  diagnostics: readonly Diagnostic[],
  { sources, files, language }: { sources: Sources; files: number; language: Language },
): string {
  const document: FindingsDocument = {
    version: 1,
    findings: findingRecords(diagnostics, sources, language),
    summary: { ...summarise(diagnostics), files },
  };
  return `${printableJson(document)}\n`;
}
