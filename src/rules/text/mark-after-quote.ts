/**
 * Where the full stop stands at the end of a quotation: inside when a whole sentence is quoted behind a
 * colon, outside when the quotation is part of a sentence. Source: GB/T 15834-2011, 4.8 and its annex
 * on usage (附录 A). Only certain cases are reported.
 */
import { HAN, OPENING, setOfClasses } from "../../han/copy-class.js";
import type { Pair } from "../../han/find-pairs.js";
import { type CopyLine, copyFinding } from "../copy-line.js";
import type { Finding, TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

/** Verbs that a colon and a whole quoted sentence follow. */
const SAYING = /(?:说|表示|指出|强调|介绍|认为|道|称)：$/;
/** 主题是“…”: a name, not a sentence that somebody says. */
const NAMED = /(?:主题|口号|题目|名称|理念)[是为]$/;
/** The shortest quotation that is taken for a sentence, in characters. */
const SHORTEST_SENTENCE = 6;
/** What a quotation of one clause holds where it is a sentence and no name. */
const CLAUSE = /，|[要是会能将把让应没不]/;
/** “深海，”等: the quotation is part of a list or a clause; “今年，”他说 is not. */
const BEHIND_PART = /^[等为的是、和及与，。；]/;

export const textMarkAfterQuote: TextRule = {
  id: "text/mark-after-quote",
  scope: "text",
  looksFor: setOfClasses(OPENING),
  severity: "info",
  fixable: false,
  structural: false,
  summary: {
    zh: "完整引用一句话，句号在引号里；引文是句子的一部分，句号在引号外。",
    en: "The full stop is inside the quotation marks when a whole sentence is quoted, and otherwise outside.",
  },
  why: {
    zh: "句号放在哪里，说明结束的是引文还是整句；里外都放就重复了。",
    en: "Its place shows whether the quotation or the sentence around it ends; in both places it is redundant.",
  },
  source: "GB/T 15834-2011, 4.8",
  examples: [
    textExample({
      name: { zh: "引用整句，句号却在外面", en: "A whole sentence, its full stop outside" },
      text: "他强调：“学术交流要面向基层，常办常新”。",
      at: [21],
    }),
    textExample({
      name: { zh: "里外都有句号", en: "A full stop inside and outside" },
      text: "他表示：“要常办常新，久久为功。”。",
      at: [18],
    }),
    textExample({
      name: { zh: "句中的引文带着句号", en: "A full stop in a quotation inside a sentence" },
      text: "以“创新引领，协同发展。”为主题举办活动，理念是“常办常新。”",
      at: [12, 30],
    }),
    textExample({
      name: { zh: "正确的两种写法", en: "Both as they should be" },
      text: "他说：“学术交流要面向基层，常办常新。”活动主题是“绿色发展”。",
    }),
    textExample({
      name: { zh: "问号、叹号和简短的引语", en: "Question marks, exclamations, short quotations" },
      text: "孩子问：“星星为什么会眨眼？”大家说：“好”。",
    }),
  ],
  *check(line) {
    for (const pair of line.pairing.pairs) {
      if (pair.mark === "“" && pair.parent === undefined) yield* placeOfStop(line, pair);
    }
  },
};

function* placeOfStop(line: CopyLine, { open, close }: Pair): Iterable<Finding> {
  const { text, classes } = line;
  const inside = text.charAt(close - 1);
  const behind = text.charAt(close + 1);
  if (behind !== "。" && !/[。，、；：]/.test(inside)) return;
  if (inside === "。" && behind === "。") {
    yield stopFinding(line, close + 1, {
      message: {
        zh: "引号里外都有句号。",
        en: "There is a full stop both inside and outside the quotation marks.",
      },
      help: {
        zh: "整句引用的，留里面的；其他情况留外面的。",
        en: "Keep the inner one if a whole sentence is quoted, otherwise the outer one.",
      },
    });
    return;
  }
  const words = text.slice(open + 1, close);
  const isSentence = words.length >= SHORTEST_SENTENCE && CLAUSE.test(words) && !/[。！？…]$/.test(words);
  if (behind === "。" && isSentence && SAYING.test(text.slice(Math.max(0, open - 4), open))) {
    yield stopFinding(line, close + 1, {
      message: {
        zh: "冒号后引用了整句话，句号却在引号外。",
        en: "A whole sentence is quoted after a colon, but its full stop is outside the quotation marks.",
      },
      help: { zh: "把句号移到引号里。", en: "Move the full stop inside the quotation marks." },
    });
  }
  if (/[，、；：]/.test(inside) && words.length > 1 && BEHIND_PART.test(behind)) {
    yield stopFinding(line, close - 1, {
      message: {
        zh: `引文末尾有“${inside}”。`,
        en: `The quotation ends in “${inside}”.`,
      },
      help: { zh: `删去引号里的“${inside}”。`, en: `Delete the “${inside}” inside the quotation marks.` },
    });
  }
  const isPart =
    text.charAt(open - 1) !== "：" &&
    classes[open - 1] === HAN &&
    (/^[为的是等这]/.test(behind) || NAMED.test(text.slice(Math.max(0, open - 4), open)));
  if (inside === "。" && isPart && words.indexOf("。") === words.length - 1) {
    yield stopFinding(line, close - 1, {
      message: {
        zh: "引文是句子的一部分，末尾不用句号。",
        en: "The quotation is only part of a sentence and should not end in a full stop.",
      },
      help: { zh: "删去引号里的句号。", en: "Delete the full stop inside the quotation marks." },
    });
  }
}

const stopFinding = (
  line: CopyLine,
  at: number,
  words: Pick<Finding, "message"> & { readonly help: Finding["message"] },
) => copyFinding(line, { start: at, end: at + 1, ...words });
