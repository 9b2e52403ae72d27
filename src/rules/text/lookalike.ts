/**
 * Marks that look right and are others: • for the · of names, ― for —, ∶ for ：, ○ or 0 for 〇 and
 * the reverse, 〜 for ～, letters for digits (2O26年). Source: GB/T 15834-2011, 4.10, 4.13, 4.14 (forms of the marks); GB/T 15835-2011
 * (〇 in numerals of Han). Some of them are signs of their own (∶ of ratios, ∼ of similarity, 〇 of what is
 * left out): where they may be, the mark is suggested.
 */
import { HAN } from "../../han/copy-class.js";
import { isRatio } from "../../han/half-width-notation.js";
import { beginsOtherWord } from "../../han/measure-words.js";
import { type CopyLine, copyFinding } from "../copy-line.js";
import type { Finding, TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

const LOOKALIKES = "•・‧∙⋅･ㆍ―∶︰〜∼〝〞⋯〇○0０";
/** A number of which a letter is mistyped: nothing but such a token stands in front of a classifier. */
const MISTYPED_NUMBER =
  /(?<![\dA-Za-z._/@#－—–～~-])(?=[lIo]?\d)(?=\d*[lIOo])[\dlIOo]{2,6}(?= ?(?:年(?!级)|月(?=\d|份|[，。、底初末])|[人名个场项位家次篇份岁届件户亩吨天元](?![\dA-Za-z])|[余多][人名个场项位家次篇份件]|[万亿%]|小时|分钟|平方米|公里))|(?<=月)(?:\d[lIOo]|l\d)(?=[日号])/g;
const CODE_IN_FRONT = /(?:型号|编号|代号|代码|密码|车牌|系列|产品|牌号|款)(?:[为是：:]|分别为)? ?$/;
const NUMERAL = "一二三四五六七八九〇";
/** A circle or a nought is looked at behind a numeral alone. */
const LOOKALIKE = new RegExp(`[${LOOKALIKES.slice(0, -3)}]|(?<=[${NUMERAL}])[○0０]`, "g");

export const textLookalike: TextRule = {
  id: "text/lookalike",
  scope: "text",
  signs: `${LOOKALIKES}lIOo`,
  severity: "warning",
  fixable: true,
  hasSuggestions: true,
  structural: false,
  summary: {
    zh: "不用形近的符号：间隔号是“·”，一字线是“—”，浪纹线是“～”，数字“〇”和“0”不混用。",
    en: "No look-alikes are used: · divides names, — and ～ join ranges, and 〇 is not mixed with 0.",
  },
  why: {
    zh: "形近的符号宽窄和高低不同，检索不到，有的字体里没有。",
    en: "Look-alikes differ in width and height, searching does not find them, and some fonts lack them.",
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
      text: "• 报名：比例为3∶2，碳∶氮比为20∶1。○表示空缺，共100人，二十0号除外。",
    }),
    textExample({
      name: {
        zh: "也可能另有意思的，只建议",
        en: "Suggested where the sign may mean something of its own",
      },
      text: "展出东区∶西区效果图，重约∼30克，编号为1〇5。",
      at: [5, 14, 23],
      fixed: "展出东区∶西区效果图，重约∼30克，编号为1〇5。",
      suggested: "展出东区：西区效果图，重约～30克，编号为105。",
    }),
    textExample({
      name: { zh: "当作数字的字母", en: "Letters for digits" },
      text: "2O26年3月1O日，1OO名志愿者和l5个单位参加，I5个、10l个。",
      at: [1, 8, 12, 20, 28, 32],
      fixed: "2026年3月10日，100名志愿者和15个单位参加，I5个、10l个。",
      suggested: "2O26年3月1O日，1OO名志愿者和l5个单位参加，15个、101个。",
    }),
    textExample({
      name: { zh: "型号、分子式", en: "Codes and formulas" },
      text: "型号为1OO个，监测O3日均值，CO2减排，编号2O26号，装入5l桶。",
    }),
    textExample({
      name: { zh: "外文里的点", en: "Dots in other scripts" },
      text: "片名为スター・ライト，算式为a⋅b。",
    }),
  ],
  *check(line) {
    yield* mistypedNumbers(line);
    for (const { 0: found, index: at } of line.text.matchAll(LOOKALIKE)) {
      const meant = markMeant(line, at);
      if (meant === undefined) continue;
      const { mark: right, isCertain } = meant;
      yield copyFinding(line, {
        start: at,
        end: at + 1,
        message: isCertain
          ? {
              zh: `“${found}”（U+${hex(found)}）与“${right}”形近，是误用。`,
              en: `“${found}” (U+${hex(found)}) only looks like “${right}”.`,
            }
          : {
              zh: `“${found}”（U+${hex(found)}）与“${right}”形近，可能是误用。`,
              en: `“${found}” (U+${hex(found)}) looks like “${right}” and may be mistyped.`,
            },
        help: isCertain
          ? { zh: `改为“${right}”。`, en: `Write ${right}.` }
          : { zh: `若是误打，改为“${right}”。`, en: `If it is a slip, write ${right}.` },
        ...(isCertain ? { replacement: right } : { suggestion: right }),
      });
    }
  },
};

function* mistypedNumbers(line: CopyLine): Iterable<Finding> {
  const { text } = line;
  for (const { 0: found, index } of text.matchAll(MISTYPED_NUMBER)) {
    if (CODE_IN_FRONT.test(text.slice(Math.max(0, index - 8), index))) continue;
    const end = index + found.length;
    const right = found.replace(/[lI]/g, "1").replace(/[Oo]/g, "0");
    // I5 may be a model, 10l ten litres.
    const isCertain = !/^[Io]|l$/.test(found) && !beginsOtherWord(text, end) && line.quoted[index] !== 1;
    yield copyFinding(line, {
      start: index,
      end,
      message: {
        zh: `数字“${found}”里有形近的字母。`,
        en: `There is a letter that looks like a digit in “${found}”.`,
      },
      help: isCertain
        ? { zh: `改为“${right}”。`, en: `Write ${right}.` }
        : { zh: `若是误打，改为“${right}”。`, en: `If it is a slip, write ${right}.` },
      ...(isCertain ? { replacement: right } : { suggestion: right }),
    });
  }
}

const hex = (mark: string): string => mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");

interface Meant {
  readonly mark: string;
  readonly isCertain: boolean;
}

const certainly = (mark: string): Meant => ({ mark, isCertain: true });
const perhaps = (mark: string, isCertain: boolean): Meant => ({ mark, isCertain });

/** Words that a colon follows, whatever comes then. */
const LABEL =
  /(?:^|[\s，。；：（])(?:时间|地点|人物|主题|主办|承办|协办|电话|网址|邮箱|地址|联系人|要求|对象|人员|单位|内容|来源|注|说明|附件|说|问|答|道|如下)$/;

/** @returns what was meant, undefined where the mark is right or nobody can tell */
function markMeant({ text, classes }: CopyLine, at: number): Meant | undefined {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  const isAmidHan = classes[at - 1] === HAN && classes[at + 1] === HAN;
  switch (text.charAt(at)) {
    case "•":
    case "・":
    case "‧":
    case "･":
    case "ㆍ":
      return isAmidHan ? certainly("·") : undefined;
    case "∙":
    case "⋅":
      // 功=力⋅位移: a product.
      return isAmidHan ? perhaps("·", !/[=＝×÷+]/.test(text)) : undefined;
    case "―":
      // Two of them are a dash.
      return classes[at - 1] !== undefined &&
        (isAmidHan || /[\d年月日]/.test(before) || before === "―" || after === "―")
        ? certainly("—")
        : undefined;
    case "∶":
    case "︰":
      if (classes[at - 1] !== HAN || isRatio(text, at)) return undefined;
      return perhaps("：", LABEL.test(text.slice(Math.max(0, at - 6), at)));
    case "〜":
    case "∼": {
      if (!/[\d%％\p{Script=Han}]/u.test(before) || !/[\d\p{Script=Han}]/u.test(after)) return undefined;
      const isRange = /\d[^，。；\s]{0,3}$/.test(text.slice(Math.max(0, at - 5), at)) && isDigit(after);
      return perhaps("～", isRange);
    }
    case "〝":
      return certainly("“");
    case "〞":
      // 65〞 may be inches.
      return perhaps("”", !isDigit(before));
    case "⋯":
      return before === "⋯" || after === "⋯" ? certainly("…") : undefined;
    case "〇":
      // 2〇二六 leaves it open which of them was meant; 138〇〇〇〇 leaves figures out.
      if (isNumeral(before) || isNumeral(after)) return undefined;
      if (!isDigit(before) && !isDigit(after)) return undefined;
      return perhaps("0", /^[12][\d〇]{3}年/.test(yearAround(text, at)));
    default:
      // 一九四○年 as well
      return isNumeral(after) ||
        /^[一二][一二三四五六七八九〇零]{2}○年/.test(text.slice(Math.max(0, at - 3), at + 2))
        ? certainly("〇")
        : undefined;
  }
}

/** Figures and 〇 around the place, with the character behind them. */
function yearAround(text: string, at: number): string {
  let start = at;
  let end = at + 1;
  while (at - start < 4 && /[\d〇]/.test(text.charAt(start - 1))) start -= 1;
  while (end - at < 5 && /[\d〇]/.test(text.charAt(end))) end += 1;
  return text.slice(start, end + 1);
}

const isDigit = (character: string): boolean => /^[0-9]$/.test(character);
const isNumeral = (character: string): boolean => character !== "" && NUMERAL.includes(character);
