/**
 * A line of a submission as it was typed, and what can be told of it beside the next one: whether a sentence goes on
 * between them, and how wide they are in columns. Whether a program broke it is decided in find-wraps.ts.
 */
import { beginsHead, endsInFinalMark } from "../../han/line-ends.js";
import { isPersonName, isUnitName } from "../../han/unit-names.js";

/** A line as typed: its words, and whether it is indented. */
export interface TypedLine {
  readonly words: string;
  /** blanks typed in front, which take their share of the measure */
  readonly indent: string;
  readonly isIndented: boolean;
  /** set otherwise than the line in front: no program makes that */
  readonly isSetApart: boolean;
}

export type Group = readonly TypedLine[];

export const columnsOf = (text: string): number => {
  let columns = 0;
  for (const character of text) columns += character < "\u2000" ? 1 : 2;
  return columns;
};

export const typed = ({ indent, words }: TypedLine): string => indent + words;

/** @param before the line in front, as far as nothing parts them */
export const beginsParagraph = (before: TypedLine | undefined): boolean =>
  before === undefined || endsInFinalMark(before.words) || isHeading(before.words);

export const isOpen = (line: TypedLine, next: TypedLine): boolean =>
  !endsInFinalMark(line.words) &&
  !/[：:；;]$/u.test(line.words) &&
  !next.isIndented &&
  !next.isSetApart &&
  !beginsHead(next.words) &&
  !standsAlone(next.words);

/** A signature in brackets, a day, a label with what it names, a caption: no line goes on in one. */
export const standsAlone = (words: string): boolean =>
  /^[（(【][^（()）】]{2,40}[）)】]。?$/u.test(words) ||
  /^(?:\d{4}|[〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/u.test(
    words,
  ) ||
  LABEL.test(words) ||
  /^图[为：:\d]/u.test(words);

/** 地点：…; not 她说：“…”, where a sentence goes on. */
const LABEL = /^[^，。：:；、“”\d]{1,7}[^，。：:；、“”\d说道示出绍问答调为诉][：:](?!“)/u;

export const firstWord = (words: string): string =>
  /^(?:[A-Za-z0-9.%+/_@:-]+|[“‘（《【(]*.)[，。；：、！？”’）》】,;:!?)]*/u.exec(words)?.[0] ?? "";

export function beginsEntry(words: string): boolean {
  if (/^\d{1,2}[:：]\d{2}/u.test(words)) return true;
  const first = /^(.{2,16}?)[，,：:、\s\u3000（(]/u.exec(words)?.[1] ?? "";
  return isPersonName(first) || isUnitName(first);
}

/** 一、加强组织领导 */
export const isHeading = (words: string): boolean => beginsHead(words) && !/[，。；]/u.test(words);

export const widestOf = (widths: readonly number[]): number =>
  widths.reduce((most, width) => Math.max(most, width), 0);
