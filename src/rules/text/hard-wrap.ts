/**
 * A paragraph is one line of the file, and an empty line parts it from the next: a line break amid text
 * is taken by Markdown for a space. Our reader drops it among Han, so that pasted paragraphs melt into
 * one; other programs print it. Breaks made on purpose (two spaces or \ at the line's end) stay. Why a
 * line ends is decided by han/line-ends.ts; rows of a table are item/pasted-table's.
 */

import type { Suggestion, TextEdit } from "../../diagnostics/diagnostic.js";
import {
  COLUMN_TAB,
  DIGIT,
  HAN,
  isWide,
  LETTER,
  LINE_END,
  MIDDLE_MARK,
  POSTFIX,
  SPACE,
  setOfClasses,
  WIDE_SPACE,
} from "../../han/copy-class.js";
import { judgeLineEnds, type LineEnd, measureOf } from "../../han/line-ends.js";
import { isInsideMarks } from "../../model/is-inside-marks.js";
import type { Item } from "../../model/issue.js";
import type { Span } from "../../model/located.js";
import { type CopyLine, spanInLine } from "../copy-line.js";
import type { Finding, TextContext, TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

export const textHardWrap: TextRule = {
  id: "text/hard-wrap",
  scope: "text",
  looksFor: setOfClasses(LINE_END),
  severity: "warning",
  fixable: true,
  hasSuggestions: true,
  restructures: true,
  structural: false,
  summary: {
    zh: "一段写成一行，段中不换行；段与段之间空一行。",
    en: "A paragraph is one line without line breaks; an empty line separates it from the next.",
  },
  why: {
    zh: "Markdown 把段中的换行当作空格：粘贴来的几段之间不空行，就会印成一段；一段里换了行，汉字之间就会多出空格。",
    en: "Markdown treats a line break as a space. Pasted paragraphs without an empty line between them are printed as one, and a break inside a paragraph leaves a space between Han characters.",
  },
  examples: [
    textExample({
      name: { zh: "粘贴的几段之间没有空行", en: "Pasted paragraphs without an empty line" },
      text: "一、基本情况\n3月12日，示例市科协召开会议。\n　　会议传达了文件精神。\n1、会议要求，各部门抓好落实。",
      at: ["5:7"],
      fixed:
        "一、基本情况\n\n3月12日，示例市科协召开会议。\n\n　　会议传达了文件精神。\n\n1、会议要求，各部门抓好落实。",
    }),
    textExample({
      name: { zh: "邮件里按一样的长度断开的行", en: "Lines of one length, as mail breaks them" },
      text: "示例市科协举办学术交流会，来自高校、科研院\n所和企业的百余名学者参加，会议围绕城市更新\n展开讨论。",
      at: ["5:22"],
      fixed: "示例市科协举办学术交流会，来自高校、科研院所和企业的百余名学者参加，会议围绕城市更新展开讨论。",
    }),
    textExample({
      name: { zh: "看不出是一段还是两段，只指出", en: "One paragraph or two: reported, not fixed" },
      text: "示例市科协举办学术交流会，来自高校\n和企业的百余名学者参加。",
      at: ["5:18"],
      fixed: "示例市科协举办学术交流会，来自高校\n和企业的百余名学者参加。",
      suggested: "示例市科协举办学术交流会，来自高校和企业的百余名学者参加。",
    }),
    textExample({
      name: {
        zh: "一行一项，前面有名称：多半各成一行",
        en: "Lines that begin with what they tell: most likely one each",
      },
      text: "时间：3月1日上午9:00\n地点：云湖大厦3楼会议室",
      at: ["5:14"],
      fixed: "时间：3月1日上午9:00\n地点：云湖大厦3楼会议室",
      suggested: "时间：3月1日上午9:00\n\n地点：云湖大厦3楼会议室",
    }),
    textExample({
      name: { zh: "特意的换行", en: "Breaks made on purpose" },
      text: "时间：3月10日\\\n地点：示例科技馆",
    }),
    textExample({
      name: { zh: "英文行之间、网址前的换行", en: "Breaks between English words, in front of an address" },
      text: "论文题为Science in the City:\nA View from Above，详见\nhttps://example.org/a",
    }),
  ],
  *check(line, context) {
    if (line.kind === "title" || line.kind === "summary" || !line.text.includes("\n")) return;
    if (HEAD.test(line.text)) return;
    const source = context.sources.get(line.span.path) ?? "";
    const breaks = breaksIn(line, source);
    const ends = judgeLineEnds(typedLines(line, breaks), measureIn(context));
    const told = breaks.flatMap((place, index) => {
      const end = ends[index] ?? "unsure";
      return isTold(line, place, end) ? [{ ...place, end }] : [];
    });
    const parted = told.filter(({ end }) => end === "paragraph");
    if (parted.length > 0) yield meltedParagraphs(line, parted, { source, item: context.item });
    const broken = told.filter(({ end }) => end !== "paragraph");
    if (broken.length > 0) yield brokenParagraph(line, broken, { source, item: context.item });
  },
};

/** A head of the file that is not read as one: item/front-matter speaks of it. */
const HEAD =
  /^[ \t]*(?:title|source|date|section|summary|submitter|editors-note|attachments|signed)[ \t]*[:：]/m;

interface Break {
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

interface JudgedBreak extends Break {
  readonly end: LineEnd;
}

interface Around {
  readonly source: string;
  readonly item: Item;
}

function breaksIn(line: CopyLine, source: string): readonly Break[] {
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

function typedLines({ text }: CopyLine, breaks: readonly Break[]): readonly string[] {
  const starts = [0, ...breaks.map(({ behind }) => behind)];
  return starts.map(
    (start, index) =>
      (breaks[index - 1]?.indent ?? "") + text.slice(start, breaks[index]?.before ?? text.length),
  );
}

/** One measure an item: what pasted it together came from one mail or one page. */
function measureIn({ lines, sources }: TextContext): number | undefined {
  const known = measures.get(lines);
  if (known !== undefined) return known.measure;
  const blocks = lines
    .filter(({ kind, text }) => kind === "paragraph" && text.includes("\n"))
    .map((line) => typedLines(line, breaksIn(line, sources.get(line.span.path) ?? "")));
  const measure = measureOf(blocks);
  measures.set(lines, { measure });
  return measure;
}

const measures = new WeakMap<readonly CopyLine[], { readonly measure: number | undefined }>();

function isTold(line: CopyLine, place: Break, end: LineEnd): boolean {
  const { classes, text } = line;
  const { before, behind } = place;
  const first = classes[before - 1];
  const next = classes[behind];
  // Marks at the start of a line, and bars, are marks of Markdown or meant to be.
  if (/[#＃|｜]/.test(text.charAt(behind)) || /[|｜]/.test(text.charAt(before - 1))) return false;
  if (isBesideRow(line, place)) return false;
  if (end === "paragraph") return isWide(first) || next === HAN;
  return isJoined(first, next);
}

/** Columns of tabs, or on both sides of rows of spaces or bars. */
function isBesideRow({ text, classes }: CopyLine, { before, behind }: Break): boolean {
  const start = Math.max(text.lastIndexOf("\n", before - 1), text.lastIndexOf("\r", before - 1)) + 1;
  const end = behind + text.slice(behind).search(/[\n\r]|$/);
  if (classes.subarray(start, end).includes(COLUMN_TAB)) return true;
  return COLUMNS.test(text.slice(start, before)) && COLUMNS.test(text.slice(behind, end));
}

const COLUMNS = /\S(?: {2,}|\u3000[ \u3000]+| +[|｜] +)\S/;

function meltedParagraphs(line: CopyLine, breaks: readonly JudgedBreak[], around: Around): Finding {
  const [first] = breaks;
  const edits = breaks.map((place) => emptyLineAt(line, place, around));
  const fix = edits.every((edit) => edit !== undefined) ? edits : undefined;
  const count = breaks.length + 1;
  return {
    span: breakSpan(line, first),
    message: {
      zh: `这里像是${count}段，中间没有空行，会印成一段。`,
      en: `These look like ${count} paragraphs without an empty line between them; they would be printed as one.`,
    },
    help: { zh: "请在每段之间空一行。", en: "Leave an empty line between paragraphs." },
    ...(fix && { fix }),
  };
}

function brokenParagraph(line: CopyLine, breaks: readonly JudgedBreak[], around: Around): Finding {
  const [first] = breaks;
  const isSure = breaks.every(({ end }) => end === "wrap");
  const joined = joinLines(breaks, around);
  const message = {
    zh: breaks.length === 1 ? "段中有换行。" : `段中有${breaks.length}处换行。`,
    en:
      breaks.length === 1
        ? "There is a line break inside the paragraph."
        : `There are ${breaks.length} line breaks inside the paragraph.`,
  };
  if (isSure) {
    return {
      span: breakSpan(line, first),
      message,
      help: JOIN,
      ...(joined && { fix: joined }),
    };
  }
  const parted = breaks.map((place) => emptyLineAt(line, place, around));
  const suggestions: Suggestion[] = [];
  if (joined !== undefined) suggestions.push({ message: JOIN, edits: joined });
  const isPartable = parted.every((edit) => edit !== undefined);
  if (isPartable) suggestions.push({ message: PART, edits: parted });
  // 时间：… 地点：…: a line each.
  if (breaks.every(({ behind }) => LABEL.test(line.text.slice(behind, behind + 9)))) suggestions.reverse();
  return {
    span: breakSpan(line, first),
    message,
    help: {
      zh: "若是一段，请接成一行；若要另起一段，请空一行。",
      en: "Join the lines if it is one paragraph; to begin a new one, leave an empty line.",
    },
    ...(suggestions.length > 0 && { suggestions }),
  };
}

const LABEL = /^[\u4e00-\u9fff]{2,8}[：:]/;

const JOIN = { zh: "接成一行，中间不加空格。", en: "Join the lines without a space." };
const PART = { zh: "每行之间空一行，使各成一段。", en: "Leave an empty line between the lines." };

const breakSpan = (line: CopyLine, place: Break | undefined): Span =>
  place === undefined ? line.span : spanInLine(line, place.at, place.at + 1);

/** Between the two characters lie white space and the mark of a quotation, or markup that stays. */
function joinLines(breaks: readonly Break[], { source }: Around): readonly TextEdit[] | undefined {
  const isBare = breaks.every(({ gap }) => /^[\s>\u3000]*$/.test(source.slice(gap.start, gap.end)));
  return isBare ? breaks.map(({ gap }) => ({ span: gap, text: "" })) : undefined;
}

/** @returns what makes the next line a paragraph of its own, undefined where that would make something else of it */
function emptyLineAt(line: CopyLine, { gap }: Break, { source, item }: Around): TextEdit | undefined {
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

const isBlank = (kind: number | undefined): boolean =>
  kind === SPACE || kind === WIDE_SPACE || kind === LINE_END;

const isText = (kind: number | undefined): boolean =>
  isWide(kind) || kind === DIGIT || kind === LETTER || kind === POSTFIX || kind === MIDDLE_MARK;

const isJoined = (before: number | undefined, after: number | undefined): boolean =>
  isText(before) &&
  isText(after) &&
  (isWide(before) || isWide(after)) &&
  (before === HAN || after === HAN || isWide(before));
