/**
 * Home addresses, down to the door, behind a word that says whose home it is. Addresses of offices are public.
 */
import { DIGIT, setOfClasses } from "../../han/copy-class.js";
import type { TextRule } from "../rule.js";
import { textExample } from "../text-example.js";
import { toldByPattern } from "../told-by-pattern.js";

const ADDRESS =
  /(?:家住|家庭住址|家庭地址|住址|现住|居住在|户籍地址|户籍地|(?<=[他她]|某|士|老人|奶奶|爷爷)住在)[：:为是在]? ?([^，。；：！？“”]{2,30}?\d{1,4}(?:号楼|号院|栋|幢|单元|室|号|组)(?:\d{1,4}(?:号楼|栋|幢|单元|门|室|号)?)*)/g;

export const privacyHomeAddress: TextRule = {
  id: "privacy/home-address",
  scope: "text",
  looksFor: setOfClasses(DIGIT),
  signs: "住庭籍",
  mentions: /住|家庭地址|户籍地/,
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "印出的文字里不出现家庭住址。",
    en: "The printed text contains no home addresses.",
  },
  why: {
    zh: "门牌号写到户，等于公开了当事人的住处。",
    en: "Down to the door, an address tells everybody where the person lives.",
  },
  forUnit: {
    what: { zh: "这里有家庭住址。", en: "There is a home address here." },
    ask: {
      zh: "请确认可以公开；没有确认的，我们删去。",
      en: "Please confirm that it may be published; otherwise we shall leave it out.",
    },
  },
  source: "《中华人民共和国个人信息保护法》",
  examples: [
    textExample({
      name: { zh: "写到门牌号的住址", en: "Down to the door" },
      text: "家住青山路12号3单元502室的方女士报名。",
      at: [3],
    }),
    textExample({
      name: { zh: "单位地址，只写小区的", en: "Addresses of offices, estates alone" },
      text: "活动在青山路12号区科技馆举行，家住青山小区的方女士报名。",
    }),
  ],
  check: (line, { house }) =>
    toldByPattern(line, house, {
      pattern: ADDRESS,
      message: (value) => ({
        zh: `这里印出了住址“${value}”。`,
        en: `The text gives the home address “${value}”.`,
      }),
      help: {
        zh: "请删去门牌号，写到街道或小区为止。",
        en: "Leave out the number; the street or the estate is enough.",
      },
    }),
};
