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
  severity: "error",
  fixable: false,
  structural: false,
  summary: { zh: "文字里没有自造字区的字符。", en: "Text holds no characters of private use areas." },
  why: {
    zh: "这些码位由各家字体自定，换一台电脑就成了方框或别的字；多来自旧字库、图标字体和 PDF。",
    en: "Each font gives them its own meaning: on another machine they are boxes or other signs. They come from old fonts, icon fonts and PDF files.",
  },
  source: "The Unicode Standard, 23.5",
  forUnit: {
    what: {
      zh: "这里有一个字或符号，在我们这里显示不出来。",
      en: "There is a character here that does not show on our side.",
    },
    ask: { zh: "请告知原来是什么字或符号。", en: "Please tell us what it is." },
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
          zh: `这里有自造字区的字符（${point}），别人看不到它原来的样子。`,
          en: `A character of a private use area (${point}) stands here; others will not see what was meant.`,
        },
        help: {
          zh: "对照原稿，换成通用的字或符号。",
          en: "Look at the original and put a common character in its place.",
        },
      });
    }
  },
};
