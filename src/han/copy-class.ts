/**
 * Classes of characters as the text rules see them: one small number for each UTF-16 unit, so that a
 * line is classified once and every rule walks over numbers. They follow character-class.ts, made
 * coarser where setting is not asked about and finer for what authors mistype.
 */
import { type CharacterClass, classOf, isInvisible } from "./character-class.js";

export const OTHER = 0;
/** ideographs, 〇 and 々 */
export const HAN = 1;
export const DIGIT = 2;
/** A letter of an alphabetic script. */
export const LETTER = 3;
/** space and tab */
export const SPACE = 4;
/** the end of a typed line */
export const LINE_END = 5;
/** full-width opening brackets and quotes */
export const OPENING = 6;
/** full-width closing brackets and quotes */
export const CLOSING = 7;
/** ， 、 ； ： 。 ？ ！ */
export const FULL_MARK = 8;
/** — … · ～ and their look-alikes */
export const MIDDLE_MARK = 9;
/** a mark of ASCII */
export const ASCII_MARK = 10;
/** full-width space and the other wide ones */
export const WIDE_SPACE = 11;
/** % ‰ ℃ ° behind a number */
export const POSTFIX = 12;
/** code or an address (U+FFFC) */
export const OBJECT_MARK = 13;
/** zero-width characters and controls of direction */
export const INVISIBLE = 14;
/** full-width letters and digits */
export const WIDE_ALPHANUMERIC = 15;
/** a tab between two columns (markColumns) */
export const COLUMN_TAB = 16;

const PAGE = 256;
const pages: (Uint8Array | undefined)[] = new Array(65536 / PAGE).fill(undefined);

/** Han, and the marks that fill a Han square. */
export const isWide = (kind: number | undefined): boolean =>
  kind === HAN || kind === FULL_MARK || kind === OPENING || kind === CLOSING;

export const isAlphanumeric = (kind: number | undefined): boolean => kind === DIGIT || kind === LETTER;

/** Letters to an ideograph beyond which a line is no Chinese prose (an English title, an address). */
const MOST_LETTERS_PER_HAN = 4;

/** What one pass over a line's classes tells. */
export interface ClassSurvey {
  /** the classes that occur, as `setOfClasses` writes them */
  readonly classSet: number;
  /** true where marks and spaces follow Chinese use */
  readonly isChinese: boolean;
}

/** @returns classes as one number, a bit a class, so that a whole line is asked for them at once */
export function setOfClasses(...kinds: readonly number[]): number {
  return kinds.reduce((set, kind) => set | (1 << kind), 0);
}

export function surveyClasses(classes: Uint8Array): ClassSurvey {
  let classSet = 0;
  let han = 0;
  let letters = 0;
  for (let at = 0; at < classes.length; at += 1) {
    const kind = classes[at] ?? OTHER;
    classSet |= 1 << kind;
    if (kind === HAN) han += 1;
    else if (kind === LETTER) letters += 1;
  }
  return { classSet, isChinese: han > 0 && letters <= han * MOST_LETTERS_PER_HAN };
}

/** @returns the class of each UTF-16 unit; a surrogate pair has its character's class twice */
export function copyClassesOf(text: string): Uint8Array {
  const classes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xd800 && unit <= 0xdbff && at + 1 < text.length) {
      const own = copyClassOf(text.codePointAt(at) ?? unit);
      classes[at] = own;
      classes[at + 1] = own;
      at += 1;
      continue;
    }
    classes[at] = pageOf(unit)[unit % PAGE] ?? OTHER;
  }
  return classes;
}

/** The table is filled page by page: a text in Chinese needs about a hundred of them. */
function pageOf(unit: number): Uint8Array {
  const index = Math.floor(unit / PAGE);
  const known = pages[index];
  if (known !== undefined) return known;
  const page = new Uint8Array(PAGE);
  for (let low = 0; low < PAGE; low += 1) page[low] = copyClassOf(index * PAGE + low);
  pages[index] = page;
  return page;
}

/** 一、 （一） 1. ① and the like, behind which Word puts a tab. */
export const TAB_LABEL =
  /^[ \u3000]*(?:第?[一二三四五六七八九十\d]{1,3}[、．.）)]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[①-⑳•●◆■·])[ \u3000]*(?=\t)/u;

