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
import { judgeLatinList, latinStretchBefore } from "./latin-stretch.js";
import { beginsOtherWord } from "./measure-words.js";

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
  const mark = text.charAt(at);
  if (isMention(text, at) || isInCall(text, at)) return "none";
  if (line.classes[at - 1] === SPACE) return judgeBehindSpace(line, at);
  if (!isOfSentence(line, at)) return judgeAmidLatin(line, at);
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

/** 增长19%,1997年…: a year or a day begins a clause, 3.5%,20% may be a list of figures. */
const isBetweenShares = (line: ClassedText, at: number): boolean =>
  isBehindShare(line, at) && !isBeforeDate(line.text, at);

const isBehindShare = ({ classes }: ClassedText, at: number): boolean =>
  classes[at - 1] === POSTFIX && classes[at + 1] === DIGIT;

function isBeforeDate(text: string, at: number): boolean {
  const date = /^(?:(?:19|20)\d\d年|\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日)/.exec(text.slice(at + 1, at + 8))?.[0];
  return date !== undefined && !beginsOtherWord(text, at + date.length);
}

/** Han in front from which on a line is taken for a sentence */
const FEWEST_OF_SENTENCE = 6;
/** 附表3., 图2.: numbers of what is named, which a text follows */
const NUMBERED_THING = /(?:[图表例题注]|附[件录]|步骤|专题|方案|案例|板块|问题?) ?[\dA-Z][\d.-]*$/;
const PUBLISHED = /出版社|学报|期刊|杂志/;
const CODE = /[={}\\]|代码|语句|变量|程序/;

/** What stands behind numbers and Latin words: 共走5km., 24～37℃;, AI,5G,大数据. */
function judgeAmidLatin(line: ClassedText, at: number): MarkUse {
  const { text, classes } = line;
  const mark = text.charAt(at);
  if (mark !== "." && mark !== "," && mark !== ";") return "none";
  if (mark === "," && isAlphanumeric(classes[at - 1]) && isAlphanumeric(classes[at + 1]))
    return isAboutData(line) ? "none" : judgeLatinList(text, at);
  const isLast = at === text.length - 1;
  const ends = mark === "." ? isLast : isLast || classes[at + 1] === LINE_END || isSpacedBeforeHan(line, at);
  if (!ends) return "none";
  const clause = clauseBefore(text, at);
  const han = clause.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (
    (han < 2 && !/[共约达为][\d.]+$/.test(clause)) ||
    CODE.test(clause) ||
    PUBLISHED.test(clause) ||
    NUMBERED_THING.test(clause)
  )
    return "none";
  const isSentence = han >= FEWEST_OF_SENTENCE;
  // 人工智能(AI).
  if (text[at - 1] === ")")
    return isSentence && /\p{Script=Han}\([^()]+\)$/u.test(clause) ? "certain" : "none";
  const stretch = classes[at - 1] === POSTFIX ? "number" : latinStretchBefore(text, at);
  if (stretch === undefined) return "none";
  const isMeasured = stretch === "number" && !/\d$/.test(clause);
  return (isSentence && stretch !== "word") || (han > 1 && isMeasured) ? "certain" : "likely";
}

/** More of them leave room to be filled in. */
const MOST_SPACES = 2;
/** 水泥 : 砂 : 石, 碳 : 氮比: the next term of a ratio */
const TERM_BEHIND =
  /^\p{Script=Han}{1,4} ?[:：∶=＝]|^\p{Script=Han}{1,3}(?:[质体]量)?(?:之?比|的?比[例值]|配比)/u;
const LABEL_IN_FRONT = /(?:^|[\n，。；])\p{Script=Han}{2,8}$/u;

/** 3月12日 ,共有…: a space was typed in front of the mark. */
function judgeBehindSpace(line: ClassedText, at: number): MarkUse {
  const { text, classes } = line;
  const mark = text.charAt(at);
  let start = at;
  while (classes[start - 1] === SPACE) start -= 1;
  let end = at + 1;
  while (classes[end] === SPACE) end += 1;
  if (at - start > MOST_SPACES || end - at - 1 > MOST_SPACES) return "none";
  const before = classes[start - 1];
  const after = classes[end];
  const isPause = mark === "," || mark === ";";
  const isBeforeHan = after === HAN || after === OPENING || (isPause && text[end] === mark);
  if (isMention(text.slice(0, start) + mark + text.slice(end), start)) return "none";
  // , , and ， , are one mark typed twice; ： , leaves room to be filled in.
  if (isPause && (before === FULL_MARK || text[start - 1] === mark))
    return text[start - 1] === "：" || !isBeforeHan ? "none" : isAboutData(line) ? "likely" : "certain";
  const isBehindHan = isBehindText(before);
  if (!isBehindHan && latinStretchBefore(text, start) === undefined) return "none";
  switch (mark) {
    case ",":
    case ";":
      if (!isBeforeHan && !(isBehindHan && isAlphanumeric(after))) return "none";
      return isAboutData(line) ? "likely" : "certain";
    case ":":
      if (!isBehindHan || end > at + 2 || (!isBeforeHan && !isAlphanumeric(after))) return "none";
      return !TERM_BEHIND.test(text.slice(end)) && LABEL_IN_FRONT.test(text.slice(0, start))
        ? "certain"
        : "none";
    case ".":
      return end === text.length && clauseBefore(text, start).length >= FEWEST_OF_SENTENCE
        ? "certain"
        : "none";
    default:
      if (!isBehindHan || (!isBeforeHan && end !== text.length)) return "none";
      return mark === "!" || isQuestion(line, at) ? "certain" : "likely";
  }
}

const isSpacedBeforeHan = ({ classes }: ClassedText, at: number): boolean =>
  classes[at + 1] === SPACE && (classes[at + 2] === HAN || classes[at + 2] === OPENING);

/** @returns what stands between the last full stop and `at`, as far as it tells */
const clauseBefore = (text: string, at: number): string =>
  /[^。！？\n]*$/.exec(text.slice(Math.max(0, at - 60), at))?.[0] ?? "";

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
        isBehindShare(line, at)
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
