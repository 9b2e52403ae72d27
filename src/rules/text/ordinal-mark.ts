/**
 * Which mark follows a word or a figure of order. Source: GB/T 15834-2011, annex B.3: a comma after 第一, 其一, 首先; 、
 * after Chinese numerals; a low dot after Arabic figures; none after brackets. Looked for where a paragraph begins.
 */
import { CLOSING, DIGIT, FULL_MARK, HAN, setOfClasses } from "../../han/copy-class.js";
import { type HanPattern, hanPattern } from "../../han/han-pattern.js";
import { type CopyLine, copyFinding } from "../copy-line.js";
import type { TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

const NUMERAL = "[一二三四五六七八九十]{1,3}";

interface Law {
  /** the whole of word and mark; the mark is the last group */
  readonly pattern: HanPattern;
  readonly right: string;
  readonly isCertain: boolean;
  readonly zh: string;
  readonly en: string;
}

/** Longer than any ordinal with what decides behind it. */
const LONGEST_BEGINNING = 24;

const LAWS: readonly Law[] = [
  {
    pattern: hanPattern(`^([（(]${NUMERAL}[）)]|[（(]\\d{1,2}[）)])([、，．.])(?=\\p{Script=Han})`),
    right: "",
    isCertain: true,
    zh: "带括号的序号后面不用标点",
    en: "no mark follows a number in brackets",
  },
  {
    pattern: hanPattern(String.raw`^([①-⑳])([、，．.])(?=\p{Script=Han})`),
    right: "",
    isCertain: false,
    zh: "带圈的序号后面不用标点",
    en: "no mark follows a number in a circle",
  },
  {
    // 第一、第二小组, 首先、其次
    pattern: hanPattern(
      `^(第${NUMERAL}|其[一二三四五]|首先|其次|再次|最后)(、)(?!第|${NUMERAL}|其|再|最)(?=\\p{Script=Han})`,
    ),
    right: "，",
    isCertain: false,
    zh: "“第一”“其一”“首先”一类后面用逗号",
    en: "第一, 其一, 首先 and the like are followed by a comma",
  },
  {
    // 一，二，三
    pattern: hanPattern(`^(${NUMERAL})([，．.])(?!${NUMERAL}[，．.])(?=\\p{Script=Han})`),
    right: "、",
    isCertain: false,
    zh: "汉字数字作序号，后面用顿号",
    en: "Chinese numerals are followed by 、",
  },
  {
    pattern: hanPattern(String.raw`^(\d{1,2})([.．]、|、)(?=\p{Script=Han})`),
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
  mentions: /^[（(①-⑳第其首再最\d一二三四五六七八九十].{0,4}[、，．.]/,
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
      text: "第一、第二小组分别汇报，一、二等奖各3名，3、4月举行，（一）和（二）同时开展。",
    }),
  ],
  *check(line) {
    if (line.kind !== "paragraph") return;
    const beginning = line.text.slice(0, LONGEST_BEGINNING);
    for (const law of LAWS) {
      const match = law.pattern.exec(beginning);
      if (match === null) continue;
      yield faultOf(line, law, match);
      return;
    }
  },
};

function faultOf(line: CopyLine, { right, isCertain, zh, en }: Law, match: RegExpExecArray) {
  const [, ordinal = "", mark = ""] = match;
  const start = ordinal.length;
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
