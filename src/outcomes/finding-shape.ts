/**
 * Whether what a record holds are findings that can be told: a printer counts along their spans and repeats
 * their words, so that one with an end before its start, or far behind its text, would keep it busy for ever.
 */
import {
  type Diagnostic,
  isRuleId,
  type Message,
  type RelatedPlace,
  type Sources,
  type Suggestion,
  type TextEdit,
} from "../diagnostics/diagnostic.js";
import type { Span } from "../model/located.js";

type Shape<T> = (value: unknown) => value is T;

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isText = (value: unknown): value is string => typeof value === "string";

/** Of something that is counted: 0, 1, 2 … */
export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

export const listOf =
  <T>(shape: Shape<T>): Shape<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.every(shape);

const isMessage: Shape<Message> = (value): value is Message =>
  isObject(value) && isText(value.zh) && isText(value.en);

const isSpan: Shape<Span> = (value): value is Span =>
  isObject(value) &&
  isText(value.path) &&
  isCount(value.start) &&
  isCount(value.end) &&
  value.start <= value.end;

const isEdit: Shape<TextEdit> = (value): value is TextEdit =>
  isObject(value) && isSpan(value.span) && isText(value.text);

const isRelated: Shape<RelatedPlace> = (value): value is RelatedPlace =>
  isObject(value) && isMessage(value.message) && isSpan(value.span);

const isSuggestion: Shape<Suggestion> = (value): value is Suggestion =>
  isObject(value) && isMessage(value.message) && listOf(isEdit)(value.edits);

/** Absent, or of its shape. */
const isGiven = (value: unknown, shape: Shape<unknown>): boolean => value === undefined || shape(value);

export const isFinding: Shape<Diagnostic> = (value): value is Diagnostic =>
  isObject(value) &&
  isRuleId(value.rule) &&
  (value.severity === "error" || value.severity === "warning" || value.severity === "info") &&
  isMessage(value.message) &&
  isSpan(value.span) &&
  isGiven(value.help, isMessage) &&
  isGiven(value.related, listOf(isRelated)) &&
  isGiven(value.fix, listOf(isEdit)) &&
  isGiven(value.suggestions, listOf(isSuggestion));

/** @returns true where every place that is reported lies in its text; of a file without one, at its start */
export function areWithin(diagnostics: readonly Diagnostic[], sources: Sources): boolean {
  return diagnostics.every((diagnostic) =>
    spansOf(diagnostic).every(({ path, end }) => end <= (sources.get(path) ?? "").length),
  );
}

const spansOf = ({ span, related = [], fix = [], suggestions = [] }: Diagnostic): readonly Span[] => [
  span,
  ...[...related, ...fix, ...suggestions.flatMap(({ edits }) => edits)].map((each) => each.span),
];
