/**
 * What is found in mended texts, by its place in the texts before: for who is shown what mending would do, while
 * the files stay as they are.
 */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Span } from "../model/located.js";
import { type EditMap, mapEdits } from "./edit-map.js";
import { editsIn } from "./find-culprits.js";

/**
 * @param rounds what was applied, round by round
 * @param first what was found before the first of them
 * @returns what is said of a finding before mending, where it was found then; else the same at the place it came from
 */
export function placesBefore(
  rounds: readonly (readonly Diagnostic[])[],
  first: readonly Diagnostic[],
): (finding: Diagnostic) => Diagnostic {
  const maps = new Map<string, readonly EditMap[]>();
  const mapsOf = (path: string): readonly EditMap[] => {
    const known =
      maps.get(path) ??
      rounds.map((applied) => mapEdits(applied.flatMap((one) => editsIn(path, one)))).reverse();
    maps.set(path, known);
    return known;
  };
  const spanBefore = (span: Span): Span => {
    const originOf = (offset: number, edge: "start" | "end") =>
      mapsOf(span.path).reduce((place, map) => map.origin(place, edge), offset);
    const start = originOf(span.start, "start");
    return { ...span, start, end: Math.max(start, originOf(span.end, "end")) };
  };
  const known = new Map(first.flatMap((one) => [[placeOf(one), one] as const, [wordsOf(one), one] as const]));
  return ({ fix, suggestions, ...finding }) => {
    if (rounds.length === 0) return { ...finding, ...(fix && { fix }), ...(suggestions && { suggestions }) };
    const span = spanBefore(finding.span);
    const {
      fix: ownFix,
      suggestions: ownSuggestions,
      ...before
    } = known.get(wordsOf({ ...finding, span })) ??
      known.get(placeOf({ ...finding, span })) ?? {
        ...finding,
        span,
        ...(finding.related && {
          related: finding.related.map((other) => ({ ...other, span: spanBefore(other.span) })),
        }),
      };
    // What is offered must fit the text it is offered for; what was refused is offered no longer.
    return {
      ...before,
      ...(fix && ownFix && { fix: ownFix }),
      ...(suggestions && ownSuggestions && { suggestions: ownSuggestions }),
    };
  };
}

const placeOf = ({ rule, span }: Diagnostic): string => `${rule} ${span.path} ${span.start}`;
const wordsOf = (finding: Diagnostic): string => `${placeOf(finding)} ${finding.message.zh}`;
