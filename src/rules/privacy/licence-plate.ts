/**
 * Number plates of vehicles. Source: GA 36 (a province, a letter, then five or six letters and figures without I and O).
 */
import { HAN, LETTER, setOfClasses } from "../../han/copy-class.js";
import type { TextRule } from "../rule.js";
import { textExample } from "../text-example.js";
import { toldByPattern } from "../told-by-pattern.js";

const PLATE =
  /([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·• ]?(?=[A-HJ-NP-Z\d]*\d[A-HJ-NP-Z\d]*\d)(?:[A-HJ-NP-Z\d]{4}[A-HJ-NP-Z\d学警挂]|[A-HJ-NP-Z\d]{6}))(?![A-Za-z\d-])/gu;

export const privacyLicencePlate: TextRule = {
  id: "privacy/licence-plate",
  scope: "text",
  looksFor: setOfClasses(HAN) | setOfClasses(LETTER),
  signs: "A-HJ-NP-Z",
  mentions: /[A-HJ-NP-Z][·• ]?[A-HJ-NP-Z\d]{4}[A-HJ-NP-Z\d学警挂]/,
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "印出的文字里不出现车牌号。",
    en: "The printed text contains no number plates.",
  },
  why: {
    zh: "凭车牌号可以查到车主，属于个人信息。",
    en: "A number plate leads to the owner of the car: it is personal information.",
  },
  forUnit: {
    what: { zh: "这里有车牌号。", en: "There is a number plate here." },
    ask: {
      zh: "请确认可以公开；没有确认的，我们删去。",
      en: "Please confirm that it may be published; otherwise we shall leave it out.",
    },
  },
  source: "《中华人民共和国个人信息保护法》",
  examples: [
    textExample({
      name: { zh: "普通车牌、新能源车牌", en: "Plates of five and of six" },
      text: "请车主移车，车牌云A·12345，另一辆为云AD12345。",
      at: [9, 22],
    }),
    textExample({
      name: { zh: "末位是汉字", en: "Plates that end in a character" },
      text: "教练车云A1234学、挂车云B·1234挂不得驶入。",
      at: [4, 14],
    }),
    textExample({
      name: { zh: "型号、代号", en: "Models and codes" },
      text: "京A类场馆开放，川V2.0版上线，新A座12345号展位。",
    }),
  ],
  check: (line, { house }) =>
    toldByPattern(line, house, {
      pattern: PLATE,
      message: (value) => ({
        zh: `这里印出了车牌号“${value}”。`,
        en: `The text gives the number plate “${value}”.`,
      }),
      help: { zh: "请删去，或隐去后几位。", en: "Remove it, or cover its last characters." },
    }),
};
