/**
 * Symbols of units keep their capitals. Source: GB 3100-1993, 6.2: a symbol named after a person begins
 * with a capital (Hz, W, V), others do not (km, kg); k is small, M is mega and m is milli.
 */

import type { Message } from "../../diagnostics/diagnostic.js";
import { DIGIT, setOfClasses } from "../../han/copy-class.js";
import { type CopyLine, replaceInLine, spanInLine } from "../copy-line.js";
import type { Finding, TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

const RIGHT: readonly string[] = [
  "km",
  "kg",
  "cm",
  "mm",
  "Hz",
  "kHz",
  "GHz",
  "kW",
  "kWh",
  "kPa",
  "kV",
  "kVA",
  "kJ",
  "dB",
];
const RIGHT_BY_LETTERS = new Map(RIGHT.map((symbol) => [symbol.toLowerCase(), symbol]));
/** Their capitals decide the value: only the author knows which was meant. */
const DOUBTFUL = new Map([
  ["mw", { small: "mW", large: "MW", zh: "毫瓦还是兆瓦", en: "milliwatts or megawatts" }],
  ["mhz", { small: "mHz", large: "MHz", zh: "毫赫还是兆赫", en: "millihertz or megahertz" }],
  ["mpa", { small: "mPa", large: "MPa", zh: "毫帕还是兆帕", en: "millipascals or megapascals" }],
]);
/** Real symbols, whatever they are likely to stand for. */
const SYMBOLS_AS_THEY_ARE: ReadonlySet<string> = new Set(["mW", "MW", "mHz", "MHz", "mPa", "MPa", "Mm"]);
const QUANTITY =
  /(?<![A-Za-z\d._/-])\d{1,12}(?:[.,]\d{1,6}){0,4}[万亿]? ?([kcmghdKCMGHD][mgzwpvjbhMGZWPVJBH][zahZAH]?)(?![A-Za-z\d_-])/g;
const DIVISOR = /^\/[A-Za-z]{1,3}(?![A-Za-z\d_-])/;
const SPEED = "km/h";

export const numberUnitCase: TextRule = {
  id: "number/unit-case",
  scope: "text",
  looksFor: setOfClasses(DIGIT),
  signs: "kcmghdKCMGHD",
  mentions: /\d[万亿]? ?[kcmghdKCMGHD][mgzwpvjbhMGZWPVJBH]/,
  severity: "warning",
  fixable: true,
  hasSuggestions: true,
  structural: false,
  summary: {
    zh: "单位符号的大小写按国家标准：km、kg、kW、Hz。",
    en: "Unit symbols have the standard capitalisation: km, kg, kW, Hz.",
  },
  why: {
    zh: "大小写不同，意思不同：m是毫，M是兆。标准规定了每个符号的写法。",
    en: "Capitals change the meaning: m is milli, M is mega. The standard defines each symbol.",
  },
  source: "GB 3100-1993, 6.2",
  forUnit: {
    ask: { zh: "请告知是哪个单位。", en: "Please tell us which unit is meant." },
  },
  examples: [
    textExample({
      name: { zh: "千米、千克写成大写", en: "Kilometres and kilograms in capitals" },
      text: "步道长5KM，收集废旧电池120 Kg。",
      at: [5, 18],
      fixed: "步道长5km，收集废旧电池120 kg。",
    }),
    textExample({
      name: { zh: "千瓦、赫兹写成小写", en: "Kilowatts and hertz in small letters" },
      text: "装机3.5kw，频率50hz，发电1,200KWH，主频2.4GHZ。",
      at: [6, 13, 23, 32],
      fixed: "装机3.5kW，频率50Hz，发电1,200kWh，主频2.4GHz。",
    }),
    textExample({
      name: {
        zh: "mw可能是毫瓦，也可能是兆瓦，由编辑定",
        en: "mw may be milliwatts or megawatts: the editor decides",
      },
      text: "装机容量20mw。",
      at: [7],
      fixed: "装机容量20mw。",
      suggested: "装机容量20MW。",
    }),
    textExample({
      name: { zh: "千米每小时；别的“每”只指出", en: "Kilometres an hour; other quotients are only reported" },
      text: "限速80KM/H，车速60km/H，用电5KW/H。",
      at: [5, 14, 22],
      fixed: "限速80km/h，车速60km/h，用电5KW/H。",
    }),
    textExample({
      name: { zh: "引号里可能是名称，只建议", en: "Within quotation marks it may be a name" },
      text: "走进“3KM咖啡”书店。",
      at: [5],
      fixed: "走进“3KM咖啡”书店。",
      suggested: "走进“3km咖啡”书店。",
    }),
    textExample({
      name: { zh: "写法正确的符号", en: "Symbols as they should be" },
      text: "全长12km，重3 kg，功率5kW，电压220V，频率2.4GHz，噪声40dB，装机20MW，容量128GB，用5G网络。",
    }),
    textExample({
      name: { zh: "型号、标准号、代码和网址", en: "Product codes, standards, code, addresses" },
      text: "型号为T20KM和A-5KG，执行2025DB11标准，运行`5KM`，见https://example.org/5KM。",
    }),
  ],
  *check(line) {
    for (const match of line.text.matchAll(QUANTITY)) {
      const symbol = match[1] ?? "";
      const behind = match.index + match[0].length;
      const start = behind - symbol.length;
      const divisor = DIVISOR.exec(line.text.slice(behind))?.[0] ?? "";
      const end = behind + divisor.length;
      if (divisor !== "") {
        const fault = faultOfQuotient(line, { symbol, divisor, start, end });
        if (fault !== undefined) yield fault;
        continue;
      }
      const right = RIGHT_BY_LETTERS.get(symbol.toLowerCase());
      const doubt = DOUBTFUL.get(symbol.toLowerCase());
      if (symbol === right || SYMBOLS_AS_THEY_ARE.has(symbol) || (right ?? doubt) === undefined) continue;
      const span = spanInLine(line, start, end);
      if (right === undefined && doubt !== undefined) {
        yield {
          span,
          message: {
            zh: `“${symbol}”不能确定是${doubt.zh}。`,
            en: `“${symbol}” is ambiguous: ${doubt.en}.`,
          },
          help: {
            zh: `请按所指的单位写作${doubt.small}或${doubt.large}。`,
            en: `Write ${doubt.small} or ${doubt.large}, whichever is meant.`,
          },
          // Bulletins tell of power stations more often than of chips.
          suggestions: [doubt.large, doubt.small].flatMap((text) => {
            const edits = replaceInLine(line, { start, end, text });
            return edits === undefined
              ? []
              : [{ message: { zh: `写作${text}。`, en: `Write ${text}.` }, edits }];
          }),
        };
        continue;
      }
      if (right === undefined) continue;
      const fix = replaceInLine(line, { start, end, text: right });
      yield {
        span,
        message: wrongCase(symbol),
        help: { zh: `改为“${right}”。`, en: `Write “${right}”.` },
        ...(fix && isName(line, end) && { suggestions: [{ message: keptOr(right), edits: fix }] }),
        ...(fix && !isName(line, end) && { fix }),
      };
    }
  },
};

/** “3KM咖啡” is called so. */
const isName = ({ quoted, text }: CopyLine, end: number): boolean =>
  quoted[end - 1] === 1 && /^ ?[\p{L}”]/u.test(text.slice(end, end + 2));

const keptOr = (right: string): Message => ({
  zh: `若不是名称，改为“${right}”。`,
  en: `Write “${right}” unless it is a name.`,
});

const wrongCase = (symbol: string): Message => ({
  zh: `单位符号“${symbol}”的大小写不对。`,
  en: `The unit symbol “${symbol}” has the wrong capitalisation.`,
});

interface Quotient {
  readonly symbol: string;
  /** the stroke and what stands below it */
  readonly divisor: string;
  readonly start: number;
  readonly end: number;
}

/** Of a quotient one half alone is not mended: in KW/H the stroke may be wrong, too. */
function faultOfQuotient(line: CopyLine, { symbol, divisor, start, end }: Quotient): Finding | undefined {
  const whole = symbol + divisor;
  const isSpeed = whole.toLowerCase() === SPEED;
  const right = isSpeed ? SPEED : RIGHT_BY_LETTERS.get(symbol.toLowerCase());
  if (right === undefined || (isSpeed ? whole : symbol) === right) return undefined;
  const fix = isSpeed ? replaceInLine(line, { start, end, text: right }) : undefined;
  return {
    span: spanInLine(line, start, end),
    message: wrongCase(whole),
    help: isSpeed
      ? { zh: `改为“${right}”。`, en: `Write “${right}”.` }
      : {
          zh: `“${symbol}”应写作“${right}”；请连同“${divisor}”一起核对。`,
          en: `“${symbol}” should be “${right}”; check “${divisor}” as well.`,
        },
    ...(fix && { fix }),
  };
}
