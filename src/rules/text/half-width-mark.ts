/**
 * Marks among Han are full-width. Source: GB/T 15834-2011, 5.1 (a mark fills the place of one
 * character) and 4.1 to 4.9 (their forms). Marks inside numbers, codes, names of files and English
 * words are not marks of the Chinese sentence and are left.
 */
import {
  ASCII_MARK,
  CLOSING,
  DIGIT,
  FULL_MARK,
  HAN,
  isWide,
  LETTER,
  LINE_END,
  OBJECT_MARK,
  OPENING,
  POSTFIX,
  SPACE,
  setOfClasses,
} from "../../han/copy-class.js";
import { type CopyLine, copyFinding } from "../copy-line.js";
import type { Finding, TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

const FULL: Readonly<Record<string, string>> = {
  ",": "，",
  ".": "。",
  ";": "；",
  ":": "：",
  "?": "？",
  "!": "！",
  "(": "（",
  ")": "）",
};

export const textHalfWidthMark: TextRule = {
  id: "text/half-width-mark",
  scope: "text",
  looksFor: setOfClasses(ASCII_MARK),
  severity: "warning",
  fixable: true,
  structural: false,
  summary: {
    zh: "汉字之间用全角标点：，。；：？！（）。",
    en: "Marks between Han are full-width: ，。；：？！（）.",
  },
  why: {
    zh: "半角标点是英文的，夹在汉字里占位太小，也不按中文的规则避头避尾。",
    en: "Half-width marks belong to English. Among Han they are too narrow and do not follow the Chinese rules at line ends.",
  },
  source: "GB/T 15834-2011, 5.1",
  examples: [
    textExample({
      name: { zh: "半角逗号、句点和冒号", en: "Half-width comma, full stop and colon" },
      text: "他说:会议围绕城市更新,设置两个环节.",
      at: [3, 12, 19],
      fixed: "他说：会议围绕城市更新，设置两个环节。",
    }),
    textExample({
      name: { zh: "括着汉字的半角括号", en: "Half-width brackets around Han" },
      text: "示例市科学技术协会(以下简称示例市科协)成立于1980年。",
      at: [10],
      fixed: "示例市科学技术协会（以下简称示例市科协）成立于1980年。",
    }),
    textExample({
      name: { zh: "一半全角、一半半角的括号", en: "One bracket full-width, the other not" },
      text: "示例市科协（以下简称市科协)发布通知。",
      at: [14],
      fixed: "示例市科协（以下简称市科协）发布通知。",
    }),
    textExample({
      name: {
        zh: "连打的半角逗号，百分数、网址后的标点",
        en: "A comma typed twice, marks behind % and an address",
      },
      text: "会议围绕更新,,见 https://example.org/a ，增长3.5%.",
      at: [7, 8, 40],
      fixed: "会议围绕更新，，见 https://example.org/a ，增长3.5%。",
    }),
    textExample({
      name: { zh: "小数、千分位、比例和时刻", en: "Decimals, thousands, ratios, times of day" },
      text: "增长3.5%，共1,000人，比例为3:2，10:30开始。",
    }),
    textExample({
      name: {
        zh: "编号、文件名、网址和英文括注",
        en: "Numbers of headings, file names, addresses, English in brackets",
      },
      text: "1.总则见报告.docx，国内生产总值(GDP)数据见https://example.org/a?b=1。(1)按时报送。",
    }),
    textExample({
      name: { zh: "英文句子", en: "An English sentence" },
      text: "主旨报告题为“Science, Society and the City: A View from 示例市”。",
    }),
  ],
  *check(line) {
    if (!line.isChinese) return;
    yield* singleMarks(line);
    yield* brackets(line);
  },
};

function* singleMarks(line: CopyLine): Iterable<Finding> {
  const { text, classes } = line;
  for (let at = 0; at < text.length; at += 1) {
    if (classes[at] !== ASCII_MARK) continue;
    const mark = text.charAt(at);
    const full = FULL[mark];
    if (full === undefined || mark === "(" || mark === ")" || !isOfSentence(line, at)) continue;
    const isName = mark === "." && isHan(line, at - 1) && isHan(line, at + 1);
    yield copyFinding(line, {
      start: at,
      end: at + 1,
      message: {
        zh: `汉字旁用了半角的“${mark}”。`,
        en: `A half-width “${mark}” stands beside Han.`,
      },
      help: isName
        ? {
            zh: "句子结束用“。”，外国人名中间用“·”。",
            en: "A sentence ends in 。; the parts of a foreign name are divided by ·.",
          }
        : { zh: `改为“${full}”。`, en: `Write “${full}”.` },
      replacement: isName ? undefined : full,
    });
  }
}

const isHan = ({ classes }: CopyLine, at: number): boolean => classes[at] === HAN;

/** Does the mark divide a Chinese sentence, or stand inside a number, a code or English words? */
function isOfSentence(line: CopyLine, at: number): boolean {
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
      return isBehindHan || ((isBehindLatin || before === OBJECT_MARK) && isBeforeHan);
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

/** The letter that tells the kind of a source: 报告[R]. (GB/T 7714-2015, which divides by full stops). */
const CITATION = /\[(?:[A-Z]|EB\/OL|DB\/OL|J\/OL)\]/;

/** 报告.docx, 示例.中国, 一.总则 and 约·翰 hold dots of other kinds; three dots are an ellipsis. */
function isFullStop({ text, classes }: CopyLine, at: number): boolean {
  if (text[at + 1] === "." || text[at - 1] === "." || CITATION.test(text)) return false;
  if (/^[一二三四五六七八九十]{1,3}$/.test(text.slice(0, at))) return false;
  const after = classes[at + 1];
  return isEnd(after) || after === HAN || after === OPENING || (after === SPACE && isWide(classes[at + 2]));
}

/** ? and ! behind Han, alone or together. */
function isToneMark({ text, classes }: CopyLine, at: number): boolean {
  let first = at;
  while (text[first - 1] === "?" || text[first - 1] === "!") first -= 1;
  const before = classes[first - 1];
  if (before !== HAN && before !== CLOSING)
    return (before === DIGIT || before === LETTER) && classes[at + 1] === HAN;
  const after = classes[at + 1];
  // 页面?id=1
  return after !== LETTER || text.slice(at + 1, at + 12).indexOf("=") < 0;
}

function* brackets(line: CopyLine): Iterable<Finding> {
  const { text } = line;
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at);
    if (mark === "(" || mark === "（") open.push(at);
    if (mark !== ")" && mark !== "）") continue;
    const start = open.pop();
    if (start === undefined) continue;
    const fault = bracketFault(line, start, at);
    if (fault !== undefined) yield fault;
  }
}

