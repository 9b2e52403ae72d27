/**
 * No space stands between two Han of running text. Spaces that part a slogan in quotation marks, the
 * phrases of a title or the number of a heading are meant. Where a space may divide names (张 三, or a
 * row of names) it is told and left to the editor.
 */
import { HAN, SPACE, setOfClasses } from "../../han/copy-class.js";
import { type CopyLine, copyFinding } from "../copy-line.js";
import type { TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

/** The shortest run of Han on both sides for which a space is surely a slip, in characters. */
const SHORTEST_RUN = 4;
/** Behind one of them the space may set a name to the width of others. */
const SURNAMES =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤某";
/** Numbers of chapters, annexes and figures stand apart from their titles. */
const LABEL =
  /^(?:第[一二三四五六七八九十百]+[章节条款期讲场]|[（(]?[一二三四五六七八九十]+[）)]?|附件|附录|附表|附图|[图表][一二三四五六七八九十])$/;

export const textSpaceBetweenHan: TextRule = {
  id: "text/space-between-han",
  scope: "text",
  looksFor: setOfClasses(SPACE),
  severity: "warning",
  fixable: true,
  structural: false,
  summary: {
    zh: "正文的汉字之间不打空格；引号里的口号、标题里的停顿除外。",
    en: "No space stands between Han of running text, save in slogans, titles and headings.",
  },
  why: {
    zh: "汉字之间的空格多半是复制或排版时留下的，会把词语断开，也不便检索。",
    en: "Such spaces are left over from copying or from layout by hand. They tear words apart and get in the way of searching.",
  },
  examples: [
    textExample({
      name: { zh: "句子中间多了空格", en: "A space amid a sentence" },
      text: "示例市科协在示例科技馆 举办学术交流活动。",
      at: [12],
      fixed: "示例市科协在示例科技馆举办学术交流活动。",
    }),
    textExample({
      name: { zh: "为对齐而拉开的姓名，只指出", en: "A name set apart to align: told, not mended" },
      text: "主讲人为张 三和李某某。",
      at: [6],
      fixed: "主讲人为张 三和李某某。",
    }),
    textExample({
      name: { zh: "引号里的口号", en: "A slogan in quotation marks" },
      text: "活动以“科技逐梦未来 创新赋能成长”为主题。",
    }),
    textExample({
      name: { zh: "小标题、编号和没有标点的行", en: "Headings, their numbers, lines without marks" },
      text: "## 学术交流 科普惠民\n\n第一章 总则\n\n附件 参展单位名单",
    }),
  ],
  *check(line) {
    const { kind, text, classes, quoted } = line;
    if (kind === "title" || kind === "heading" || kind === "caption" || kind === "cell") return;
    if (!/[，。；：！？]/.test(text)) return;
    for (let at = 1; at < classes.length; at += 1) {
      if (classes[at] !== SPACE) continue;
      const start = at;
      while (classes[at + 1] === SPACE) at += 1;
      const end = at + 1;
      if (classes[start - 1] !== HAN || classes[end] !== HAN || quoted[start] === 1) continue;
      const before = runBefore(line, start);
      const after = runBehind(line, end);
      if (before.isLineStart && LABEL.test(before.text)) continue;
      const isName = SURNAMES.includes(text.charAt(start - 1));
      const isSlip = before.isClause && after.isClause && !isName;
      const shown = `${before.text.slice(-2)}${text.slice(start, end)}${after.text.slice(0, 2)}`;
      yield copyFinding(line, {
        start,
        end,
        message: { zh: `“${shown}”中，汉字之间有空格。`, en: `A space stands between Han in “${shown}”.` },
        help: isSlip
          ? { zh: "删去空格。", en: "Delete it." }
          : {
              zh: "删去空格；若是并列的名称，改用顿号。",
              en: "Delete it; where it divides names, write 、 instead.",
            },
        replacement: isSlip ? "" : undefined,
      });
    }
  },
};

interface Run {
  /** the nearest characters, at most as many as decide */
  readonly text: string;
  /** long enough, and not one of a row of names divided by spaces */
  readonly isClause: boolean;
  readonly isLineStart: boolean;
}

function runBefore({ text, classes }: CopyLine, end: number): Run {
  let start = end;
  while (start > 0 && end - start <= 12 && classes[start - 1] === HAN) start -= 1;
  const isClause = end - start >= SHORTEST_RUN && classes[start - 1] !== SPACE;
  return { text: text.slice(start, end), isClause, isLineStart: start === 0 };
}

function runBehind({ text, classes }: CopyLine, start: number): Run {
  let end = start;
  while (end < text.length && end - start <= 12 && classes[end] === HAN) end += 1;
  const isClause = end - start >= SHORTEST_RUN && classes[end] !== SPACE;
  return { text: text.slice(start, end), isClause, isLineStart: false };
}
