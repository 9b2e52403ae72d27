/** Findings for programs: the JSON document that docs/formats.md fixes, version 1. */
import type { Span } from "../model/located.js";
import type { Diagnostic, Severity, Sources, TextEdit } from "./diagnostic.js";
import type { Language } from "./language.js";
import type { Position } from "./line-index.js";
import { findPlaces } from "./places.js";
import { type RuleStatistics, ruleStatistics } from "./print-statistics.js";
import { printableJsonOf } from "./printable.js";
import type { SilencingComments } from "./silencing-comment.js";
import { type Hidden, type Summary, summarise } from "./summary.js";

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
  /** the comment that silences it, where it stands */
  readonly ignore?: { readonly edits: readonly EditRecord[] };
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
  /** there where `--statistics` asks for it */
  readonly statistics?: readonly RuleStatistics[];
  readonly summary: Summary & {
    readonly files: number;
    /** findings that `--fix` mended, which are not among `findings`, and in how many files */
    readonly fixed?: { readonly findings: number; readonly files: number };
    /** findings that are not among `findings`; there where there are some */
    readonly hidden?: {
      readonly warnings?: number;
      readonly infos?: number;
      readonly baseline?: number;
      /** in items that did not change, with `--changed` */
      readonly unchanged?: number;
    };
  };
}

/** @returns findings with lines and columns from 1, columns in code points, offsets in UTF-16 units */
export function findingRecords(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  language: Language,
): FindingRecord[] {
  const recordOf = recordsIn(sources, { language });
  return diagnostics.map(recordOf);
}

function recordsIn(
  sources: Sources,
  { language, silencing }: Pick<JsonOptions, "language" | "silencing">,
): (diagnostic: Diagnostic) => FindingRecord {
  const placeOf = findPlaces(sources);
  const place = (span: Span) => ({ path: span.path, ...placeOf(span) });
  const record = ({ span, text }: TextEdit): EditRecord => ({ ...place(span), text });
  const ignore = (diagnostic: Diagnostic) => {
    const comment = silencing?.(diagnostic);
    return comment === undefined ? {} : { ignore: { edits: [record(comment.edit)] } };
  };
  const recordOf = ({
    rule,
    severity,
    message,
    help,
    span,
    related,
    fix,
    suggestions,
  }: Diagnostic): FindingRecord => ({
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
  });
  return (diagnostic) => ({ ...recordOf(diagnostic), ...ignore(diagnostic) });
}

export interface JsonOptions {
  readonly sources: Sources;
  /** number of files read */
  readonly files: number;
  readonly language: Language;
  readonly statistics?: boolean;
  readonly hidden?: Hidden;
  /** what `--fix` has mended, where it was asked to */
  readonly mended?: FindingsDocument["summary"]["fixed"] | undefined;
  /** the comments that silence findings, where they are to be offered */
  readonly silencing?: SilencingComments | undefined;
}

/** @returns the document in pieces, a finding each */
export function* printJson(
  diagnostics: readonly Diagnostic[],
  { sources, files, language, statistics = false, hidden = {}, silencing, mended }: JsonOptions,
): Generator<string> {
  const document: FindingsDocument = {
    version: 1,
    findings: [],
    ...(statistics && { statistics: ruleStatistics(diagnostics) }),
    summary: { ...summarise(diagnostics), files, ...(mended && { fixed: mended }), ...hiddenRecord(hidden) },
  };
  const recordOf = recordsIn(sources, { language, silencing });
  const records = function* () {
    for (const diagnostic of diagnostics) yield recordOf(diagnostic);
  };
  yield* printableJsonOf(document, { key: "findings", entries: records() });
}

function hiddenRecord({
  byQuiet,
  byBaseline = 0,
  byChange = 0,
}: Hidden): Pick<FindingsDocument["summary"], "hidden"> | Record<string, never> {
  const { warnings = 0, infos = 0 } = byQuiet ?? {};
  if (warnings + infos + byBaseline + byChange === 0) return {};
  return {
    hidden: {
      ...(byQuiet === undefined ? {} : { warnings, infos }),
      ...(byBaseline === 0 ? {} : { baseline: byBaseline }),
      ...(byChange === 0 ? {} : { unchanged: byChange }),
    },
  };
}
