/**
 * Characters that look like a common one and are another: radicals of the Kangxi dictionary, compatibility
 * ideographs, ligatures, half-width kana. Source: The Unicode Standard, 18.1 and 18.4; they come with
 * text copied from PDF files. What NFKC maps is replaced by that; the supplement of radicals, which has no
 * such mapping, by the table here.
 */
import { copyFinding } from "../copy-line.js";
import type { TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

/** Kangxi radicals, their supplement, compatibility ideographs (two blocks), ligatures, half-width kana. */
const COMPATIBILITY =
  /[\u2e80-\u2fd5\uf900-\ufaff\ufb00-\ufb06]|[\uff61-\uff64\uff66-\uff9f][\uff9e\uff9f]?|\ud87e[\udc00-\ude1f]/g;
const RADICAL = /[\u2e80-\u2fd5]/;
const RADICALS =
  "⺟母⺠民⺫罒⺼月⻁虎⻄西⻅见⻆角⻇角⻉贝⻋车⻌辶⻍辶⻎辶⻑長⻒镸⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟";
const ORDINARY: ReadonlyMap<string, string> = new Map(
  Array.from({ length: RADICALS.length / 2 }, (_, index) => [
    RADICALS.charAt(index * 2),
    RADICALS.charAt(index * 2 + 1),
  ]),
);

export const textCompatibilityCharacter: TextRule = {
  id: "text/compatibility-character",
  scope: "text",
  signs: "\u2e80-\u2fd5\uf900-\ufaff\ufb00-\ufb06\uff61-\uff64\uff66-\uff9f\ud87e",
  severity: "error",
  fixable: true,
  structural: false,
  summary: {
    zh: "不用部首字符、兼容汉字、连字和半角假名：它们只是形似普通的字。",
    en: "No radicals, compatibility ideographs, ligatures or half-width kana, which only look like ordinary characters.",
  },
  why: {
    zh: "从 PDF 复制的文字里常有部首“⼀”混作汉字“一”：看起来一样，却检索不到，字体里也常常没有。",
    en: "Text copied from PDF files often contains radicals such as ⼀ for 一: they look alike, but searching does not find them, and fonts often lack them.",
  },
  source: "The Unicode Standard, 18.1",
  examples: [
    textExample({
      name: { zh: "冒充汉字的部首", en: "Radicals in the place of ideographs" },
      text: "⼀是⾼校，⼆是⻓期合作。",
      at: [1, 3, 6, 8],
      fixed: "一是高校，二是长期合作。",
    }),
    textExample({
      name: { zh: "兼容汉字和连字", en: "A compatibility ideograph, a ligature" },
      text: "凉爽的科技馆里，conﬁdent的孩子们。".replace("凉", "\uf979"),
      at: [1, 12],
      fixed: "凉爽的科技馆里，confident的孩子们。",
    }),
    textExample({
      name: { zh: "半角假名，浊点合在一起", en: "Half-width kana, voiced ones as one" },
      text: "展品名为ｶﾞﾗｽ。",
      at: [5, 7, 8],
      fixed: "展品名为ガラス。",
    }),
    textExample({
      name: {
        zh: "紧接网址的连字：改了会并进网址",
        en: "A ligature after an address, which it would lengthen",
      },
      text: "详见https://example.org/a;ﬁne页面。",
      at: [25],
      fixed: "详见https://example.org/a;ﬁne页面。",
    }),
    textExample({
      name: { zh: "说到部首本身", en: "Where radicals are spoken of" },
      text: "展板介绍了康熙部首“⼀”和“⼁”。",
    }),
    textExample({
      name: { zh: "普通的一、二和同形的标准汉字", en: "Ordinary ideographs, and unified ones of the block" },
      text: "一是高校，二是山﨑教授团队。",
    }),
    textExample({
      name: { zh: "单位符号、带圈数字", en: "Signs of units, circled numbers" },
      text: "展区面积300㎡，室温25℃，①号厅开放。",
    }),
  ],
  *check(line) {
    for (const { 0: found, index: start } of line.text.matchAll(COMPATIBILITY)) {
      const ordinary = ORDINARY.get(found) ?? found.normalize("NFKC");
      // Twelve ideographs of the compatibility block are unified ones (﨑) and stay; so do bare strokes.
      if (ordinary === found || (RADICAL.test(found) && /部首|偏旁|部件/.test(line.text))) continue;
      const point = `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase()}`;
      yield copyFinding(line, {
        start,
        end: start + found.length,
        message: {
          zh: `“${found}”（${point}）不是普通的字，只是形似“${ordinary}”。`,
          en: `“${found}” (${point}) only looks like “${ordinary}”.`,
        },
        help: { zh: `改为“${ordinary}”。`, en: `Write ${ordinary}.` },
        replacement: ordinary,
      });
    }
  },
};
