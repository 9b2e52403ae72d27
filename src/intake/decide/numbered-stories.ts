/**
 * Several stories in one text under numbers: 一、云岭区科协举办科普展 … 二、青山小学开展研学 …. A report has numbered
 * sub-headings as well, and is one item: the stories are taken apart only where each has a signature of its own, or each
 * a headline that names who acts above a lead with its day, and nothing heads them all but 信息两则 or a letter.
 */
import { findDates } from "../../han/find-dates.js";
import type { KnownUnits } from "../../han/known-units.js";
import { sliceWords, trimWords } from "../marked-text.js";
import { isCoveringSentence } from "./covering-sentence.js";
import { findSignedEnd } from "./find-signature-lines.js";
import { readFormLine } from "./form-fields.js";
import { frontKind, isSalutation } from "./front-lines.js";
import type { LeftOut } from "./left-out.js";
import { isPictureLine, lengthOf, type SheetLine, type SheetPart, wordsOf } from "./sheet.js";
import { collectiveTitle } from "./split-items.js";
import { isBareUnit, isByline, isSentence } from "./title-words.js";

export interface Story {
  /** its title, the number taken off */
  readonly title: SheetLine;
  readonly rest: readonly SheetPart[];
}

export type NumberedStories =
  | {
      readonly kind: "stories";
      readonly stories: readonly Story[];
      /** what stands in front of the first */
      readonly leftOut: readonly LeftOut[];
      /** 一、 */
      readonly number: string;
    }
  /** they may be several, and nobody can tell */
  | { readonly kind: "unsure"; readonly count: number; readonly place: number };

const HAN = "一二三四五六七八九十";
/** 稿件1, 【篇一】, a line of its own above the title */
const NUMBER_ALONE = new RegExp(
  `^[【[（(]?(?:第[${HAN}\\d]{1,2}[篇则条]|(?:稿件|信息|新闻|简讯|投稿|消息|篇|稿)[\\s\\u3000]*[${HAN}\\d]{1,2})[】\\]）)]?[\\s\\u3000]*[：:、.．]?$`,
  "u",
);
const NUMBERS: readonly RegExp[] = [
  NUMBER_ALONE,
  new RegExp(
    `^(?:第[${HAN}\\d]{1,2}[篇则条]|(?:稿件|信息|新闻|简讯|投稿|消息)[${HAN}\\d]{1,2})[\\s\\u3000]*[：:、.．][\\s\\u3000]*`,
    "u",
  ),
  new RegExp(`^[${HAN}]{1,2}[、.．][\\s\\u3000]*`, "u"),
  /^\d{1,2}[、.．](?!\d)[\s\u3000]*/u,
  new RegExp(`^[（(【][${HAN}\\d]{1,2}[）)】][\\s\\u3000]*`, "u"),
];
/** 稿件一： says that it is an item. */
const SAYS_SO = 1;
const SHORTEST_TITLE = 6;
const LONGEST_TITLE = 40;
/** Characters of a text by which a day opens it */
const OPENING = 12;
const RECENTLY = /^(?:近日|日前|近期|昨日|今日|[^，。]{0,8}讯)/u;

export function findNumberedStories(
  parts: readonly SheetPart[],
  units: KnownUnits["units"],
): NumberedStories | undefined {
  for (const [order, pattern] of NUMBERS.entries()) {
    const heads = headsIn(parts, pattern);
    const [first] = heads;
    if (first === undefined || heads.length < 2) continue;
    const stories = heads.map((head, index) =>
      storyAt(parts, { head, until: heads[index + 1]?.index ?? parts.length }),
    );
    const judged = stories.map((story) => judge(story, units));
    if (!judged.every(({ hasText }) => hasText)) continue;
    const front = parts.slice(0, first.index);
    const leftOut = frontOf(front);
    const isSigned = judged.every(({ isSigned: own }) => own);
    const isLed = judged.every(({ isLed: own }) => own);
    const saysSo = order <= SAYS_SO || countIn(leftOut) === stories.length;
    const isHeaded = judged.every(({ namesUnit }) => namesUnit);
    if (leftOut !== undefined && (isSigned || (isLed && (isHeaded || saysSo))))
      return { kind: "stories", stories, leftOut, number: first.number };
    if (leftOut !== undefined && (isLed || saysSo))
      return { kind: "unsure", count: stories.length, place: first.line.place };
  }
  return undefined;
}

interface Head {
  readonly index: number;
  readonly line: SheetLine;
  readonly number: string;
  /** the title is the next line */
  readonly isAlone: boolean;
}

