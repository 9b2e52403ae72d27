/**
 * Applies fixes to texts. A finding's edits are applied together or not at all; of two findings
 * that touch the same characters the first wins, and the other is left to the next round.
 * Everything outside the edits stays as it is, byte for byte.
 */
import type { Span } from "../model/located.js";
import type { Diagnostic, Sources, TextEdit } from "./diagnostic.js";

export interface EditOutcome {
  /** texts that changed, by path */
  readonly changed: ReadonlyMap<string, string>;
  /** findings whose fix was applied */
  readonly applied: readonly Diagnostic[];
}

export function applyFixes(diagnostics: readonly Diagnostic[], sources: Sources): EditOutcome {
  const taken = new Map<string, TextEdit[]>();
  const applied: Diagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const { fix } = diagnostic;
    if (fix === undefined || fix.length === 0) continue;
    if (!fix.every(({ span }) => sources.has(span.path) && isFree(span, taken.get(span.path) ?? [])))
      continue;
    for (const edit of fix) {
      const edits = taken.get(edit.span.path) ?? [];
      edits.splice(findSlot(edits, edit.span.start), 0, edit);
      taken.set(edit.span.path, edits);
    }
    applied.push(diagnostic);
  }
  const changed = new Map<string, string>();
  for (const [path, edits] of taken) {
    const before = sources.get(path) ?? "";
    const after = applyEdits(before, edits);
    if (after !== before) changed.set(path, after);
  }
  return { changed, applied };
}

/** @param edits non-overlapping, in any order */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let from = 0;
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    result += text.slice(from, edit.span.start) + edit.text;
    from = edit.span.end;
  }
  return result + text.slice(from);
}

/** Two edits may not share a character, nor insert at the same place. */
function isFree(span: Span, edits: readonly TextEdit[]): boolean {
  const slot = findSlot(edits, span.start);
  const before = edits[slot - 1]?.span;
  const behind = edits[slot]?.span;
  if (before !== undefined && (before.end > span.start || before.start === span.start)) return false;
  return behind === undefined || (span.end <= behind.start && behind.start !== span.start);
}

/** @returns the index of the first edit that starts at or behind `start`; `edits` are in order */
function findSlot(edits: readonly TextEdit[], start: number): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle]?.span.start ?? start) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
