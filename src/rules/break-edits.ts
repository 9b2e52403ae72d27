/**
 * What may be made of a line end amid a paragraph: nothing, so that the lines are joined; an empty line, so that they are
 * parted; or a break made on purpose, a backslash at the end of the line, which stays in print.
 */
import type { TextEdit } from "../diagnostics/diagnostic.js";
import { isInsideMarks } from "../model/is-inside-marks.js";
import type { Item } from "../model/issue.js";
import type { CopyLine } from "./copy-line.js";
import type { Break } from "./typed-breaks.js";

export interface Around {
  readonly source: string;
  readonly item: Item;
}

/** Between the two characters lie white space and the mark of a quotation, or markup that stays. */
export function joinLines(breaks: readonly Break[], source: string): readonly TextEdit[] | undefined {
  const isBare = breaks.every(({ gap }) => /^[\s>\u3000]*$/.test(source.slice(gap.start, gap.end)));
  return isBare ? breaks.map(({ gap }) => ({ span: gap, text: "" })) : undefined;
}

/** @returns what makes the next line a paragraph of its own, undefined where that would make something else of it */
export function emptyLineAt(line: CopyLine, { gap }: Break, { source, item }: Around): TextEdit | undefined {
  const between = source.slice(gap.start, gap.end);
  const match = /\r\n|\n|\r/.exec(between);
  if (line.kind !== "paragraph" || match === null) return undefined;
  const lineStart = gap.start + match.index + match[0].length;
  const rest = source.slice(lineStart);
  const blank = /^[ \t]*/.exec(rest)?.[0] ?? "";
  // At the start of a block some marks mean more than amid a paragraph.
  if (isInsideMarks(item.blocks, lineStart) || MEANS_MORE.test(rest.slice(blank.length))) return undefined;
  // An indent of spaces would make code of it.
  return { span: { path: gap.path, start: lineStart, end: lineStart + blank.length }, text: match[0] };
}

const MEANS_MORE = /^(?:[[\-+>#=|~`<:_]|\*(?!\*)|\d{1,9}[.)](?:\s|$))/;

/** @returns what makes a break on purpose of a line end; undefined in what is no Markdown, or is one already */
export function keptBreakAt(line: CopyLine, { gap }: Break, source: string): TextEdit | undefined {
  const between = source.slice(gap.start, gap.end);
  const match = /[ \t\u3000]*(?=\r\n|\n|\r)/.exec(between);
  if (line.quoting !== undefined || line.kind === "editors-note" || match === null) return undefined;
  const start = gap.start + match.index;
  if (source.charAt(start - 1) === "\\") return undefined;
  return { span: { path: gap.path, start, end: start + match[0].length }, text: "\\" };
}
