/**
 * 、 stands between parts of a list, not between parts that marks divide already, nor in front of 和 and
 * 及. Source: GB/T 15834-2011, 4.5.3.5 (标有引号、书名号的并列成分之间通常不用顿号).
 */
import type { Pair } from "../../han/find-pairs.js";
import { joiningAt } from "../../han/joined-lists.js";
import { type CopyLine, copyFinding } from "../copy-line.js";
import type { Finding, TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

export const textEnumerationComma: TextRule = {
  id: "text/enumeration-comma",
  scope: "text",
  signs: "、",
  severity: "warning",
  fixable: true,
  hasSuggestions: true,
  structural: false,
  summary: {
    zh: "并列的书名号之间、引号之间不用顿号；“和”“及”前不用顿号。",
    en: "There is no 、 between adjacent 《》 or “ ”, nor before 和 or 及.",
  },
  why: {
    zh: "书名号、引号已经把各项分开；“和”“及”本身就是连接词，再加顿号是重复。",
    en: "The marks already separate the parts, and 和 or 及 already joins them: a 、 is redundant.",
  },
  source: "GB/T 15834-2011, 4.5.3.5",
  examples: [
    textExample({
      name: { zh: "书名号之间、引号之间", en: "Between titles, between quotations" },
      text: "发布《甲规划》、《乙方案》、《丙要点》，打造“学术季”、“科普周”等品牌。",
      at: [8, 14, 28],
      fixed: "发布《甲规划》《乙方案》《丙要点》，打造“学术季”“科普周”等品牌。",
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
      name: {
        zh: "标号后还有词语、难说是不是并列的，只建议",
        en: "Words after the last mark, a 和 that may not join: suggested",
      },
      text: "打造“学术季”、“科普周”品牌，走进田间、地头、和产业链上的作坊。",
      at: [8, 24],
      fixed: "打造“学术季”、“科普周”品牌，走进田间、地头、和产业链上的作坊。",
      suggested: "打造“学术季”“科普周”品牌，走进田间、地头和产业链上的作坊。",
    }),
    textExample({
      name: {
        zh: "以“和”“及”开头的词和名称，表示“跟”的“和”",
        en: "Words and names that begin so, 和 for “with”",
      },
      text: "促进团结、和谐、和平，坚持以和为贵、和而不同，做到准确、及时，途经长宁路、和义路、江湾街，与科学结伴、和时代同行。",
    }),
    textExample({
      name: { zh: "成分不止是引号里的字", en: "Parts that are longer than the quotations" },
      text: "推动“制造”向“智造”、“数量”向“质量”转变，介绍了“示例精神”、“两弹”展陈、校史文物，“甲”与“乙”、“丙”与“丁”结对。",
    }),
  ],
  *check(line) {
    yield* betweenMarks(line);
    yield* beforeConjunctions(line);
  },
};

const LISTED = "“‘《";
const CLOSERS = "”’》";

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
    const row = judgeRow(text, { first, last });
    if (row === "needed") continue;
    for (const at of marks) yield needless(line, at, { mark: first.mark, isCertain: row === "needless" });
  }
}

interface Row {
  readonly first: Pair;
  readonly last: Pair;
}

/** UTF-16 units of a clause that are looked at on either side of a row */
const REACH = 60;
/** Where the row is over: at a mark, or in front of words that take up all its parts. */
const OVER = /^(?:$|[，。；：！？…）”’\n]|等|[各为都均和与及]|以及|[两二三四五六七八九十\d])/;
const JOINED = /^(?:和|与|及|以及|或)$/;

/**
 * Does the row consist of the marked parts alone? Not where the list goes on without marks (“甲”、“乙”展陈、
 * 文物), nor where the parts are longer than their marks (“甲”向“乙”、“丙”向“丁”).
 */
function judgeRow(text: string, { first, last }: Row): "needless" | "likely" | "needed" {
  const before =
    /[^，。；：！？\n]*$/.exec(text.slice(Math.max(0, first.open - REACH), first.open))?.[0] ?? "";
  const behind = /^[^，。；：！？\n]*/.exec(text.slice(last.close + 1, last.close + 1 + REACH))?.[0] ?? "";
  if (before.endsWith("、") || behind.startsWith("（")) return "needed";
  if (new RegExp(`[${CLOSERS}]`).test(before)) return "needed";
  const nextMark = behind.search(new RegExp(`[${LISTED}]`));
  const toNext = nextMark < 0 ? behind : behind.slice(0, nextMark);
  if (toNext.includes("、")) return "needed";
  if (nextMark >= 0 && (!JOINED.test(toNext) || behind.slice(nextMark).includes("、"))) return "needed";
  return OVER.test(behind) && !before.includes("、") ? "needless" : "likely";
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

function needless(
  line: CopyLine,
  at: number,
  { mark, isCertain }: { readonly mark: string; readonly isCertain: boolean },
): Finding {
  const marks = mark === "《" ? "书名号" : "引号";
  return copyFinding(line, {
    start: at,
    end: at + 1,
    message: {
      zh: `并列的${marks}之间多了顿号。`,
      en: `There is a needless 、 between adjacent ${mark === "《" ? "book titles" : "quotations"}.`,
    },
    help: isCertain
      ? { zh: `删去“、”，${marks}已把各项分开。`, en: "Delete it; the marks already separate the parts." }
      : {
          zh: `若${marks}里就是全部并列的内容，删去“、”。`,
          en: "Delete it if the marks contain the whole of each part.",
        },
    ...(isCertain ? { replacement: "" } : { suggestion: "" }),
  });
}

const CONJUNCTION = /、(以及|及|和)/g;

function* beforeConjunctions(line: CopyLine): Iterable<Finding> {
  for (const { 1: word = "", index: at } of line.text.matchAll(CONJUNCTION)) {
    const joining = joiningAt(line.text, at, word);
    if (joining === "none") continue;
    const isCertain = joining === "certain";
    yield copyFinding(line, {
      start: at,
      end: at + 1,
      message: { zh: `“${word}”前多了顿号。`, en: `There is a needless 、 before ${word}.` },
      help: isCertain
        ? { zh: `删去“、”，“${word}”本身就表示并列。`, en: `Delete it; ${word} already joins the parts.` }
        : {
            zh: `若“${word}”表示并列，删去“、”。`,
            en: `Delete it if ${word} joins the parts.`,
          },
      ...(isCertain ? { replacement: "" } : { suggestion: "" }),
    });
  }
}
