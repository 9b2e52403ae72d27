/**
 * Text that would cost a Markdown parser more than its length: looked for before parsing, in one
 * pass. No author writes such text; a broken export or an attacker does.
 */
import type { MarkdownFault } from "./markdown-context.js";

/** Quote and list marks that open one line */
const MAX_LINE_MARKS = 30;
/** Unclosed brackets or runs of emphasis marks between two empty lines */
const MAX_OPEN_MARKS = 2000;

export function findHostileMarkup(text: string, path: string): MarkdownFault | undefined {
  let marks = 0;
  let from = 0;
  while (from < text.length) {
    const newline = text.indexOf("\n", from);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(from, end);
    const opening = /^[\s>*+-]*/.exec(line)?.[0].replace(/\s/g, "") ?? "";
    // A row of dashes or stars is a rule, not nesting.
    const nests =
      /[*+-] [*+-]|>/.test(line.slice(0, 80)) && opening.length > MAX_LINE_MARKS && !/^[\s*_-]*$/.test(line);
    if (line.trim() === "") marks = 0;
    else marks += (line.match(/[[\]]|\*+|_+|~+|`+|<|!\[/g) ?? []).length;
    if (nests || marks > MAX_OPEN_MARKS) {
      return {
        rule: "item/unsupported-markup",
        span: { path, start: from, end: Math.min(end, from + 80) },
        message: {
          zh: nests ? "这一行开头的引用或列表标记太多" : "这一段里的 Markdown 标记太多",
          en: nests
            ? "Too many quote or list marks open this line"
            : "This paragraph holds too many Markdown marks",
        },
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
