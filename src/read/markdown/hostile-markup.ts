/**
 * Text that would cost a Markdown parser more than its length: looked for before parsing, in one
 * pass. No author writes such text; a broken export or an attacker does.
 */
import type { Message } from "../../diagnostics/diagnostic.js";
import type { MarkdownFault } from "./markdown-context.js";

/** Quotes and lists inside each other, far more than are printed */
const MAX_NESTING = 30;
/** Brackets, runs of emphasis marks and their like between two empty lines; the parser pairs them. */
const MAX_MARKS = 6000;

const TOO_NESTED: Message = {
  zh: `引用或列表嵌套超过 ${MAX_NESTING} 层`,
  en: `Quotes or lists are nested deeper than ${MAX_NESTING} levels`,
};
const TOO_MARKED: Message = {
  zh: "这一段里的 Markdown 标记太多",
  en: "This paragraph holds too many Markdown marks",
};

export function findHostileMarkup(text: string, path: string): MarkdownFault | undefined {
  let marks = 0;
  /** indents of the list entries that may be open */
  const indents: number[] = [];
  let from = 0;
  while (from < text.length) {
    const newline = text.indexOf("\n", from);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(from, end);
    const isBlank = line.trim() === "";
    marks = isBlank ? 0 : marks + (line.match(/[[\]<]|\*+|_+|~+|`+/g)?.length ?? 0);
    if (!isBlank) countNesting(line, indents);
    const message = indents.length > MAX_NESTING ? TOO_NESTED : marks > MAX_MARKS ? TOO_MARKED : undefined;
    if (message !== undefined) {
      return {
        rule: "item/unsupported-markup",
        span: { path, start: from, end: Math.min(end, from + 80) },
        message,
        help: {
          zh: "请检查稿件是否从别处导出时出错；正文没有读取。",
          en: "Check whether the text was exported wrongly; its body was not read.",
        },
      };
    }
    from = end + 1;
  }
  return undefined;
}

/** One quote mark or list mark; a list mark is followed by white space. */
const MARK = /[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])(?=[ \t]|$))/y;

/** Keeps the columns of the marks that open a line, and of those above it that they may lie in. */
function countNesting(line: string, indents: number[]): void {
  // A row of dashes or stars is a rule, not nesting.
  if (/^[ \t]*(?:[*_-][ \t]*){3,}\r?$/.test(line) && line.length < 200) return;
  MARK.lastIndex = 0;
  for (
    let match = MARK.exec(line);
    match !== null && indents.length <= MAX_NESTING;
    match = MARK.exec(line)
  ) {
    const column = match.index + match[0].length;
    while ((indents.at(-1) ?? -1) >= column) indents.pop();
    indents.push(column);
  }
}
