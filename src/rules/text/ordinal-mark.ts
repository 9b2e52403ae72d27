/**
 * Which mark follows a word or a figure of order. Source: GB/T 15834-2011, annex B.3: a comma after 第一, 其一, 首先; 、
 * after Chinese numerals; a low dot after Arabic figures; none after brackets. Looked for where a paragraph begins, and
 * amid it where a clause begins and the number is one of a row, or stands in brackets behind a stop or colon.
 */
import { CLOSING, DIGIT, FULL_MARK, HAN, setOfClasses } from "../../han/copy-class.js";
import { type HanPattern, hanPattern } from "../../han/han-pattern.js";
import { type CopyLine, copyFinding } from "../copy-line.js";
import type { TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

const NUMERAL = "[一二三四五六七八九十]{1,3}";
const CLAUSE_START = "(?<=^|[。；：！？\\n] ?)";
const ITEM_START = "(?<=^|[。；：！？，、\\n] ?)";

interface Law {
  /** the whole of word and mark; the mark is the last group */
  readonly pattern: HanPattern;
  readonly right: string;
  readonly isCertain: boolean;
  /** numbers in brackets, which number items wherever a clause begins */
  readonly isBracketed?: boolean;
  readonly zh: string;
  readonly en: string;
}

const LAWS: readonly Law[] = [
  {
    pattern: hanPattern(
      `${ITEM_START}([（(]${NUMERAL}[）)]|[（(]\\d{1,2}[）)])([、，．.])(?=\\p{Script=Han})`,
      "g",
    ),
    right: "",
    isCertain: true,
    isBracketed: true,
    zh: "带括号的序号后面不用标点",
    en: "no mark follows a number in brackets",
  },
  {
    pattern: hanPattern(`${CLAUSE_START}([①-⑳])([、，．.])(?=\\p{Script=Han})`, "g"),
    right: "",
    isCertain: false,
    zh: "带圈的序号后面不用标点",
    en: "no mark follows a number in a circle",
  },
  {
    // 第一、第二小组, 首先、其次
    pattern: hanPattern(
      `${CLAUSE_START}(第${NUMERAL}|其[一二三四五]|首先|其次|再次|最后)(、)(?!第|${NUMERAL}|其|再|最)(?=\\p{Script=Han})`,
      "g",
    ),
    right: "，",
    isCertain: false,
    zh: "“第一”“其一”“首先”一类后面用逗号",
    en: "第一, 其一, 首先 and the like are followed by a comma",
  },
  {
    // 一，二，三
    pattern: hanPattern(`${CLAUSE_START}(${NUMERAL})([，．.])(?!${NUMERAL}[，．.])(?=\\p{Script=Han})`, "g"),
    right: "、",
    isCertain: false,
    zh: "汉字数字作序号，后面用顿号",
    en: "Chinese numerals are followed by 、",
  },
  {
    pattern: hanPattern(`${CLAUSE_START}(\\d{1,2})([.．]、|、)(?=\\p{Script=Han})`, "g"),
    right: ".",
    isCertain: false,
    zh: "阿拉伯数字作序号，后面用下脚点",
    en: "Arabic figures are followed by a low dot",
  },
];

export const textOrdinalMark: TextRule = {
  id: "text/ordinal-mark",
  scope: "text",
  looksFor: setOfClasses(FULL_MARK) | setOfClasses(CLOSING) | setOfClasses(HAN) | setOfClasses(DIGIT),
  mentions: /(?:^|[。；：！？，、\n] ?)[（(①-⑳第其首再最\d一二三四五六七八九十].{0,4}[、，．.]/,
  severity: "info",
  fixable: true,
  hasSuggestions: true,
  structural: false,
  summary: {
    zh: "序号后的标点：“一、”“（一）”“1.”“（1）”，“第一，”“首先，”。",
    en: "Marks after ordinals: 一、 （一） 1. （1） 第一， 首先，.",
  },
  why: {
    zh: "层次序号全刊一致，读者才看得出哪一段归在哪一段之下。",
    en: "Readers see what belongs under what only where ordinals are written in one way.",
  },
  source: "GB/T 15834-2011, B.3; GB/T 9704-2012, 7.3.3",
  examples: [
    textExample({
      name: { zh: "带括号的序号后加了顿号", en: "、 behind a number in brackets" },
      text: "（一）、加强领导。各单位要明确专人负责。",
      at: [4],
      fixed: "（一）加强领导。各单位要明确专人负责。",
    }),
    textExample({
      name: { zh: "一段里的几个序号", en: "Several in one paragraph" },
      text: "会议要求：（1）、提高认识；（2）、落实责任，（3）、抓好总结。\n\n第一、明确目标。第二、压实责任。",
      at: [9, 18, 27, "7:3", "7:11"],
      fixed: "会议要求：（1）提高认识；（2）落实责任，（3）抓好总结。\n\n第一、明确目标。第二、压实责任。",
      suggested:
        "会议要求：（1）、提高认识；（2）、落实责任，（3）、抓好总结。\n\n第一，明确目标。第二，压实责任。",
    }),
    textExample({
      name: { zh: "“第一”“首先”后用了顿号", en: "、 behind 第一" },
      text: "第一、加强领导，明确专人负责。",
      at: [3],
      fixed: "第一、加强领导，明确专人负责。",
      suggested: "第一，加强领导，明确专人负责。",
    }),
    textExample({
      name: { zh: "数字后用了别的标点", en: "Another mark behind a numeral" },
      text: "一，加强领导。各单位要明确专人负责。",
      at: [2],
      fixed: "一，加强领导。各单位要明确专人负责。",
      suggested: "一、加强领导。各单位要明确专人负责。",
    }),
    textExample({
      name: { zh: "阿拉伯数字后用了顿号", en: "、 behind an Arabic figure" },
      text: "2、加强领导。各单位要明确专人负责。",
      at: [2],
      fixed: "2、加强领导。各单位要明确专人负责。",
      suggested: "2.加强领导。各单位要明确专人负责。",
    }),
    textExample({
      name: { zh: "合乎标准的，以及并列的序数", en: "As the standard has it; ordinals in a list" },
      text: "第一、第二小组分别汇报，一、二等奖各3名，3、4月举行，（一）和（二）同时开展，由（1）、四（2）班，（3）、五（1）班参加。",
    }),
  ],
  *check(line) {
    if (line.kind !== "paragraph") return;
    for (const law of LAWS) {
      const found = [...line.text.matchAll(law.pattern.for(line.text))];
      let isInRow = false;
      for (const [index, match] of found.entries()) {
        isInRow = isInRow ? follows(found[index - 1], match) : beginsRow(match, found[index + 1]);
        const isAfterStop = law.isBracketed === true && !/[，、] ?$/.test(line.text.slice(0, match.index));
        if (match.index === 0 || isInRow || isAfterStop) yield faultOf(line, law, match);
      }
    }
  },
};

const ORDER = "一二三四五六七八九十";
/** They stand for numbers. */
const WORDS: readonly string[] = ["首先", "其次", "再次", "最后"];

const beginsRow = (match: RegExpExecArray, next: RegExpExecArray | undefined): boolean =>
  placeOf(match) === 1 && next !== undefined && follows(match, next);

function follows(one: RegExpExecArray | undefined, other: RegExpExecArray): boolean {
  if (one === undefined) return false;
  return other[1] === "最后" ? WORDS.includes(one[1] ?? "") : placeOf(one) + 1 === placeOf(other);
}

function placeOf([, ordinal = ""]: RegExpExecArray): number {
  if (WORDS.includes(ordinal)) return WORDS.indexOf(ordinal) + 1;
  const circled = ordinal.codePointAt(0) ?? 0;
  if (circled >= 0x2460 && circled <= 0x2473) return circled - 0x245f;
  const bare = ordinal.replace(/[（()）第其]/g, "");
  if (/^\d+$/.test(bare)) return Number(bare);
  const [tens = "", ones = ""] = bare.includes("十") ? bare.split("十") : ["", bare];
  const whole = bare.includes("十") ? 10 * (tens === "" ? 1 : ORDER.indexOf(tens) + 1) : 0;
  return whole + ORDER.indexOf(ones.charAt(0) || "〇") + 1;
}

function faultOf(line: CopyLine, { right, isCertain, zh, en }: Law, match: RegExpExecArray) {
  const [, ordinal = "", mark = ""] = match;
  const start = match.index + ordinal.length;
  const change =
    right === ""
      ? { zh: `删去“${mark}”。`, en: `Delete “${mark}”.` }
      : { zh: `写作“${ordinal}${right}”。`, en: `Write “${ordinal}${right}”.` };
  return copyFinding(line, {
    start,
    end: start + mark.length,
    message: { zh: `“${ordinal}${mark}”：${zh}。`, en: `“${ordinal}${mark}”: ${en}.` },
    help: change,
    ...(isCertain ? { replacement: right } : { suggestion: right }),
  });
}
