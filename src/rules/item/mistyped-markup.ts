/**
 * What else is left of markup in the printed words: character references without their semicolon,
 * comments that the word processor rewrote, marks of other programs, a backslash at the end of a line,
 * Markdown in a title. Pictures, links, tables, headings and emphasis have rules of their own. What
 * the author escaped (`\*`) or wrote as code is meant.
 */
import type { Message } from "../../diagnostics/diagnostic.js";
import { type CopyLine, isTypedAt, spanInLine } from "../copy-line.js";
import type { Finding, TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

const withTitle = (title: string): string => `---
title: ${title}
---

3月10日，示例市科协举办学术交流会，百余人参加。
`;

export const itemMistypedMarkup: TextRule = {
  id: "item/mistyped-markup",
  scope: "text",
  signs: "&<[{=_\\`~+＝－＿*#-",
  severity: "warning",
  fixable: true,
  hasSuggestions: true,
  restructures: true,
  structural: false,
  summary: {
    zh: "印出来的文字里没有残留的标记。",
    en: "No leftover markup appears in the printed text.",
  },
  why: {
    zh: "写错的标记、别的软件的标记，这里都不能识别，会原样印出来。",
    en: "Markup that is mistyped, or belongs to another program, is not recognised here and is printed.",
  },
  source: "CommonMark 0.31",
  examples: [
    textExample({
      name: { zh: "列表的短横后面没有空格", en: "No space after the dashes of a list" },
      text: "-开展科普活动\n-举办学术讲座",
      at: [1],
      fixed: "- 开展科普活动\n- 举办学术讲座",
    }),
    textExample({
      name: { zh: "实体少了分号，注释变了样", en: "A reference without its semicolon, a comment rewritten" },
      text: "示例&nbsp科技馆开放。<!—— 待核 ——>",
      at: [3, 14],
    }),
    textExample({
      name: { zh: "别的软件的标记", en: "Markup of other programs" },
      text: "活动==圆满成功==，详见[[活动方案]]。\n\n[TOC]",
      at: [3, "5:14", "7:1"],
    }),
    textExample({
      name: { zh: "下划线写的加粗", en: "Strong text by underlines" },
      text: "会议__强调__了三点。",
      at: [3],
      suggested: "会议**强调**了三点。",
    }),
    {
      name: { zh: "标题里的标记", en: "Markdown in a title" },
      files: { "items/01.md": withTitle("示例市科协喜获**一等奖**") },
      show: "items/01.md",
      findings: ["items/01.md:2:15"],
      suggested: withTitle("示例市科协喜获一等奖"),
    },
    textExample({
      name: { zh: "转义的、写成代码的和本来的意思", en: "Escaped, written as code, or meant as it is" },
      text: "字段`a__b__c`，A==B，姓名__年龄__性别__，\\==不标==，R&D经费，-5℃至-1℃。",
    }),
  ],
  *check(line) {
    if (line.kind === "title" || line.kind === "summary" || line.kind === "caption") {
      yield* markupInWords(line);
      return;
    }
    yield* looseDashes(line);
    for (const remain of REMAINS) {
      for (const match of line.text.matchAll(remain.pattern)) {
        if (isTypedAt(line, match.index) && !isBlankToFill(line, match[0]))
          yield findingAbout(line, { remain, match });
      }
    }
  },
};

interface Remain {
  readonly pattern: RegExp;
  readonly message: (found: string) => Message;
  readonly help: Message;
  /** what may have been meant */
  readonly suggestion?: (match: RegExpMatchArray) => string;
}

const unknown = (found: string): Message => ({
  zh: `“${found}”这种标记在这里不能识别，会原样印出来。`,
  en: `“${found}” is not recognised as markup here and would be printed as it stands.`,
});
const DELETE: Message = {
  zh: "请删去标记；若要原样印出，请写成 `代码`。",
  en: "Delete the marks; to print them, write `code`.",
};

const REMAINS: readonly Remain[] = [
  {
    pattern:
      /&(?:nbsp|amp|lt|gt|quot|apos|ldquo|rdquo|lsquo|rsquo|mdash|hellip|middot|ensp|emsp|#\d{2,6}|#x[0-9A-Fa-f]{2,5})(?![A-Za-z0-9;])/g,
    message: (found) => ({
      zh: `“${found}”少了分号，会原样印出来。`,
      en: `“${found}” lacks a semicolon and would be printed.`,
    }),
    help: { zh: "请直接写出这个字符；空格就打一个空格。", en: "Write the character itself." },
  },
  {
    pattern: /<[!！](?:[-—–]{1,4}|\[)/g,
    message: (found) => ({
      zh: `“${found}”像注释，却没有识别为注释，里面的话会印出来。`,
      en: `“${found}” looks like a comment but is not one; its text would be printed.`,
    }),
    help: {
      zh: "注释请写作 <!-- 备注 -->，短横是两个半角减号。",
      en: "Write <!-- a remark -->, with two half-width hyphens on either side.",
    },
  },
  {
    pattern: /(?<![=＝])==(?=[\p{Script=Han}“《])[^=\n\r]{1,80}==(?![=＝])/gu,
    message: unknown,
    help: DELETE,
    suggestion: ([found]) => found.slice(2, -2),
  },
  {
    pattern: /(?<!\+)\+\+(?=[\p{Script=Han}“《])[^+\n\r]{1,80}\+\+(?!\+)/gu,
    message: unknown,
    help: DELETE,
    suggestion: ([found]) => found.slice(2, -2),
  },
  {
    pattern: /\[\[[^[\]\n\r]{1,80}\]\]/g,
    message: unknown,
    help: DELETE,
    suggestion: ([found]) => found.slice(2, -2),
  },
  {
    pattern: /\{(?:\{[^{}\n\r]{1,80}\}\}|(?:[.#][\w-]+|[\w-]+=)[^{}\n\r]{0,60}\})/g,
    message: unknown,
    help: DELETE,
    suggestion: () => "",
  },
  {
    pattern: /(?<=^|[\n\r])@?\[(?:toc|目录)\](?=$|[\n\r])/gi,
    message: (found) => ({
      zh: `“${found}”会原样印出来；目录由程序编排。`,
      en: `“${found}” would be printed; the program makes the contents.`,
    }),
    help: { zh: "删去这一行。", en: "Delete this line." },
  },
  {
    pattern: /(?<![_\w])__(?=[\p{Script=Han}“《])([^_\n\r]{1,80}?)__(?!_)/gu,
    message: (found) => ({
      zh: `“${found}”里的下划线会原样印出来。`,
      en: `The underlines in “${found}” would be printed.`,
    }),
    help: { zh: "加粗请写作 **文字**。", en: "For strong text write **text**." },
    suggestion: (match) => `**${match[1] ?? ""}**`,
  },
  {
    pattern: /`{3,}/g,
    message: (found) => ({
      zh: `“${found}”没有配对，会原样印出来。`,
      en: `“${found}” has no matching half and would be printed.`,
    }),
    help: {
      zh: "请在代码前后各写一行 ```；若不是代码，请删去。",
      en: "Write a line ``` above and below the code; if it is not code, delete it.",
    },
  },
  {
    pattern: /(?<=[\p{Script=Han}，。；：、！？”’）》】])\\(?=$|[\n\r])/gu,
    message: () => ({
      zh: "行末的反斜杠“\\”会原样印出来。",
      en: "The backslash at the end of the line would be printed.",
    }),
    help: { zh: "删去。", en: "Delete it." },
    suggestion: () => "",
  },
  {
    pattern: /(?<=^|[\n\r])(?:={3,}|~{3,}|[＝－＿]{3,})(?=$|[\n\r])/g,
    message: (found) => ({
      zh: `“${found.slice(0, 12)}”像分隔线，却会原样印出来。`,
      en: `“${found.slice(0, 12)}” looks like a dividing line but would be printed as it stands.`,
    }),
    help: {
      zh: "分隔线请写作 ---，前后各空一行。",
      en: "Write a dividing line as ---, with an empty line above and below.",
    },
  },
];

function findingAbout(
  line: CopyLine,
  {
    remain,
    match,
  }: { readonly remain: Remain; readonly match: RegExpMatchArray & { readonly index: number } },
): Finding {
  const found = match[0];
  const span = spanInLine(line, match.index, match.index + found.length);
  const text = remain.suggestion?.(match);
  // Where an escape or other marks stand among them, the file holds more than these characters.
  const isPlain = span.end - span.start === found.length;
  return {
    span,
    message: remain.message(found),
    help: remain.help,
    ...(text !== undefined &&
      isPlain && { suggestions: [{ message: remain.help, edits: [{ span, text }] }] }),
  };
}

/** 姓名__年龄__性别__ */
const isBlankToFill = ({ text }: CopyLine, found: string): boolean =>
  found.startsWith("__") && text.split("__").length !== 3;

/** `-甲` line after line: a list whose dashes lack their space; one alone may be a minus or a name. */
function* looseDashes(line: CopyLine): Iterable<Finding> {
  const starts = [...line.text.matchAll(/(?<=^|[\n\r])-(?=[\p{Script=Han}“《])/gu)];
  const [first] = starts;
  if (first === undefined || starts.length < 2) return;
  const lines = line.text.split(/[\n\r]/).length;
  const edits = starts.map(({ index }) => ({ span: endOf(line, index), text: " " }));
  const help = { zh: "请在每行的“-”后面空一格。", en: "Put a space after the - of each line." };
  yield {
    span: spanInLine(line, first.index, first.index + 1),
    message: {
      zh: "这几行以“-”开头，却没有识别为列表，会连在一起印出来。",
      en: "These lines begin with - but are not recognised as a list; they would be run together in print.",
    },
    help,
    ...(starts.length === lines ? { fix: edits } : { suggestions: [{ message: help, edits }] }),
  };
}

function endOf(line: CopyLine, index: number) {
  const span = spanInLine(line, index, index + 1);
  return { ...span, start: span.end };
}

/** Titles, summaries and captions are words alone. */
function* markupInWords(line: CopyLine): Iterable<Finding> {
  const pattern =
    /(\*\*|__|~~|==|`)(?=[^\s*_~=`])([^*_~=`\n\r]{1,80})\1|^(#{1,6}) +(?=\S)|!?\[([^[\]\n\r]{1,80})\]\([^()\n\r]*\)/g;
  for (const match of line.text.matchAll(pattern)) {
    const [found, , words, hashes, label] = match;
    if (!isTypedAt(line, match.index) || (match[1] === "__" && !/\p{Script=Han}/u.test(words ?? "")))
      continue;
    const span = spanInLine(line, match.index, match.index + found.length);
    const isPlain = span.end - span.start === found.length;
    const help = { zh: "请删去标记，只留文字。", en: "Delete the marks and keep the words." };
    const text = hashes === undefined ? (words ?? label ?? "") : "";
    yield {
      span,
      message: {
        zh: `“${found.trim()}”：标题、摘要和题注里不能用标记，会原样印出来。`,
        en: `“${found.trim()}”: titles, summaries and captions cannot contain markup; it would be printed.`,
      },
      help,
      ...(isPlain && { suggestions: [{ message: help, edits: [{ span, text }] }] }),
    };
  }
}
