/**
 * A paragraph is one line of the file, and an empty line parts it from the next: a line break amid text
 * is taken by Markdown for a space. Our reader drops it among Han, so that pasted paragraphs melt into
 * one; other programs print it. Breaks made on purpose (two spaces or \ at the line's end) stay. Why a
 * line ends is decided by han/line-ends.ts; lines of verse are only told. Rows of a table are item/pasted-table's.
 */
import type { Suggestion } from "../../diagnostics/diagnostic.js";
import {
  COLUMN_TAB,
  DIGIT,
  HAN,
  isWide,
  LETTER,
  LINE_END,
  MIDDLE_MARK,
  POSTFIX,
  setOfClasses,
} from "../../han/copy-class.js";
import { judgeLineEnds, type LineEnd, measureOf } from "../../han/line-ends.js";
import { textWidthEm } from "../../han/text-width.js";
import type { Span } from "../../model/located.js";
import { type Around, emptyLineAt, joinLines, keptBreakAt } from "../break-edits.js";
import { type CopyLine, spanInLine } from "../copy-line.js";
import type { Finding, TextContext, TextRule } from "../rule.js";
import { textExample } from "../text-example.js";
import { type Break, breaksIn, typedLines } from "../typed-breaks.js";

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
      name: { zh: "诗歌、对联：既不接，也不分段", en: "Verse is neither joined nor parted" },
      text: "红旗漫卷映山红，\n党旗飘飘唱东风。\n不忘初心跟党走，\n砥砺前行立新功。",
      at: ["5:9"],
      fixed: "红旗漫卷映山红，\n党旗飘飘唱东风。\n不忘初心跟党走，\n砥砺前行立新功。",
      suggested: "红旗漫卷映山红，\\\n党旗飘飘唱东风。\\\n不忘初心跟党走，\\\n砥砺前行立新功。",
    }),
    textExample({
      name: { zh: "一行一个单位", en: "One unit a line" },
      text: "参会单位：\n示例市科协\n示例市教育局",
      at: ["5:6"],
      fixed: "参会单位：\n示例市科协\n示例市教育局",
      suggested: "参会单位：\n\n示例市科协\n\n示例市教育局",
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

interface JudgedBreak extends Break {
  readonly end: LineEnd;
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
  const span = breakSpan(line, breaks[0]);
  const isVerse = breaks.some(({ end }) => end === "verse");
  const message = isVerse ? VERSE : brokenTimes(breaks.length);
  const edits = {
    join: joinLines(breaks, around.source),
    part: allOf(breaks.map((place) => emptyLineAt(line, place, around))),
    keep: allOf(breaks.map((place) => keptBreakAt(line, place, around.source))),
  };
  if (breaks.every(({ end }) => end === "wrap"))
    return { span, message, help: SAID.join, ...(edits.join && { fix: edits.join }) };
  const suggestions: readonly Suggestion[] = readingsOf(line, breaks).flatMap((reading) => {
    const made = edits[reading];
    return made === undefined ? [] : [{ message: SAID[reading], edits: made }];
  });
  return {
    span,
    message,
    help: isVerse ? KEEP_OR_PART : JOIN_OR_PART,
    ...(suggestions.length > 0 && { suggestions }),
  };
}

const brokenTimes = (count: number) =>
  count === 1
    ? { zh: "段中有换行。", en: "There is a line break inside the paragraph." }
    : { zh: `段中有${count}处换行。`, en: `There are ${count} line breaks inside the paragraph.` };

const allOf = <T>(edits: readonly (T | undefined)[]): readonly T[] | undefined => {
  const made = edits.filter((edit) => edit !== undefined);
  return made.length === edits.length ? made : undefined;
};

type Reading = "join" | "part" | "keep";

/** What the breaks may be meant for, the likeliest first. */
function readingsOf(line: CopyLine, breaks: readonly JudgedBreak[]): readonly Reading[] {
  if (breaks.some(({ end }) => end === "verse")) return ["keep", "part", "join"];
  const isLabelled = breaks.every(({ behind }) => LABEL.test(line.text.slice(behind, behind + 9)));
  if (isLabelled || breaks.every((place) => isBetweenEntries(line, place))) return ["part", "keep", "join"];
  return ["join", "part"];
}

/** 时间：… 地点：…: a line each. */
const LABEL = /^[\u4e00-\u9fff]{2,8}[：:]/;

/** Em; an entry of a list, a name, an address is shorter than a line that a program breaks. */
const LONGEST_ENTRY_EM = 15;

/** Names, addresses, slogans: short, and without a mark of a sentence, but for what announces them. */
function isBetweenEntries({ text }: CopyLine, { before, behind }: Break): boolean {
  const front = text.slice(
    Math.max(text.lastIndexOf("\n", before - 1), text.lastIndexOf("\r", before - 1)) + 1,
    before,
  );
  const next = text.slice(behind, behind + text.slice(behind).search(/[\n\r]|$/)).trimEnd();
  if (/[：:]$/.test(front)) return isEntry(next) || SLOGAN.test(next);
  return isEntry(front) && isEntry(next);
}

const isEntry = (words: string): boolean =>
  textWidthEm(words) <= LONGEST_ENTRY_EM && !/[，。；：！？,;:!?…]/.test(words);

/** 弘扬科学家精神！ */
const SLOGAN = /^[^。；：？]{4,30}！$/;

const VERSE = {
  zh: "这几行长短一样，像是诗歌、口号或名单，会印成一段，中间不换行。",
  en: "These lines are of one length, like verse, slogans or a list of names; they would be printed as one paragraph.",
};
const KEEP_OR_PART = {
  zh: "若一行一句，请在每行末尾（最后一行除外）加反斜杠；若是一段，请接成一行。",
  en: "If each line stands alone, end all but the last with a backslash; if this is one paragraph, join the lines.",
};
const JOIN_OR_PART = {
  zh: "若是一段，请接成一行；若要另起一段，请空一行。",
  en: "Join the lines if it is one paragraph; to begin a new one, leave an empty line.",
};
const SAID = {
  join: { zh: "接成一行，中间不加空格。", en: "Join the lines without a space." },
  part: { zh: "每行之间空一行，使各成一段。", en: "Leave an empty line between the lines." },
  keep: { zh: "在行末加反斜杠，保留换行。", en: "Keep the breaks: end the lines with a backslash." },
};

const breakSpan = (line: CopyLine, place: Break | undefined): Span =>
  place === undefined ? line.span : spanInLine(line, place.at, place.at + 1);

const isText = (kind: number | undefined): boolean =>
  isWide(kind) || kind === DIGIT || kind === LETTER || kind === POSTFIX || kind === MIDDLE_MARK;

const isJoined = (before: number | undefined, after: number | undefined): boolean =>
  isText(before) &&
  isText(after) &&
  (isWide(before) || isWide(after)) &&
  (before === HAN || after === HAN || isWide(before));
