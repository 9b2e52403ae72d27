/**
 * The comment that silences one finding, ready to paste: in an item on a line of its own above the paragraph or
 * heading, or at the end of the line where a line of its own would part a list, a quotation or a paragraph; in YAML
 * at the end of the line. Where a comment might change what is printed or read (code, text in several lines, line
 * ends that break a line) there is none: then a person finds the place. What comments silence is judged in check/.
 */
import type { Diagnostic, Sources, TextEdit } from "./diagnostic.js";
import type { Language } from "./language.js";
import { indexLines, type LineIndex, lineText, positionAt } from "./line-index.js";

export interface SilencingComment {
  /** inserts the comment */
  readonly edit: TextEdit;
  /** from 1 */
  readonly line: number;
  /** on a line of its own above that line, at its end (in YAML behind a space), or in the last cell of its row */
  readonly place: "above" | "end" | "yaml-end" | "last-cell";
}

const REASON: Readonly<Record<Language, string>> = { zh: "理由", en: "reason" };

/** @returns the comment for a finding; undefined where none is sure to do nothing else */
export type SilencingComments = (finding: Diagnostic) => SilencingComment | undefined;

/** For findings of rules that may be silenced: which these are, the rules know. */
export function silencingComments(sources: Sources, language: Language): SilencingComments {
  const files = new Map<string, FileLines>();
  return ({ rule, span }) => {
    const { path } = span;
    if (!/\.(?:ya?ml|md|markdown)$/i.test(path)) return undefined;
    const known = files.get(path);
    const lines = known ?? linesOf(sources.get(path) ?? "", !/\.ya?ml$/i.test(path));
    if (known === undefined) files.set(path, lines);
    const { line } = positionAt(lines.index, span.start);
    const comment = `${rule} -- ${REASON[language]}`;
    const edit = (at: number, text: string): TextEdit => ({ span: { path, start: at, end: at }, text });
    const start = lines.index.starts[line - 1] ?? 0;
    const end = start + lineText(lines.index, line).length;
    switch (lines.kinds[line - 1]) {
      case "yaml":
        return isWholeEntry(lines, line)
          ? { line, place: "yaml-end", edit: edit(end, ` # bulletin-disable-line ${comment}`) }
          : undefined;
      case "block":
        return {
          line,
          place: "above",
          edit: edit(start, `<!-- bulletin-disable-next-line ${comment} -->\n`),
        };
      case "inside":
        return { line, place: "end", edit: edit(end, ` <!-- bulletin-disable-line ${comment} -->`) };
      case "row":
        return {
          line,
          place: "last-cell",
          edit: edit(end - 1, `<!-- bulletin-disable-line ${comment} --> `),
        };
      default:
        return undefined;
    }
  };
}

/**
 * What a line is to a comment: an entry of YAML; the first of a paragraph, a heading; a later line, or one of a list
 * or a quotation; a row of a table; or a line that takes none.
 */
type LineKind = "yaml" | "block" | "inside" | "row" | "none";

interface FileLines {
  readonly index: LineIndex;
  readonly kinds: readonly LineKind[];
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** Of a list, a quotation, a note, or of what is indented below one. */
const NESTED = /^(?:\s|>|[-+*]\s|\d{1,9}[.)]\s|\[\^)/;
const ROW = /^\|.*[^\\]\|$/;
const DELIMITERS = /^\|[-:| ]+\|$/;
/** The line end breaks the line, or the spaces would stand in front of the comment. */
const BREAKS = /(?:\\|[ \t])$/;

function linesOf(text: string, isItem: boolean): FileLines {
  const index = indexLines(text);
  const count = index.starts.length;
  const kinds: LineKind[] = [];
  let inYaml = !isItem || lineText(index, 1).replace("\uFEFF", "").trimEnd() === "---";
  let fence: string | undefined;
  let before = "";
  for (let line = 1; line <= count; line += 1) {
    const words = lineText(index, line);
    if (inYaml) {
      const isMark = isItem && words.trimEnd() === "---";
      kinds.push(isMark ? "none" : "yaml");
      inYaml = !(isMark && line > 1);
      continue;
    }
    const mark = FENCE.exec(words)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence) === true) fence = undefined;
      kinds.push("none");
    } else if (mark !== undefined) {
      fence = mark;
      kinds.push("none");
    } else {
      kinds.push(kindOf(words, before));
    }
    before = words;
  }
  return { index, kinds };
}

function kindOf(words: string, before: string): LineKind {
  if (words.trim() === "" || words.trimStart().startsWith("<!--")) return "none";
  if (words.startsWith("|")) return ROW.test(words) && !DELIMITERS.test(words) ? "row" : "none";
  if (before.trim() === "" && !NESTED.test(words)) return "block";
  return BREAKS.test(words) || /^(?:\t| {4})/.test(words) ? "none" : "inside";
}

const ENTRY = /^[ \t]*(?:- +)*(?:[^\s#'"[{][^#'"]*?:(?:[ \t]|$)|- )/;
const BLOCK_SCALAR = /(?:^|[\s:-])[|>][-+0-9]*[ \t]*(?:#.*)?$/;

/** Whether a line is an entry of YAML that ends with it, or goes on in entries of its own. */
function isWholeEntry({ index, kinds }: FileLines, line: number): boolean {
  const words = lineText(index, line);
  if (!ENTRY.test(words) || BREAKS.test(words)) return false;
  if ([`"`, "'"].some((mark) => words.split(mark).length % 2 === 0)) return false;
  const depth = indentOf(words);
  for (let at = line - 1, least = depth; at >= 1 && kinds[at - 1] === "yaml" && least > 0; at -= 1) {
    const above = lineText(index, at);
    if (above.trim() === "" || indentOf(above) >= least) continue;
    if (BLOCK_SCALAR.test(above)) return false;
    least = indentOf(above);
  }
  let next = line + 1;
  while (next <= kinds.length && kinds[next - 1] === "yaml" && lineText(index, next).trim() === "") next += 1;
  if (next > kinds.length || kinds[next - 1] !== "yaml") return true;
  const below = lineText(index, next);
  return indentOf(below) <= depth || /:[ \t]*$/.test(words) || BLOCK_SCALAR.test(words) || ENTRY.test(below);
}

const indentOf = (words: string): number => words.length - words.trimStart().length;
