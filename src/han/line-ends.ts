/**
 * Why a typed line ends. People who paste text leave no empty line between paragraphs; programs that
 * wrap text (mail, PDF) break a paragraph into lines of one length. Markdown makes one paragraph of
 * both. This file tells them apart, and says so where nobody can.
 */
import { hanPattern } from "./han-pattern.js";
import { textWidthEm } from "./text-width.js";
import { verseBreaks } from "./verse-lines.js";

export type LineEnd =
  /** what follows is another paragraph, beyond doubt */
  | "paragraph"
  /** the paragraph goes on: a program broke it */
  | "wrap"
  /** it and the next one are lines of verse (verse-lines.ts) */
  | "verse"
  | "unsure";

/** Em; shorter measures belong to verse, labels and lists of names. */
const LEAST_MEASURE_EM = 15;
/** Lines that go on with the next one and fill the measure; one alone may be any line. */
const LEAST_FULL_LINES = 2;

/** A final mark, and what may close behind it. */
const FINAL = hanPattern(String.raw`(?:[。！？!?…]|\p{Script=Han}\.)["”’」』）)》〉】〕]*$`);
/** U+3000, the no-break space, a tab or two spaces. */
const INDENT = /^(?:[ ]?[\u3000\u00a0\t]| {2})/;
const HAN_NUMBER = "[一二三四五六七八九十]{1,3}";
const HEADS: readonly RegExp[] = [
  // 一、 but not 一、二级
  new RegExp(`^${HAN_NUMBER}[、．.](?!${HAN_NUMBER}[、\\p{Script=Han}]?[级类等层期是])`, "u"),
  new RegExp(`^[（(]${HAN_NUMBER}[）)](?![项款条目类级至、和或])`, "u"),
  // 1、 and 1. but neither 3、4月 nor 1.5
  /^\d{1,2}[、．.](?!\d)/,
  /^[（(]\d{1,2}[）)](?![项款条目类级至、和或])/,
  /^\d{1,2}[)）]/,
  /^[①-⑳⑴-⒇⒈-⒛㈠-㈩•●◆■▪★☆◇□○➢✓]/u,
  new RegExp(`^第${HAN_NUMBER}[，,、：:]`, "u"),
  new RegExp(`^第${HAN_NUMBER}(?:章|节|条|部分)[\\s\\u3000：:]`, "u"),
  /^附件[\d一二三四五六七八九十]{0,2}[：:]/u,
];
/** 一是 heads a line where the one before is closed. */
const COUNTED = new RegExp(`^${HAN_NUMBER}是`, "u");
const DATE_ALONE =
  /^(?:\d{4}|[〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/u;
/** How news begin: 3月12日， 近日， */
const LEAD = /^(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日[^，。]{0,12}，|(?:近日|日前|近期)，)/u;
/** Shorter ones are names. */
const SHORTEST_HEADLINE = 8;
const LONGEST_HEADLINE = 40;
/** Characters that a headline and its first sentence have in common. */
const SHARED_WORDS = 4;

/** @returns true for a line that begins 一、 （一） 1． 第一， and the like */
export function beginsHead(line: string): boolean {
  const text = line.trimStart();
  return HEADS.some((head) => head.test(text));
}

/** @returns true for a paragraph that begins as news do: 3月12日， 近日， */
export const opensNews = (text: string): boolean => LEAD.test(text);

export const endsInFinalMark = (line: string): boolean => FINAL.test(line.trimEnd());

/**
 * @param lines the lines of one block as typed, indents too
 * @param measure width that a program wrapped to (measureOf), in em
 * @returns for each line but the last why it ends
 */
export function judgeLineEnds(lines: readonly string[], measure: number | undefined): readonly LineEnd[] {
  const verse = verseBreaks(lines);
  const ends = lines.slice(0, -1).map((line, index): LineEnd => {
    const next = lines[index + 1] ?? "";
    const isVerse = verse[index] === true && !beginsHead(next) && !COUNTED.test(next);
    return isVerse ? "verse" : judge(line, next, { index, measure });
  });
  // A sentence that never ends is a list of lines.
  const goesOn = !ENDED.test(lines.at(-1)?.trimEnd() ?? "");
  const lastClosed = ends.findLastIndex((end) => end !== "wrap");
  return ends.map((end, index) => (goesOn && index > lastClosed ? "unsure" : end));
}

/** What a paragraph ends in: a final mark, what introduces a list, a remark in brackets, a source of a note. */
const ENDED = hanPattern(
  String.raw`(?:[。！？!?…：:；;]|\p{Script=Han}\.)["”’」』）)》〉】〕]*$|[）)】\ufffc]$`,
);

/**
 * @param blocks the lines of each block of several lines
 * @returns the width that a program wrapped them to, in em; undefined where none is to be seen
 */
export function measureOf(blocks: readonly (readonly string[])[]): number | undefined {
  const prose = blocks.flatMap(withoutVerse);
  const open = prose.flatMap((lines) =>
    lines.slice(0, -1).flatMap((line, index) => {
      const next = lines[index + 1] ?? "";
      return isOpen(line, next) ? [{ line, next }] : [];
    }),
  );
  const measure = Math.max(0, ...open.map(({ line }) => textWidthEm(line)));
  if (measure < LEAST_MEASURE_EM || open.length < LEAST_FULL_LINES) return undefined;
  if (!open.every(({ line, next }) => isFull(line, next, measure))) return undefined;
  // A list of addresses or of names fills no measure on purpose.
  const isRunning = open.some(({ line }) => /[，。；]/.test(line));
  // What wraps text does not wait for a comma: verse does, and who presses the key at each.
  const isBrokenAmid = open.some(({ line }) => !/[，、]\s*$/.test(line));
  const labels = open.filter(({ line }) => /^[^，。：:]{2,8}[：:]/.test(line.trim())).length;
  const isExceeded = prose.some((lines) => lines.some((line) => textWidthEm(line) > measure + 1));
  return isRunning && isBrokenAmid && labels < 2 && !isExceeded ? measure : undefined;
}

/** What stands in front of verse, and behind it. */
function withoutVerse(lines: readonly string[]): readonly (readonly string[])[] {
  const breaks = verseBreaks(lines);
  const parts: string[][] = [[]];
  for (const [index, line] of lines.entries()) {
    if (breaks[index] === true || breaks[index - 1] === true) parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts;
}

/** Neither closed by itself nor by what follows. */
const isOpen = (line: string, next: string): boolean =>
  !endsInFinalMark(line) && !/[：:；;]\s*$/.test(line) && !INDENT.test(next) && !beginsHead(next);

interface Place {
  readonly index: number;
  readonly measure: number | undefined;
}

function judge(line: string, next: string, { index, measure }: Place): LineEnd {
  const isWrapped = measure !== undefined && isFull(line, next, measure);
  if (INDENT.test(next)) return isWrapped && !endsInFinalMark(line) ? "unsure" : "paragraph";
  if (endsInFinalMark(line) || DATE_ALONE.test(next.trim())) return isWrapped ? "unsure" : "paragraph";
  if (beginsHead(next)) return isWrapped ? "unsure" : "paragraph";
  if (isWrapped) return /[：:；;]\s*$/.test(line) ? "unsure" : "wrap";
  if (COUNTED.test(next) && /[；;：:]\s*$/.test(line)) return "paragraph";
  if (isSubHeading(line) || (index === 0 && isHeadline(line, next))) return "paragraph";
  return "unsure";
}

/** 一、基本情况 */
const isSubHeading = (line: string): boolean =>
  beginsHead(line) && line.trim().length <= LONGEST_HEADLINE / 2 && !/[，。；：！？,;:]/.test(line);

/** A first line without marks, above a sentence that begins as news do or says the same again. */
export function isHeadline(line: string, next: string): boolean {
  const words = line.trim();
  if (
    words.length < SHORTEST_HEADLINE ||
    words.length > LONGEST_HEADLINE ||
    /[，。；：！？、,;:]/.test(words)
  )
    return false;
  return LEAD.test(next) || sharesWords(words, next.slice(0, LONGEST_HEADLINE));
}

function sharesWords(headline: string, sentence: string): boolean {
  for (let at = 0; at + SHARED_WORDS <= headline.length; at += 1) {
    if (sentence.includes(headline.slice(at, at + SHARED_WORDS))) return true;
  }
  return false;
}

/** Would the first word of the next line have had room? A mark that may not begin a line goes with it. */
function isFull(line: string, next: string, measure: number): boolean {
  const first =
    /^(?:[A-Za-z0-9.%+/_@:-]+|[“‘（《【]*.)[，。；：、！？”’）》】]*/u.exec(next.trimStart())?.[0] ?? "";
  return textWidthEm(line.trimEnd()) + textWidthEm(first) > measure;
}
