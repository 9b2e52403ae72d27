/**
 * Years are written with four digits. Source: GB/T 15835-2011, 5.1.4 (1990年, not 90年). Two figures and 年 are a
 * number of years in most places (建馆23年), so only what can be no duration is reported.
 */
import { DIGIT, setOfClasses } from "../../han/copy-class.js";
import { spanInLine } from "../copy-line.js";
import type { TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

const SHORT =
  /(?<![\d.–—~～-]|\d[OoIl]{1,2})['’‘]?(\d{2}) ?年(?= ?\d{1,2} ?月(?! ?龄)|度(?!过|假)|[上下]半年|第?[一二三四]季度|年?[初底末](?=[，。；、前）]|$)|[春夏秋冬](?:季|天|$|，))/g;
/** 自22年起, 与24年同期相比, 24年全年: no number of years begins or is compared so. */
const SINCE =
  /(?:(?<=[自从])['’‘]?(\d{2}) ?年(?=起|以来|初|开始)|(?<=[与和比同较])['’‘]?(\d{2}) ?年(?=同期)|(?<![\d.–—~～-])['’‘]?(\d{2}) ?年(?=全年|同期))/g;
/** 24-25年度: two years in a row. */
const SPAN = /(?<![\d.])(\d{2})[-—–～~](\d{2}) ?(?:学年度?|年度)(?!过|假)/g;
/** The last year that two figures are taken for one of this century. */
const LATEST = 50;
/** Words in front that make it a number of years or a year of a reign. */
const DURATION = /(?:第|近|约|达|逾|满|超|过|共|了|经|历时?|长|龄|期|[从任]教|前|每|这|那|整|余|等)$/;
const REIGN =
  /(?:民国|光绪|宣统|康熙|雍正|乾隆|嘉庆|道光|咸丰|同治|顺治|崇祯|万历|嘉靖|永乐|洪武|昭和|平成|令和|明治|大正|公元前?)$/;

export const numberTwoDigitYear: TextRule = {
  id: "number/two-digit-year",
  scope: "text",
  looksFor: setOfClasses(DIGIT),
  signs: "年",
  mentions: /(?<!\d)\d\d ?学?年/,
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "年份写四位数字。",
    en: "Years are written with four digits.",
  },
  why: {
    zh: "“23年”可能是2023年，也可能是二十三年；标准规定年份不简写。",
    en: "23年 may be the year 2023 or twenty-three years; the standard requires years to be written in full.",
  },
  source: "GB/T 15835-2011, 5.1.4",
  examples: [
    textExample({
      name: { zh: "年月简写", en: "A year and month cut short" },
      text: "项目自23年5月启动，25年度完成验收。",
      at: [4, 12],
    }),
    textExample({
      name: { zh: "年份后有半年、季度、年底", en: "Half years, quarters, ends of years" },
      text: "与25年上半年相比，26年第一季度观众更多，24年底前完成。",
      at: [2, 11, 23],
    }),
    textExample({
      name: { zh: "起自某年、与某年同期比", en: "Since a year, compared with a year" },
      text: "自22年起每年举办，比24年同期增长，25年全年接待3万人次。",
      at: [2, 12, 20],
    }),
    textExample({
      name: { zh: "年数", en: "Numbers of years" },
      text: "建馆23年来累计接待百万人次，历时15年5月余，第23年度评选启动，服务期满10年，23年间从未间断，20年初心不改，30年底蕴深厚，历经23年以来的发展，为期10年全年无休。",
    }),
    textExample({
      name: { zh: "年号纪年和四位年份", en: "Years of a reign, years in full" },
      text: "该馆始建于光绪26年8月，民国26年7月迁址，2023年5月重修，1923年度报告存世，2O26年3月启用。",
    }),
  ],
  *check(line) {
    const found = [...line.text.matchAll(SHORT), ...line.text.matchAll(SINCE)];
    found.push(
      ...[...line.text.matchAll(SPAN)].filter(([, one, other]) => Number(other) - Number(one) === 1),
    );
    found.sort((one, other) => one.index - other.index);
    for (const match of found) {
      const start = match.index;
      const end = start + match[0].length;
      const front = line.text.slice(Math.max(0, start - 3), start).trimEnd();
      if (DURATION.test(front) || REIGN.test(front)) continue;
      const shown = match[0].replace(" ", "");
      const figures = match.slice(1).find((group) => group !== undefined) ?? "";
      const full = `${Number(figures) > LATEST ? 19 : 20}${figures}`;
      yield {
        span: spanInLine(line, start, end),
        message: {
          zh: `“${shown}”把年份简写成两位，会被读作${Number(figures)}个年头。`,
          en: `“${shown}” shortens the year to two digits and reads as ${Number(figures)} years.`,
        },
        help: { zh: `请写全四位，如${full}年。`, en: `Write all four digits, as in ${full}年.` },
      };
    }
  },
};
