/**
 * No space is typed between Han and Latin letters or digits: the composer leaves the room (clreq, 3.2.3
 * 横排中西文混排), and a typed space doubles it, breaks dates and defeats searching.
 */
import { DIGIT, HAN, LETTER, POSTFIX, SPACE, setOfClasses } from "../../han/copy-class.js";
import { beginsOtherWord } from "../../han/measure-words.js";
import { isBehindLabel, isHeadline } from "../../han/typed-pauses.js";
import { type CopyLine, copyFinding, replaceInLine, spanInLine } from "../copy-line.js";
import type { Finding, TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

const SPACES = setOfClasses(SPACE);

export const textSpaceBetweenCjkAndLatin: TextRule = {
  id: "text/space-between-cjk-and-latin",
  scope: "text",
  severity: "warning",
  fixable: true,
  hasSuggestions: true,
  structural: false,
  options: { style: "never" },
  summary: {
    zh: "汉字和字母、数字之间不打空格（style: never），或一律打空格（style: always）。",
    en: "No space is typed between Han characters and letters or digits (style: never), or one always is (style: always).",
  },
  why: {
    zh: "排版时会自动在汉字和字母、数字之间留空；再打空格，日期和数量会被拉开，也不便检索。",
    en: "The space is added automatically when the pages are composed. A typed space pulls dates and quantities apart and gets in the way of searching.",
  },
  examples: [
    textExample({
      name: { zh: "日期里的空格", en: "Spaces in a date" },
      text: "活动于 10 月 9 日举办。",
      at: [4, 7, 9, 11],
      fixed: "活动于10月9日举办。",
    }),
    textExample({
      name: { zh: "英文词语两边的空格，加粗也一样", en: "Spaces around English words, in bold too" },
      text: "展出 C919 模型，**新增** 12% 的展品。",
      at: [3, 8, 18, 22],
      fixed: "展出C919模型，**新增**12%的展品。",
    }),
    textExample({
      name: { zh: "网址、代码两边的空格不管", en: "Spaces beside addresses and code are left" },
      text: "详见 https://example.org/a 页面，运行 `npm test` 即可。",
    }),
    textExample({
      name: { zh: "英文词语之间的空格", en: "Spaces between English words" },
      text: "论文发表于Nature Communications，作者为J. Smith等。",
    }),
    textExample({
      name: { zh: "口号中表示停顿的空格", en: "A space that parts a slogan" },
      text: "活动以“奋进新征程 2026再出发”为主题。",
    }),
    textExample({
      name: {
        zh: "删了会连成别的意思的，只建议",
        en: "Suggested where the sense might change",
      },
      text: "新一代Mate 60 月销量上升，该组编号为小组3 人员齐整。",
      at: [11, 26],
      fixed: "新一代Mate 60 月销量上升，该组编号为小组3 人员齐整。",
      suggested: "新一代Mate 60月销量上升，该组编号为小组3人员齐整。",
    }),
    textExample({
      name: {
        zh: "单独一行的标题式短句、条文、电头和段首编号",
        en: "Headlines, articles of law, datelines, numbers of headings",
      },
      text: "科普月启动 2000余人参加\n\n第五条 2020年以后的项目适用本办法。\n\n新华社示例市3月10日电 2026年科普月启动。\n\n3 人员安排由各组落实。\n\n步骤3 使用清水冲洗。",
    }),
    textExample({
      name: {
        zh: "段末的署名和日期连在一起，只建议",
        en: "Unit and day at the end of a paragraph: suggested",
      },
      text: "请各单位遵照执行。云湖区科协 2026年3月1日",
      at: [15],
      fixed: "请各单位遵照执行。云湖区科协 2026年3月1日",
      suggested: "请各单位遵照执行。云湖区科协2026年3月1日",
    }),
    {
      name: {
        zh: "标题里表示停顿的空格，题注编号后的空格",
        en: "A pause in a title, the number of a caption",
      },
      files: {
        "items/01.md": `---
title: 科普展迎来观众3.2万人次 2026年将再办6场
---

展出首日人流不断。

![展厅里的观众](../images/wide.png "图1 展厅一角")
`,
      },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check(line, { options, sources }) {
    if (!line.isChinese) return;
    const source = sources.get(line.span.path) ?? "";
    if (options.style === "always") yield* missingSpaces(line);
    else if ((line.classSet & SPACES) !== 0) yield* typedSpaces(line, source);
  },
};

function* typedSpaces(line: CopyLine, source: string): Iterable<Finding> {
  const { classes, text, kind } = line;
  // The line is looked at as a whole only where a space is met.
  let isShort: boolean | undefined;
  for (let at = 1; at < classes.length; at += 1) {
    if (classes[at] !== SPACE) continue;
    const start = at;
    while (classes[at + 1] === SPACE) at += 1;
    const end = at + 1;
    if (!isHanBesideLatin(classes[start - 1], classes[end])) continue;
    isShort ??= isHeadline(text);
    const mayPause = kind === "title" || kind === "heading" || (kind === "paragraph" && isShort);
    // A tab parts the columns of a table.
    if (isPause(line, { start, end, mayPause }) || text.slice(start, end).includes("\t")) continue;
    const span = spanInLine(line, start, end);
    // `_示例_ 2026`: without the space the underscore would not end the emphasis.
    const isMarkup = source.charAt(span.start - 1) === "_" || source.charAt(span.end) === "_";
    const isOpen =
      isSignOff(text, end) ||
      mayChangeSense(line, start, end) ||
      dividesItems(line, start, end) ||
      (isShort && isPause(line, { start, end, mayPause: true }));
    const edit = isMarkup ? {} : isOpen ? { suggestion: "" } : { replacement: "" };
    const shown = shownAround(line, start, end);
    yield copyFinding(line, {
      start,
      end,
      message: {
        zh: `“${shown}”中，汉字和字母、数字之间多了空格。`,
        en: `There is a space between Han characters and letters or digits in “${shown}”.`,
      },
      help:
        "suggestion" in edit
          ? {
              zh: "若是同一个词语，请删去空格；若表示停顿，请改用标点。",
              en: "Delete it inside a single expression; if it marks a pause, use a punctuation mark.",
            }
          : { zh: "请删去空格，排版时会自动留空。", en: "Delete it; the space is added automatically." },
      ...edit,
    });
  }
}

const MARKS = /[，。；：、！？“”（）\n]/;

/** A区 B区 C区, 一等奖 3名 二等奖 5名: words that begin alike, divided by spaces alone. */
function dividesItems({ text, classes }: CopyLine, start: number, end: number): boolean {
  if (classes[start - 1] !== HAN || !isStuckToHan(classes, end) || isAmidDate(text, start, end)) return false;
  let from = start;
  let to = end;
  while (from > 0 && start - from < 30 && !MARKS.test(text.charAt(from - 1))) from -= 1;
  while (to < text.length && to - end < 30 && !MARKS.test(text.charAt(to))) to += 1;
  let count = 0;
  for (let at = from + 1; at < to; at += 1) {
    if (classes[at - 1] !== SPACE || classes[at - 2] !== HAN || isAmidDate(text, at - 1, at)) continue;
    if (isStuckToHan(classes, at)) count += 1;
  }
  return count > 1;
}

/** Han follow the letters or figures without a space. */
function isStuckToHan(classes: Uint8Array, at: number): boolean {
  let end = at;
  while (isLatin(classes[end])) end += 1;
  return end > at && classes[end] === HAN;
}

/** …。云湖区科协 2026年3月1日: unit and day that lost their own line */
const isSignOff = (text: string, end: number): boolean =>
  /^\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日(?:\s|$)/.test(text.slice(end, end + 16));

const isAmidDate = (text: string, start: number, end: number): boolean =>
  /[年月第]/.test(text.charAt(start - 1)) || /^\d{1,4} ?[年月日]/.test(text.slice(end, end + 6));

/** The number of a product, of a telephone, of something else than the word behind it counts. */
function mayChangeSense({ text, classes }: CopyLine, start: number, end: number): boolean {
  if (classes[start - 1] !== DIGIT || classes[end] !== HAN) return false;
  const before = text.slice(Math.max(0, start - 16), start);
  if (/[\d-]{4,}[ -]?\d{4}$/.test(before)) return true;
  // Mate 60 月销量, iPhone 15 台灯; 2026 年度 is certain.
  if (/[A-Za-z][ -]?\d+$/.test(before) && COUNTS.test(text.charAt(end))) return true;
  if (!UNIT.test(text.slice(end, end + 2))) return false;
  return beginsOtherWord(text, end) && !/(?:^|\D)(?:19|20)\d\d$/.test(before);
}

function* missingSpaces(line: CopyLine): Iterable<Finding> {
  const { classes, text } = line;
  for (let at = 1; at < classes.length; at += 1) {
    if (!isHanBesideLatin(classes[at - 1], classes[at])) continue;
    const fix = replaceInLine(line, { start: at, end: at, text: " " });
    yield {
      span: spanInLine(line, at, at + 1),
      message: {
        zh: `“${text.slice(at - 1, at + 1)}”之间缺空格。`,
        en: `A space is missing in “${text.slice(at - 1, at + 1)}”.`,
      },
      help: { zh: "请加一个空格。", en: "Add a space between them." },
      ...(fix && { fix }),
    };
  }
}

/** The Latin run and the ideograph beside the space. */
function shownAround({ text, classes }: CopyLine, start: number, end: number): string {
  let from = start - 1;
  let to = end + 1;
  while (isLatin(classes[from]) && isLatin(classes[from - 1]) && start - from < 12) from -= 1;
  while (isLatin(classes[to - 1]) && isLatin(classes[to]) && to - end < 12) to += 1;
  return text.slice(from, to);
}

const isLatin = (kind: number | undefined): boolean => kind === DIGIT || kind === LETTER || kind === POSTFIX;

const isHanBesideLatin = (before: number | undefined, after: number | undefined): boolean =>
  (before === HAN && isLatin(after)) || (isLatin(before) && after === HAN);

/** What follows a number as part of it. */
const UNIT = /^(?:[年月日号时点分秒期届次场人名位项家条件篇部个万亿多余]|世纪|小时|公里)/;
/** What may count something behind a number. */
const COUNTS = /[年月日号时点分秒期届次场人名位项家条件篇部个台套辆本支所间张块页种对周头只把元米克吨]/;
const CAPTION = /^(?:[图表]|附[件录图表]|步骤|阶段|环节|案例|任务|模块|专题|主题)? ?\d+(?:[.\-–—]\d+)*$/;

/** 甲 and 乙: the words of an expression stand apart. */
const isBesideOperator = (text: string, start: number, end: number): boolean =>
  /(?:^|[^A-Za-z])(?:and|or|not|AND|OR|NOT|vs)$/.test(text.slice(Math.max(0, start - 4), start)) ||
  /^(?:and|or|not|AND|OR|NOT|vs)(?![A-Za-z])/.test(text.slice(end, end + 4));

/** 1 总则, 2.1 人员安排: the number of a heading at the start of the line. */
const HEADING_NUMBER = /(?:^|\n)\d{1,2}(?:\.\d{1,2})*$/;

/**
 * In titles, headlines, headings and quotations a space may part two phrases (科普展迎来观众3万人 2026年再办6场);
 * it is a fault there only inside a number with its unit. Behind the number of a caption, a heading or an
 * article, and behind a dateline, it is the rule (图1 展厅一角).
 */
function isPause(
  line: CopyLine,
  { start, end, mayPause }: { readonly start: number; readonly end: number; readonly mayPause: boolean },
): boolean {
  const { text, classes, quoted } = line;
  const hasUnitBehind = UNIT.test(text.slice(end, end + 2));
  if (start < 12 && CAPTION.test(text.slice(0, start)) && !hasUnitBehind) return true;
  if (start < 12 && HEADING_NUMBER.test(text.slice(0, start)) && !/^月 ?\d/.test(text.slice(end, end + 3)))
    return true;
  if (isBehindLabel(text, start) || isBesideOperator(text, start, end)) return true;
  if (!mayPause && quoted[start] !== 1) return false;
  if (isLatin(classes[start - 1])) return !hasUnitBehind;
  return (
    !/^\d+ ?[年月日号期届次]/.test(text.slice(end, end + 12)) || !/[年月第]/.test(text.charAt(start - 1))
  );
}
