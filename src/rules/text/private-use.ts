/**
 * No character of the private use areas: what it shows depends on one font on one machine. Source: The
 * Unicode Standard, 23.5.
 */
import { copyFinding } from "../copy-line.js";
import type { TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

const PRIVATE = /[\ue000-\uf8ff]+|(?:[\udb80-\udbff][\udc00-\udfff])+/g;

export const textPrivateUse: TextRule = {
  id: "text/private-use",
  scope: "text",
  signs: "\ue000-\uf8ff\udb80-\udbff",
  severity: "error",
  fixable: false,
  structural: false,
  summary: { zh: "文字里没有自造字区的字符。", en: "The text contains no private-use characters." },
  why: {
    zh: "这些码位由各种字体自行定义，换一台电脑就成了方框或别的字；多来自旧字库、图标字体和 PDF。",
    en: "Each font gives these codes its own meaning: on another computer they become boxes or other characters. They mostly come from old fonts, icon fonts and PDF files.",
  },
  source: "The Unicode Standard, 23.5",
  forUnit: {
    what: {
      zh: "这里有一个字或符号，我们无法显示。",
      en: "There is a character here that we cannot display.",
    },
    ask: { zh: "请告知原来是什么字或符号。", en: "Please tell us what it should be." },
  },
  examples: [
    textExample({
      name: { zh: "图标字体的符号", en: "A sign of an icon font" },
      text: "\uf0b7 报名参加活动。",
      at: [1],
    }),
    textExample({ name: { zh: "通用的符号", en: "Signs of common use" }, text: "● 报名 → 审核 → 公示。" }),
    textExample({
      name: { zh: "扩展区的汉字", en: "Ideographs of the extensions" },
      text: "𬘭和𫍽是规范的人名用字。",
    }),
  ],
  *check(line) {
    for (const { 0: found, index: start } of line.text.matchAll(PRIVATE)) {
      const point = `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase()}`;
      yield copyFinding(line, {
        start,
        end: start + found.length,
        message: {
          zh: `这里有自造字区的字符（${point}），在别的电脑上不能正确显示。`,
          en: `There is a private-use character (${point}) here; it does not display correctly on other computers.`,
        },
        help: {
          zh: "请对照原稿，换成通用的字或符号。",
          en: "Check the original and replace it with a standard character.",
        },
      });
    }
  },
};
