/** Findings as the page shows them: in words of one language, with their place, their line, and what may mend them. */
import { createHash } from "node:crypto";
import type { Diagnostic, Severity, Sources } from "../../diagnostics/diagnostic.js";
import type { Language } from "../../diagnostics/language.js";
import { indexLines, type LineIndex, lineText, positionAt } from "../../diagnostics/line-index.js";
import type { Span } from "../../model/located.js";
import type { FindingState, PageMark } from "../../preview/protocol.js";

export interface DescribeOptions {
  readonly sources: Sources;
  readonly language: Language;
  /** of the item's title, or of the file */
  readonly groupOf: (path: string) => string;
  readonly marksOf: (span: Span) => readonly PageMark[];
  /** files that are left as they are */
  readonly isLocked: (path: string) => boolean;
}

export interface DescribedFinding {
  readonly state: FindingState;
  readonly diagnostic: Diagnostic;
}

const WEIGHTS: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** @param diagnostics in the order of their places; @returns errors first */
export function describeFindings(
  diagnostics: readonly Diagnostic[],
  options: DescribeOptions,
): readonly DescribedFinding[] {
  const indexOf = lineIndices(options.sources);
  const seen = new Map<string, number>();
  const ordered = [...diagnostics].sort((a, b) => WEIGHTS[a.severity] - WEIGHTS[b.severity]);
  return ordered.map((diagnostic) => {
    const name = nameOf(diagnostic);
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    const id = count === 0 ? name : `${name}-${count}`;
    return { diagnostic, state: describe(diagnostic, { ...options, id, indexOf }) };
  });
}

/** The same finding has the same name after a build, wherever its line has moved to. */
const nameOf = ({ rule, span, message }: Diagnostic): string =>
  createHash("sha256").update([rule, span.path, message.zh].join("\n")).digest("base64url").slice(0, 12);

interface Describing extends DescribeOptions {
  readonly id: string;
  readonly indexOf: (path: string) => LineIndex;
}

function describe(diagnostic: Diagnostic, options: Describing): FindingState {
  const { rule, severity, message, help, span, fix = [], suggestions = [] } = diagnostic;
  const { id, language, groupOf, marksOf, isLocked, indexOf, sources } = options;
  const index = indexOf(span.path);
  const { line, column } = positionAt(index, span.start);
  const isFixable = fix.length > 0 && !fix.some((edit) => isLocked(edit.span.path));
  return {
    id,
    rule,
    severity,
    message: message[language],
    ...(help && { help: help[language] }),
    path: span.path,
    line,
    column,
    group: groupOf(span.path),
    ...(sources.has(span.path) && { excerpt: excerptOf(index, line, span) }),
    isFixable,
    suggestions: suggestions.map((one) => one.message[language]),
    marks: marksOf(span),
  };
}

/** Of a long line what is around the place, in UTF-16 units. */
const MOST_BESIDE = 60;
const MOST_MARKED = 160;

function excerptOf(index: LineIndex, line: number, { start, end }: Span): [string, string, string] {
  const text = lineText(index, line);
  const begin = index.starts[line - 1] ?? 0;
  const from = Math.min(Math.max(start - begin, 0), text.length);
  const to = Math.min(Math.max(end - begin, from), text.length);
  return [
    lastOf(text.slice(0, from), MOST_BESIDE),
    firstOf(text.slice(from, to), MOST_MARKED),
    firstOf(text.slice(to), MOST_BESIDE),
  ];
}

const CUT = "……";

const lastOf = (text: string, most: number): string =>
  text.length <= most ? text : `${CUT}${text.slice(-most).replace(/^[\udc00-\udfff]/, "")}`;
const firstOf = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most).replace(/[\ud800-\udbff]$/, "")}${CUT}`;

/** Each file's lines are found once, and only where they are asked for. */
function lineIndices(sources: Sources): (path: string) => LineIndex {
  const known = new Map<string, LineIndex>();
  return (path) => {
    const index = known.get(path) ?? indexLines(sources.get(path) ?? "");
    known.set(path, index);
    return index;
  };
}
