/**
 * Marks among Han are full-width. Source: GB/T 15834-2011, 5.1 (a mark fills the place of one
 * character) and 4.1 to 4.9 (their forms). Marks inside numbers, codes, names of files and English
 * words are not marks of the Chinese sentence and are left.
 */
import { ASCII_MARK, FULL_MARK, HAN, isWide, LETTER, SPACE, setOfClasses } from "../../han/copy-class.js";
import { judgeHalfWidthMark } from "../../han/half-width-marks.js";
import { bracketUse } from "../../han/half-width-notation.js";
import { isReferenceEntry } from "../../han/reference-entry.js";
import { type CopyLine, copyFinding, replaceInLine } from "../copy-line.js";
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
  alsoSeverity: "info",
  fixable: true,
  hasSuggestions: true,
  structural: false,
  summary: {
    zh: "汉字之间用全角标点：，。；：？！（）。",
    en: "Punctuation between Han characters is full-width: ，。；：？！（）.",
  },
  why: {
    zh: "半角标点属于英文，夹在汉字里占位太小，也不按中文的规则避头避尾。",
    en: "Half-width marks belong to English. Among Han characters they are too narrow and do not follow the Chinese rules for line ends.",
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
        en: "A comma typed twice, marks after % and an address",
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
      name: { zh: "汉字之间括着字母，只作提示", en: "Round Latin amid Han, as information" },
      text: "人工智能(AI)讲座在示例馆举办。",
      at: [5],
      fixed: "人工智能(AI)讲座在示例馆举办。",
      suggested: "人工智能（AI）讲座在示例馆举办。",
    }),
    textExample({
      name: {
        zh: "编号、文件名、网址和英文括注",
        en: "Numbers of headings, file names, addresses, English in brackets",
      },
      text: "1.总则见报告.docx，国内生产总值数据见https://example.org/a?b=1。(1)按时报送。",
    }),
    textExample({
      name: {
        zh: "函数、化学名称、比，说到标点本身",
        en: "Functions, chemical names, ratios, marks that are spoken of",
      },
      text: "函数sin(角)的值，检出2-(4-氯苯基)乙胺，碳:氮比为20:1，各项用,隔开，n!种排法。",
    }),
    textExample({
      name: {
        zh: "也可能是代码、式子里的，只建议",
        en: "Suggested where it may belong to code or a formula",
      },
      text: "GDP(国内生产总值)增长，求(长+宽)的值，AI:未来已来。",
      at: [4, 16, 26],
      fixed: "GDP(国内生产总值)增长，求(长+宽)的值，AI:未来已来。",
      suggested: "GDP（国内生产总值）增长，求（长+宽）的值，AI：未来已来。",
    }),
    textExample({
      name: { zh: "百分数之间、省略号后面的逗号", en: "Commas between percentages and behind an ellipsis" },
      text: "分别增长3.5%,20%的企业参加，提出一是……,二是强化保障。",
      at: [9, 25],
      fixed: "分别增长3.5%,20%的企业参加，提出一是……，二是强化保障。",
      suggested: "分别增长3.5%，20%的企业参加，提出一是……,二是强化保障。",
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
  // The line is looked at as a whole only where such a mark is met.
  let isReference: boolean | undefined;
  for (let at = 0; at < text.length; at += 1) {
    if (classes[at] !== ASCII_MARK) continue;
    const mark = text.charAt(at);
    const full = FULL[mark];
    if (full === undefined || mark === "(" || mark === ")") continue;
    const verdict = judgeHalfWidthMark(line, at);
    if (verdict === "none") continue;
    isReference ??= isReferenceEntry(text);
    if (isReference) return;
    const isName = mark === "." && classes[at - 1] === HAN && classes[at + 1] === HAN;
    const isCertain = verdict === "certain";
    yield copyFinding(line, {
      start: at,
      end: at + 1,
      message:
        isWide(classes[at - 1]) || isWide(classes[at + 1])
          ? {
              zh: `汉字旁用了半角的“${mark}”。`,
              en: `There is a half-width “${mark}” next to a Han character.`,
            }
          : { zh: `中文里用了半角的“${mark}”。`, en: `There is a half-width “${mark}” in Chinese text.` },
      help: isName
        ? {
            zh: "句子结束请用“。”，外国人名中间请用“·”。",
            en: "Use 。 at the end of a sentence, and · between the parts of a foreign name.",
          }
        : isCertain
          ? { zh: `改为“${full}”。`, en: `Write “${full}”.` }
          : {
              zh: `若是句子的标点，改为“${full}”。`,
              en: `If it is punctuation of the sentence, write “${full}”.`,
            },
      ...(isName ? {} : isCertain ? { replacement: full } : { suggestion: full }),
    });
  }
}

function* brackets(line: CopyLine): Iterable<Finding> {
  const { text } = line;
  if (!/[()]/.test(text)) return;
  const open: number[] = [];
  const pairs: { readonly open: number; readonly close: number }[] = [];
  let isBalanced = true;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at);
    if (mark === "(" || mark === "（") open.push(at);
    if (mark !== ")" && mark !== "）") continue;
    const start = open.pop();
    if (start === undefined) isBalanced = false;
    else pairs.push({ open: start, close: at });
  }
  isBalanced &&= open.length === 0;
  for (const pair of pairs) {
    const fault = bracketFault(line, { ...pair, isBalanced });
    if (fault !== undefined) yield fault;
  }
}

