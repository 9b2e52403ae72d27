/**
 * A sub-heading that is mistyped is a paragraph with signs in it. Source: CommonMark 0.31, 4.2 (one to
 * six #, then a space).
 */
import { isInsideMarks } from "../../model/is-inside-marks.js";
import type { Item } from "../../model/issue.js";
import { type CopyLine, isTypedAt, spanInLine } from "../copy-line.js";
import type { Finding, TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

export const itemMistypedHeading: TextRule = {
  id: "item/mistyped-heading",
  scope: "text",
  signs: "#＃",
  severity: "warning",
  fixable: true,
  hasSuggestions: true,
  restructures: true,
  structural: false,
  summary: {
    zh: "小标题写成“## 小标题”：半角的 # 写在行首，后面空一格。",
    en: "Sub-headings are written “## …”: half-width # at the start of the line, followed by a space.",
  },
  why: {
    zh: "少一个空格，或者 # 写成全角、写在后面，就不是小标题，# 会原样印出来。",
    en: "Without the space, or with a full-width or trailing #, it is not a heading and the # is printed.",
  },
  source: "CommonMark 0.31, 4.2",
  examples: [
    textExample({
      name: { zh: "# 后面没有空格，# 是全角的", en: "No space after the #, full-width #" },
      text: "##基本情况\n\n3月10日，示例市科协举办活动。\n\n＃＃ 主要做法##",
      at: [1, "9:1"],
      fixed: "## 基本情况\n\n3月10日，示例市科协举办活动。\n\n## 主要做法",
    }),
    textExample({
      name: { zh: "# 写在了后面", en: "The # come after the words" },
      text: "二、主要做法##",
      at: [7],
      suggested: "## 二、主要做法",
    }),
    textExample({
      name: { zh: "话题、编号和编程语言", en: "Hashtags, numbers, a programming language" },
      text: "#全国科普日#主场活动举办。\n\n#1展厅开放，学员用C#编写程序，\\##不是标题。",
    }),
  ],
  *check(line, { item }) {
    if (line.kind === "heading") {
      yield* closingMarks(line);
      return;
    }
    if (line.kind !== "paragraph" && line.kind !== "quote") return;
    for (const { index, 0: text } of line.text.matchAll(/[^\n\r]+/g)) {
      if (text.length > LONGEST_LINE) continue;
      const found = openingMarks(line, index, text) ?? trailingMarks(line, index, text);
      if (found !== undefined) yield isTorn(found, item) ? withoutEdits(found) : found;
    }
  },
};

/** The longest sub-heading that is taken for one, in UTF-16 units. */
const LONGEST_HEADING = 40;
/** Longer lines are paragraphs, whatever stands at their ends. */
const LONGEST_LINE = 400;
const OPENING = /^([\s\u3000]*)([#＃]+)([\s\u3000]*)(\S.*?)([ \u3000]*[#＃]*)[\s\u3000]*$/;

function openingMarks(line: CopyLine, start: number, text: string): Finding | undefined {
  const [whole = "", indent = "", marks = "", , words = "", closing = ""] = OPENING.exec(text) ?? [];
  if (whole === "" || !isTypedAt(line, start + indent.length)) return undefined;
  const isSingle = marks.length === 1;
  // #1, #include, #全国科普日#
  if (
    isSingle &&
    (!/^\p{Script=Han}/u.test(words) || /[#＃]/.test(words + closing) || words.length > LONGEST_HEADING)
  )
    return undefined;
  const from = start + indent.length;
  const span = spanInLine(line, from, from + marks.length);
  const right = `${"#".repeat(marks.length)} ${words}`;
  const message = {
    zh: `“${text.trim()}”像小标题，却没有识别为小标题，“${marks}”会原样印出来。`,
    en: `“${text.trim()}” looks like a sub-heading but is not recognised as one; “${marks}” would be printed.`,
  };
  const help = { zh: `写作“${right}”。`, en: `Write “${right}”.` };
  const place = spanInLine(line, start, start + text.trimEnd().length);
  const isPlain = place.end - place.start === text.trimEnd().length;
  if (marks.length > 6 || !isPlain) return { span, message, help };
  const edits = [{ span: place, text: right }];
  const isSure = !isSingle && words.length <= LONGEST_HEADING && !/[。！？；，]$|[*_`~[\]<]/.test(words);
  return isSure
    ? { span, message, help, fix: edits }
    : { span, message, help, suggestions: [{ message: help, edits }] };
}

/** 二、主要做法## */
function trailingMarks(line: CopyLine, start: number, text: string): Finding | undefined {
  const match = /^[\s\u3000]*(\S.*?[\p{Script=Han}”）])[ \u3000]*([#＃]{2,6})[\s\u3000]*$/u.exec(text);
  const [, words = "", marks = ""] = match ?? [];
  const at = start + text.lastIndexOf(marks);
  if (match === null || words.length > LONGEST_HEADING || !isTypedAt(line, at)) return undefined;
  const right = `${"#".repeat(marks.length)} ${words}`;
  const help = { zh: `若是小标题，请写作“${right}”。`, en: `If it is a sub-heading, write “${right}”.` };
  const place = spanInLine(line, start, at + marks.length);
  const isPlain = place.end - place.start === at + marks.length - start;
  return {
    span: spanInLine(line, at, at + marks.length),
    message: {
      zh: `行末的“${marks}”会原样印出来。`,
      en: `“${marks}” at the end of the line would be printed.`,
    },
    help,
    ...(isPlain && { suggestions: [{ message: help, edits: [{ span: place, text: right }] }] }),
  };
}

/** `## 主要做法##`: a heading whose closing marks have no space in front of them. */
function* closingMarks(line: CopyLine): Iterable<Finding> {
  const marks = /[#＃]{2,6}$/.exec(line.text)?.[0];
  if (marks === undefined) return;
  const start = line.text.length - marks.length;
  if (start === 0 || !isTypedAt(line, start)) return;
  const span = spanInLine(line, start, line.text.length);
  yield {
    span,
    message: {
      zh: `小标题末尾的“${marks}”会原样印出来。`,
      en: `“${marks}” at the end of the heading would be printed.`,
    },
    help: { zh: "删去。", en: "Delete it." },
    fix: [{ span, text: "" }],
  };
}

/** Emphasis that reaches into the line from another one, or out of it, would be torn. */
function isTorn({ fix, suggestions }: Finding, { blocks }: Item): boolean {
  const edits = [...(fix ?? []), ...(suggestions ?? []).flatMap((one) => one.edits)];
  return edits.some(({ span }) => isInsideMarks(blocks, span.start) || isInsideMarks(blocks, span.end));
}

const withoutEdits = ({ fix: _, suggestions: __, ...finding }: Finding): Finding => finding;
