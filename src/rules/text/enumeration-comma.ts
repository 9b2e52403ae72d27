/**
 * 、 stands between parts of a list, not between parts that marks divide already, nor in front of 和 and
 * 及. Source: GB/T 15834-2011, 4.5.3.5 (标有引号、书名号的并列成分之间通常不用顿号).
 */
import type { Pair } from "../../han/find-pairs.js";
import { type CopyLine, copyFinding } from "../copy-line.js";
import type { Finding, TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

export const textEnumerationComma: TextRule = {
  id: "text/enumeration-comma",
  scope: "text",
  severity: "warning",
  fixable: true,
  structural: false,
  summary: {
    zh: "并列的书名号之间、引号之间不用顿号；“和”“及”前不用顿号。",
    en: "No 、 stands between neighbouring 《》 or “ ”, nor in front of 和 or 及.",
  },
  why: {
    zh: "书名号、引号已经把各项分开；“和”“及”本身就是连接词，再加顿号是重复。",
    en: "The marks divide the parts already, and 和 or 及 joins them: a 、 says the same again.",
  },
  source: "GB/T 15834-2011, 4.5.3.5",
  examples: [
    textExample({
      name: { zh: "书名号之间、引号之间", en: "Between titles, between quotations" },
      text: "发布《甲规划》、《乙方案》、《丙要点》，打造“学术季”、“科普周”品牌。",
      at: [8, 14, 28],
      fixed: "发布《甲规划》《乙方案》《丙要点》，打造“学术季”“科普周”品牌。",
    }),
    textExample({
      name: { zh: "里层的引号", en: "Inner quotations" },
      text: "他说：“‘学术季’、‘科普周’都要办好。”",
      at: [10],
      fixed: "他说：“‘学术季’‘科普周’都要办好。”",
    }),
    textExample({
      name: { zh: "“和”“及”前", en: "In front of 和 and 及" },
      text: "来自高校、企业、和社区的代表，以及专家、及学生参加。",
      at: [8, 20],
      fixed: "来自高校、企业和社区的代表，以及专家及学生参加。",
    }),
    textExample({
      name: { zh: "与不加标号的成分并列，或带有括注", en: "Beside parts without marks, or with a remark" },
      text: "发布《甲规划》、《乙方案》、工作要点，以及《丙指南》（试行）、《丁手册》。",
    }),
    textExample({
      name: { zh: "以“和”“及”开头的词", en: "Words that begin with 和 or 及" },
      text: "促进团结、和谐、和平，做到准确、及时，建设富强、和美乡村。",
    }),
  ],
  *check(line) {
    if (!line.text.includes("、")) return;
    yield* betweenMarks(line);
    yield* beforeConjunctions(line);
  },
};

const LISTED = "“‘《";

/** Rows of quotations or titles side by side, each divided from the next by one 、. */
function* betweenMarks(line: CopyLine): Iterable<Finding> {
  const { text, pairing } = line;
  if (!/[”’》]、/.test(text)) return;
  const byOpening = new Map(pairing.pairs.map((pair) => [pair.open, pair]));
  const seen = new Set<number>();
  const rows = [...byOpening.values()]
    .filter(({ mark }) => LISTED.includes(mark))
    .sort((a, b) => a.open - b.open);
  for (const first of rows) {
    if (seen.has(first.open)) continue;
    const marks: number[] = [];
    let last: Pair = first;
    for (
      let next = nextInRow(text, last, byOpening);
      next !== undefined;
      next = nextInRow(text, last, byOpening)
    ) {
      if (text[last.close + 1] === "、") marks.push(last.close + 1);
      seen.add(next.open);
      last = next;
    }
    // A part without marks makes the row a mixed list, which needs its 、.
    const isMixed = text[first.open - 1] === "、" || text[last.close + 1] === "、";
    if (isMixed) continue;
    for (const at of marks) yield needless(line, at, first.mark);
  }
}

function nextInRow(
  text: string,
  { mark, close }: Pair,
  byOpening: ReadonlyMap<number, Pair>,
): Pair | undefined {
  const at = text[close + 1] === "、" ? close + 2 : close + 1;
  const next = byOpening.get(at);
  return next?.mark === mark ? next : undefined;
}

function needless(line: CopyLine, at: number, mark: string): Finding {
  const marks = mark === "《" ? "书名号" : "引号";
  return copyFinding(line, {
    start: at,
    end: at + 1,
    message: {
      zh: `并列的${marks}之间多了顿号。`,
      en: `A 、 stands between neighbouring ${mark === "《" ? "book titles" : "quotations"}.`,
    },
    help: { zh: `删去“、”，${marks}已把各项分开。`, en: "Delete it; the marks divide the parts." },
    replacement: "",
  });
}

/** Words that begin with the same character as the conjunction. */
const CONJUNCTION =
  /、(?:以及|及(?![时格第早物笄锋冠])|和(?![谐平睦解美畅缓田气蔼煦声约风服悦善顺硕静政龙县弦歌盘局洽面牌棋奏鸣音衷合颜林]))/g;

function* beforeConjunctions(line: CopyLine): Iterable<Finding> {
  for (const { 0: found, index: at } of line.text.matchAll(CONJUNCTION)) {
    const word = found.slice(1);
    yield copyFinding(line, {
      start: at,
      end: at + 1,
      message: { zh: `“${word}”前多了顿号。`, en: `A 、 stands in front of ${word}.` },
      help: { zh: `删去“、”，“${word}”本身就表示并列。`, en: `Delete it; ${word} joins the parts.` },
      replacement: "",
    });
  }
}
