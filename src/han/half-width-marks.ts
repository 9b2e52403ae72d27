/**
 * Whether a half-width mark beside Han is a mark of the sentence (GB/T 15834-2011, 5.1) or belongs to a number, a
 * code, a file's name, an address, English words. What is notation in brackets or is spoken of, see
 * half-width-notation.ts.
 */
import {
  CLOSING,
  DIGIT,
  FULL_MARK,
  HAN,
  isAlphanumeric,
  isWide,
  LETTER,
  LINE_END,
  OBJECT_MARK,
  OPENING,
  POSTFIX,
  SPACE,
} from "./copy-class.js";
import { isAboutData, isBehindNumber, isInCall, isMention, isRatio } from "./half-width-notation.js";

/** A text with the class of each unit (copy-class.ts). */
export interface ClassedText {
  readonly text: string;
  readonly classes: Uint8Array;
}

export type MarkUse = "certain" | "likely" | "none";

/**
 * @param at place of one of , . ; : ? !
 * @returns whether the mark divides a Chinese sentence, or stands inside a number, a code or English words
 */
export function judgeHalfWidthMark(line: ClassedText, at: number): MarkUse {
  const { text } = line;
  if (!isOfSentence(line, at) || isMention(text, at) || isInCall(text, at)) return "none";
  const mark = text.charAt(at);
  const before = line.classes[at - 1];
  const isBehindLatin = before === DIGIT || before === LETTER;
  switch (mark) {
    case ":":
      if (isRatio(text, at) || /^(?::|\/\/)/.test(text.slice(at + 1)) || text[at - 1] === ":") return "none";
      return isBehindLatin ? "likely" : "certain";
    case ".":
      return judgePoint(line, at);
    case ",":
      // x,元: a letter alone is a variable. 3.5%,20%: a list of figures, or two clauses.
      return isLoneLetter(line, at - 1) || isBetweenShares(line, at) || isAboutData(line)
        ? "likely"
        : "certain";
    case "!":
      // n! and 5! are factorials.
      if (before === DIGIT || isLoneLetter(line, at - 1)) return "none";
      return isBehindLatin || line.classes[at + 1] === LETTER ? "likely" : "certain";
    case "?":
      return isBehindLatin || !isQuestion(line, at) ? "likely" : "certain";
    default:
      // ;) is a face.
      if (text[at + 1] === ")") return "none";
      return isBetweenShares(line, at) || isAboutData(line) ? "likely" : "certain";
  }
}

const isBetweenShares = ({ classes }: ClassedText, at: number): boolean =>
  classes[at - 1] === POSTFIX && classes[at + 1] === DIGIT;

const isLoneLetter = ({ classes }: ClassedText, at: number): boolean =>
  classes[at] === LETTER && !isAlphanumeric(classes[at - 1]);

/** At the end of a sentence, or behind words that ask: 按?键 does neither. */
function isQuestion({ text, classes }: ClassedText, at: number): boolean {
  if (isEnd(classes[at + 1]) || text[at + 1] === "?" || text[at + 1] === "!") return true;
  return /[吗呢么吧谁哪几]|什么|怎|多少|如何|为何|是否|难道|何[时处]/.test(
    text.slice(Math.max(0, at - 30), at),
  );
}

/** Behind a few characters, in front of a space, a point may be part of a name or a reference. */
function judgePoint({ text, classes }: ClassedText, at: number): MarkUse {
  if (isBehindNumber(text, at) || /^(?:中国|公司|网络|政务|公益)(?!\p{Script=Han})/u.test(text.slice(at + 1)))
    return "none";
  if (classes[at + 1] !== SPACE) return "certain";
  return /[\p{Script=Han}”》）]{6}$/u.test(text.slice(Math.max(0, at - 6), at)) ? "certain" : "likely";
}

function isOfSentence(line: ClassedText, at: number): boolean {
  const { text, classes } = line;
  const mark = text.charAt(at);
  const before = classes[at - 1];
  const after = classes[at + 1];
  // ，, and ,, are one mark typed twice: text/repeated-mark sees them once both are full-width.
  const isRepeated = before === FULL_MARK || (text[at - 1] === mark && isBehindText(classes[at - 2]));
  const isBehindHan = isBehindText(before) || (isRepeated && after === HAN);
  const isBehindLatin = before === DIGIT || before === LETTER || before === POSTFIX;
  const isBeforeHan = after === HAN || after === OPENING;
  switch (mark) {
    case ",":
    case ";":
      return (
        isBehindHan ||
        ((isBehindLatin || before === OBJECT_MARK || text[at - 1] === "…") && isBeforeHan) ||
        isBetweenShares(line, at)
      );
    case ":":
      // C:\示例 and 3:示例 are no sentences.
      return (
        (isBehindHan && text[at + 1] !== ")") ||
        (before === LETTER && classes[at - 2] === LETTER && isBeforeHan)
      );
    case ".":
      // 增长3.5%. at the end of a paragraph
      return (isBehindText(before) && isFullStop(line, at)) || (before === POSTFIX && at === text.length - 1);
    default:
      return isToneMark(line, at);
  }
}

const isBehindText = (kind: number | undefined): boolean => kind === HAN || kind === CLOSING;

const isEnd = (kind: number | undefined): boolean =>
  kind === undefined || kind === LINE_END || kind === CLOSING;

/** 报告.docx, 示例.中国, 一.总则 and 约·翰 hold dots of other kinds; three dots are an ellipsis. */
function isFullStop({ text, classes }: ClassedText, at: number): boolean {
  if (text[at + 1] === "." || text[at - 1] === ".") return false;
  if (/^[一二三四五六七八九十]{1,3}$/.test(text.slice(0, at))) return false;
  const after = classes[at + 1];
  return isEnd(after) || after === HAN || after === OPENING || (after === SPACE && isWide(classes[at + 2]));
}

/** ? and ! behind Han, alone or together. */
function isToneMark({ text, classes }: ClassedText, at: number): boolean {
  let first = at;
  while (text[first - 1] === "?" || text[first - 1] === "!") first -= 1;
  const before = classes[first - 1];
  if (before !== HAN && before !== CLOSING)
    return (before === DIGIT || before === LETTER) && classes[at + 1] === HAN;
  const after = classes[at + 1];
  // 页面?id=1
  return after !== LETTER || text.slice(at + 1, at + 12).indexOf("=") < 0;
}