/** Titles numbered from one on, each above something else. */
function headsIn(parts: readonly SheetPart[], pattern: RegExp): readonly Head[] {
  const heads: Head[] = [];
  for (const [index, part] of parts.entries()) {
    if (part.kind !== "line" || isPictureLine(part)) continue;
    const text = wordsOf(part);
    const number = pattern.exec(text)?.[0];
    if (number === undefined || countOf(number) !== heads.length + 1) continue;
    const isAlone = pattern === NUMBER_ALONE;
    const below = parts[index + 1];
    if (isAlone && (below?.kind !== "line" || isPictureLine(below))) continue;
    const title = isAlone && below?.kind === "line" ? wordsOf(below) : text.slice(number.length);
    if (lengthOf(title) < SHORTEST_TITLE || lengthOf(title) > LONGEST_TITLE) continue;
    if (/[。；，、：:;,!！?？]$/u.test(title) || /[。；]/u.test(title)) continue;
    heads.push({ index, line: part, number, isAlone });
  }
  return heads;
}

function countOf(number: string): number {
  const digits = /\d+/.exec(number)?.[0];
  if (digits !== undefined) return Number(digits);
  const han = new RegExp(`[${HAN}]{1,2}`, "u").exec(number)?.[0] ?? "";
  return han.length === 1
    ? HAN.indexOf(han) + 1
    : han.startsWith("十")
      ? 10 + HAN.indexOf(han.slice(1)) + 1
      : 0;
}

function storyAt(
  parts: readonly SheetPart[],
  { head, until }: { readonly head: Head; readonly until: number },
): Story {
  const { line, number, index } = head;
  const below = parts[index + 1];
  if (head.isAlone && below?.kind === "line") return { title: below, rest: parts.slice(index + 2, until) };
  const at = line.words.text.indexOf(number.trim());
  const words = trimWords(sliceWords(line.words, at + number.trim().length));
  return { title: { ...line, words }, rest: parts.slice(index + 1, until) };
}

interface Judged {
  readonly hasText: boolean;
  readonly isSigned: boolean;
  /** its first sentence tells the day */
  readonly isLed: boolean;
  /** its title begins with who acts */
  readonly namesUnit: boolean;
}

function judge({ title, rest }: Story, units: KnownUnits["units"]): Judged {
  const text = rest.find((part) => part.kind === "line" && isSentence(wordsOf(part)));
  if (text?.kind !== "line") return { hasText: false, isSigned: false, isLed: false, namesUnit: false };
  // A title stands in front: what is signed may be one paragraph.
  const { signature, isLeft } = findSignedEnd([title, ...rest], units);
  const words = wordsOf(text);
  const sentence = /^[^。！？]*/u.exec(words)?.[0] ?? "";
  const [day] = findDates(sentence);
  return {
    hasText: true,
    isSigned: signature?.unit !== undefined && !isLeft,
    isLed: (day !== undefined && day.start <= OPENING) || RECENTLY.test(sentence),
    namesUnit: beginsWithUnit(wordsOf(title), sentence, units),
  };
}

const LONGEST_NAME = 16;

/** 云岭区科协举办…, and the lead says so again; 开展科普研学 ends alike and names nobody. */
function beginsWithUnit(title: string, sentence: string, units: KnownUnits["units"]): boolean {
  if (units.some(({ name, aliases }) => [name, ...aliases].some((each) => title.startsWith(each))))
    return true;
  for (let length = 3; length <= Math.min(LONGEST_NAME, title.length - 2); length += 1) {
    const name = title.slice(0, length);
    if (sentence.includes(name) && isBareUnit(name)) return true;
  }
  return false;
}

/** @returns the lines in front of the first story; undefined where any of them heads them all, or is text */
function frontOf(parts: readonly SheetPart[]): readonly LeftOut[] | undefined {
  const leftOut: LeftOut[] = [];
  for (const part of parts) {
    if (part.kind !== "line" || isPictureLine(part)) return undefined;
    const text = wordsOf(part);
    const { place } = part;
    const isInLetter = leftOut.some(({ why }) => why === "letter");
    const kind = frontKind(text);
    if (kind !== undefined) leftOut.push({ text, place, why: kind });
    else if (isSalutation(text) || isCoveringSentence(text, isInLetter))
      leftOut.push({ text, place, why: "letter" });
    else if (readFormLine(text, place) !== undefined) leftOut.push({ text, place, why: "form" });
    else if (isByline(text)) leftOut.push({ text, place, why: "byline" });
    else {
      const collective = collectiveTitle(part);
      if (collective === undefined) return undefined;
      leftOut.push(collective);
    }
  }
  return leftOut;
}

/** 信息两则: how many a collective title counts */
function countIn(leftOut: readonly LeftOut[] | undefined): number | undefined {
  const text = leftOut?.find(({ why }) => why === "collective")?.text ?? "";
  const count = /([两二三四五六七八九\d]{1,2})[则篇条]/u.exec(text)?.[1];
  if (count === undefined) return undefined;
  return count === "两" ? 2 : /\d/.test(count) ? Number(count) : HAN.indexOf(count) + 1;
}
