/**
 * Line ends amid a line of copy, as they stand in the file, and the lines between them as typed. Why a line ends is
 * decided by han/line-ends.ts, what may be done about it by break-edits.ts.
 */
import { LINE_END, SPACE, WIDE_SPACE } from "../han/copy-class.js";
import type { Span } from "../model/located.js";
import { type CopyLine, spanInLine } from "./copy-line.js";

export interface Break {
  /** place of the line end in the text */
  readonly at: number;
  /** offset behind the last character in front of it, and of the first behind it */
  readonly before: number;
  readonly behind: number;
  /** what stands between those two characters in the file */
  readonly gap: Span;
  /** white space in front of the next line, marks of a quote or list left out */
  readonly indent: string;
}

export function breaksIn(line: CopyLine, source: string): readonly Break[] {
  const { text, classes, span } = line;
  const breaks: Break[] = [];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    let before = at;
    let behind = at + 1;
    while (before > 0 && isBlank(classes[before - 1])) before -= 1;
    while (behind < text.length && isBlank(classes[behind])) behind += 1;
    if (before > 0 && behind < text.length) {
      const gap = {
        path: span.path,
        start: spanInLine(line, before - 1, before).end,
        end: spanInLine(line, behind, behind + 1).start,
      };
      const prefix = source.slice(gap.start, gap.end).replace(/^[\s\S]*[\r\n]/, "");
      const indent = prefix.replace(/^[ \t]*(?:>[ \t]?)+/, "");
      // Spaces in front of a line of a list, a note or a value of YAML are its place in it.
      breaks.push({
        at,
        before,
        behind,
        gap,
        indent: INDENTED.has(line.kind) ? indent.trimStart() : indent,
      });
    }
    at = behind - 1;
  }
  return breaks;
}

const INDENTED: ReadonlySet<CopyLine["kind"]> = new Set(["list", "note", "editors-note"]);

/** @returns the lines between the breaks, indents too */
export function typedLines({ text }: CopyLine, breaks: readonly Break[]): readonly string[] {
  const starts = [0, ...breaks.map(({ behind }) => behind)];
  return starts.map(
    (start, index) =>
      (breaks[index - 1]?.indent ?? "") + text.slice(start, breaks[index]?.before ?? text.length),
  );
}

const isBlank = (kind: number | undefined): boolean =>
  kind === SPACE || kind === WIDE_SPACE || kind === LINE_END;
