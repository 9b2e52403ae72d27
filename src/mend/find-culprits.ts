/**
 * Which of a file's edits break the law of mending (keeps-meaning.ts), where all of them together do: halves
 * are tried, and halves of the halves that break it, so that all others can be applied.
 */
import { applyEdits } from "../diagnostics/apply-edits.js";
import type { Diagnostic, TextEdit } from "../diagnostics/diagnostic.js";
import { type FileReading, keepsMeaning } from "./keeps-meaning.js";

/** A text is read so often at most, a long one less often; of what is left then nothing is applied. */
const MOST_READINGS = 64;
const LEAST_READINGS = 4;
/** UTF-16 units read again and again: a second's work. */
const MOST_UNITS = 500_000;

export interface Suspects {
  readonly file: FileReading;
  /** findings whose fixes are known to break the law together */
  readonly findings: readonly Diagnostic[];
  readonly restructures: boolean;
  readonly read: (text: string) => FileReading;
}

/** @returns the findings without which the rest keeps the law */
export function findCulprits({ file, findings, restructures, read }: Suspects): readonly Diagnostic[] {
  const culprits: Diagnostic[] = [];
  const most = Math.min(MOST_READINGS, Math.max(LEAST_READINGS, MOST_UNITS / file.text.length));
  let readings = 0;
  const isKept = (tried: readonly Diagnostic[]): boolean => {
    readings += 1;
    const edits = tried.flatMap((finding) => editsIn(file.path, finding));
    const after = read(applyEdits(file.text, edits));
    return keepsMeaning({ before: file, after, edits, restructures });
  };
  const add = (
    base: readonly Diagnostic[],
    group: readonly Diagnostic[],
    isKnown: boolean,
  ): readonly Diagnostic[] => {
    const tried = [...base, ...group];
    if (!isKnown && readings < most && isKept(tried)) return tried;
    if (group.length === 1 || readings >= most) {
      culprits.push(...group);
      return base;
    }
    const half = group.length >> 1;
    return add(add(base, group.slice(0, half), false), group.slice(half), false);
  };
  add([], findings, true);
  return culprits;
}

export const editsIn = (path: string, { fix = [] }: Diagnostic): readonly TextEdit[] =>
  fix.filter(({ span }) => span.path === path);