/** Tells tabs that part columns from spaces: no rule about spaces may delete them. */
export function markColumns(text: string, classes: Uint8Array): void {
  if (!text.includes("\t")) return;
  for (const { index, 0: line } of text.matchAll(/[^\n\r]+/g)) {
    if (!line.includes("\t")) continue;
    const first = TAB_LABEL.exec(line)?.[0].length ?? line.search(/\S/);
    const last = line.trimEnd().length;
    for (let at = line.indexOf("\t", first + 1); at >= 0 && at < last; at = line.indexOf("\t", at + 1)) {
      classes[index + at] = COLUMN_TAB;
    }
  }
}

export function copyClassOf(codePoint: number): number {
  if (codePoint === 0x0a || codePoint === 0x0d) return LINE_END;
  if (codePoint === 0x20 || codePoint === 0x09) return SPACE;
  if (codePoint === 0xfffc) return OBJECT_MARK;
  if (isInvisible(codePoint) || isFiller(codePoint)) return INVISIBLE;
  if (isWideSpace(codePoint)) return WIDE_SPACE;
  if (isWideAlphanumeric(codePoint)) return WIDE_ALPHANUMERIC;
  if (codePoint === 0x25) return POSTFIX;
  if (isAsciiMark(codePoint)) return ASCII_MARK;
  if (isHan(codePoint)) return HAN;
  return fromLayout(classOf(codePoint), codePoint);
}

/** Combining grapheme joiner, Hangul fillers, the Mongolian vowel separator, deprecated controls. */
const isFiller = (codePoint: number): boolean =>
  codePoint === 0x34f ||
  codePoint === 0x115f ||
  codePoint === 0x1160 ||
  codePoint === 0x180e ||
  (codePoint >= 0x206a && codePoint <= 0x206f) ||
  codePoint === 0x3164 ||
  codePoint === 0xffa0;

/** Ideographs alone: signs set like them (①, →) are not. */
export function isHan(codePoint: number): boolean {
  return (
    (codePoint >= 0x4e00 && codePoint <= 0x9fff) ||
    (codePoint >= 0x3400 && codePoint <= 0x4dbf) ||
    codePoint === 0x3007 ||
    codePoint === 0x3005 ||
    (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
    (codePoint >= 0x2e80 && codePoint <= 0x2fdf) ||
    (codePoint >= 0x20000 && codePoint <= 0x3ffff)
  );
}

const isWideSpace = (codePoint: number): boolean =>
  codePoint === 0x3000 ||
  codePoint === 0xa0 ||
  (codePoint >= 0x2000 && codePoint <= 0x200a) ||
  codePoint === 0x202f ||
  codePoint === 0x205f;

const isWideAlphanumeric = (codePoint: number): boolean =>
  (codePoint >= 0xff10 && codePoint <= 0xff19) ||
  (codePoint >= 0xff21 && codePoint <= 0xff3a) ||
  (codePoint >= 0xff41 && codePoint <= 0xff5a);

const isAsciiMark = (codePoint: number): boolean =>
  (codePoint >= 0x21 && codePoint <= 0x2f) ||
  (codePoint >= 0x3a && codePoint <= 0x40) ||
  (codePoint >= 0x5b && codePoint <= 0x60) ||
  (codePoint >= 0x7b && codePoint <= 0x7e);

function fromLayout(name: CharacterClass, codePoint: number): number {
  switch (name) {
    case "digit":
      return DIGIT;
    case "opening":
      return OPENING;
    case "closing":
      return CLOSING;
    case "pause":
    case "colon":
    case "stop":
      return FULL_MARK;
    case "middle-dot":
    case "dash":
    case "ellipsis":
    case "connector":
      return MIDDLE_MARK;
    case "postfix":
      return POSTFIX;
    case "latin":
      return isLetter(codePoint) ? LETTER : OTHER;
    case "space":
      return WIDE_SPACE;
    default:
      return OTHER;
  }
}

/** Latin, Greek and Cyrillic letters; signs and combining marks are not. */
const isLetter = (codePoint: number): boolean =>
  (codePoint >= 0x41 && codePoint <= 0x5a) ||
  (codePoint >= 0x61 && codePoint <= 0x7a) ||
  (codePoint >= 0xc0 && codePoint <= 0x24f && codePoint !== 0xd7 && codePoint !== 0xf7) ||
  (codePoint >= 0x370 && codePoint <= 0x52f);
