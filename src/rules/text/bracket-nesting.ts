/**
 * Brackets of one form do not stand in each other, nor 《》 in 《》. Source: GB/T 15834-2011, 4.9.3 (of brackets:
 * use another form inside) and 4.15.3 (〈〉 in 《》). Marks of a list, （1）, are no brackets of a remark.
 */

import { OPENING, setOfClasses } from "../../han/copy-class.js";
import type { Pair } from "../../han/find-pairs.js";
import { type CopyLine, copyFinding, replaceInLine } from "../copy-line.js";
import type { Finding, TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

const INNER: Readonly<Record<string, readonly [string, string]>> = {
  "（": ["〔", "〕"],
  "《": ["〈", "〉"],
};
/** （1） （一） ①, and years */
const NUMERAL = /^(?:[一二三四五六七八九十]{1,3}|\d{1,4}|[A-Za-z])$/;

export const textBracketNesting: TextRule = {
  id: "text/bracket-nesting",
  scope: "text",
  looksFor: setOfClasses(OPENING),
  severity: "info",
  fixable: false,
  hasSuggestions: true,
  structural: false,
  summary: {
    zh: "圆括号里不再套圆括号，书名号里不再套双书名号。",
    en: "No round brackets stand inside round ones, and no 《》 inside 《》.",
  },
  why: {
    zh: "两层括号形式相同，读者分不清哪一个是外层的结尾，校对也常因此漏掉一个。",
    en: "Where both pairs look alike, it is not clear which mark ends the outer one, and proofreaders overlook that one is missing.",
  },
  source: "GB/T 15834-2011, 4.9 and 4.15",
  examples: [
    textExample({
      name: { zh: "括号套括号", en: "Brackets in brackets" },
      text: "会议在云湖大厦（青山路（南段）12号）召开。",
      at: [12],
      suggested: "会议在云湖大厦（青山路〔南段〕12号）召开。",
    }),
    textExample({
      name: { zh: "书名号套书名号", en: "《》 in 《》" },
      text: "印发《关于《示例规划》的说明》。",
      at: [6],
      suggested: "印发《关于〈示例规划〉的说明》。",
    }),
    textExample({
      name: {
        zh: "括号里的书名、序号和别种括号",
        en: "Titles and ordinals in brackets, brackets of another form",
      },
      text: "见附件（《示例办法（试行）》），依据《示例规划（修订）》（云科协发〔2026〕3号），选做两题（含（1）和（2））。",
    }),
  ],
  *check(line) {
    const { pairs, loose } = line.pairing;
    // Where a mark is left over, another one may belong to it.
    if (loose.some(({ mark }) => /[（）《》]/.test(mark))) return;
    for (const pair of pairs) {
      const outer = pair.parent === undefined ? undefined : pairs[pair.parent];
      const inner = INNER[pair.mark];
      if (outer?.mark !== pair.mark || inner === undefined) continue;
      if (!NUMERAL.test(line.text.slice(pair.open + 1, pair.close))) yield nested(line, pair, inner);
    }
  },
};

function nested(
  line: CopyLine,
  { open, close, mark }: Pair,
  [left, right]: readonly [string, string],
): Finding {
  const words = line.text.slice(open, close + 1);
  const isTitle = mark === "《";
  const better = left + words.slice(1, -1) + right;
  const help = {
    zh: `里层可改为“${better}”，或改写这一句。`,
    en: `Write “${better}” inside, or reword the sentence.`,
  };
  const edits = [
    replaceInLine(line, { start: open, end: open + 1, text: left }),
    replaceInLine(line, { start: close, end: close + 1, text: right }),
  ].flatMap((edit) => edit ?? []);
  const found = copyFinding(line, {
    start: open,
    end: close + 1,
    message: isTitle
      ? { zh: `“${words}”套在另一对书名号里。`, en: `“${words}” stands inside another pair of 《》.` }
      : {
          zh: `“${words}”套在另一对圆括号里。`,
          en: `“${words}” stands inside another pair of round brackets.`,
        },
    help,
  });
  return edits.length < 2 ? found : { ...found, suggestions: [{ message: help, edits }] };
}
