/**
 * Text that would cost a Markdown parser, or whoever comes behind it, more than its length: looked
 * for before parsing, in one pass. No author writes such text; a broken export or an attacker does.
 */
import type { Message } from "../../diagnostics/diagnostic.js";
import type { Span } from "../../model/located.js";
import type { MarkdownFault } from "./markdown-context.js";
import type { RefusedMarkup } from "./parse-markup.js";

/** Quotes and lists inside each other, far more than are printed */
const MAX_NESTING = 30;
/** Brackets, runs of emphasis marks and the like between two empty lines; the parser pairs them. */
const MAX_MARKS = 6000;
/** In the whole item, addresses, escapes and references counted too: several on each line that it may have. */
const MAX_MARKS_OF_ITEM = 30_000;
/** Characters and lines between two empty lines: a paragraph, a table or a piece of code of 20 pages. */
const MAX_PARAGRAPH_CHARACTERS = 50_000;
const MAX_PARAGRAPH_LINES = 1000;
/** Lines of an item: more than its size allows in print. */
const MAX_LINES = 20_000;
/** Stretches between empty lines */
const MAX_PARAGRAPHS = 5000;
/** Columns of a table, one less; far more than a page is wide */
const MAX_COLUMN_BORDERS = 100;
/** Bars in the whole item: cells of four hundred pages of tables */
const MAX_BORDERS_OF_ITEM = 40_000;
/** Quotes and lists that each line stands in, added up over the item: three hundred pages of entries */
const MAX_NESTING_OF_ITEM = 15_000;
/** UTF-16 units of a word or an address without a space or a character beyond ASCII */
const MAX_WORD = 2000;

const said = (zh: string, en: string): Message => ({ zh, en });

const TOO_NESTED = said(
  `引用或列表嵌套超过了 ${MAX_NESTING} 层。`,
  `Quotes or lists are nested deeper than ${MAX_NESTING} levels.`,
);
const TOO_MARKED = said("这一段里的 Markdown 标记太多。", "This paragraph contains too many Markdown marks.");
const TOO_MARKED_IN_ALL = said(
  `稿件里的 Markdown 标记和网址超过了 ${MAX_MARKS_OF_ITEM} 个。`,
  `The item contains more than ${MAX_MARKS_OF_ITEM} Markdown marks and addresses.`,
);
const TOO_LONG = said(
  `这一段超过 ${MAX_PARAGRAPH_CHARACTERS} 个字符或 ${MAX_PARAGRAPH_LINES} 行。`,
  `This paragraph has more than ${MAX_PARAGRAPH_CHARACTERS} characters or ${MAX_PARAGRAPH_LINES} lines.`,
);
const TOO_MANY_LINES = said(
  `稿件超过 ${MAX_LINES} 行或 ${MAX_PARAGRAPHS} 段。`,
  `The item has more than ${MAX_LINES} lines or ${MAX_PARAGRAPHS} paragraphs.`,
);
const TOO_WIDE = said(
  `这一行有超过 ${MAX_COLUMN_BORDERS} 条竖线“|”。`,
  `This line has more than ${MAX_COLUMN_BORDERS} bars “|”.`,
);
const TOO_MANY_CELLS = said(
  `稿件里有超过 ${MAX_BORDERS_OF_ITEM} 条竖线“|”。`,
  `The item has more than ${MAX_BORDERS_OF_ITEM} bars “|”.`,
);
const TOO_NESTED_IN_ALL = said(
  "稿件里嵌套的引用和列表太多。",
  "The item contains too many nested quotes and lists.",
);
const TOO_LONG_WORD = said(
  "这里有一个超过 2000 个字符的单词或网址。",
  "There is a word or an address of more than 2000 characters here.",
);

const TOO_MUCH_WORK = said(
  "这一段里的“*”“_”“~~”“[”“<”等标记太多，又没有与之配对的标记。",
  "This paragraph contains too many marks (* _ ~~ [ <) that are never closed.",
);
const MARKS_TOO_DEEP = said(
  "这一段里强调、链接等标记嵌套的层数太多。",
  "Emphasis, links and the like are nested too deeply in this paragraph.",
);

/** What has been counted up to a line. */
interface Count {
  lines: number;
  paragraphs: number;
  marksInAll: number;
  bordersInAll: number;
  nestingInAll: number;
  /** in the line */
  borders: number;
  /** whether the line may stand in a quote or a list */
  isNested: boolean;
  /** since the last empty line */
  marks: number;
  characters: number;
  linesOfParagraph: number;
  /** indents of the list entries that may be open */
  readonly indents: number[];
}

export function findHostileMarkup(text: string, path: string): MarkdownFault | undefined {
  const count: Count = {
    lines: 0,
    paragraphs: 0,
    marksInAll: 0,
    bordersInAll: 0,
    nestingInAll: 0,
    borders: 0,
    isNested: false,
    marks: 0,
    characters: 0,
    linesOfParagraph: 0,
    indents: [],
  };
  let from = 0;
  while (from < text.length) {
    const next = findLineEnd(text, from);
    const line = text.slice(from, next);
    countLine(line, count);
    const message = findExcess(line, count);
    if (message !== undefined) {
      return faultAt({ path, start: from, end: Math.min(next, from + MOST_SHOWN) }, message, HELP);
    }
    from = next;
  }
  return undefined;
}

