/**
 * A remark in brackets within a sentence ends in no full stop or comma. Source: GB/T 15834-2011, 4.9 and its annex on
 * usage (括号内行文末尾需要时可用问号、叹号和省略号；句内括号不用句号). A remark of several sentences, and one behind the
 * sentence's own stop, keep theirs.
 */
import { OPENING, setOfClasses } from "../../han/copy-class.js";
import type { Pair } from "../../han/find-pairs.js";
import { type CopyLine, copyFinding } from "../copy-line.js";
import type { Finding, TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

const STOPS = /[。，、；]/;

export const textStopInBrackets: TextRule = {
  id: "text/stop-in-brackets",
  scope: "text",
  looksFor: setOfClasses(OPENING),
  severity: "info",
  fixable: false,
  hasSuggestions: true,
  structural: false,
  summary: {
    zh: "句中括号里的话，末尾不用句号、逗号、顿号。",
    en: "A remark in brackets within a sentence does not end in a full stop or a comma.",
  },
  why: {
    zh: "括号里的话是句子的一部分，句号应当留给整句的末尾。",
    en: "The remark is part of the sentence, whose full stop stands at its end.",
  },
  source: "GB/T 15834-2011, 4.9",
  examples: [
    textExample({
      name: { zh: "句中的括注用了句号", en: "A full stop in a remark amid a sentence" },
      text: "会议听取汇报（书面。）并讨论，参观了展区（含夜场。）。",
      at: [10, 25],
      suggested: "会议听取汇报（书面）并讨论，参观了展区（含夜场）。",
    }),
    textExample({
      name: { zh: "句号打进了括号里", en: "The sentence's stop is inside the brackets" },
      text: "志愿者走进社区（含学校。）",
      at: [12],
      suggested: "志愿者走进社区（含学校）。",
    }),
    textExample({
      name: { zh: "句外的括注，几句话的括注", en: "Remarks behind a sentence, and of several sentences" },
      text: "展览延长。（票价不变。）领取门票（每人两张。儿童免票。）后入场，大家问（能不能再来？）。（云湖区科协供稿。）",
    }),
  ],
  *check(line) {
    if (line.kind === "cell" || line.kind === "caption") return;
    for (const pair of line.pairing.pairs) {
      if (pair.mark === "（" && pair.parent === undefined) yield* stopIn(line, pair);
    }
  },
};

function* stopIn(line: CopyLine, { open, close }: Pair): Iterable<Finding> {
  const { text } = line;
  const mark = text.charAt(close - 1);
  const words = text.slice(open + 1, close - 1);
  const isWithin = /[\p{Script=Han}\p{L}\d》%]/u.test(text.charAt(open - 1));
  if (!STOPS.test(mark) || words.trim() === "" || !isWithin || /[。！？；：…]/.test(words)) return;
  const isLast = mark === "。" && close === text.length - 1;
  yield copyFinding(line, {
    start: close - 1,
    end: isLast ? close + 1 : close,
    message: {
      zh: `句中的括注末尾用了“${mark}”。`,
      en: `The remark in brackets, which is part of a sentence, ends in “${mark}”.`,
    },
    help: isLast
      ? { zh: "把句号移到括号外。", en: "Move the full stop behind the bracket." }
      : { zh: `删去括号里的“${mark}”。`, en: `Delete the “${mark}” inside the brackets.` },
    suggestion: isLast ? "）。" : "",
  });
}
