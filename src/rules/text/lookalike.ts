/**
 * Marks that look right and are others: • for the · of names, ― for —, ∶ for ：, ○ or 0 for 〇 and
 * the reverse, 〜 for ～. Source: GB/T 15834-2011, 4.10, 4.13, 4.14 (forms of the marks); GB/T 15835-2011
 * (〇 in numerals of Han).
 */
import { HAN } from "../../han/copy-class.js";
import { type CopyLine, copyFinding } from "../copy-line.js";
import type { TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

const LOOKALIKE = /[•・‧∙⋅･ㆍ―∶︰〜∼〝〞⋯○〇0０]/g;
const NUMERAL = "一二三四五六七八九〇";

export const textLookalike: TextRule = {
  id: "text/lookalike",
  scope: "text",
  severity: "warning",
  fixable: true,
  structural: false,
  summary: {
    zh: "不用形近的符号：间隔号是“·”，一字线是“—”，浪纹线是“～”，数字“〇”和“0”不混用。",
    en: "No look-alikes: names are divided by ·, ranges joined by — and ～, and 〇 is not mixed with 0.",
  },
  why: {
    zh: "形近的符号宽窄和高低不同，检索不到，有的字体里没有。",
    en: "They have other widths and heights, are not found by searching, and some fonts lack them.",
  },
  source: "GB/T 15834-2011, 4.13, 4.14",
  examples: [
    textExample({
      name: { zh: "人名里的间隔号", en: "The dot in names" },
      text: "主讲人为约翰•示例和安娜・示例。",
      at: [7, 13],
      fixed: "主讲人为约翰·示例和安娜·示例。",
    }),
    textExample({
      name: { zh: "〇和0、○混用", en: "〇 mixed with 0 and ○" },
      text: "二○二六年，也就是2〇26年，第二0一次例会。",
      at: [2, 11, 18],
      fixed: "二〇二六年，也就是2026年，第二〇一次例会。",
    }),
    textExample({
      name: { zh: "冒号和浪纹线", en: "Colon and wave" },
      text: "时间∶3月10日，人数10〜15人，用时2∼3小时。",
      at: [3, 14, 22],
      fixed: "时间：3月10日，人数10～15人，用时2～3小时。",
    }),
    textExample({
      name: { zh: "项目符号、比号和图形符号", en: "Bullets, signs of ratio, shapes" },
      text: "• 报名：比例为3∶2。○表示空缺，共100人，二十0号除外。",
    }),
    textExample({
      name: { zh: "外文里的点", en: "Dots in other scripts" },
      text: "片名为スター・ライト，算式为a⋅b。",
    }),
  ],
  *check(line) {
    for (const { 0: found, index: at } of line.text.matchAll(LOOKALIKE)) {
      const right = rightMark(line, at);
      if (right === undefined) continue;
      yield copyFinding(line, {
        start: at,
        end: at + 1,
        message: {
          zh: `“${found}”（U+${hex(found)}）与“${right}”形近，用错了。`,
          en: `“${found}” (U+${hex(found)}) only looks like “${right}”.`,
        },
        help: { zh: `改为“${right}”。`, en: `Write ${right}.` },
        replacement: right,
      });
    }
  },
};

const hex = (mark: string): string => mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");

/** @returns what was meant, undefined where the mark is right or nobody can tell */
function rightMark({ text, classes }: CopyLine, at: number): string | undefined {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  const isAmidHan = classes[at - 1] === HAN && classes[at + 1] === HAN;
  switch (text.charAt(at)) {
    case "•":
    case "・":
    case "‧":
    case "∙":
    case "⋅":
    case "･":
    case "ㆍ":
      return isAmidHan ? "·" : undefined;
    case "―":
      // Two of them are a dash.
      return classes[at - 1] !== undefined &&
        (isAmidHan || /[\d年月日]/.test(before) || before === "―" || after === "―")
        ? "—"
        : undefined;
    case "∶":
    case "︰":
      return classes[at - 1] === HAN ? "：" : undefined;
    case "〜":
    case "∼":
      return /[\d%％\p{Script=Han}]/u.test(before) && /[\d\p{Script=Han}]/u.test(after) ? "～" : undefined;
    case "〝":
      return "“";
    case "〞":
      return "”";
    case "⋯":
      return before === "⋯" || after === "⋯" ? "…" : undefined;
    case "〇":
      // 2〇二六 leaves it open which of them was meant.
      if (isNumeral(before) || isNumeral(after)) return undefined;
      return isDigit(before) || isDigit(after) ? "0" : undefined;
    default:
      return isNumeral(before) && isNumeral(after) ? "〇" : undefined;
  }
}

const isDigit = (character: string): boolean => /^[0-9]$/.test(character);
const isNumeral = (character: string): boolean => character !== "" && NUMERAL.includes(character);
