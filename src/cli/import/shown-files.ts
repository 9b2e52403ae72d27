/** Which of very many files are shown one by one: those that a person has to look at come first. */
import type { Diagnostic, Severity } from "../../diagnostics/diagnostic.js";
import type { TakenFile } from "./take-in.js";

/** More would scroll by unread. */
const MOST_FILES = 40;

export interface ShownFiles {
  /** in the order that they came in */
  readonly shown: readonly TakenFile[];
  readonly folded: readonly TakenFile[];
}

export function shownFiles(files: readonly TakenFile[]): ShownFiles {
  if (files.length <= MOST_FILES) return { shown: files, folded: [] };
  const byNeed = [...files].sort((a, b) => need(b) - need(a));
  const chosen = new Set(byNeed.slice(0, MOST_FILES));
  return {
    shown: files.filter((file) => chosen.has(file)),
    folded: files.filter((file) => !chosen.has(file)),
  };
}

/** Refused, then with something lost or left open; the section is told once for all of them. */
function need({ diagnostics }: TakenFile): number {
  if (diagnostics.some(({ severity }) => severity === "error")) return 2;
  return hasWarning(diagnostics) ? 1 : 0;
}

export const hasWarning = (diagnostics: TakenFile["diagnostics"]): boolean =>
  diagnostics.some(({ severity, rule }) => severity === "warning" && rule !== "import/section");

const WEIGHTS: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 };

/** @returns at most so many, the heavier ones of them, in the order given */
export function mostNeeded(found: readonly Diagnostic[], most: number): readonly Diagnostic[] {
  if (found.length <= most) return found;
  const byNeed = [...found].sort((a, b) => WEIGHTS[b.severity] - WEIGHTS[a.severity]);
  const chosen = new Set(byNeed.slice(0, most));
  return found.filter((one) => chosen.has(one));
}

/** Files by what they are called: by name alone where no other bears it, else by the path to it. */
export function headingsOf(files: readonly TakenFile[]): (file: TakenFile) => string {
  const counts = new Map<string, number>();
  for (const { file } of files) counts.set(file.name, (counts.get(file.name) ?? 0) + 1);
  return ({ file }) => ((counts.get(file.name) ?? 0) > 1 ? file.path : file.name);
}
