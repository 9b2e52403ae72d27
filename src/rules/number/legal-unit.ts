/**
 * Units behind figures are legal ones. Source: 国务院关于在我国统一实行法定计量单位的命令 (1984), GB 3100-1993. A name
 * of the same size is put in its place; where the figure would have to change, it is only told.
 */
import { DIGIT, setOfClasses } from "../../han/copy-class.js";
import { copyFinding } from "../copy-line.js";
import type { TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

interface OldUnit {
  /** the legal unit of the same size */
  readonly right?: string;
  /** how the figure changes */
  readonly hint?: { readonly zh: string; readonly en: string };
}

const OLD: ReadonlyMap<string, OldUnit> = new Map([
  ["平米", { right: "平方米" }],
  ["公分", { right: "厘米" }],
  ["公尺", { right: "米" }],
  ["公升", { right: "升" }],
  ["立升", { right: "升" }],
  ["公方", { right: "立方米" }],
  ["市斤", { hint: { zh: "1市斤是0.5千克", en: "1 市斤 is 0.5 kg" } }],
  ["市尺", { hint: { zh: "1市尺约0.333米", en: "1 市尺 is about 0.333 m" } }],
  ["市里", { hint: { zh: "1市里是0.5千米", en: "1 市里 is 0.5 km" } }],
  ["市亩", { hint: { zh: "1亩约666.7平方米", en: "1 亩 is about 666.7 m²" } }],
  ["华里", { hint: { zh: "1华里是0.5千米", en: "1 华里 is 0.5 km" } }],
  ["英尺", { hint: { zh: "1英尺是0.3048米", en: "1 foot is 0.3048 m" } }],
  ["英里", { hint: { zh: "1英里约1.609千米", en: "1 mile is about 1.609 km" } }],
  ["马力", { hint: { zh: "1马力约0.735千瓦", en: "1 metric horsepower is about 0.735 kW" } }],
]);
const UNIT = new RegExp(`(?<=\\d[万亿余多]? ?)(${[...OLD.keys()].join("|")})(?!高|区级|母)`, "g");
const CUT = /(?<=\d[万亿余多]? ?)(平方|立方)(?=$|[，。；、）]|的?(?:展厅|场地|面积|空间|左右|以上))/g;

export const numberLegalUnit: TextRule = {
  id: "number/legal-unit",
  scope: "text",
  looksFor: setOfClasses(DIGIT),
  signs: "平公立市华英马",
  mentions: /\d[万亿余多]? ?[平公立市华英马]/,
  severity: "warning",
  fixable: true,
  hasSuggestions: true,
  structural: false,
  summary: {
    zh: "数字后面用法定计量单位，不用平米、公分、市斤、英尺等。",
    en: "Figures carry legal units of measurement, not 平米, 公分, 市斤 or feet.",
  },
  why: {
    zh: "公文和公开出版物一律使用法定计量单位；平米、公分只是口头的叫法。",
    en: "Official documents and publications use legal units. 平米 and 公分 belong to speech.",
  },
  source: "国务院关于在我国统一实行法定计量单位的命令（1984年），GB 3100—1993",
  examples: [
    textExample({
      name: { zh: "大小相同，只换名称", en: "The same size by its legal name" },
      text: "展厅300平米，展板高120公分，水箱容量80公升。",
      at: [6, 15, 24],
      fixed: "展厅300平方米，展板高120厘米，水箱容量80升。",
    }),
    textExample({
      name: { zh: "数字也要换算的", en: "Where the figure changes as well" },
      text: "亩产800市斤，展柜高6英尺，全程10华里。",
      at: [6, 13, 20],
    }),
    textExample({
      name: { zh: "只说“平方”“立方”", en: "平方 and 立方 alone" },
      text: "场地500平方，土方量3000立方。",
      at: [6, 16],
      fixed: "场地500平方，土方量3000立方。",
      suggested: "场地500平方米，土方量3000立方米。",
    }),
    textExample({
      name: { zh: "法定单位，以及不是单位的词", en: "Legal units, and words that are none" },
      text: "面积300平方米，全程5公里，亩产400千克，3平方千米，分母是12公分母，2的平方是4。",
    }),
  ],
  *check(line) {
    for (const { 0: unit, index: start } of line.text.matchAll(UNIT)) {
      const known = OLD.get(unit);
      if (known === undefined) continue;
      const { right, hint } = known;
      yield copyFinding(line, {
        start,
        end: start + unit.length,
        message: { zh: `“${unit}”不是法定计量单位。`, en: `“${unit}” is not a legal unit of measurement.` },
        help:
          right !== undefined
            ? { zh: `改为“${right}”，数字不变。`, en: `Write “${right}”; the figure stays.` }
            : { zh: `请换算：${hint?.zh}。`, en: `Please convert it: ${hint?.en}.` },
        ...(right === undefined
          ? {}
          : line.quoted[start] === 1
            ? { suggestion: right }
            : { replacement: right }),
      });
    }
    for (const { 0: unit, index: start } of line.text.matchAll(CUT)) {
      yield copyFinding(line, {
        start,
        end: start + unit.length,
        message: { zh: `“${unit}”不成单位。`, en: `“${unit}” alone is no unit.` },
        help: { zh: `若是面积或体积，写“${unit}米”。`, en: `For an area or a volume, write “${unit}米”.` },
        suggestion: `${unit}米`,
      });
    }
  },
};
