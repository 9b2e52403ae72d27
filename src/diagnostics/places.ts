/** Where findings point: lines and columns of spans, each file's lines indexed once and only when asked for. */
import type { Span } from "../model/located.js";
import type { Diagnostic, Sources } from "./diagnostic.js";
import { indexLines, type LineIndex, type Position, positionAt } from "./line-index.js";

export interface Place {
  readonly start: Position;
  readonly end: Position;
}

export function findPlaces(sources: Sources): (span: Span) => Place {
  const indices = new Map<string, LineIndex>();
  return ({ path, start, end }) => {
    const index = indices.get(path) ?? indexLines(sources.get(path) ?? "");
    indices.set(path, index);
    return { start: positionAt(index, start), end: positionAt(index, end) };
  };
}

/** @returns paths of all files that a finding points into, some of them more than once */
export const pathsOf = ({
  span,
  related = [],
  fix = [],
  suggestions = [],
}: Diagnostic): readonly string[] => [
  span.path,
  ...related.map((place) => place.span.path),
  ...[...fix, ...suggestions.flatMap(({ edits }) => edits)].map((edit) => edit.span.path),
];
