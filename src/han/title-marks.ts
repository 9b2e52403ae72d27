/**
 * Marks of a headline, and which of them belong to a name or to the form of news: 全委（扩大）会议, 中国—示例国论坛, C919,
 * 云湖区：抓项目促开放. Whether a mark may stand there is for item/title-punctuation to say.
 */
import { hanPattern } from "./han-pattern.js";

export interface TitleMark {
  readonly mark: string;
  /** as often as it stands there: —— ！！ */
  readonly typed: string;
  readonly start: number;
  readonly end: number;
  /** the mark that closes it, where one does, and its place */
  readonly close?: { readonly mark: string; readonly at: number };
}

const CLOSING_OF: Readonly<Record<string, string>> = {
  "（": "）",
  "(": ")",
  "【": "】",
  "〔": "〕",
  "[": "]",
  "「": "」",
  "『": "』",
};

/** Most titles are so; \p{P} is dear to compile. */
const NO_MARKS = /^[A-Za-z\d一-鿿]*$/;

/** Marks of a line; a doubled one (—— ……) is taken as one, and so is a pair. */
export function* marksOf(text: string): Iterable<TitleMark> {
  if (NO_MARKS.test(text)) return;
  const closed = new Set<number>();
  for (const match of text.matchAll(/(\p{P})\1*/gu)) {
    const mark = match[1] ?? "";
    const start = match.index;
    if (closed.has(start)) continue;
    const closing = CLOSING_OF[mark];
    const at = closing === undefined ? -1 : text.indexOf(closing, start);
    if (at >= 0) closed.add(at);
    const close = closing === undefined || at < 0 ? {} : { close: { mark: closing, at } };
    yield { mark, typed: match[0], start, end: start + match[0].length, ...close };
  }
}

/** What stands in front of the colon of a headline: who says it, or where. */
const SPEAKER = hanPattern(String.raw`(?:^|[ 】])[\p{Script=Han}\w“”·、（）]{2,16}$`);

/** The longest remark in brackets that is part of a name, in characters. */
const LONGEST_REMARK = 8;

export function isPartOfName(text: string, { mark, start, end, close }: TitleMark): boolean {
  if (isPartOfCode(text, start) || isInBookTitle(text, start)) return true;
  if (mark === "：" && end < text.length && SPEAKER.test(text.slice(0, start))) return true;
  // 全委（扩大）会议
  if (mark === "（" || mark === "(")
    return close !== undefined && close.at - end <= LONGEST_REMARK && start > 0;
  return mark === "—" && end - start === 1 && isHan(text[start - 1]) && isHan(text[end]);
}

/**
 * 校园里的新风景：一堂“会说话”的科学课, 让科普走进田间——示例区科协工作纪实: one colon or dash between the two parts of a
 * headline, as newspapers set them.
 */
export function isBetweenParts(text: string, { mark, typed, start, end }: TitleMark): boolean {
  if (typed !== "：" && typed !== "——") return false;
  const isAlone = text.indexOf(mark) === start && text.indexOf(mark, end) < 0;
  return isAlone && SPEAKS.test(text.slice(0, start)) && SPEAKS.test(text.slice(end));
}

/** Two characters that say something. */
const SPEAKS = /[\p{L}\p{N}]{2}/u;

/** 《共建“一带一路”：构建命运共同体》: the book has it. */
const isInBookTitle = (text: string, at: number): boolean =>
  text.lastIndexOf("《", at - 1) > text.lastIndexOf("》", at - 1) && text.indexOf("》", at) > at;

/** 18.5% C919-100 GB/T A&B: an ASCII mark that touches a letter or digit belongs to it. */
const isPartOfCode = (text: string, at: number): boolean =>
  /[-./%&#@'_:+*]/.test(text[at] ?? "") && (isAlphanumeric(text[at - 1]) || isAlphanumeric(text[at + 1]));

const isHan = (character: string | undefined): boolean => /^[\p{Script=Han}”》）]$/u.test(character ?? "");

const isAlphanumeric = (character: string | undefined): boolean => /^[A-Za-z0-9]$/.test(character ?? "");
