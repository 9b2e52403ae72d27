/**
 * What has become of findings between two runs over the same files: which are new, which say
 * something else now, how many are gone. A finding is known again though lines moved (by rule, file,
 * message and the text of its line), though its line was edited (by rule, file and message), and
 * though its message was (by rule, file and line: a title that is still too long, by one less).
 */
import type { Diagnostic, Sources } from "./diagnostic.js";
import { indexLines, type LineIndex, lineText, positionAt } from "./line-index.js";

export interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
}

export interface Comparison {
  /** in reading order */
  readonly appeared: readonly Diagnostic[];
  /** those that were there, and say something else now */
  readonly altered: readonly Diagnostic[];
  /** how many are gone */
  readonly mended: number;
}

export function compareFindings(before: Findings, now: Findings): Comparison {
  const describeOld = describer(before.sources);
  const describeNew = describer(now.sources);
  let left = before.diagnostics.map(describeOld);
  let fresh = now.diagnostics.map(describeNew);
  for (const key of ["inLine", "inFile"] as const) ({ left, fresh } = pairOff(left, fresh, key));
  const { left: gone, fresh: appeared } = pairOff(left, fresh, "atLine");
  const isNew = new Set(appeared.map(({ diagnostic }) => diagnostic));
  return {
    appeared: appeared.map(({ diagnostic }) => diagnostic),
    altered: fresh.map(({ diagnostic }) => diagnostic).filter((each) => !isNew.has(each)),
    mended: gone.length,
  };
}

/** A finding with the marks by which it is known again, the surest first. */
interface Described {
  readonly diagnostic: Diagnostic;
  readonly inLine: string;
  readonly inFile: string;
  readonly atLine: string;
}

type Mark = "inLine" | "inFile" | "atLine";

/** @returns those of both sides that have no like on the other; each has one like at most */
function pairOff(
  left: readonly Described[],
  fresh: readonly Described[],
  mark: Mark,
): { left: Described[]; fresh: Described[] } {
  const waiting = new Map<string, Described[]>();
  for (const one of left) waiting.set(one[mark], [...(waiting.get(one[mark]) ?? []), one]);
  const unpaired = fresh.filter((one) => waiting.get(one[mark])?.pop() === undefined);
  const remaining = new Set([...waiting.values()].flat());
  return { left: left.filter((one) => remaining.has(one)), fresh: unpaired };
}

function describer(sources: Sources): (diagnostic: Diagnostic) => Described {
  const indices = new Map<string, LineIndex>();
  return (diagnostic) => {
    const { rule, message, span } = diagnostic;
    const index = indices.get(span.path) ?? indexLines(sources.get(span.path) ?? "");
    indices.set(span.path, index);
    const { line } = positionAt(index, span.start);
    const inFile = `${rule}\n${span.path}\n${message.zh}`;
    return {
      diagnostic,
      inLine: `${inFile}\n${lineText(index, line)}`,
      inFile,
      atLine: `${rule}\n${span.path}\n${line}`,
    };
  };
}