function bracketFault(
  line: CopyLine,
  {
    open,
    close,
    isBalanced,
  }: { readonly open: number; readonly close: number; readonly isBalanced: boolean },
): Finding | undefined {
  const { text, classes } = line;
  const isOpenHalf = text[open] === "(";
  const isCloseHalf = text[close] === ")";
  if (!isOpenHalf && !isCloseHalf) return undefined;
  const isMixed = isOpenHalf !== isCloseHalf;
  if (!isMixed && !holdsHan(classes, open, close)) return aroundLatin(line, open, close);
  // Institute of Science (示例研究院): brackets of an English name.
  if (!isMixed && classes[open - 1] === SPACE && classes[open - 2] === LETTER) return undefined;
  const use = isMixed ? "remark" : bracketUse(text, open, close);
  if (use === "notation") return undefined;
  // （含a)项、b)项）: which bracket closes what is known only where none is left over.
  const isCertain = use === "remark" && (!isMixed || isBalanced);
  const at = isOpenHalf ? open : close;
  const help = isCertain
    ? { zh: "改为“（）”。", en: "Write （）." }
    : { zh: "若是括注说明的文字，改为“（）”。", en: "If they enclose a remark, write （）." };
  const found = copyFinding(line, {
    start: at,
    end: at + 1,
    message: isMixed
      ? { zh: "括号一半全角、一半半角。", en: "One bracket is full-width and the other half-width." }
      : { zh: "括着汉字的括号是半角的。", en: "There are half-width brackets around Han characters." },
    help,
  });
  const edits = [
    ...(isOpenHalf ? [replaceInLine(line, { start: open, end: open + 1, text: "（" })] : []),
    ...(isCloseHalf ? [replaceInLine(line, { start: close, end: close + 1, text: "）" })] : []),
  ];
  if (edits.includes(undefined)) return found;
  const both = edits.flatMap((edit) => edit ?? []);
  return isCertain ? { ...found, fix: both } : { ...found, suggestions: [{ message: help, edits: both }] };
}

/** Latin words of a remark, perhaps with a number: AI, PM2.5, CO₂. */
const LATIN = /^[A-Za-z][A-Za-z0-9₀-₉ .&/'’-]*$/;

/** 人工智能(AI)讲座: many houses write so; the standard has full-width brackets in Chinese. */
function aroundLatin(line: CopyLine, open: number, close: number): Finding | undefined {
  const { text, classes } = line;
  const behind = classes[close + 1];
  const isAmidHan =
    classes[open - 1] === HAN && (behind === HAN || behind === FULL_MARK || behind === undefined);
  if (!isAmidHan || !LATIN.test(text.slice(open + 1, close)) || bracketUse(text, open, close) !== "remark")
    return undefined;
  const help = {
    zh: "汉字之间的括注，括号用“（）”。",
    en: "A remark amid Chinese has full-width brackets: （）.",
  };
  const edits = [
    replaceInLine(line, { start: open, end: open + 1, text: "（" }),
    replaceInLine(line, { start: close, end: close + 1, text: "）" }),
  ];
  const found = copyFinding(line, {
    start: open,
    end: close + 1,
    message: {
      zh: `汉字之间的“${text.slice(open, close + 1)}”用了半角括号。`,
      en: `“${text.slice(open, close + 1)}” stands amid Chinese in half-width brackets.`,
    },
    help,
  });
  const both = edits.flatMap((edit) => edit ?? []);
  return {
    ...found,
    severity: "info",
    ...(both.length > 1 && { suggestions: [{ message: help, edits: both }] }),
  };
}

function holdsHan(classes: Uint8Array, start: number, end: number): boolean {
  for (let at = start + 1; at < end; at += 1) if (classes[at] === HAN) return true;
  return false;
}
