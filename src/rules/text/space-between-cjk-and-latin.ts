/**
 * No space is typed between Han and Latin letters or digits: the composer leaves the room (clreq, 3.2.3
 * 横排中西文混排), and a typed space doubles it, breaks dates and defeats searching.
 */
import { DIGIT, HAN, LETTER, POSTFIX, SPACE } from "../../han/copy-class.js";
import { type CopyLine, replaceInLine, spanInLine } from "../copy-line.js";
import type { Finding, TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

export const textSpaceBetweenCjkAndLatin: TextRule = {
  id: "text/space-between-cjk-and-latin",
  scope: "text",
  severity: "warning",
  fixable: true,
  structural: false,
  options: { style: "never" },
  summary: {
    zh: "汉字和字母、数字之间不打空格（style: never），或一律打空格（style: always）。",
    en: "No space is typed between Han and letters or digits (style: never), or one always is (style: always).",
  },
  why: {
    zh: "排版时会自动在汉字和字母、数字之间留空；再打空格，日期和数量会被拉开，也不便检索。",
    en: "The composer leaves the room itself. A typed space pulls dates and quantities apart and gets in the way of searching.",
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
    else yield* typedSpaces(line, source);
  },
};

function* typedSpaces(line: CopyLine, source: string): Iterable<Finding> {
  const { classes } = line;
  for (let at = 1; at < classes.length; at += 1) {
    if (classes[at] !== SPACE) continue;
    let end = at + 1;
    while (classes[end] === SPACE) end += 1;
    if (isHanBesideLatin(classes[at - 1], classes[end]) && !isPause(line, at, end)) {
      const span = spanInLine(line, at, end);
      // `_示例_ 2026`: without the space the underscore would not end the emphasis.
      const isMarkup = source.charAt(span.start - 1) === "_" || source.charAt(span.end) === "_";
      const fix = isMarkup ? undefined : replaceInLine(line, { start: at, end, text: "" });
      const shown = shownAround(line, at, end);
      yield {
        span,
        message: {
          zh: `“${shown}”中，汉字和字母、数字之间多了空格。`,
          en: `A space stands between Han and letters or digits in “${shown}”.`,
        },
        help: { zh: "删去空格，排版时会自动留空。", en: "Delete it; the composer leaves the room." },
        ...(fix && { fix }),
      };
    }
    at = end;
  }
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
      help: { zh: "加一个空格。", en: "Put a space between them." },
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
const CAPTION = /^(?:[图表]|附件|附录)? ?\d+(?:[.\-–—]\d+)*$/;

/**
 * In titles, headings and quotations a space may part two phrases (科普展迎来观众3万人 2026年再办6场); it is
 * a fault there only inside a number with its unit. Behind the number of a caption or heading it is
 * the rule (图1 展厅一角).
 */
function isPause(line: CopyLine, start: number, end: number): boolean {
  const { text, kind, classes, quoted } = line;
  if (CAPTION.test(text.slice(0, start)) && start < 12 && !UNIT.test(text.slice(end, end + 2))) return true;
  if (kind !== "title" && kind !== "heading" && quoted[start] !== 1) return false;
  if (isLatin(classes[start - 1])) return !UNIT.test(text.slice(end, end + 2));
  return !/^\d+ ?[年月日号期届次]/.test(text.slice(end, end + 12)) || !/[年月第]$/.test(text.slice(0, start));
}