function bracketFault(line: CopyLine, start: number, end: number): Finding | undefined {
  const { text, classes } = line;
  const isOpenHalf = text[start] === "(";
  const isCloseHalf = text[end] === ")";
  if (!isOpenHalf && !isCloseHalf) return undefined;
  const isMixed = isOpenHalf !== isCloseHalf;
  if (!isMixed && !holdsHan(classes, start, end)) return undefined;
  // Institute of Science (示例研究院): brackets of an English name.
  if (!isMixed && classes[start - 1] === SPACE && classes[start - 2] === LETTER) return undefined;
  const at = isOpenHalf ? start : end;
  const found = copyFinding(line, {
    start: at,
    end: at + 1,
    message: isMixed
      ? { zh: "括号一半全角、一半半角。", en: "One bracket is full-width and the other half-width." }
      : { zh: "括着汉字的括号是半角的。", en: "Half-width brackets stand around Han." },
    help: { zh: "改为“（）”。", en: "Write （）." },
    replacement: isOpenHalf ? "（" : "）",
  });
  if (!isOpenHalf || !isCloseHalf || found.fix === undefined) return found;
  const other = copyFinding(line, {
    ...found,
    start: end,
    end: end + 1,
    help: found.message,
    replacement: "）",
  });
  if (other.fix === undefined)
    return { span: found.span, message: found.message, help: { zh: "改为“（）”。", en: "Write （）." } };
  return { ...found, fix: [...found.fix, ...other.fix] };
}

function holdsHan(classes: Uint8Array, start: number, end: number): boolean {
  for (let at = start + 1; at < end; at += 1) if (classes[at] === HAN) return true;
  return false;
}