/** @param refused what the parser gave up; it is reported at the head of its paragraph */
export function refusedMarkup(
  { why, offset }: RefusedMarkup,
  { text, path }: { readonly text: string; readonly path: string },
): MarkdownFault {
  // The parser may have come to the end of the paragraph, or of the text.
  const before = text.slice(0, offset).trimEnd();
  const breaks = [...before.matchAll(/(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)/g)].at(-1);
  const start = breaks === undefined ? 0 : breaks.index + breaks[0].length;
  const end = Math.min(findLineEnd(text, start), start + MOST_SHOWN);
  return faultAt({ path, start, end }, why === "depth" ? MARKS_TOO_DEEP : TOO_MUCH_WORK, HELP_WITH_MARKS);
}

/** Characters of a line that a finding stands under */
const MOST_SHOWN = 80;

const HELP = said(
  "请检查稿件是否从别处导出时出错；正文没有读取。",
  "Check whether something went wrong when the text was exported; the body was not read.",
);
const HELP_WITH_MARKS = said(
  "请检查稿件是否从别处导出时出错；要原样印出的标记，请在前面加反斜杠，如“\\*”。正文没有读取。",
  "Check whether something went wrong when the text was exported; put a backslash before each mark that is to be printed (\\*). The body was not read.",
);

const faultAt = (span: Span, message: Message, help: Message): MarkdownFault => ({
  rule: "item/unsupported-markup",
  span,
  message,
  help,
});

/** @returns the offset behind the line's end, which may be LF, CRLF or CR */
function findLineEnd(text: string, from: number): number {
  LINE_END.lastIndex = from;
  return LINE_END.test(text) ? LINE_END.lastIndex : text.length;
}

const LINE_END = /\r\n|\n|\r/g;

/** Something of each sign that is counted: most lines hold none. */
const ANY_MARK = /[[\]<*_~`\\&|]|www\.|https?:/i;

function countLine(line: string, count: Count): void {
  count.lines += 1;
  if (line.trim() === "") {
    count.marks = 0;
    count.characters = line.length;
    count.linesOfParagraph = 0;
    return;
  }
  if (count.linesOfParagraph === 0) count.paragraphs += 1;
  count.linesOfParagraph += 1;
  count.characters += line.length;
  const isMarkedUp = ANY_MARK.test(line);
  const marks = isMarkedUp ? (line.match(/[[\]<]|\*+|_+|~+|`+/g)?.length ?? 0) : 0;
  count.marks += marks;
  count.marksInAll += marks + (isMarkedUp ? (line.match(/\\|&|www\.|https?:/gi)?.length ?? 0) : 0);
  count.borders = isMarkedUp ? (line.match(/\|/g)?.length ?? 0) : 0;
  count.bordersInAll += count.borders;
  const isMarked = countNesting(line, count.indents);
  // A paragraph that begins at the margin has left the lists above it.
  const goesOn = count.linesOfParagraph > 1 ? count.isNested : /^[ \t]/.test(line);
  count.isNested = isMarked || goesOn;
  if (count.isNested) count.nestingInAll += count.indents.length;
}

function findExcess(line: string, count: Count): Message | undefined {
  if (count.indents.length > MAX_NESTING) return TOO_NESTED;
  if (count.marks > MAX_MARKS) return TOO_MARKED;
  if (count.marksInAll > MAX_MARKS_OF_ITEM) return TOO_MARKED_IN_ALL;
  if (count.characters > MAX_PARAGRAPH_CHARACTERS || count.linesOfParagraph > MAX_PARAGRAPH_LINES)
    return TOO_LONG;
  if (count.lines > MAX_LINES || count.paragraphs > MAX_PARAGRAPHS) return TOO_MANY_LINES;
  if (count.borders > MAX_COLUMN_BORDERS) return TOO_WIDE;
  if (count.bordersInAll > MAX_BORDERS_OF_ITEM) return TOO_MANY_CELLS;
  if (count.nestingInAll > MAX_NESTING_OF_ITEM) return TOO_NESTED_IN_ALL;
  return hasLongWord(line) ? TOO_LONG_WORD : undefined;
}

/** Word by word: a pattern of so many characters begins anew at each of them. */
function hasLongWord(line: string): boolean {
  if (line.length <= MAX_WORD) return false;
  for (const [word] of line.matchAll(/[\x21-\x7e]+/g)) if (word.length > MAX_WORD) return true;
  return false;
}

/** One quote mark or list mark; a list mark is followed by white space. */
const MARK = /[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])(?=[ \t]|$))/y;

/**
 * Keeps the columns of the marks that open a line, and of those above it that they may lie in.
 * @returns whether the line is opened by such a mark
 */
function countNesting(line: string, indents: number[]): boolean {
  // A row of dashes or stars is a rule, not nesting.
  if (/^[ \t]*(?:[*_-][ \t]*){3,}[\r\n]*$/.test(line) && line.length < 200) return false;
  MARK.lastIndex = 0;
  let isMarked = false;
  for (
    let match = MARK.exec(line);
    match !== null && indents.length <= MAX_NESTING;
    match = MARK.exec(line)
  ) {
    isMarked = true;
    const column = match.index + match[0].length;
    while ((indents.at(-1) ?? -1) >= column) indents.pop();
    indents.push(column);
  }
  return isMarked;
}
